// The manifest (submissions.csv): what is known of each file before it is opened.
//
// CSV in UTF-8 (with or without byte order mark) or TIS-620/windows-874. The first row names the columns, in English or
// Thai: file/ไฟล์, agency/หน่วยงาน, fiscal_year/ปีงบประมาณ, item_code/ข้อ, main_site/เว็บไซต์หลัก,
// published_url/URL ที่เผยแพร่, and publication, which `collect` writes; other columns are left alone. Only `file` is
// needed. Years and codes may stand in Thai digits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/submission.hpp"
#include "pipeline/stages/files/row_list.hpp"

namespace prongsai::stages {

// The rows of a manifest whose files are still to be fetched: `published_url` is needed, `file` is not. Throws
// std::runtime_error as below.
[[nodiscard]] RowList read_addresses(const std::filesystem::path& file);

class Manifest {
 public:
  Manifest() = default;

  // Throws std::runtime_error that names file and line of all that is wrong (at most ten places).
  [[nodiscard]] static Manifest read(const std::filesystem::path& file);
  [[nodiscard]] static Manifest parse(std::string_view bytes, const std::string& name);

  // Of several folders, each with its own: a file is looked up in that of the nearest folder that holds it. Rows are
  // numbered through, in the order of the folders.
  struct OfFolder;
  [[nodiscard]] static Manifest of_folders(std::vector<OfFolder> parts);

  // The row for a file: by its name, letters compared after Unicode normalisation; where a row's `file` has folders,
  // they must be the file's own. Marks the row as used. The first: its number.
  [[nodiscard]] std::optional<std::size_t> match_row(const std::filesystem::path& file);
  [[nodiscard]] std::optional<ManifestRow> match(const std::filesystem::path& file);

  [[nodiscard]] const RowList& rows() const { return rows_; }  // of one file
  [[nodiscard]] std::size_t size() const;                      // rows, of all folders
  [[nodiscard]] ManifestRow row(std::size_t number) const;
  [[nodiscard]] const std::string& name() const { return name_; }  // as it was given; of several, all
  // The manifests that it is made of, by their numbers of rows.
  struct Part {
    std::string name;
    std::size_t first = 0;
    std::size_t count = 0;
  };
  [[nodiscard]] std::vector<Part> parts() const;
  [[nodiscard]] std::vector<ManifestRow> unused() const;  // rows that no file has matched so far
  // Files asked for so far that no row names, by path.
  [[nodiscard]] const std::set<std::string>& unmatched_files() const { return unmatched_files_; }

 private:
  void index();
  [[nodiscard]] std::optional<std::size_t> match_in_folders(const std::filesystem::path& file);
  [[nodiscard]] std::optional<std::size_t> find(std::span<const std::string> path) const;  // by folders and name

  std::string name_;
  RowList rows_;
  std::unordered_multimap<std::size_t, std::uint32_t> by_path_;  // hash of folders and name → index in rows_
  std::vector<bool> used_;
  std::set<std::string> unmatched_files_;
  std::vector<OfFolder> folders_;  // in place of the above where there are several
};

struct Manifest::OfFolder {
  std::filesystem::path folder;
  Manifest manifest;
};

}  // namespace prongsai::stages
