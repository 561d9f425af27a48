#include "pipeline/review/item_list.hpp"

#include <algorithm>
#include <vector>

#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/unicode/joined.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

bool has_digit(const std::string& text) {
  return std::ranges::any_of(text::code_points(text),
                             [](const text::CodePoint& point) { return text::is_digit(point.value); });
}

}  // namespace

std::string item_list(const std::string& typed) {
  std::vector<std::string> codes;
  std::string rest;
  std::size_t from = 0;
  for (const text::ItemCode& found : text::find_item_codes(typed, text::kAnyItem, true)) {
    rest += typed.substr(from, found.begin - from) + ' ';
    from = found.end;
    if (std::ranges::find(codes, found.code) == codes.end()) codes.push_back(found.code);
  }
  rest += typed.substr(from);
  if (codes.empty() || has_digit(rest)) throw store::NoSuchTarget("items are written as O34, O35");
  return text::joined(codes, ",");
}

std::string item_code(const std::string& typed) {
  return text::parse_item_code(typed, text::kAnyItem).value_or(typed);
}

}  // namespace prongsai::review
