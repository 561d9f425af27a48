// Words that official reports are made of, with costs: what the ICU dictionary lacks, and how common a word is,
// which it does not say. Written for this program.
#pragma once

#include "extractors/text/unicode/word_trie.hpp"

namespace prongsai::text {

[[nodiscard]] const WordTrie& official_words();

// A word of the dictionary that reports hardly use (ทา, to paint; นา, a rice field), so that the same letters are
// more often a word that lost its ำ (ทำ, to do; นำ, to lead): its cost, or 0 for a word that is not one of them.
[[nodiscard]] Cost rare_word_cost(std::u32string_view word);

}  // namespace prongsai::text
