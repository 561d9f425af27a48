#include "pipeline/stages/files/file_bytes.hpp"

#include <array>
#include <fstream>
#include <system_error>

namespace prongsai::stages {

std::optional<std::string> file_bytes(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string bytes;
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  if (!unknown) bytes.reserve(size);  // growing step by step would hold twice as much
  std::array<char, 65536> buffer{};
  while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (!stream.eof() || stream.bad()) return std::nullopt;
  return bytes;
}

}  // namespace prongsai::stages
