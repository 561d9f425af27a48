#include "extractors/source/image/rulings_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

double overlap(double a0, double a1, double b0, double b1) {
  return std::max(0.0, std::min(a1, b1) - std::max(a0, b0));
}

// The lower half of a line's box: its baseline and what hangs below. Rulings between two lines of a table lie lower
// than any box, and those above a line lie higher.
bool in_lower_half(const Word& word, double y) {
  return y > word.box.y0 + 0.45 * word.box.height() && y < word.box.y1 + 0.5;
}

// How much of the ruling's length stands under (leader or any) characters.
struct Company {
  double words = 0;    // length under words whose lower half it crosses
  double leaders = 0;  // of these, under leader characters
};

void keep_company(const Ruling& ruling, const Word& word, Company& company) {
  const double common = overlap(ruling.box.x0, ruling.box.x1, word.box.x0, word.box.x1);
  if (common <= 0 || !in_lower_half(word, ruling.box.centre().y)) return;
  company.words += common;
  const auto points = text::code_points(word.text);
  for (std::size_t i = 0; i < points.size() && i < word.chars.size(); ++i) {
    if (text::is_leader(points[i].value)) {
      company.leaders += overlap(ruling.box.x0, ruling.box.x1, word.chars[i].x0, word.chars[i].x1);
    }
  }
}

bool is_leader_line(const Ruling& ruling, const std::vector<Word>& words) {
  Company company;
  for (const Word& word : words) keep_company(ruling, word, company);
  return company.leaders > 0.6 * ruling.box.width();
}

// Under words from end to end, and not far longer than they are.
bool is_underline(const Ruling& ruling, const std::vector<Word>& words, const std::vector<Ruling>& rulings) {
  Company company;
  for (const Word& word : words) keep_company(ruling, word, company);
  if (company.words < 0.9 * ruling.box.width()) return false;
  constexpr double kTouch = 3;
  return std::none_of(rulings.begin(), rulings.end(), [&](const Ruling& other) {
    const double x = other.box.centre().x;
    const bool at_end = std::abs(x - ruling.box.x0) < kTouch || std::abs(x - ruling.box.x1) < kTouch;
    const double y = ruling.box.centre().y;
    return !other.horizontal && at_end && y > other.box.y0 - kTouch && y < other.box.y1 + kTouch;
  });
}

// Not longer than the word's box is high: an upright of a tall letter.
bool is_letter_stroke(const Ruling& ruling, const std::vector<Word>& words) {
  if (ruling.horizontal) return false;
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return ruling.box.y0 >= word.box.y0 - 1 && ruling.box.y1 <= word.box.y1 + 1 && ruling.box.x0 > word.box.x0 &&
           ruling.box.x1 < word.box.x1;
  });
}

}  // namespace

void drop_text_lines(std::vector<Ruling>& rulings, const std::vector<Word>& words) {
  const std::vector<Ruling> all = rulings;
  std::erase_if(rulings, [&](const Ruling& ruling) {
    if (!ruling.horizontal) return is_letter_stroke(ruling, words);
    return is_leader_line(ruling, words) || is_underline(ruling, words, all);
  });
}

}  // namespace prongsai::source
