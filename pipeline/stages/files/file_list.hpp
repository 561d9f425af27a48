// The files of a run. A year's submissions are hundreds of thousands of paths, held as folders (each once) and names:
// about 80 bytes a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace prongsai::stages {

struct FoundFile {
  std::filesystem::path path;  // as it was given, or under the folder as it was given
  std::string canonical;       // escaped absolute path, links resolved (path_text.hpp)
};

class FileList {
 public:
  // False when the list has the file already, by its canonical path; it then stays as it was.
  bool add(const std::filesystem::path& path, const std::string& canonical);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] FoundFile operator[](std::size_t index) const;

 private:
  // A path in two parts: everything up to the last slash, and what follows it.
  struct Place {
    std::uint32_t folder = 0;  // index in folders_
    std::uint32_t length = 0;  // of the name, bytes
    std::size_t name = 0;      // where it begins in names_
  };
  struct Entry {
    Place given;
    Place canonical;
  };

  [[nodiscard]] Place keep(std::string_view path, const Place* same_name);
  [[nodiscard]] std::uint32_t folder_index(std::string_view folder);
  [[nodiscard]] std::string_view name_of(const Place& place) const;
  [[nodiscard]] std::string text_of(const Place& place) const;

  std::vector<std::string> folders_;
  std::unordered_map<std::string, std::uint32_t> folder_indices_;
  std::string names_;
  std::vector<Entry> entries_;
  std::unordered_multimap<std::size_t, std::uint32_t> by_hash_;  // of the canonical path → index in entries_
};

}  // namespace prongsai::stages
