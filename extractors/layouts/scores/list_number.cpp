#include "extractors/layouts/scores/list_number.hpp"

#include <cstddef>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {

std::string_view without_list_number(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto point = text::code_point_at(text, at);
    const bool mark = point.value == U'.' || point.value == U')' || point.value == U'(' || text::is_blank(point.value);
    if (!text::is_digit(point.value) && !mark) break;
    at = point.end();
  }
  return text.substr(at);
}

}  // namespace prongsai::layouts::scores
