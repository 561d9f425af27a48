// What a report's own lines tell of its ำ; see Vocabulary in repair.hpp.
#pragma once

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/word_trie.hpp"

namespace prongsai::text {

struct Vocabulary::State {
  WordTrie words;  // with ำ, alone and with a neighbour
  int kept = 0;    // ำ read as ำ
  int lost = 0;    // า that are surely a lost ำ
};

}  // namespace prongsai::text
