// Files as disks, transfers and editors damage them: bytes in, bytes out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace prongsai::testing {

// Where the data of each stream of the file begin and end.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] std::vector<ByteRange> streams_of(const std::string& bytes);

[[nodiscard]] std::string with_flipped_bit(std::string bytes, std::size_t at);
[[nodiscard]] std::string with_hole(std::string bytes, std::size_t at, std::size_t length);  // zeros
[[nodiscard]] std::string as_text_transfer(const std::string& bytes);                        // every \n is \r\n
[[nodiscard]] std::string cut_after(const std::string& bytes, double share);
[[nodiscard]] std::string without_directory(const std::string& bytes);  // from the last xref on, all is gone

// The bytes as a file of that name in the temporary folder.
[[nodiscard]] std::filesystem::path stored(const std::string& bytes, const std::string& name);

// The file again, its objects packed into object streams, as programs write them since PDF 1.5.
[[nodiscard]] std::filesystem::path packed_pdf(const std::filesystem::path& path, const std::string& name);

}  // namespace prongsai::testing
