// ICU's own dictionary of Thai (about 26,000 words), asked word by word. ICU's break iterator says only where it
// would cut, not whether a piece is a word; the question "which of two spellings is a word" needs the dictionary.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extractors/text/unicode/spelling.hpp"

namespace prongsai::text {

// Appends every dictionary word that `run` can spell from `begin` on, each with `cost`. Thread-safe. Throws
// std::runtime_error when ICU's data holds no Thai dictionary of the known format.
void spell_dictionary_words(std::span<const Spelling> run, std::size_t begin, Cost cost, std::vector<SpeltWord>& found);

}  // namespace prongsai::text
