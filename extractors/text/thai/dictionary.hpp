// ICU's own dictionary of Thai (about 26,000 words), asked word by word. ICU's break iterator says only where it
// would cut, not whether a piece is a word; the question "which of two spellings is a word" needs the dictionary.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/unicode/spelling.hpp"

namespace prongsai::text {

// Appends every dictionary word that `run` can spell from `begin` on, each with `cost`. Thread-safe. Throws
// std::runtime_error when ICU's data holds no Thai dictionary of the known format.
void spell_dictionary_words(std::span<const Spelling> run, std::size_t begin, Cost cost, std::vector<SpeltWord>& found);

// A dictionary word whose letters stand in a run but for some marks above or below that the run lacks.
struct WordWithLostMarks {
  std::size_t end = 0;  // of its letters in the run
  std::u32string spelling;
  int lost = 0;
};

// Appends every dictionary word that `run` spells from `begin` on when 1 to `most_lost` marks are put back.
// Thread-safe; throws as above.
void spell_with_lost_marks(std::u32string_view run, std::size_t begin, int most_lost,
                           std::vector<WordWithLostMarks>& found);

}  // namespace prongsai::text
