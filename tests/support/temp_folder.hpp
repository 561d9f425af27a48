// A new, empty folder of a test's own; it and all in it are gone at the end.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace prongsai::samples {

class TempFolder {
 public:
  TempFolder() : owner_(getpid()) {
    std::string name = (std::filesystem::temp_directory_path() / "prongsai-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
    // A worker or a server may run as another user.
    std::filesystem::permissions(path_, std::filesystem::perms{0755});
  }
  // A copy of the process that a test starts leaves the folder to the test.
  ~TempFolder() {
    std::error_code error;
    if (getpid() == owner_) std::filesystem::remove_all(path_, error);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  // Writes a file, with its folders; returns its path.
  std::filesystem::path write(const std::filesystem::path& name, const std::string& bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }

 private:
  pid_t owner_;
  std::filesystem::path path_;
};

}  // namespace prongsai::samples
