#include "pipeline/stages/manifest.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "extractors/text/utf8.hpp"
#include "pipeline/stages/manifest_columns.hpp"
#include "pipeline/stages/path_text.hpp"

namespace prongsai::stages {
namespace {

std::string decoded(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);  // byte order mark
  return text::is_valid_utf8(bytes) ? std::string(bytes) : decode_thai_bytes(bytes);
}

// Whether the row's path ends the file's path: its folders, where it names any, are the file's.
bool is_suffix(const std::vector<std::string>& row, const std::vector<std::string>& file) {
  return row.size() <= file.size() && std::equal(row.rbegin(), row.rend(), file.rbegin());
}

}  // namespace

Manifest Manifest::read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
  if (!stream) throw std::runtime_error(display_path(file) + ": the manifest cannot be read");
  return parse(bytes, display_path(file));
}

Manifest Manifest::parse(std::string_view bytes, const std::string& name) {
  Manifest manifest;
  manifest.name_ = name;
  manifest.rows_ = manifest_rows(decoded(bytes), name);
  manifest.index();
  return manifest;
}

void Manifest::index() {
  used_.assign(rows_.size(), false);
  std::map<std::vector<std::string>, int> lines;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    paths_.push_back(match_key(rows_[i].file));
    const auto [known, is_new] = lines.emplace(paths_.back(), rows_[i].line);
    if (!is_new) {
      throw std::runtime_error(name_ + ":" + std::to_string(rows_[i].line) + ": the file '" + rows_[i].file +
                               "' stands in line " + std::to_string(known->second) + " already");
    }
    by_name_.emplace(paths_.back().back(), i);
  }
}

std::optional<ManifestRow> Manifest::match(const std::filesystem::path& file) {
  if (rows_.empty()) return std::nullopt;
  const std::vector<std::string> path = match_key(display_path(file));
  std::optional<std::size_t> best;
  const auto [begin, end] = by_name_.equal_range(path.back());
  for (auto candidate = begin; candidate != end; ++candidate) {
    const std::size_t row = candidate->second;
    if (!is_suffix(paths_[row], path)) continue;
    if (!best || paths_[row].size() > paths_[*best].size()) best = row;
  }
  if (!best) {
    strangers_.insert(display_path(file));
    return std::nullopt;
  }
  used_[*best] = true;
  return rows_[*best];
}

std::vector<ManifestRow> Manifest::unused() const {
  std::vector<ManifestRow> rows;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!used_[i]) rows.push_back(rows_[i]);
  }
  return rows;
}

}  // namespace prongsai::stages
