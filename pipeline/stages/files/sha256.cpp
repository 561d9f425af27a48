#include "pipeline/stages/files/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>

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

}  // namespace

std::string sha256_of(std::string_view bytes) {
  Digest digest;
  digest.add(bytes.data(), bytes.size());
  return digest.hex();
}

Result<FileHash> sha256_of_file(const std::filesystem::path& file, long long max_bytes,
                                const std::function<void()>& on_piece) {
  const auto opened = source::OpenFile::open(file, max_bytes);
  if (!opened) return opened.failure();
  Digest digest;
  const auto size = opened.value().read([&](std::string_view piece) {
    digest.add(piece.data(), piece.size());
    if (on_piece) on_piece();
  });
  if (!size) return size.failure();
  return FileHash{digest.hex(), size.value()};
}

}  // namespace prongsai::stages
