// A hit of the search as a line to read. For this library only.
#pragma once

#include <string>

namespace prongsai::review {

struct Snippet {
  std::string text;          // the hit with some letters before and after it
  bool begins_word = false;  // งบ in งบประมาณ, not in ของบาง
};

// Around the first place of `words` that begins a word, else around their first place. A–Z count as a–z, ๐–๙ as
// 0–9.
[[nodiscard]] Snippet snippet_of(const std::string& text, const std::string& words);

}  // namespace prongsai::review
