// Which of the letters that a recogniser saw in a place makes words.
//
// A recogniser judges each sign by its shape; Thai writes no blanks between words, so that its own dictionary, made for
// words between blanks, never speaks. Where the next best shape of a letter turns what is no word into words, that
// letter is the likelier one (ต้วย, beside ด: ด้วย). Shape and word decide together: a shape that was hardly seen is
// not taken, whatever it would spell, and a name that no dictionary knows stays as its shapes were seen.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace prongsai::text {

struct SeenShape {
  char32_t letter = 0;
  double sureness = 0;  // 0 to 1; those of one place need not add up to 1
};

struct SeenLetter {
  SeenShape best;
  std::vector<SeenShape> others;  // the surest first
};

struct LikelierLetter {
  std::size_t at = 0;     // index in the run
  std::size_t other = 0;  // index in its others
};

// `run`: Thai letters alone (is_thai_letter), in the order of writing, blanks left out. Answers in the order of `at`,
// one a place at most. า and ำ are never put for each other: repair_thai decides about them.
[[nodiscard]] std::vector<LikelierLetter> likelier_letters(std::span<const SeenLetter> run);

}  // namespace prongsai::text
