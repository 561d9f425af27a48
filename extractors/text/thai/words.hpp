// Thai words, which are written without spaces between them, and the key that a search compares by.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::text {

struct WordSpan {
  std::size_t begin = 0;  // byte offsets
  std::size_t end = 0;
};

// Where the words and numbers stand: blanks and punctuation are left out. Thai is cut by ICU's dictionary, whose
// cuts change from one ICU version to the next: never store them as keys. Thread-safe.
[[nodiscard]] std::vector<WordSpan> word_spans(std::string_view text);

[[nodiscard]] std::vector<std::string> words(std::string_view text);

// For full-text search, of documents and queries alike: repaired, Thai digits as 0–9, Latin letters small, words
// with one blank between them.
[[nodiscard]] std::string search_key(std::string_view text);

}  // namespace prongsai::text
