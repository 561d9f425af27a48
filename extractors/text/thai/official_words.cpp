#include "extractors/text/thai/official_words.hpp"

#include <algorithm>

#include "extractors/text/data/lexicon.hpp"

namespace prongsai::text {

const WordTrie& official_words() {
  static const WordTrie kTrie = [] {
    WordTrie made;
    for (const CostedWord& one : lexicon().official_words) made.add(one.word, one.cost);
    return made;
  }();
  return kTrie;
}

Cost rare_word_cost(std::u32string_view word) {
  const std::vector<CostedWord>& rare = lexicon().rare_words;
  const auto found = std::ranges::find(rare, word, &CostedWord::word);
  return found == rare.end() ? 0 : found->cost;
}

}  // namespace prongsai::text
