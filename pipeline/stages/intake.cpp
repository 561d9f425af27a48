#include "pipeline/stages/intake.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <unordered_set>

#include "pipeline/stages/path_text.hpp"

namespace prongsai::stages {
namespace {

namespace fs = std::filesystem;

class Walk {
 public:
  void take(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      enter(path);
    } else if (fs::is_regular_file(status)) {
      add(path);
    } else if (!fs::exists(status)) {
      leave_out(path, fs::is_symlink(fs::symlink_status(path, error)) ? "a link to nothing" : "there is no such file");
    } else {
      leave_out(path, "neither a file nor a folder");
    }
  }

  Intake result() && { return std::move(intake_); }

 private:
  void add(const fs::path& path) {
    std::string canonical = canonical_text(path);
    if (files_seen_.insert(canonical).second) intake_.files.push_back({path, std::move(canonical)});
  }

  void enter(const fs::path& folder) {
    if (!folders_seen_.insert(canonical_text(folder)).second) return;
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator next(folder, error), end; !error && next != end; next.increment(error)) {
      entries.push_back(next->path());
    }
    if (error) leave_out(folder, "the folder cannot be read: " + error.message());
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
      std::error_code ignored;
      if (fs::is_directory(entry, ignored)) {
        enter(entry);
      } else if (is_pdf_name(entry)) {
        take(entry);
      }
    }
  }

  void leave_out(const fs::path& path, const std::string& why) {
    intake_.notices.push_back(display_path(path) + ": left out: " + why);
  }

  Intake intake_;
  std::unordered_set<std::string> files_seen_;
  std::unordered_set<std::string> folders_seen_;
};

}  // namespace

bool is_pdf_name(const fs::path& path) {
  std::string suffix = path.extension().native();
  for (char& c : suffix) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return suffix == ".pdf";
}

Intake find_files(const std::vector<fs::path>& paths) {
  Walk walk;
  for (const fs::path& path : paths) walk.take(path);
  return std::move(walk).result();
}

std::vector<fs::path> read_list(const fs::path& list) {
  std::ifstream file(list, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  if (!file) throw std::runtime_error(display_path(list) + ": the list cannot be read");
  const char separator = text.find('\0') == std::string::npos ? '\n' : '\0';
  std::vector<fs::path> paths;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) paths.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return paths;
}

}  // namespace prongsai::stages
