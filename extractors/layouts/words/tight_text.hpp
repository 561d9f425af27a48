// A text without its blanks and with Thai digits as 0–9, that still knows where each letter stood. Thai puts blanks
// freely, and line ends add more: every search for a phrase works on this form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::layouts {

class TightText {
 public:
  explicit TightText(std::string_view text);

  [[nodiscard]] const std::string& text() const { return tight_; }

  // Byte offsets from the tight text to the original and back. The end of either maps to the end of the other.
  [[nodiscard]] std::size_t original(std::size_t at) const;
  [[nodiscard]] std::size_t tight(std::size_t original_at) const;

 private:
  std::string tight_;
  std::vector<std::size_t> origin_;  // one a byte of tight_, then the original's length
};

// The tight form alone.
[[nodiscard]] std::string tight(std::string_view text);
[[nodiscard]] std::vector<std::string> tight_all(const std::vector<std::string>& texts);

// Whether the tight text is, contains, begins or ends with any of the words (given tight).
[[nodiscard]] bool is_any(std::string_view tight_text, const std::vector<std::string>& words);
[[nodiscard]] bool contains_any(std::string_view tight_text, const std::vector<std::string>& words);
[[nodiscard]] std::size_t begins_with_any(std::string_view tight_text,
                                          const std::vector<std::string>& words);                             // length
[[nodiscard]] std::size_t ends_with_any(std::string_view tight_text, const std::vector<std::string>& words);  // length

// Where the last of these words stands in the tight text; npos where none does.
[[nodiscard]] std::size_t last_of(std::string_view tight_text, const std::vector<std::string>& words);

// The text without what stands in round or square brackets: "IIT (30)" is "IIT ".
[[nodiscard]] std::string outside_brackets(std::string_view text);

// The tight text with all places of the words taken out, one word after the other.
[[nodiscard]] std::string without_any(std::string tight_text, const std::vector<std::string>& words);

// Whether a blank stands at a byte of the text; none stands at its end.
[[nodiscard]] bool is_blank_at(std::string_view text, std::size_t at);

// Of UTF-8: a byte of another letter is none.
[[nodiscard]] bool is_latin_letter_or_digit(char c);

// Nothing but what a form leaves for an entry: blanks, dots, dashes. A tick or its box (☑) is an entry.
[[nodiscard]] bool is_blank_text(std::string_view text);

// Neither a letter nor a digit in it: bullets, boxes, commas, brackets, blanks.
[[nodiscard]] bool separators_only(std::string_view text);

// Blanks, colons and leading or trailing runs of dots and dashes off a form's entry.
[[nodiscard]] std::string trim_entry(std::string_view text);

}  // namespace prongsai::layouts
