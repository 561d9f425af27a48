// Words that scans misread: what a run of Thai letters may have said before marks were lost or letters taken for their
// twins. Words that reports are full of (data/thai/scan_words.txt) are known with any of these mistakes; those of the
// dictionary only where nothing but marks is lost, for a dictionary knows words that are nearly any other word.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/text/unicode/spelling.hpp"
#include "extractors/text/unicode/word_trie.hpp"

namespace prongsai::text {

struct MisreadWord {
  std::size_t end = 0;           // of its letters in the run
  std::u32string spelling;       // as it is spelt
  bool lost_marks_only = false;  // else marks or letters were read that are not the word's
  Cost mistakes = 0;             // what they cost
  Cost least_gain = 0;           // by which the whole run must be likelier with it, the mistakes counted
};

// Those that `run` (Thai letters alone) may begin with at `begin`, at least one mistake in each.
[[nodiscard]] std::vector<MisreadWord> misread_words(std::u32string_view run, std::size_t begin);

// The listed words by their right spelling, with what each costs in a reading.
[[nodiscard]] const WordTrie& listed_scan_words();

}  // namespace prongsai::text
