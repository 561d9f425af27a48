// Text for a terminal: widths in columns, and nothing from an untrusted file that could steer the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::cli {

// Control characters (escape sequences, line breaks, direction overrides) as visible signs.
[[nodiscard]] std::string printable(std::string_view text);

// Columns that the text takes: Thai vowels and tone marks above and below take none.
[[nodiscard]] std::size_t width_of(std::string_view text);

// Filled with blanks, or cut with …, to exactly `width` columns.
[[nodiscard]] std::string fit(std::string_view text, std::size_t width);

// Broken into lines of at most `width` columns, between words; Thai words by dictionary.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

// To standard output: a label in `label_width` columns behind `indent` blanks, and the text beside it, which goes on
// under itself. Nothing of an empty text.
void write_beside(std::string_view label, std::string_view text, std::size_t label_width, std::size_t indent = 0);

// Columns of the terminal on standard output; 100 where it is none.
[[nodiscard]] std::size_t terminal_width();

}  // namespace prongsai::cli
