#include "extractors/text/thai/misread_words.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/thai/dictionary.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

constexpr std::size_t kLongWord = 4;       // letters: from here on a letter may be its twin
constexpr std::size_t kMediumWord = 4;     // letters: half as many marks may be lost
constexpr std::size_t kShortScanWord = 3;  // letters: looks like too many others
constexpr int kMostMistakes = 3;

// Likelihoods as costs, comparable to those of words (spelling.hpp): a mark is lost more often than anything is added.
constexpr Cost kListedWord = 5;
constexpr Cost kLostMark = 4;
constexpr Cost kOtherMark = 6;
constexpr Cost kTwin = 7;

// Words of the dictionary. Tried on 5,300 lines of text layers, of which they change four (three had lost a mark, one
// is misprinted), and on 3,800 lines of scans, of which they mend 110.
constexpr std::size_t kLeastLettersOfDictionary = 4;
constexpr int kMostLostOfDictionary = 2;
constexpr Cost kLeastGain = 10;

// The first of the letters that recognisers take for this one.
char32_t first_twin(char32_t letter) {
  for (const std::u32string_view twins : lexicon().scan.twins.codes()) {
    if (twins.find(letter) != std::u32string_view::npos) return twins.front();
  }
  return letter;
}

// A letter with the marks above and below it.
struct SpeltLetter {
  char32_t base = 0;
  std::u32string marks;
  std::size_t begin = 0;  // code points
};

// The letters of a text; anything that is no Thai letter stands for itself, with base 0.
std::vector<SpeltLetter> letters_as_spelt(std::u32string_view codes) {
  std::vector<SpeltLetter> letters;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (is_thai_mark(codes[i]) && !letters.empty() && letters.back().base != 0) {
      letters.back().marks += codes[i];
    } else {
      letters.push_back({is_thai_letter(codes[i]) && !is_thai_mark(codes[i]) ? codes[i] : 0, {}, i});
    }
  }
  return letters;
}

std::u32string key_of(std::span<const SpeltLetter> letters) {
  std::u32string key;
  for (const SpeltLetter& letter : letters) key += first_twin(letter.base);
  return key;
}

struct Mistakes {
  int lost = 0;   // marks that are not there
  int other = 0;  // marks that are there and should not, or are others
  int twins = 0;  // letters

  [[nodiscard]] int count() const { return lost + other + twins; }
  [[nodiscard]] Cost cost(std::size_t letters) const {
    const Cost sum = kLostMark * lost + kOtherMark * other + kTwin * twins;
    return letters <= kShortScanWord ? 2 * sum : sum;
  }

  // One mistake for so many letters.
  [[nodiscard]] bool few(std::size_t letters) const {
    if (twins > 0 && letters < kLongWord) return false;
    const std::size_t most = letters / (count() == lost && letters >= kMediumWord ? 2 : 3);
    return count() <= std::min(kMostMistakes, std::max(1, static_cast<int>(most)));
  }
};

void compare_marks(const std::u32string& read, const std::u32string& spelt, Mistakes& mistakes) {
  std::u32string rest = read;
  int missing = 0;
  for (const char32_t mark : spelt) {
    const auto same = rest.find(mark);
    if (same == std::u32string::npos)
      ++missing;
    else
      rest.erase(same, 1);
  }
  const int added = static_cast<int>(rest.size());
  mistakes.other += added;
  mistakes.lost += std::max(0, missing - added);
}

struct Known {
  std::u32string spelling;
  std::vector<SpeltLetter> letters;
};

Mistakes mistakes_in(std::span<const SpeltLetter> read, const Known& word) {
  Mistakes mistakes;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i].base != word.letters[i].base) ++mistakes.twins;
    compare_marks(read[i].marks, word.letters[i].marks, mistakes);
  }
  return mistakes;
}

struct WordMatch {
  const Known* word = nullptr;
  Mistakes mistakes;
};

class KnownWords {
 public:
  KnownWords() {
    const std::u32string codes = to_utf32(lexicon().scan.known);
    for (std::size_t at = 0; at < codes.size();) {
      const std::size_t begin = std::min(codes.find_first_not_of(U" \n", at), codes.size());
      const std::size_t end = std::min(codes.find_first_of(U" \n", begin), codes.size());
      if (end > begin) add(codes.substr(begin, end - begin));
      at = end;
    }
  }

  // The words that `letters` may begin with, the longest first.
  [[nodiscard]] std::vector<WordMatch> matches(std::span<const SpeltLetter> letters) const {
    std::vector<WordMatch> found;
    for (std::size_t length = std::min(longest_, letters.size()); length >= 1; --length) {
      const auto alike = words_.find(key_of(letters.first(length)));
      if (alike == words_.end()) continue;
      for (const Known& word : alike->second) {
        const WordMatch match{&word, mistakes_in(letters.first(length), word)};
        if (match.mistakes.few(length)) found.push_back(match);
      }
    }
    return found;
  }

  [[nodiscard]] const WordTrie& trie() const { return trie_; }

 private:
  void add(std::u32string spelling) {
    Known word{spelling, letters_as_spelt(spelling)};
    longest_ = std::max(longest_, word.letters.size());
    trie_.add(spelling, kListedWord);
    words_[key_of(word.letters)].push_back(std::move(word));
  }

  std::map<std::u32string, std::vector<Known>> words_;
  WordTrie trie_;
  std::size_t longest_ = 0;
};

const KnownWords& known_words() {
  static const KnownWords made;
  return made;
}

std::size_t count_letters(std::u32string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(word, [](char32_t c) { return !is_thai_mark(c); }));
}

void add_listed(std::u32string_view run, std::size_t begin, std::vector<MisreadWord>& found) {
  const std::vector<SpeltLetter> letters = letters_as_spelt(run.substr(begin));
  for (const WordMatch& match : known_words().matches(letters)) {
    const Mistakes& mistakes = match.mistakes;
    if (mistakes.count() == 0) continue;
    const std::size_t length = match.word->letters.size();
    const std::size_t end = length < letters.size() ? begin + letters[length].begin : run.size();
    found.push_back({end, match.word->spelling, mistakes.count() == mistakes.lost, mistakes.cost(length), 1});
  }
}

void add_of_dictionary(std::u32string_view run, std::size_t begin, std::vector<MisreadWord>& found) {
  std::vector<WordWithLostMarks> words;
  spell_with_lost_marks(run, begin, kMostLostOfDictionary, words);
  for (WordWithLostMarks& word : words) {
    const bool splits_letter = word.end < run.size() && is_thai_mark(run[word.end]);
    const Mistakes mistakes{.lost = word.lost};
    const std::size_t letters = count_letters(word.spelling);
    if (splits_letter || letters < kLeastLettersOfDictionary || !mistakes.few(letters)) continue;
    found.push_back({word.end, std::move(word.spelling), true, mistakes.cost(letters), kLeastGain});
  }
}

}  // namespace

std::vector<MisreadWord> misread_words(std::u32string_view run, std::size_t begin) {
  std::vector<MisreadWord> found;
  add_listed(run, begin, found);
  add_of_dictionary(run, begin, found);
  return found;
}

const WordTrie& listed_scan_words() {
  return known_words().trie();
}

}  // namespace prongsai::text
