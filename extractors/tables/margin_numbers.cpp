#include "extractors/tables/margin_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

constexpr std::size_t kFewestNumbered = 5;
constexpr std::size_t kMostNumberDigits = 4;
constexpr double kSmallerNumber = 0.85;  // than the text beside it
constexpr double kLeastGap = 0.8;        // to the text, in the number's sizes
constexpr double kSameEdge = 2;          // points between the left or right edges of two numbers
constexpr double kOnOneLine = 0.5;       // of a number's height that its line's words reach over

struct Number {
  std::size_t word = 0;
  int value = 0;
};

class MarginNumbers {
 public:
  explicit MarginNumbers(const Page& page) : page_(&page) {}

  // Indexes of the page's words, from top to bottom.
  [[nodiscard]] std::vector<std::size_t> find() const {
    std::vector<Number> column;
    for (const Number& number : candidates()) {
      if (!column.empty() && !follows(column.back(), number)) {
        if (is_column(column)) break;
        column.clear();
      }
      column.push_back(number);
    }
    std::vector<std::size_t> words;
    if (!is_column(column)) return words;
    for (const Number& number : column) words.push_back(number.word);
    return words;
  }

 private:
  [[nodiscard]] const Word& word(std::size_t i) const { return page_->words[i]; }

  [[nodiscard]] std::vector<Number> candidates() const {
    std::vector<Number> numbers;
    for (std::size_t i = 0; i < page_->words.size(); ++i) {
      const auto value = value_of(word(i));
      if (value && leads_its_line(word(i))) numbers.push_back({i, *value});
    }
    std::ranges::stable_sort(numbers, {}, [&](const Number& number) { return word(number.word).box.y0; });
    return numbers;
  }

  static std::optional<int> value_of(const Word& word) {
    if (word.font_size <= 0 || word.rotation != 0) return std::nullopt;
    const std::u32string codes = text::to_utf32(word.text);
    if (codes.empty() || codes.size() > kMostNumberDigits || !std::ranges::all_of(codes, text::is_digit))
      return std::nullopt;
    const auto number = text::parse_number(word.text);
    return number ? std::optional(static_cast<int>(number->value)) : std::nullopt;
  }

  static bool on_one_line(const Word& number, const Word& other) {
    const double shared = std::min(number.box.y1, other.box.y1) - std::max(number.box.y0, other.box.y0);
    return shared >= kOnOneLine * number.box.height();
  }

  // Nothing stands left of it, and its line's text, larger, well to the right.
  [[nodiscard]] bool leads_its_line(const Word& number) const {
    const Word* next = nullptr;
    for (const Word& other : page_->words) {
      if (&other == &number || !on_one_line(number, other)) continue;
      if (other.box.x0 < number.box.x1) return false;
      if (next == nullptr || other.box.x0 < next->box.x0) next = &other;
    }
    return next != nullptr && next->box.x0 - number.box.x1 >= kLeastGap * number.font_size &&
           number.font_size <= kSmallerNumber * next->font_size;
  }

  [[nodiscard]] bool follows(const Number& above, const Number& number) const {
    const Box& a = word(above.word).box;
    const Box& b = word(number.word).box;
    return number.value == above.value + 1 &&
           (std::abs(a.x0 - b.x0) <= kSameEdge || std::abs(a.x1 - b.x1) <= kSameEdge);
  }

  // Enough of them, and no line without.
  [[nodiscard]] bool is_column(const std::vector<Number>& numbers) const {
    if (numbers.size() < kFewestNumbered) return false;
    const double top = word(numbers.front().word).box.y0;
    const double bottom = word(numbers.back().word).box.y1;
    return std::ranges::all_of(page_->words, [&](const Word& other) {
      const double middle = other.box.centre().y;
      return middle < top || middle > bottom ||
             std::ranges::any_of(numbers, [&](const Number& number) { return on_one_line(word(number.word), other); });
    });
  }

  const Page* page_;
};

}  // namespace

void take_margin_numbers(Page& page) {
  std::vector<std::size_t> numbers = MarginNumbers(page).find();
  for (const std::size_t i : numbers)
    page.asides.push_back({page.page_no, Aside::Kind::mark, page.words[i].text, page.words[i].box});
  std::ranges::sort(numbers);
  for (auto i = numbers.rbegin(); i != numbers.rend(); ++i)
    page.words.erase(page.words.begin() + static_cast<std::ptrdiff_t>(*i));
}

}  // namespace prongsai::tables
