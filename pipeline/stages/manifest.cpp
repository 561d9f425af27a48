#include "pipeline/stages/manifest.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <stdexcept>

#include "extractors/text/utf8.hpp"
#include "pipeline/stages/file_bytes.hpp"
#include "pipeline/stages/manifest_columns.hpp"
#include "pipeline/stages/path_text.hpp"

namespace prongsai::stages {
namespace {

// Of folders and a name, made comparable.
std::size_t hash_of(std::span<const std::string> path) {
  std::string joined;
  for (const std::string& part : path) joined += part + '/';
  return std::hash<std::string>{}(joined);
}

std::string bytes_of(const std::filesystem::path& file) {
  auto bytes = file_bytes(file);
  if (!bytes) throw std::runtime_error(display_path(file) + ": the manifest cannot be read");
  return std::move(*bytes);
}

RowList decoded_rows(std::string_view bytes, const std::string& name, RowNeeds needs) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);  // byte order mark
  return text::is_valid_utf8(bytes) ? manifest_rows(bytes, name, needs)
                                    : manifest_rows(decode_thai_bytes(bytes), name, needs);
}

}  // namespace

RowList read_addresses(const std::filesystem::path& file) {
  return decoded_rows(bytes_of(file), display_path(file), RowNeeds::address);
}

Manifest Manifest::read(const std::filesystem::path& file) {
  return parse(bytes_of(file), display_path(file));
}

Manifest Manifest::parse(std::string_view bytes, const std::string& name) {
  Manifest manifest;
  manifest.name_ = name;
  manifest.rows_ = decoded_rows(bytes, name, RowNeeds::file);
  manifest.index();
  return manifest;
}

void Manifest::index() {
  used_.assign(rows_.size(), false);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const std::vector<std::string> path = match_key(rows_[i].file);
    if (const auto known = find(path)) {
      throw std::runtime_error(name_ + ":" + std::to_string(rows_[i].line) + ": the file '" + rows_[i].file +
                               "' stands in line " + std::to_string(rows_[*known].line) + " already");
    }
    by_path_.emplace(hash_of(path), static_cast<std::uint32_t>(i));
  }
}

std::optional<std::size_t> Manifest::find(std::span<const std::string> path) const {
  const auto [begin, end] = by_path_.equal_range(hash_of(path));
  for (auto candidate = begin; candidate != end; ++candidate) {
    if (std::ranges::equal(match_key(rows_[candidate->second].file), path)) return candidate->second;
  }
  return std::nullopt;
}

std::optional<ManifestRow> Manifest::match(const std::filesystem::path& file) {
  if (rows_.empty()) return std::nullopt;
  const std::vector<std::string> path = match_key(display_path(file));
  // The row that names most of the file's folders.
  for (std::span<const std::string> end(path); !end.empty(); end = end.subspan(1)) {
    const auto row = find(end);
    if (!row) continue;
    used_[*row] = true;
    return rows_[*row];
  }
  strangers_.insert(display_path(file));
  return std::nullopt;
}

std::vector<ManifestRow> Manifest::unused() const {
  std::vector<ManifestRow> rows;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!used_[i]) rows.push_back(rows_[i]);
  }
  return rows;
}

}  // namespace prongsai::stages
