// The most likely way to read a run of Thai letters as words, where some letters are in doubt.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extractors/text/unicode/spelling.hpp"
#include "extractors/text/unicode/word_trie.hpp"

namespace prongsai::text {

struct ReadWord {
  std::size_t begin = 0;  // letter indexes in the run
  std::size_t end = 0;
  bool known = false;     // false: a syllable that belongs to no known word
  bool official = false;  // one of the official words or of the report's own
};

struct Reading {
  Cost cost = 0;  // of all its words: the dearer, the less likely anyone wrote it
  std::vector<ReadWord> words;
  std::vector<bool> other;   // for each letter: the other one is taken
  std::vector<Cost> margin;  // for each doubtful letter: how much dearer the best reading is that takes it the other
                             // way; kNever for letters beyond doubt
};

// `own_words` are the report's own (may be null). Cost grows with the run's length only.
[[nodiscard]] Reading read_run(std::span<const Spelling> run, const WordTrie* own_words);

}  // namespace prongsai::text
