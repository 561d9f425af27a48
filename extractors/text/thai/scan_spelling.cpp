#include "extractors/text/thai/scan_spelling.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <vector>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/thai/reading.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "extractors/text/unicode/word_trie.hpp"

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
std::vector<SpeltLetter> spelt_letters(std::u32string_view codes) {
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
    Known word{spelling, spelt_letters(spelling)};
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

// One run of Thai letters. A word is put in where that makes the whole run likelier, the mistakes it takes included.
class RunMender {
 public:
  RunMender(std::u32string run, Amiss amiss) : run_(std::move(run)), amiss_(amiss), cost_(cost_of(run_)) {}

  std::u32string mend() {
    for (std::size_t i = 0; i < run_.size();) i = mend_at(i);
    return std::move(run_);
  }

 private:
  static Cost cost_of(const std::u32string& run) {
    std::vector<Spelling> letters;
    letters.reserve(run.size());
    for (const char32_t c : run) letters.push_back({c});
    return read_run(letters, &known_words().trie()).cost;
  }

  [[nodiscard]] bool may_begin(std::size_t at) const {
    return !is_thai_mark(run_[at]) && !is_thai_following_vowel(run_[at]) &&
           (at == 0 || !is_thai_leading_vowel(run_[at - 1]));
  }

  // Returns where to go on.
  std::size_t mend_at(std::size_t at) {
    if (!may_begin(at)) return at + 1;
    const std::u32string_view rest = std::u32string_view(run_).substr(at);
    const std::vector<SpeltLetter> letters = spelt_letters(rest);
    std::u32string best;
    Cost least = cost_;
    for (const WordMatch& match : known_words().matches(letters)) {
      if (match.mistakes.count() == 0) continue;
      if (amiss_ == Amiss::lost_marks && match.mistakes.count() > match.mistakes.lost) continue;
      const std::size_t length = match.word->letters.size();
      const std::size_t end = length < letters.size() ? letters[length].begin : rest.size();
      std::u32string changed = run_.substr(0, at) + match.word->spelling + run_.substr(at + end);
      const Cost cost = cost_of(changed) + match.mistakes.cost(length);
      if (cost < least) least = cost, best = std::move(changed);
    }
    if (best.empty()) return at + 1;
    run_ = std::move(best);
    cost_ = cost_of(run_);
    return at + 1;
  }

  std::u32string run_;
  Amiss amiss_;
  Cost cost_;
};

// OR Code: reports are full of QR codes.
void mend_misread(std::string& text) {
  for (const auto& [read, printed] : lexicon().scan.misread) {
    for (std::size_t at = text.find(read); at != std::string::npos; at = text.find(read, at + printed.size()))
      text.replace(at, read.size(), printed);
  }
}

// "พ.ศ. 25 67": print set wide leaves a gap in the middle of a year; behind an era's words the four digits are one.
re2::RE2 parted_year() {
  std::string eras;
  for (const std::string& era : lexicon().years.buddhist.texts())
    eras += (eras.empty() ? "" : "|") + re2::RE2::QuoteMeta(era);
  return re2::RE2("((?:" + eras + ") ?)(2[456]|๒[๔๕๖]) ([0-9]{2}|[๐-๙]{2})([^0-9๐-๙]|$)");
}

void mend_parted_year(std::string& text) {
  static const re2::RE2 kParted = parted_year();
  re2::RE2::GlobalReplace(&text, kParted, "\\1\\2\\3\\4");
}

}  // namespace

std::string mend_scanned(std::string_view text, Amiss amiss) {
  const std::u32string codes = to_utf32(text);
  std::u32string mended;
  for (std::size_t i = 0; i < codes.size();) {
    std::size_t end = i;
    while (end < codes.size() && is_thai_letter(codes[end])) ++end;
    if (end > i) mended += RunMender(codes.substr(i, end - i), amiss).mend();
    if (end == i) mended += codes[end++];
    i = end;
  }
  std::string out = to_utf8(mended);
  mend_misread(out);
  mend_parted_year(out);
  return out;
}

}  // namespace prongsai::text
