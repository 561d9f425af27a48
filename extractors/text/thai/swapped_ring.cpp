#include "extractors/text/thai/swapped_ring.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "extractors/text/thai/official_words.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr char32_t kMaiTho = 0x0E49;
constexpr std::size_t kShortestWord = 4;  // code points; ทำ and นำ might as well be ท้า and น้า
constexpr std::size_t kSoundWord = 3;
constexpr std::size_t kLongestBefore = 8;  // code points of the word before its ำ

bool is_pair(const std::u32string& letters, std::size_t at) {
  return at > 0 && at + 1 < letters.size() && letters[at] == kMaiTho && letters[at + 1] == kSaraAa &&
         is_thai_consonant(letters[at - 1]);
}

// The code points of the longest word of reports that begins at a place; 0: none does.
std::size_t word_at(const std::u32string& letters, std::size_t begin) {
  constexpr std::size_t kLongestRingWord = 24;
  std::vector<Spelling> run;
  for (std::size_t at = begin; at < std::min(letters.size(), begin + kLongestRingWord); ++at)
    run.push_back({letters[at]});
  std::vector<SpeltWord> found;
  official_words().spell(run, 0, found);
  std::size_t longest = 0;
  for (const SpeltWord& word : found) longest = std::max(longest, word.end);
  return longest;
}

// Whether a word of reports of so many code points holds the letter at a place.
bool stands_in_a_word(const std::u32string& letters, std::size_t ring, std::size_t least) {
  for (std::size_t begin = ring < kLongestBefore ? 0 : ring - kLongestBefore; begin < ring; ++begin) {
    const std::size_t length = word_at(letters, begin);
    if (length >= least && begin + length > ring) return true;
  }
  return false;
}

int mend(std::u32string& letters) {
  int mended = 0;
  for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
    if (!is_pair(letters, i) || stands_in_a_word(letters, i + 1, kSoundWord)) continue;  // หน้า is what it is
    std::u32string ringed = letters;
    ringed.replace(i, 2, 1, kSaraAm);
    if (!stands_in_a_word(ringed, i, kShortestWord)) continue;
    letters = std::move(ringed);
    ++mended;
  }
  return mended;
}

}  // namespace

int swapped_rings(std::string_view text) {
  std::u32string letters = to_utf32(text);
  return mend(letters);
}

std::string mend_swapped_rings(std::string_view text) {
  std::u32string letters = to_utf32(text);
  return mend(letters) > 0 ? to_utf8(letters) : std::string(text);
}

}  // namespace prongsai::text
