#include "extractors/text/find/numbers.hpp"

#include <cassert>
#include <cstdlib>

#include "extractors/text/unicode/spans.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

// Reads digits, commas and a point from one place; pieces of a number in the making.
class NumberReader {
 public:
  // `in_section`: an earlier part of a paragraph's number (๑.๑.๒) stands before, so a point is no decimal point.
  NumberReader(std::string_view text, std::size_t at, bool in_section = false)
      : text_(text), at_(at), in_section_(in_section) {}

  Number read() {
    Number number;
    number.begin = at_;
    read_whole();
    number.decimals = read_decimals();
    number.end = at_;
    number.value = std::strtod(ascii_.c_str(), nullptr);
    number.thai_digits = thai_;
    return number;
  }

 private:
  // How many digits stand at a place; their bytes are given in `size`.
  int digits_at(std::size_t at, std::size_t& size) const {
    int count = 0;
    size = 0;
    while (at + size < text_.size()) {
      const CodePoint point = code_point_at(text_, at + size);
      if (!is_digit(point.value)) break;
      size += point.size;
      ++count;
    }
    return count;
  }

  void take(std::size_t size) {
    for (const std::size_t end = at_ + size; at_ < end;) {
      const CodePoint point = code_point_at(text_, at_);
      thai_ = thai_ || is_thai_digit(point.value);
      ascii_.push_back(static_cast<char>('0' + digit_value(point.value)));
      at_ = point.end();
    }
  }

  // 1–3 digits before a comma are a group only when every comma is followed by exactly three.
  void read_whole() {
    std::size_t size = 0;
    const int first = digits_at(at_, size);
    take(size);
    bool grouped = first <= 3;
    while (grouped && at_ < text_.size() && text_[at_] == ',') {
      grouped = digits_at(at_ + 1, size) == 3;
      if (!grouped) break;
      ++at_;
      take(size);
    }
  }

  // A point is decimal when digits follow, and when no second point does: ๑.๑.๒ is a paragraph's number.
  int read_decimals() {
    std::size_t size = 0;
    if (at_ >= text_.size() || text_[at_] != '.') return 0;
    const int count = digits_at(at_ + 1, size);
    const std::size_t after = at_ + 1 + size;
    std::size_t next_size = 0;
    const bool section = after < text_.size() && text_[after] == '.' && digits_at(after + 1, next_size) > 0;
    if (count == 0 || section || in_section_) return 0;
    ++at_;
    ascii_.push_back('.');
    take(size);
    return count;
  }

  std::string_view text_;
  std::size_t at_;
  bool in_section_;
  std::string ascii_;
  bool thai_ = false;
};

}  // namespace

std::string ascii_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_thai_digit(point.value)) {
      out.push_back(static_cast<char>('0' + digit_value(point.value)));
    } else {
      out.append(text.substr(at, point.size));
    }
    at = point.end();
  }
  return out;
}

std::vector<Number> find_numbers(std::string_view text) {
  std::vector<Number> numbers;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_digit(point.value)) {
      at = point.end();
      continue;
    }
    const bool in_section = !numbers.empty() && numbers.back().end + 1 == at && text[at - 1] == '.';
    numbers.push_back(NumberReader(text, at, in_section).read());
    at = numbers.back().end;
  }
  assert(are_apart_in_order(numbers, text.size()));
  return numbers;
}

std::optional<Number> parse_number(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_blank(code_point_at(text, begin).value)) begin = code_point_at(text, begin).end();
  if (begin == text.size() || !is_digit(code_point_at(text, begin).value)) return std::nullopt;
  const Number number = NumberReader(text, begin).read();
  for (std::size_t at = number.end; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_blank(point.value)) return std::nullopt;
    at = point.end();
  }
  return number;
}

}  // namespace prongsai::text
