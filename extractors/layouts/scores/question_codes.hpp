// Codes of single questions and items: i1 … i30, e1 … e15, o1 … o35.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/text/find/item_codes.hpp"

namespace prongsai::layouts::scores {

struct QuestionCode {
  std::string code;     // "I4"
  std::size_t end = 0;  // byte offset behind it
};

// "i1", "E๑๐", "ข้อ o29 การส่งเสริม…": a code that a text without blanks begins with, the word for a question before it
// or not.
[[nodiscard]] std::optional<QuestionCode> leading_question(std::string_view tight_text, const text::ItemRanges& ranges);

}  // namespace prongsai::layouts::scores
