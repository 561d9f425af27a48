#include "pipeline/stages/files/manifest.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <stdexcept>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/stages/files/file_bytes.hpp"
#include "pipeline/stages/files/manifest_columns.hpp"
#include "pipeline/stages/files/path_text.hpp"

namespace prongsai::stages {
namespace {

// Of folders and a name, made comparable.
std::size_t path_hash(std::span<const std::string> path) {
  std::string joined;
  for (const std::string& part : path) joined += part + '/';
  return std::hash<std::string>{}(joined);
}

std::string bytes_of(const std::filesystem::path& file) {
  auto bytes = file_bytes(file);
  if (!bytes) throw std::runtime_error(display_path(file) + ": the manifest " + bytes.failure().message);
  return std::move(bytes).value();
}

RowList decoded_rows(std::string_view bytes, const std::string& name, RowNeeds needs) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);  // byte order mark
  return text::is_valid_utf8(bytes) ? manifest_rows(bytes, name, needs)
                                    : manifest_rows(decode_thai_bytes(bytes), name, needs);
}

// Whether a file or folder lies in a folder, or is it.
bool holds(const std::filesystem::path& folder, const std::filesystem::path& file) {
  const auto outer = folder.lexically_normal();
  const auto inner = file.lexically_normal();
  auto part = inner.begin();
  for (const auto& name : outer) {
    if (name.empty() || name == ".") continue;  // a/ and ./
    if (part == inner.end() || *part != name) return false;
    ++part;
  }
  return true;
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
    by_path_.emplace(path_hash(path), static_cast<std::uint32_t>(i));
  }
}

std::optional<std::size_t> Manifest::find(std::span<const std::string> path) const {
  const auto [begin, end] = by_path_.equal_range(path_hash(path));
  for (auto candidate = begin; candidate != end; ++candidate) {
    if (std::ranges::equal(match_key(rows_[candidate->second].file), path)) return candidate->second;
  }
  return std::nullopt;
}

Manifest Manifest::of_folders(std::vector<OfFolder> parts) {
  Manifest all;
  for (const OfFolder& part : parts) all.name_ += (all.name_.empty() ? "" : ", ") + part.manifest.name_;
  all.folders_ = std::move(parts);
  return all;
}

std::size_t Manifest::size() const {
  std::size_t count = rows_.size();
  for (const OfFolder& part : folders_) count += part.manifest.size();
  return count;
}

ManifestRow Manifest::row(std::size_t number) const {
  for (const OfFolder& part : folders_) {
    if (number < part.manifest.size()) return part.manifest.row(number);
    number -= part.manifest.size();
  }
  return rows_[number];
}

std::vector<Manifest::Part> Manifest::parts() const {
  if (folders_.empty()) return rows_.empty() ? std::vector<Part>() : std::vector<Part>{{name_, 0, rows_.size()}};
  std::vector<Part> parts;
  std::size_t first = 0;
  for (const OfFolder& part : folders_) {
    parts.push_back({part.manifest.name_, first, part.manifest.size()});
    first += part.manifest.size();
  }
  return parts;
}

std::optional<ManifestRow> Manifest::match(const std::filesystem::path& file) {
  const auto number = match_row(file);
  return number ? std::optional(row(*number)) : std::nullopt;
}

std::optional<std::size_t> Manifest::match_in_folders(const std::filesystem::path& file) {
  OfFolder* nearest = nullptr;
  std::size_t first = 0;
  std::size_t before = 0;
  for (OfFolder& part : folders_) {
    if (holds(part.folder, file) && (nearest == nullptr || holds(nearest->folder, part.folder))) {
      nearest = &part;
      first = before;
    }
    before += part.manifest.size();
  }
  if (nearest != nullptr) {
    const auto number = nearest->manifest.match_row(file);
    if (number) return first + *number;
  }
  unmatched_files_.insert(display_path(file));
  return std::nullopt;
}

std::optional<std::size_t> Manifest::match_row(const std::filesystem::path& file) {
  if (!folders_.empty()) return match_in_folders(file);
  if (rows_.empty()) return std::nullopt;
  const std::vector<std::string> path = match_key(display_path(file));
  // The row that names most of the file's folders.
  for (std::span<const std::string> end(path); !end.empty(); end = end.subspan(1)) {
    const auto row = find(end);
    if (!row) continue;
    used_[*row] = true;
    return row;
  }
  unmatched_files_.insert(display_path(file));
  return std::nullopt;
}

std::vector<ManifestRow> Manifest::unused() const {
  std::vector<ManifestRow> rows;
  for (const OfFolder& part : folders_) {
    for (ManifestRow& row : part.manifest.unused()) rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!used_[i]) rows.push_back(rows_[i]);
  }
  return rows;
}

}  // namespace prongsai::stages
