// Which files a run is about: paths from the command line or a list, folders walked.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "pipeline/stages/files/file_list.hpp"

namespace prongsai::stages {

struct Intake {
  FileList files;                    // each file once, in the order of the paths given, sorted within a folder
  std::vector<std::string> notices;  // what was left out and why, one English sentence each
};

// Folders are walked for names ending in .pdf, whatever the case; a file that is named itself is taken under any name.
// Links are followed, but no folder is entered twice. Pipes, devices, dangling links and folders that may not be
// read are left out with a notice. A path that does not exist is a notice too.
class Search {
 public:
  void take(const std::filesystem::path& path);

  // Everything found, once nothing more is to be taken.
  [[nodiscard]] Intake result() && { return std::move(intake_); }

 private:
  void add(const std::filesystem::path& path);
  void enter(const std::filesystem::path& folder);
  void leave_out(const std::filesystem::path& path, const std::string& why);

  Intake intake_;
  std::unordered_set<std::string> folders_seen_;
};

[[nodiscard]] Intake find_files(const std::vector<std::filesystem::path>& paths);

// The name ends in .pdf, whatever the case.
[[nodiscard]] bool is_pdf_name(const std::filesystem::path& path);

// The paths of a list file: one a line, or separated by NUL bytes where it holds any (for names with line breaks).
// Throws std::runtime_error when it cannot be read.
void each_listed(const std::filesystem::path& list, const std::function<void(const std::filesystem::path&)>& visit);
[[nodiscard]] std::vector<std::filesystem::path> read_list(const std::filesystem::path& list);

}  // namespace prongsai::stages
