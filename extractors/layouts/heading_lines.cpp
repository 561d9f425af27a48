#include "extractors/layouts/heading_lines.hpp"

#include <algorithm>

#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {

bool states_a_figure(std::string_view text) {
  return std::ranges::any_of(text::find_numbers(text), [](const auto& number) { return number.decimals > 0; });
}

bool is_heading_line(const Paragraph& paragraph) {
  constexpr std::size_t kLongest = 100;  // code points
  const bool line =
      paragraph.lines.size() == 1 && text::length(paragraph.text) <= kLongest && !states_a_figure(paragraph.text);
  return line && (paragraph.lines.front().bold || paragraph.centred);
}

}  // namespace prongsai::layouts
