// Whether a text says anything in words: figures, rules, hashes and stray marks alone do not.
#pragma once

#include <algorithm>
#include <string_view>

#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {

[[nodiscard]] inline bool has_letters(std::string_view text) {
  return std::ranges::any_of(code_points(text),
                             [](const CodePoint& c) { return is_thai_letter(c.value) || is_latin_letter(c.value); });
}

}  // namespace prongsai::text
