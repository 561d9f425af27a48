#include "pipeline/stages/model_letters.hpp"

#include <array>
#include <cstdint>
#include <sstream>
#include <string_view>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/stages/files/file_bytes.hpp"

namespace prongsai::stages {
namespace {

// A .traineddata file is a table of parts: their number (32 bits, little-endian), then one offset a part (64 bits, -1
// for a missing part), then the parts. Part 21 is the alphabet of the LSTM network: a count, then a line each, whose
// first word is the unichar. (Tesseract, ccutil/tessdatamanager.h)
constexpr std::size_t kAlphabetPart = 21;
constexpr std::size_t kMaxParts = 64;

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes.at(at + i))} << (8 * i);
  }
  return value;
}

// The bytes of the alphabet; empty where the file is not of that form.
std::string_view alphabet_of(std::string_view bytes) {
  if (bytes.size() < 4) return {};
  const std::uint64_t parts = little_endian(bytes, 0, 4);
  if (parts <= kAlphabetPart || parts > kMaxParts || bytes.size() < 4 + parts * 8) return {};
  const auto offset = [&](std::size_t part) { return little_endian(bytes, 4 + part * 8, 8); };
  const std::uint64_t begin = offset(kAlphabetPart);
  if (begin >= bytes.size()) return {};  // also -1, a missing part
  std::uint64_t end = bytes.size();
  for (std::size_t part = 0; part < parts; ++part) {
    if (offset(part) > begin && offset(part) < end) end = offset(part);
  }
  return bytes.substr(begin, end - begin);
}

struct Range {
  const char* name;
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 5> kRanges = {{{"Thai letters", U'ก', U'ฮ'},
                                           {"Thai digits", U'๐', U'๙'},
                                           {"digits", U'0', U'9'},
                                           {"Latin capitals", U'A', U'Z'},
                                           {"Latin small letters", U'a', U'z'}}};
constexpr std::u32string_view kVowelsAndMarks = U"ะัาำิีึืฺุูเแโใไๆ็่้๊๋์";

template <typename Count>
std::string share(const std::string& name, Count have, Count all) {
  return name + " " + std::to_string(have) + " of " + std::to_string(all);
}

}  // namespace

Result<std::set<char32_t>> model_letters(const std::filesystem::path& traineddata) {
  const auto bytes = file_bytes(traineddata);
  if (!bytes) return Failure{"", "the model " + bytes.failure().message};
  std::istringstream lines{std::string(alphabet_of(bytes.value()))};
  std::string line;
  std::getline(lines, line);  // the count
  std::set<char32_t> letters;
  while (std::getline(lines, line)) {
    for (const text::CodePoint& point : text::code_points(line.substr(0, line.find(' ')))) letters.insert(point.value);
  }
  if (letters.empty()) return Failure{"", "it is no LSTM model"};
  return letters;
}

std::string describe_letters(const std::set<char32_t>& letters) {
  std::string text;
  for (const Range& range : kRanges) {
    int have = 0;
    for (char32_t c = range.first; c <= range.last; ++c) have += letters.contains(c) ? 1 : 0;
    text += (text.empty() ? "" : ", ") + share(range.name, have, static_cast<int>(range.last - range.first) + 1);
  }
  std::size_t marks = 0;
  for (const char32_t c : kVowelsAndMarks) marks += letters.contains(c) ? 1 : 0;
  return text + ", " + share("Thai vowels and marks", marks, kVowelsAndMarks.size());
}

}  // namespace prongsai::stages
