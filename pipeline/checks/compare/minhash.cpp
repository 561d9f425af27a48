#include "pipeline/checks/compare/minhash.hpp"

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::checks {
namespace {

// Bits well mixed, so that neighbouring texts get unrelated hashes (the finaliser of MurmurHash3).
std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 33U;
  x *= 0xFF51AFD7ED558CCDULL;
  x ^= x >> 33U;
  x *= 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33U);
}

}  // namespace

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    at = c.end();
    if (text::is_thai_letter(c.value) && !text::is_thai_mark(c.value)) {
      letters += c.value;
    } else if (c.value >= U'A' && c.value <= U'Z') {
      letters += c.value - U'A' + U'a';
    } else if (text::is_latin_letter(c.value)) {
      letters += c.value;
    }
  }
  return letters;
}

std::vector<std::uint64_t> shingles_of(std::u32string_view letters, std::size_t length) {
  std::vector<std::uint64_t> out;
  if (length == 0 || letters.size() < length) return out;
  out.reserve(letters.size() - length + 1);
  for (std::size_t i = 0; i + length <= letters.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = 0; j < length; ++j) hash = mixed(hash ^ (letters[i + j] + 0x9E3779B97F4A7C15ULL * (j + 1)));
    out.push_back(hash);
  }
  return out;
}

}  // namespace prongsai::checks
