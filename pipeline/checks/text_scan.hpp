// Looking for words in Thai text as reports print it: spaces may fall anywhere, even inside a word, and items run
// together. Searching is therefore done on the text without its blanks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::checks {

// A text without its blanks and invisible characters, and where each byte of it stood.
struct Squeezed {
  std::string text;
  std::vector<std::size_t> origin;  // one a byte of `text`, and one more: the original's length

  [[nodiscard]] std::size_t size() const { return text.size(); }
};

[[nodiscard]] Squeezed squeeze(std::string_view text);
[[nodiscard]] std::string without_blanks(std::string_view text);

// A place in a squeezed text, byte offsets.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// All places of any of the phrases (written without blanks), in order; where two begin together the longer counts.
[[nodiscard]] std::vector<Span> find_phrases(std::string_view squeezed, const std::vector<std::string>& phrases);
[[nodiscard]] bool contains_any(std::string_view squeezed, const std::vector<std::string>& phrases);
[[nodiscard]] bool begins_with_any(std::string_view squeezed, const std::vector<std::string>& phrases);
[[nodiscard]] bool ends_with_any(std::string_view squeezed, const std::vector<std::string>& phrases);

// Nothing but blanks, dots, dashes, dotted lines and bullets: a blank of the form that nobody filled.
[[nodiscard]] bool is_unfilled(std::string_view text);

// Without the marks and vowels at its beginning that belong to a letter cut off before it.
[[nodiscard]] std::string_view from_whole_letter(std::string_view text);

// The words around a place, for evidence: cut at blanks or, where there are none, between characters.
// `around`: code points kept before and after.
[[nodiscard]] std::string excerpt(std::string_view text, Span place, std::size_t around);

// The first `most` code points, with … when there is more.
[[nodiscard]] std::string clip(std::string_view text, std::size_t most);

// The last `count` code points before a byte offset.
[[nodiscard]] std::string_view before(std::string_view text, std::size_t at, std::size_t count);
// The first `count` code points from a byte offset.
[[nodiscard]] std::string_view after(std::string_view text, std::size_t at, std::size_t count);

}  // namespace prongsai::checks
