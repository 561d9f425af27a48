#include "pipeline/store/sqlite/database_name.hpp"

#include <unistd.h>

#include <system_error>

namespace prongsai::store {

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
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (access(folder.c_str(), W_OK) == 0) return file.string();
  std::error_code error;
  const bool journal = std::filesystem::file_size(file.string() + "-wal", error) > 0 && !error;
  return journal ? file.string() : uri_of(file, "immutable=1");
}

}  // namespace prongsai::store
