#include "pipeline/stages/files/file_list.hpp"

#include <algorithm>
#include <functional>

namespace prongsai::stages {

bool FileList::add(const std::filesystem::path& path, const std::string& canonical) {
  const std::size_t hash = std::hash<std::string>{}(canonical);
  const auto [begin, end] = by_hash_.equal_range(hash);
  const auto is_known = [&](const auto& other) { return text_of(entries_[other.second].canonical) == canonical; };
  if (std::any_of(begin, end, is_known)) return false;
  by_hash_.emplace(hash, static_cast<std::uint32_t>(entries_.size()));
  const Place given = keep(path.native(), nullptr);
  entries_.push_back({given, keep(canonical, &given)});
  return true;
}

FoundFile FileList::operator[](std::size_t index) const {
  const Entry& entry = entries_[index];
  return {text_of(entry.given), text_of(entry.canonical)};
}

// `same_name`: a path kept before, whose name serves again where it is the same.
FileList::Place FileList::keep(std::string_view path, const Place* same_name) {
  const std::size_t slash = path.rfind('/');
  const std::size_t split = slash == std::string_view::npos ? 0 : slash + 1;
  const std::string_view name = path.substr(split);
  Place place{folder_index(path.substr(0, split)), static_cast<std::uint32_t>(name.size()), names_.size()};
  if (same_name != nullptr && name_of(*same_name) == name) {
    place.name = same_name->name;
  } else {
    names_ += name;
  }
  return place;
}

std::uint32_t FileList::folder_index(std::string_view folder) {
  const auto [known, is_new] = folder_indices_.try_emplace(std::string(folder), folders_.size());
  if (is_new) folders_.emplace_back(folder);
  return known->second;
}

std::string_view FileList::name_of(const Place& place) const {
  return std::string_view(names_).substr(place.name, place.length);
}

std::string FileList::text_of(const Place& place) const {
  return folders_[place.folder] + std::string(name_of(place));
}

}  // namespace prongsai::stages
