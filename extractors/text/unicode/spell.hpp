// The walk that finds the words a run can spell; shared by ICU's dictionary and our own word tries.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "extractors/text/unicode/spelling.hpp"

namespace prongsai::text {

// `Cursor` is a place in a trie: `bool advance(char32_t)` goes one letter on (false: no word goes on like that, and
// the cursor is spent), `bool at_word()` tells whether a word ends here. `found(cursor, end, others)` is called for
// each word.
template <typename Cursor, typename Found>
void spell_words(Cursor cursor, std::span<const Spelling> run, std::size_t begin, std::size_t at, std::uint64_t others,
                 const Found& found) {
  const std::size_t limit = std::min(run.size(), begin + kLongestWord);
  for (; at < limit; ++at) {
    const Spelling& spelling = run[at];
    if (spelling.other != 0) {
      Cursor branch = cursor;
      const std::uint64_t with = others | (std::uint64_t{1} << (at - begin));
      if (branch.advance(spelling.other)) {
        if (branch.at_word()) found(branch, at + 1, with);
        spell_words(branch, run, begin, at + 1, with, found);
      }
    }
    if (!cursor.advance(spelling.letter)) return;
    if (cursor.at_word()) found(cursor, at + 1, others);
  }
}

}  // namespace prongsai::text
