#include "extractors/tables/marks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/tables/clusters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

constexpr std::size_t kLongest = 4;  // code points of a mark: ๑,๒

// All in sizes of the word that the mark hangs on.
constexpr double kSmaller = 0.9;
constexpr double kLeastRise = 0.2;  // of its baseline; word processors raise by a third
constexpr double kMostRise = 0.9;
constexpr double kMostRiseScanned = 0.5;  // such a box is two and a half letters high
constexpr double kOverlap = 0.3;          // sideways, in the mark's own sizes: italic hosts, marks set close
constexpr double kWidestGap = 0.6;
constexpr double kWidestGapScanned = 0.2;  // boxes as high as their ink rise and fall; a figure behind a blank is one

constexpr std::u32string_view kSigns = U"*†‡§¶#¹²³⁰⁴⁵⁶⁷⁸⁹";
constexpr std::u32string_view kSuperscripts = U"¹²³⁰⁴⁵⁶⁷⁸⁹";
constexpr std::u32string_view kGlue = U",()";

bool is_in(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool can_be_mark(const std::string& utf8) {
  const std::u32string codes = text::to_utf32(utf8);
  if (codes.empty() || codes.size() > kLongest) return false;
  const auto counts = [](char32_t c) { return text::is_digit(c) || is_in(kSigns, c); };
  return std::any_of(codes.begin(), codes.end(), counts) &&
         std::all_of(codes.begin(), codes.end(), [&](char32_t c) { return counts(c) || is_in(kGlue, c); });
}

double baseline(const Word& word) {
  return word.box.y0 + kBaselineShare * word.box.height();
}

// Points; a scan tells no font's size, but sets the height of its words' boxes by their letters.
double size_of(const Word& word) {
  return word.font_size > 0 ? word.font_size : word.box.height();
}

bool hangs_on(const Word& mark, const Word& host) {
  const double size = size_of(host);
  if (host.rotation != mark.rotation || size_of(mark) > kSmaller * size) return false;
  const double rise = baseline(host) - baseline(mark);
  const double gap = mark.box.x0 - host.box.x1;
  const bool scanned = host.font_size <= 0;
  const double widest = scanned ? kWidestGapScanned : kWidestGap;
  const double highest = scanned ? kMostRiseScanned : kMostRise;
  return rise >= kLeastRise * size && rise <= highest * size && gap >= -kOverlap * size_of(mark) &&
         gap <= widest * size;
}

bool begins_fraction(const Word& mark, const std::vector<Word>& words) {
  return std::any_of(words.begin(), words.end(), [&](const Word& next) {
    const bool stroke = next.text.starts_with("/") || next.text.starts_with("⁄");
    const double gap = next.box.x0 - mark.box.x1;
    return stroke && std::abs(gap) < 0.3 * size_of(mark) && next.box.y0 < mark.box.y1 && next.box.y1 > mark.box.y0;
  });
}

// Small print in the next column hangs on nothing.
bool is_parted(const Word& mark, const Word& host, const std::vector<Ruling>& rulings) {
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& rule) {
    const double x = rule.box.centre().x;
    return !rule.horizontal && rule.box.y0 < mark.box.y1 && rule.box.y1 > mark.box.y0 && x < mark.box.centre().x &&
           x > host.box.centre().x;
  });
}

bool is_mark(const Page& page, const Word& word) {
  if (!can_be_mark(word.text) || begins_fraction(word, page.words)) return false;
  return std::any_of(page.words.begin(), page.words.end(), [&](const Word& host) {
    return &host != &word && hangs_on(word, host) && !is_parted(word, host, page.rulings);
  });
}

void put_aside(Page& page, std::string text, const Box& box) {
  page.asides.push_back({page.page_no, Aside::Kind::mark, std::move(text), box});
}

// Superscript signs at a word's end. Behind the letter of a unit they are its power (ม², m²).
void cut_superscripts(Page& page, Word& word) {
  std::u32string codes = text::to_utf32(word.text);
  std::size_t end = codes.size();
  while (end > 0 && is_in(kSuperscripts, codes[end - 1])) --end;
  if (end == codes.size() || end == 0) return;
  // Thai of an old code page read as Latin-1 has these signs for letters.
  if (std::any_of(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(end),
                  [](char32_t c) { return c >= 0x80 && c <= 0xFF; })) {
    return;
  }
  if (codes[end - 1] == U'm' || codes[end - 1] == U'ม' || codes[end - 1] == U'.') return;
  Box box = word.box;
  if (word.chars.size() == codes.size()) {
    box = word.chars[end];
    for (std::size_t i = end; i < codes.size(); ++i) box = unite(box, word.chars[i]);
    word.chars.resize(end);
    word.box.x1 = std::max(word.box.x0, word.chars.back().x1);
  }
  put_aside(page, text::to_utf8(codes.substr(end)), box);
  codes.resize(end);
  word.text = text::to_utf8(codes);
}

}  // namespace

void take_marks(Page& page) {
  std::vector<std::size_t> marks;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    if (is_mark(page, page.words[i])) marks.push_back(i);
  }
  for (const std::size_t i : marks) put_aside(page, page.words[i].text, page.words[i].box);
  for (auto i = marks.rbegin(); i != marks.rend(); ++i) {
    page.words.erase(page.words.begin() + static_cast<std::ptrdiff_t>(*i));
  }
  for (Word& word : page.words) cut_superscripts(page, word);
}

}  // namespace prongsai::tables
