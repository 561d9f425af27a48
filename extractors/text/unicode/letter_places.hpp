// Where the letters of a text stand in what was made of it: repaired, joined to one line, trimmed.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace prongsai::text {

// A stretch of a text, bytes.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Letters that both texts have in the same order are told from each other; what stands between two of them in the one
// is what stands between them in the other. Digits are exact: no repair changes one, so the third digit of the one text
// is the third of the other.
class LetterPlaces {
 public:
  LetterPlaces(std::string_view from, std::string_view to);

  // What [begin, end) of `from` has become in `to`, without blanks at its ends; empty where nothing is left of it.
  [[nodiscard]] Stretch of(std::size_t begin, std::size_t end) const;

 private:
  std::string_view to_;
  std::vector<std::size_t> bytes_;     // where each letter of `from` begins, and where it ends
  std::vector<std::size_t> place_;     // its letter in `to`, or npos
  std::vector<std::size_t> to_bytes_;  // as bytes_
};

}  // namespace prongsai::text
