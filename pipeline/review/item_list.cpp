#include "pipeline/review/item_list.hpp"

#include <algorithm>
#include <vector>

#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/unicode/joined.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

// 0-9, ๐-๙.
bool has_digit(const std::string& text) {
  if (text.find_first_of("0123456789") != std::string::npos) return true;
  constexpr std::size_t kBytes = 3;
  for (std::size_t at = text.find("\xE0\xB9"); at != std::string::npos; at = text.find("\xE0\xB9", at + kBytes)) {
    const auto last = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) : 0;
    if (last >= 0x90 && last <= 0x99) return true;
  }
  return false;
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
