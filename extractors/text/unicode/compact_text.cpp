#include "extractors/text/unicode/compact_text.hpp"

#include <cassert>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {

CompactText compact(std::string_view text) {
  CompactText out;
  out.letters.reserve(text.size() / 2);
  out.begin.reserve(text.size() / 2);
  out.end.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at = point.end();
    if (is_blank(point.value)) continue;
    const char32_t c = point.value;
    out.letters.push_back(is_thai_digit(c) ? U'0' + static_cast<char32_t>(digit_value(c)) : c);
    out.begin.push_back(point.begin);
    out.end.push_back(point.end());
  }
  assert(out.begin.size() == out.letters.size() && out.end.size() == out.letters.size());
  return out;
}

}  // namespace prongsai::text
