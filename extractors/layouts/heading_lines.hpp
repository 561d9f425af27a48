// Lines by themselves that look like headings.
#pragma once

#include <string_view>

#include "models/document.hpp"

namespace prongsai::layouts {

// Whether a text holds a number with decimals: the figure of a score, a sum of money.
[[nodiscard]] bool states_a_figure(std::string_view text);

// A short line, bold or centred, without a figure.
[[nodiscard]] bool is_heading_line(const Paragraph& paragraph);

}  // namespace prongsai::layouts
