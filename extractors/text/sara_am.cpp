#include "extractors/text/sara_am.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extractors/text/reading.hpp"
#include "extractors/text/thai_letters.hpp"
#include "extractors/text/vocabulary_state.hpp"

namespace prongsai::text {
namespace {

// The cost of taking an า for a lost ำ, by what is known of the report (see reading.cpp for the scale).
constexpr Cost kSound = 11;    // the report spells ำ and no loss was seen
constexpr Cost kUnknown = 8;   // nothing is known
constexpr Cost kPartly = 6;    // some ำ are there, some were surely lost
constexpr Cost kLossy = 3;     // hardly a ำ is left
constexpr Cost kReversed = 12;  // of taking a ำ for an า: seldom seen, one font in a hundred files
constexpr Cost kSpacedAa = 8;   // of taking ' า' for an า with a false blank
// A change this much cheaper than none is beyond doubt; one by less than kDoubtful is a guess.
constexpr Cost kSure = 6;
constexpr Cost kDoubtful = 3;
// Words of so few letters are made by chance out of others.
constexpr std::size_t kShortWord = 3;

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// ๆ and ฯ end a word and are part of none.
bool in_run(char32_t c) { return is_thai_letter(c) && c != 0x0E46 && c != 0x0E2F; }

// Runs of Thai letters that hold an า or ำ.
std::vector<Run> runs_of(const Letters& letters) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < letters.size();) {
    if (!in_run(letters[i].value)) {
      ++i;
      continue;
    }
    Run run{i, i};
    bool doubtful = false;
    for (; i < letters.size() && in_run(letters[i].value); ++i) {
      doubtful = doubtful || letters[i].value == kSaraAa || letters[i].value == kSaraAm;
    }
    run.end = i;
    if (doubtful) runs.push_back(run);
  }
  return runs;
}

// ำ stands right after a consonant or its tone mark; after any other vowel an า is an า.
bool may_be_sara_am(const Letters& letters, std::size_t at) {
  if (at == 0) return false;
  const char32_t before = letters[at - 1].value;
  return is_thai_consonant(before) || is_thai_tone(before);
}

Spelling spelling_of(const Letters& letters, std::size_t at, Cost lost_cost) {
  const Letter& letter = letters[at];
  if (letter.sara_am == SaraAm::certain) return {letter.value};
  if (letter.value == kSaraAm) {
    return {kSaraAm, kSaraAa, letter.sara_am == SaraAm::spaced ? kSpacedAa : kReversed};
  }
  if (letter.value == kSaraAa && lost_cost < kNever && may_be_sara_am(letters, at)) {
    return {kSaraAa, kSaraAm, lost_cost};
  }
  return {letter.value};
}

// All runs of a line, read at one cost of a lost ำ.
class LineReader {
 public:
  LineReader(const Letters& letters, Cost lost_cost, const WordTrie* own_words)
      : letters_(letters), lost_cost_(lost_cost), own_words_(own_words) {
    for (const Run& run : runs_of(letters)) read(run);
  }

  [[nodiscard]] const std::vector<std::pair<Run, Reading>>& readings() const { return readings_; }

  // Surely lost: a word of reports, and the dictionary cannot well do without its ำ.
  [[nodiscard]] int sure_losses() const {
    int count = 0;
    for (const auto& [run, reading] : readings_) {
      for (const ReadWord& word : reading.words) {
        if (!word.official || word.end - word.begin <= kShortWord) continue;
        for (std::size_t i = word.begin; i < word.end; ++i) {
          if (reading.other[i] && letters_[run.begin + i].value == kSaraAa && reading.margin[i] >= kSure) ++count;
        }
      }
    }
    return count;
  }

 private:
  void read(const Run& run) {
    std::vector<Spelling> spelling;
    bool doubtful = false;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      spelling.push_back(spelling_of(letters_, i, lost_cost_));
      doubtful = doubtful || spelling.back().other != 0;
    }
    if (doubtful) readings_.emplace_back(run, read_run(spelling, own_words_));
  }

  const Letters& letters_;
  Cost lost_cost_;
  const WordTrie* own_words_;
  std::vector<std::pair<Run, Reading>> readings_;
};

Cost lost_cost(const RepairHints& hints) {
  if (hints.sara_am_known) return kNever;
  if (hints.vocabulary != nullptr) {
    const Vocabulary::State& state = hints.vocabulary->state();
    if (state.lost > 0) return state.lost > state.kept ? kLossy : kPartly;
    if (state.kept >= 5) return kSound;
  }
  return hints.sara_am_at.empty() ? kUnknown : kLossy;
}

// Without evidence of loss, chance makes words with ำ of names and foreign words (ดานูบ, พราหมณ์). A change is
// taken only in a word of reports, or in a longer word that stands among known ones.
bool is_trusted(const Reading& reading, std::size_t w, bool reversed) {
  const ReadWord& word = reading.words[w];
  const std::size_t size = word.end - word.begin;
  if (word.official && (size > kShortWord + 1 || reversed)) return true;
  const bool after_unknown = w > 0 && !reading.words[w - 1].known;
  const bool before_unknown = w + 1 < reading.words.size() && !reading.words[w + 1].known;
  if (after_unknown || before_unknown) return false;
  return word.official || size > (reversed ? kShortWord + 1 : kShortWord);
}

void mend_word(const Reading& reading, std::size_t w, bool lossy, std::span<Letter> run, SaraAmRepair& repair) {
  for (std::size_t i = reading.words[w].begin; i < reading.words[w].end; ++i) {
    repair.doubtful = repair.doubtful || reading.margin[i] <= kDoubtful;
    if (!reading.other[i]) continue;
    const bool reversed = run[i].value == kSaraAm;
    if (run[i].sara_am != SaraAm::spaced && (reversed || !lossy) && !is_trusted(reading, w, reversed)) {
      repair.doubtful = true;
      continue;
    }
    run[i] = {reversed ? kSaraAa : kSaraAm, SaraAm::open};
    ++repair.changed;
  }
}

SaraAmRepair mend_line(const LineReader& line, bool lossy, Letters& letters) {
  SaraAmRepair repair;
  for (const auto& [run, reading] : line.readings()) {
    const std::span<Letter> run_letters = std::span(letters).subspan(run.begin, run.end - run.begin);
    for (std::size_t w = 0; w < reading.words.size(); ++w) mend_word(reading, w, lossy, run_letters, repair);
  }
  return repair;
}

SaraAmRepair mend_once(Letters& letters, const RepairHints& hints) {
  const WordTrie* own_words = hints.vocabulary == nullptr ? nullptr : &hints.vocabulary->state().words;
  const Cost cost = lost_cost(hints);
  const LineReader line(letters, cost, own_words);
  // A sure loss makes the others on the same line likelier: they were set in the same font.
  if (cost < kNever && cost > kLossy && line.sure_losses() > 0) {
    return mend_line(LineReader(letters, kLossy, own_words), true, letters);
  }
  return mend_line(line, cost <= kLossy, letters);
}

std::u32string word_at(const Letters& letters, std::size_t begin, std::size_t end) {
  std::u32string word;
  for (std::size_t i = begin; i < end; ++i) word.push_back(letters[i].value);
  return word;
}

}  // namespace

SaraAmRepair mend_sara_am(Letters& letters, const RepairHints& hints) {
  SaraAmRepair repair = mend_once(letters, hints);
  // What was mended may settle its neighbours; a few rounds make repairing twice the same as once.
  int changed = repair.changed;
  for (int round = 0; changed > 0 && round < 4; ++round) {
    const SaraAmRepair more = mend_once(letters, hints);
    changed = more.changed;
    repair.changed += more.changed;
  }
  return repair;
}

void learn_sara_am(const Letters& letters, Vocabulary::State& state) {
  constexpr Cost kOwnWord = 6;
  const LineReader line(letters, kUnknown, nullptr);
  state.lost += line.sure_losses();
  for (const auto& [run, reading] : line.readings()) {
    for (std::size_t w = 0; w < reading.words.size(); ++w) {
      const ReadWord& word = reading.words[w];
      const std::size_t begin = run.begin + word.begin;
      const std::size_t end = run.begin + word.end;
      bool kept = false;
      bool changed = false;
      for (std::size_t i = word.begin; i < word.end; ++i) {
        changed = changed || reading.other[i];
        if (letters[run.begin + i].value != kSaraAm || reading.other[i]) continue;
        kept = true;
        ++state.kept;
      }
      if (!kept || changed) continue;
      if (word.known) state.words.add(word_at(letters, begin, end), kOwnWord);
      if (w > 0) state.words.add(word_at(letters, run.begin + reading.words[w - 1].begin, end), kOwnWord * 2);
      if (w + 1 < reading.words.size()) {
        state.words.add(word_at(letters, begin, run.begin + reading.words[w + 1].end), kOwnWord * 2);
      }
    }
  }
}

}  // namespace prongsai::text
