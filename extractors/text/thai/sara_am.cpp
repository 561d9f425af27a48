#include "extractors/text/thai/sara_am.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "extractors/text/thai/reading.hpp"
#include "extractors/text/thai/runs.hpp"
#include "extractors/text/thai/vocabulary_state.hpp"
#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::text {
namespace {

// The cost of taking an า for a lost ำ, by what is known of the report (see reading.cpp for the scale).
constexpr Cost kSound = 11;   // the report spells ำ and no loss was seen
constexpr Cost kUnknown = 8;  // nothing is known
constexpr Cost kPartly = 6;   // some ำ are there, some were surely lost
constexpr Cost kLossy = 3;    // hardly a ำ is left
// A change this much cheaper than none is beyond doubt; one by less than kDoubtful is a guess.
constexpr Cost kSure = 6;
constexpr Cost kDoubtful = 3;
// Words of so few letters are made by chance out of others.
constexpr std::size_t kShortSaraWord = 3;

// All runs of a line in which something is in doubt, read at one cost of a lost ำ.
class LineReader {
 public:
  LineReader(const Letters& letters, Cost lost_cost, const WordTrie* own_words, bool scanned = false)
      : letters_(letters), runs_(doubtful_runs(letters, lost_cost, scanned)) {
    for (const ThaiRun& run : runs_) readings_.push_back(read_run(run.spelling, own_words));
  }

  [[nodiscard]] std::size_t size() const { return runs_.size(); }
  [[nodiscard]] const ThaiRun& run(std::size_t r) const { return runs_[r]; }
  [[nodiscard]] const Reading& reading(std::size_t r) const { return readings_[r]; }

  // Surely lost: a word of reports, and the dictionary cannot well do without its ำ.
  [[nodiscard]] int sure_losses() const {
    int count = 0;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      for (const ReadWord& word : readings_[r].words) {
        if (word.official && word.end - word.begin > kShortSaraWord) count += sure_losses_in(r, word);
      }
    }
    return count;
  }

 private:
  [[nodiscard]] int sure_losses_in(std::size_t r, const ReadWord& word) const {
    int count = 0;
    for (std::size_t i = word.begin; i < word.end; ++i) {
      const bool lost = readings_[r].other[i] && letters_[runs_[r].at[i]].value == kSaraAa;
      if (lost && readings_[r].margin[i] >= kSure) ++count;
    }
    return count;
  }

  const Letters& letters_;
  std::vector<ThaiRun> runs_;
  std::vector<Reading> readings_;
};

Cost lost_cost(const RepairHints& hints) {
  if (hints.sara_am_known) return kNever;
  if (!hints.sara_am_at.empty()) return kSound;  // the page tells of this line: what it leaves out is likely an า
  if (hints.vocabulary != nullptr) {
    const Vocabulary::State& state = hints.vocabulary->state();
    if (state.lost > 0) return state.lost > state.kept ? kLossy : kPartly;
    if (state.kept >= 5) return kSound;
  }
  return kUnknown;
}

// Without evidence of loss, chance makes words with ำ of names and foreign words (ดานูบ, พราหมณ์). A change is
// taken only in a word of reports, or in a longer word that stands among known ones.
bool is_trusted(const Reading& reading, std::size_t w, bool reversed) {
  const ReadWord& word = reading.words[w];
  const std::size_t size = word.end - word.begin;
  if (word.official && (size > kShortSaraWord + 1 || reversed)) return true;
  const bool after_unknown = w > 0 && !reading.words[w - 1].known;
  const bool before_unknown = w + 1 < reading.words.size() && !reading.words[w + 1].known;
  if (after_unknown || before_unknown) return false;
  return word.official || size > (reversed ? kShortSaraWord + 1 : kShortSaraWord);
}

// One line's repair in the making.
class LineMender {
 public:
  LineMender(const LineReader& line, bool lossy, Letters& letters) : line_(line), lossy_(lossy), letters_(letters) {}

  SaraAmRepair mend() {
    for (std::size_t r = 0; r < line_.size(); ++r) {
      for (std::size_t w = 0; w < line_.reading(r).words.size(); ++w) mend_word(r, w);
    }
    std::erase_if(letters_, [](const Letter& letter) { return letter.value == kRemoved; });
    return repair_;
  }

 private:
  static constexpr char32_t kRemoved = 0;

  void mend_word(std::size_t r, std::size_t w) {
    const ThaiRun& run = line_.run(r);
    const ReadWord& word = line_.reading(r).words[w];
    for (std::size_t i = word.begin; i < word.end; ++i) {
      Letter& letter = letters_[run.at[i]];
      if (i > word.begin && parts_a_word(run, word, i)) remove_blank_before(run.at[i]);
      const bool refused = line_.reading(r).other[i] && !mend_letter(letter, line_.reading(r), w);
      if (refused || line_.reading(r).margin[i] <= kDoubtful)
        repair_.doubts.push_back({letter.raw, letter.value == kSaraAm});
    }
  }

  // A blank is false when what it leaves on one side or the other is no word: หน่ วยงาน, but not จัดซื้อ จัดจ้าง.
  static bool parts_a_word(const ThaiRun& run, const ReadWord& word, std::size_t at) {
    if (run.spelling[at].blank_cost == 0) return false;
    const std::span<const Spelling> letters(run.spelling);
    const auto has_unknown = [](const Reading& reading) {
      return std::any_of(reading.words.begin(), reading.words.end(), [](const ReadWord& w) { return !w.known; });
    };
    return has_unknown(read_run(letters.subspan(word.begin, at - word.begin), nullptr)) ||
           has_unknown(read_run(letters.subspan(at, word.end - at), nullptr));
  }

  // False when the reading is not trusted so far.
  bool mend_letter(Letter& letter, const Reading& reading, std::size_t w) {
    const bool reversed = letter.value == kSaraAm;
    if (letter.sara_am != SaraAm::spaced && (reversed || !lossy_) && !is_trusted(reading, w, reversed)) return false;
    letter.value = reversed ? kSaraAa : kSaraAm;
    letter.sara_am = SaraAm::open;
    ++repair_.changed;
    return true;
  }

  void remove_blank_before(std::size_t at) {
    letters_[at - 1].value = kRemoved;
    ++repair_.changed;
  }

  const LineReader& line_;
  bool lossy_;
  Letters& letters_;
  SaraAmRepair repair_;
};

std::u32string letters_of(const Letters& letters, const ThaiRun& run, std::size_t begin, std::size_t end) {
  std::u32string word;
  for (std::size_t i = begin; i < end; ++i) word.push_back(letters[run.at[i]].value);
  return word;
}

// How many ำ a word was read with, as they stand; 0 also when some letter of it was read the other way.
int kept_in(const Letters& letters, const ThaiRun& run, const Reading& reading, const ReadWord& word) {
  int kept = 0;
  for (std::size_t i = word.begin; i < word.end; ++i) {
    if (reading.other[i]) return 0;
    if (letters[run.at[i]].value == kSaraAm) ++kept;
  }
  return kept;
}

void learn_run(const Letters& letters, const ThaiRun& run, const Reading& reading, Vocabulary::State& state) {
  constexpr Cost kOwnWord = 6;
  const auto learn = [&](std::size_t first, std::size_t last) {
    for (std::size_t w = first; w <= last; ++w) {
      if (!reading.words[w].known) return;
    }
    const std::size_t begin = reading.words[first].begin;
    state.words.add(letters_of(letters, run, begin, reading.words[last].end),
                    kOwnWord * static_cast<Cost>(last - first + 1));
  };
  for (std::size_t w = 0; w < reading.words.size(); ++w) {
    const int kept = kept_in(letters, run, reading, reading.words[w]);
    state.kept += kept;
    if (kept == 0) continue;
    learn(w, w);
    if (w > 0) learn(w - 1, w);
    if (w + 1 < reading.words.size()) learn(w, w + 1);
  }
}

}  // namespace

SaraAmRepair mend_sara_am(Letters& letters, const RepairHints& hints) {
  const WordTrie* own_words = hints.vocabulary == nullptr ? nullptr : &hints.vocabulary->state().words;
  const Cost cost = lost_cost(hints);
  const LineReader line(letters, cost, own_words, hints.scanned);
  // A sure loss makes the others on the same line likelier: they were set in the same font.
  if (cost < kNever && cost > kLossy && line.sure_losses() > 0) {
    return LineMender(LineReader(letters, kLossy, own_words, hints.scanned), true, letters).mend();
  }
  return LineMender(line, cost <= kLossy, letters).mend();
}

void learn_sara_am(const Letters& letters, Vocabulary::State& state) {
  const LineReader line(letters, kUnknown, nullptr);
  state.lost += line.sure_losses();
  for (std::size_t r = 0; r < line.size(); ++r) learn_run(letters, line.run(r), line.reading(r), state);
}

}  // namespace prongsai::text
