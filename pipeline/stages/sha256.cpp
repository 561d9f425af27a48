#include "pipeline/stages/sha256.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

namespace prongsai::stages {
namespace {

class Digest {
 public:
  Digest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) {
      throw std::runtime_error("libcrypto gives no SHA-256");
    }
  }
  void add(const void* bytes, std::size_t size) { EVP_DigestUpdate(context_.get(), bytes, size); }
  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), raw.data(), &size);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
      text += kDigits[raw[i] >> 4U];
      text += kDigits[raw[i] & 15U];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

class OpenFile {
 public:
  // Without O_NONBLOCK, opening a named pipe would wait for somebody to write to it.
  explicit OpenFile(const std::filesystem::path& file) : fd_(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~OpenFile() {
    if (fd_ >= 0) close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

Failure cannot_read(int error) {
  return {"unsupported_file", std::string("the file cannot be read: ") + std::strerror(error)};
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
  Digest digest;
  digest.add(bytes.data(), bytes.size());
  return digest.hex();
}

Result<FileHash> sha256_of_file(const std::filesystem::path& file) {
  const OpenFile opened(file);
  if (opened.fd() < 0) return cannot_read(errno);
  struct stat about {};
  if (fstat(opened.fd(), &about) != 0) return cannot_read(errno);
  if (!S_ISREG(about.st_mode)) return Failure{"unsupported_file", "it is no regular file"};
  Digest digest;
  FileHash result;
  std::vector<char> buffer(1U << 17U);
  for (;;) {
    const ssize_t got = read(opened.fd(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_read(errno);
    if (got == 0) break;
    digest.add(buffer.data(), static_cast<std::size_t>(got));
    result.size += got;
  }
  result.sha256 = digest.hex();
  return result;
}

}  // namespace prongsai::stages
