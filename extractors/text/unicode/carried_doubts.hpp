// Doubts of a text, as doubts of what was made of it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "models/certainty.hpp"

namespace prongsai::text {

// `doubts` of `from`, in `to`, which is the same text repaired, joined to one line or trimmed. What `to` has nothing of
// is left out.
[[nodiscard]] Doubts carried(const Doubts& doubts, std::string_view from, std::string_view to);

// A text that is put together from pieces, with their doubts.
struct DoubtedText {
  std::string text;
  Doubts doubts;

  // On a line of its own.
  void add_line(std::string_view line, const Doubts& of_line);
};

}  // namespace prongsai::text
