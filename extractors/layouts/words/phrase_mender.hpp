// Known phrases in text that was read from pixels, spelt right again: for finding cues, never for storage.
//
// Scans lose the small marks above and below the line first, and now and then a letter. A phrase of known words is
// found by its base letters alone, with at most one of them wrong, and written as it is spelt.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::layouts {

// A mended text that still knows where its parts stood in the text as read.
class MendedText {
 public:
  explicit MendedText(std::size_t source_size) : source_size_(source_size) {}

  [[nodiscard]] const std::string& text() const { return text_; }

  // A byte offset in the mended text → in the text as read: exact outside mended phrases, their beginning inside.
  [[nodiscard]] std::size_t original(std::size_t at) const;

  void copy(std::string_view source, std::size_t begin, std::size_t end);  // as read
  void put(std::string_view phrase, std::size_t original_begin);           // mended

 private:
  struct Piece {
    std::size_t begin = 0;     // in the mended text
    std::size_t original = 0;  // in the text as read
    bool exact = true;
  };
  std::size_t source_size_ = 0;
  std::string text_;
  std::vector<Piece> pieces_;
};

class PhraseMender {
 public:
  PhraseMender() = default;
  // Phrases of fewer than four base letters, or with anything but letters in them, are left alone: too much else looks
  // like them.
  explicit PhraseMender(const std::vector<std::string>& phrases);

  [[nodiscard]] MendedText mend(std::string_view text) const;

 private:
  struct Phrase {
    std::string spelling;
    std::u32string letters;  // without marks
  };
  std::vector<Phrase> phrases_;  // longest first
};

}  // namespace prongsai::layouts
