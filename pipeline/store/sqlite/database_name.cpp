#include "pipeline/store/sqlite/database_name.hpp"

#include <unistd.h>

#include <system_error>

namespace prongsai::store {
namespace {

bool is_usable(const std::filesystem::path& beside) {
  if (access(beside.c_str(), F_OK) == 0) return access(beside.c_str(), R_OK) == 0;
  const std::filesystem::path folder = beside.has_parent_path() ? beside.parent_path() : ".";
  return access(folder.c_str(), W_OK) == 0;
}

// Whether SQLite can keep to the write-ahead log, or must, because a part of the database stands there.
bool bears_a_journal(const std::filesystem::path& file) {
  const std::filesystem::path log = file.string() + "-wal";
  std::error_code error;
  if (std::filesystem::file_size(log, error) > 0 && !error) return true;
  return is_usable(log) && is_usable(file.string() + "-shm");
}

}  // namespace

std::string uri_of(const std::filesystem::path& file, const std::string& parameters) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%')
      uri += "%25";
    else if (c == '?')
      uri += "%3f";
    else if (c == '#')
      uri += "%23";
    else
      uri += c;
  }
  return uri + '?' + parameters;
}

std::string readable_name(const std::filesystem::path& file) {
  return bears_a_journal(file) ? file.string() : readable_uri(file);
}

std::string readable_uri(const std::filesystem::path& file) {
  return uri_of(file, bears_a_journal(file) ? "mode=ro" : "mode=ro&immutable=1");
}

}  // namespace prongsai::store
