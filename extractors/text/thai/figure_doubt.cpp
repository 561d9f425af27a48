#include "extractors/text/thai/figure_doubt.hpp"

#include <algorithm>

#include "extractors/text/find/numbers.hpp"

namespace prongsai::text {
namespace {

// Figures of fewer digits stand on a page too often by chance.
constexpr std::size_t kTelling = 3;

// OCR may part a figure in two words, or find a list number glued to it.
bool share(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

}  // namespace

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : ascii_digits(text)) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

bool figure_is_doubted(const std::vector<DoubtfulWord>& words, const Evidence& at, std::string_view figure) {
  const std::string wanted = digits_of(figure);
  return std::any_of(words.begin(), words.end(), [&](const DoubtfulWord& word) {
    if (word.alternative.empty()) return false;
    const std::string has = digits_of(word.text);
    const int pages_on = word.at.page_no - at.page_no;
    if (has == wanted && wanted.size() >= kTelling && (pages_on == 0 || pages_on == 1)) return true;
    return pages_on == 0 && at.box.contains(word.at.box.centre()) && share(has, wanted);
  });
}

}  // namespace prongsai::text
