#include "pipeline/stages/files/file_bytes.hpp"

#include <array>
#include <fstream>
#include <system_error>

namespace prongsai::stages {
namespace {

Failure too_large(std::size_t most) {
  constexpr std::size_t mib = 1 << 20;
  return {"", "is larger than " + (most < mib ? std::to_string(most) + " bytes" : std::to_string(most / mib) + " MiB")};
}

}  // namespace

Result<std::string> file_bytes(const std::filesystem::path& file, std::size_t most) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes;
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  if (!unknown && size > most) return too_large(most);
  if (!unknown) bytes.reserve(size);  // growing step by step would hold twice as much
  std::array<char, 65536> buffer{};
  while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
    const auto count = static_cast<std::size_t>(stream.gcount());
    if (count > most - bytes.size()) return too_large(most);
    bytes.append(buffer.data(), count);
  }
  if (!stream.eof() || stream.bad()) return Failure{"", "cannot be read"};
  return bytes;
}

}  // namespace prongsai::stages
