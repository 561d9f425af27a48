// How alike two texts are, for headings, names and words that were misread or spelt a little differently.
// All distances count code points: one wrong Thai vowel is one edit.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace prongsai::text {

// Insertions, deletions and replacements (Levenshtein) that turn a into b. When more than `max` are needed the
// answer is max + 1, and the work stays proportional to max times the length.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int max = std::numeric_limits<int>::max() - 1);

struct KeyOptions {
  bool drop_marks = false;  // also drop vowels above and below and tone marks, which scans lose first
};

// A form to compare by: no blanks, no punctuation, Thai digits as 0–9, Latin letters small, ํา and ำ alike.
[[nodiscard]] std::string fuzzy_key(std::string_view text, KeyOptions options = {});

struct Match {
  std::size_t index = 0;  // in the candidates
  int distance = 0;       // edits between the keys
  double ratio = 0;       // distance over the longer key's length; 0 = the same
  bool unique = true;     // no other candidate with another key is as near
};

// The candidate whose fuzzy key is nearest to the text's; nothing when the nearest needs more than `max_ratio`
// edits a code point. The first of several equally near ones is given, with unique = false.
[[nodiscard]] std::optional<Match> best_match(std::string_view text, std::span<const std::string> candidates,
                                              double max_ratio, KeyOptions options = {});

struct Passage {
  std::size_t begin = 0;  // byte offsets in the text searched
  std::size_t end = 0;
  int distance = 0;
};

// The passage of `text` that is nearest to `needle` (blanks in the text cost nothing), the leftmost of several;
// nothing when it needs more than `max_distance` edits.
[[nodiscard]] std::optional<Passage> find_similar(std::string_view text, std::string_view needle, int max_distance);

}  // namespace prongsai::text
