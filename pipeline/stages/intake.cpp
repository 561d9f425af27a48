#include "pipeline/stages/intake.hpp"

#include <algorithm>
#include <stdexcept>
#include <system_error>

#include "pipeline/stages/files/file_bytes.hpp"
#include "pipeline/stages/files/path_text.hpp"

namespace prongsai::stages {

namespace fs = std::filesystem;

void Search::take(const fs::path& path) {
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

void Search::add(const fs::path& path) {
  (void)intake_.files.add(path, canonical_text(path));
}

void Search::enter(const fs::path& folder) {
  if (!folders_seen_.insert(canonical_text(folder)).second) return;
  std::error_code error;
  std::vector<std::string> names;  // not paths, which take ten times the memory
  for (fs::directory_iterator next(folder, error), end; !error && next != end; next.increment(error)) {
    names.push_back(next->path().filename().native());
  }
  if (error) leave_out(folder, "the folder cannot be read: " + error.message());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    const fs::path entry = folder / name;
    std::error_code ignored;
    if (fs::is_directory(entry, ignored)) {
      enter(entry);
    } else if (is_pdf_name(entry)) {
      take(entry);
    }
  }
}

void Search::leave_out(const fs::path& path, const std::string& why) {
  intake_.notices.push_back(display_path(path) + ": left out: " + why);
}

bool is_pdf_name(const fs::path& path) {
  std::string suffix = path.extension().native();
  for (char& c : suffix) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return suffix == ".pdf";
}

Intake find_files(const std::vector<fs::path>& paths) {
  Search search;
  for (const fs::path& path : paths) search.take(path);
  return std::move(search).result();
}

void each_listed(const fs::path& list, const std::function<void(const fs::path&)>& visit) {
  const auto bytes = file_bytes(list);
  if (!bytes) throw std::runtime_error(display_path(list) + ": the list " + bytes.failure().message);
  const std::string& text = bytes.value();
  const char separator = text.find('\0') == std::string::npos ? '\n' : '\0';
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) visit(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::vector<fs::path> read_list(const fs::path& list) {
  std::vector<fs::path> paths;
  each_listed(list, [&](const fs::path& path) { paths.push_back(path); });
  return paths;
}

}  // namespace prongsai::stages
