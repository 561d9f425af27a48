#include "extractors/text/thai/seen_sara.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

// Letters on each side that must be found again in the reading, all but one of them; and the fewest there must be.
constexpr std::size_t kWindow = 4;
constexpr std::size_t kFewestSeen = 3;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// A text without its marks and blanks, which the layer damages and recognition loses first. ำ is compared as า.
struct Skeleton {
  std::u32string letters;
  std::vector<bool> am;           // for each: it is a ำ
  std::vector<std::size_t> from;  // for each: the code point it came from
};

bool is_ring_of(const std::u32string& codes, std::size_t aa) {
  for (std::size_t back = 1; back <= 2 && back <= aa; ++back) {
    if (codes[aa - back] == kNikhahit) return true;
    if (!is_thai_tone(codes[aa - back])) return false;
  }
  return false;
}

Skeleton skeleton_of(std::string_view text) {
  Skeleton out;
  const std::u32string codes = to_utf32(text);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const char32_t c = codes[i];
    const bool private_use = c >= 0xE000 && c <= 0xF8FF;  // marks of old fonts, seldom a letter
    if (is_thai_mark(c) || is_blank(c) || is_invisible(c) || private_use) continue;
    out.letters.push_back(c == kSaraAm ? kSaraAa : c);
    out.am.push_back(c == kSaraAm || (c == kSaraAa && is_ring_of(codes, i)));
    out.from.push_back(i);
  }
  return out;
}

// Also the lowered and shifted ones of old fonts (see glyphs.cpp).
bool is_tone(char32_t c) {
  return is_thai_tone(c) || (c >= 0xF705 && c <= 0xF70E) || (c >= 0xF713 && c <= 0xF717);
}

// How many tone marks stand between letter `p` and the one before it.
std::ptrdiff_t tones_before(std::string_view text, const Skeleton& skeleton, std::size_t p) {
  const std::u32string codes = to_utf32(text);
  const auto at = [&](std::size_t i) { return codes.begin() + static_cast<std::ptrdiff_t>(i); };
  return std::count_if(at(p == 0 ? 0 : skeleton.from[p - 1]), at(skeleton.from[p]), is_tone);
}

// For each letter of `a` the letter of `b` that stands for it when as few as possible are changed; kNone where none
// does or another one does.
std::vector<std::size_t> align(const std::u32string& a, const std::u32string& b) {
  const std::size_t cols = b.size() + 1;
  std::vector<int> cost((a.size() + 1) * cols);
  const auto at = [&](std::size_t i, std::size_t j) -> int& { return cost[i * cols + j]; };
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j < cols; ++j) {
      if (i == 0 || j == 0)
        at(i, j) = static_cast<int>(i + j);
      else
        at(i, j) = std::min({at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1});
    }
  }
  std::vector<std::size_t> pair(a.size(), kNone);
  for (std::size_t i = a.size(), j = b.size(); i > 0 && j > 0;) {
    const bool same = a[i - 1] == b[j - 1];
    if (at(i, j) == at(i - 1, j - 1) + (same ? 0 : 1)) {
      --i;
      --j;
      if (same) pair[i] = j;
    } else if (at(i, j) == at(i - 1, j) + 1) {
      --i;
    } else {
      --j;
    }
  }
  return pair;
}

// The letters around `p` stand in the reading as they do in the layer: both neighbours, and all but one within reach.
bool follows(const std::vector<std::size_t>& pair, std::size_t p) {
  const std::size_t begin = p > kWindow ? p - kWindow : 0;
  const std::size_t end = std::min(p + kWindow + 1, pair.size());
  if (end - begin < kFewestSeen || pair[p] == kNone) return false;
  std::size_t astray = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const bool kept = pair[i] != kNone && pair[i] + p == pair[p] + i;
    if (!kept && i + 1 >= p && i <= p + 1) return false;
    if (!kept) ++astray;
  }
  return astray <= 1;
}

}  // namespace

std::optional<char32_t> seen_sara(std::string_view layer, std::size_t place, std::string_view reading) {
  const Skeleton known = skeleton_of(layer);
  const auto found = std::find(known.from.begin(), known.from.end(), place);
  if (found == known.from.end()) return std::nullopt;
  const auto p = static_cast<std::size_t>(found - known.from.begin());
  if (known.letters[p] != kSaraAa) return std::nullopt;
  const Skeleton seen = skeleton_of(reading);
  const std::vector<std::size_t> pair = align(known.letters, seen.letters);
  if (!follows(pair, p)) return std::nullopt;
  if (tones_before(layer, known, p) != tones_before(reading, seen, pair[p])) return std::nullopt;
  return seen.am[pair[p]] ? kSaraAm : kSaraAa;
}

}  // namespace prongsai::text
