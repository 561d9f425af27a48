#include "extractors/text/unicode/letter_places.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr std::size_t kNoPlace = static_cast<std::size_t>(-1);
// Pairs of letters that are compared to find the longest common sequence; longer stretches are taken as changed whole.
constexpr std::size_t kMostPairs = 4'000'000;

std::vector<std::size_t> digits_in(const std::u32string& letters) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (is_digit(letters[i])) places.push_back(i);
  }
  return places;
}

// Matches two texts letter by letter.
class Matcher {
 public:
  Matcher(std::u32string from, std::u32string to)
      : from_(std::move(from)), to_(std::move(to)), place_(from_.size(), kNoPlace) {}

  std::vector<std::size_t> match() && {
    const auto digits = digits_in(from_);
    const auto others = digits_in(to_);
    const bool same =
        std::ranges::equal(digits, others, [&](std::size_t a, std::size_t b) { return from_[a] == to_[b]; });
    std::size_t i = 0;
    std::size_t j = 0;
    for (std::size_t k = 0; same && k < digits.size(); ++k) {
      match({i, digits[k]}, {j, others[k]});
      place_[digits[k]] = others[k];
      i = digits[k] + 1;
      j = others[k] + 1;
    }
    match({i, from_.size()}, {j, to_.size()});
    return std::move(place_);
  }

 private:
  void match(Stretch a, Stretch b) {
    while (a.begin < a.end && b.begin < b.end && from_[a.begin] == to_[b.begin]) place_[a.begin++] = b.begin++;
    while (a.begin < a.end && b.begin < b.end && from_[a.end - 1] == to_[b.end - 1]) place_[--a.end] = --b.end;
    if (a.begin == a.end || b.begin == b.end) return;
    if ((a.end - a.begin + 1) <= kMostPairs / (b.end - b.begin + 1)) match_inner(a, b);
  }

  // The longest common sequence.
  void match_inner(Stretch a, Stretch b) {
    const std::size_t rows = a.end - a.begin + 1;
    const std::size_t cols = b.end - b.begin + 1;
    std::vector<std::uint16_t> length(rows * cols, 0);  // of what follows; 4,000,000 pairs hold no longer one
    for (std::size_t i = rows - 1; i-- > 0;) {
      for (std::size_t j = cols - 1; j-- > 0;) {
        const bool equal = from_[a.begin + i] == to_[b.begin + j];
        length[i * cols + j] = equal ? static_cast<std::uint16_t>(length[(i + 1) * cols + j + 1] + 1)
                                     : std::max(length[(i + 1) * cols + j], length[i * cols + j + 1]);
      }
    }
    for (std::size_t i = 0, j = 0; i + 1 < rows && j + 1 < cols;) {
      if (from_[a.begin + i] == to_[b.begin + j]) {
        place_[a.begin + i++] = b.begin + j++;
      } else if (length[(i + 1) * cols + j] >= length[i * cols + j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  std::u32string from_;
  std::u32string to_;
  std::vector<std::size_t> place_;
};

// Where each code point begins, and where the last one ends.
std::vector<std::size_t> edges_of(std::string_view text) {
  std::vector<std::size_t> edges;
  for (const CodePoint& point : code_points(text)) edges.push_back(point.begin);
  edges.push_back(text.size());
  return edges;
}

std::size_t letter_at(const std::vector<std::size_t>& edges, std::size_t byte) {
  return static_cast<std::size_t>(std::ranges::lower_bound(edges, byte) - edges.begin());
}

}  // namespace

LetterPlaces::LetterPlaces(std::string_view from, std::string_view to)
    : to_(to), bytes_(edges_of(from)), place_(Matcher(to_utf32(from), to_utf32(to)).match()), to_bytes_(edges_of(to)) {}

Stretch LetterPlaces::of(std::size_t begin, std::size_t end) const {
  const std::size_t first = letter_at(bytes_, begin);
  const std::size_t last = std::min(letter_at(bytes_, end), place_.size());
  std::size_t from = 0;
  for (std::size_t i = std::min(first, place_.size()); i-- > 0 && from == 0;) {
    if (place_[i] != kNoPlace) from = place_[i] + 1;
  }
  if (first < last && place_[first] != kNoPlace) from = place_[first];
  std::size_t to = to_bytes_.size() - 1;
  for (std::size_t i = place_.size(); i-- > last;) {
    if (place_[i] != kNoPlace) to = place_[i];
  }
  if (first < last && place_[last - 1] != kNoPlace) to = place_[last - 1] + 1;
  Stretch stretch{to_bytes_[from], to_bytes_[std::max(from, to)]};
  const auto is_gap = [&](std::size_t at) { return to_[at] == ' ' || to_[at] == '\n' || to_[at] == '\t'; };
  while (stretch.begin < stretch.end && is_gap(stretch.begin)) ++stretch.begin;
  while (stretch.begin < stretch.end && is_gap(stretch.end - 1)) --stretch.end;
  return stretch;
}

}  // namespace prongsai::text
