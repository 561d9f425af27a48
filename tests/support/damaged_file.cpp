#include "tests/support/damaged_file.hpp"

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/support/pdf_fixture.hpp"

namespace prongsai::testing {

std::vector<ByteRange> streams_of(const std::string& bytes) {
  std::vector<ByteRange> ranges;
  const std::string begin = "stream\n";
  const std::string end = "endstream";  // some writers put no line end before it
  for (std::size_t at = bytes.find(begin); at != std::string::npos; at = bytes.find(begin, at)) {
    at += begin.size();
    const std::size_t stop = bytes.find(end, at);
    if (stop == std::string::npos) break;
    ranges.push_back({at, bytes[stop - 1] == '\n' ? stop - 1 : stop});
    at = stop + end.size();
  }
  return ranges;
}

std::string with_flipped_bit(std::string bytes, std::size_t at) {
  bytes.at(at) = static_cast<char>(bytes[at] ^ 0x10);
  return bytes;
}

std::string with_hole(std::string bytes, std::size_t at, std::size_t length) {
  for (std::size_t i = at; i < std::min(at + length, bytes.size()); ++i) bytes[i] = '\0';
  return bytes;
}

std::string as_text_transfer(const std::string& bytes) {
  std::string out;
  for (const char c : bytes) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

std::string cut_after(const std::string& bytes, double share) {
  return bytes.substr(0, static_cast<std::size_t>(share * static_cast<double>(bytes.size())));
}

std::string without_directory(const std::string& bytes) {
  const std::size_t table = bytes.rfind("\nxref");
  const std::size_t stream = bytes.rfind("/XRef");
  const std::size_t at = table != std::string::npos ? table : bytes.rfind("\nendobj", stream);
  return bytes.substr(0, at);
}

std::filesystem::path stored(const std::string& bytes, const std::string& name) {
  const auto path = temporary_file(name);
  write_file(path, bytes);
  return path;
}

std::filesystem::path packed_pdf(const std::filesystem::path& path, const std::string& name) {
  const auto packed = temporary_file(name);
  QPDF document;
  document.processFile(path.c_str());
  QPDFWriter writer(document, packed.c_str());
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.write();
  return packed;
}

}  // namespace prongsai::testing
