#include "extractors/text/thai/likelier_letters.hpp"

#include <algorithm>
#include <optional>

#include "extractors/text/thai/reading.hpp"
#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::text {
namespace {

// Likelihoods as costs, comparable to those of words (spelling.hpp).
constexpr double kLeastSureness = 0.15;  // of a shape that is taken at all
constexpr Cost kOtherShape = 6;          // of any shape but the best
constexpr double kPerSureness = 14;      // and more, the less sure it is than the best
constexpr Cost kLeastMargin = 5;         // by which the words must be likelier
constexpr std::size_t kShortWord = 3;    // letters and marks
constexpr std::size_t kMostOthers = 3;   // shapes of one place that are tried

enum class Place { consonant, leading, following, mark };

Place place_of(char32_t letter) {
  if (is_thai_mark(letter)) return Place::mark;
  if (is_thai_leading_vowel(letter)) return Place::leading;
  return is_thai_following_vowel(letter) ? Place::following : Place::consonant;
}

// ปรากฎ for ปรากฏ: which of the two the page has is nothing that the right spelling could tell.
bool are_mixed_up_in_writing(char32_t a, char32_t b) {
  constexpr char32_t kDoChada = 0x0E0E, kToPatak = 0x0E0F;
  return std::minmax(a, b) == std::minmax(kDoChada, kToPatak);
}

// Only letters that stand in the same place of a syllable: words can then begin and end where they could before.
bool may_stand_for(const SeenLetter& seen, const SeenShape& other) {
  if (other.sureness < kLeastSureness || !is_thai_letter(other.letter)) return false;
  const auto is_sara = [](char32_t letter) { return letter == kSaraAa || letter == kSaraAm; };
  if (is_sara(seen.best.letter) && is_sara(other.letter)) return false;
  if (are_mixed_up_in_writing(seen.best.letter, other.letter)) return false;
  return place_of(seen.best.letter) == place_of(other.letter);
}

Cost cost_of(const SeenLetter& seen, const SeenShape& other) {
  return kOtherShape + static_cast<Cost>(kPerSureness * std::max(0.0, seen.best.sureness - other.sureness));
}

// Of three letters nearly everything is a word (ขืน, for a ขึ้น that lost its tone): only reports' own are taken.
bool may_be_mended(const ReadWord& word) {
  return word.known && (word.official || word.end - word.begin > kShortWord);
}

// Weighs the best shapes of a run against those of one rank after another.
class Run {
 public:
  explicit Run(std::span<const SeenLetter> seen) : seen_(seen), best_(seen.size()) {}

  std::vector<LikelierLetter> likelier() {
    for (std::size_t rank = 0; rank < kMostOthers; ++rank) weigh(rank);
    std::vector<LikelierLetter> found;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (best_[i]) found.push_back({i, best_[i]->rank});
    }
    return found;
  }

 private:
  struct Best {
    std::size_t rank = 0;  // index in the place's others
    Cost margin = 0;       // by which the words are likelier with it
  };

  void weigh(std::size_t rank) {
    bool any = false;
    std::vector<Spelling> letters;
    for (const SeenLetter& seen : seen_) {
      letters.push_back({seen.best.letter});
      if (rank >= seen.others.size() || !may_stand_for(seen, seen.others[rank])) continue;
      letters.back().other = seen.others[rank].letter;
      letters.back().other_cost = cost_of(seen, seen.others[rank]);
      any = true;
    }
    if (!any) return;
    const Reading reading = read_run(letters, nullptr);
    for (const ReadWord& word : reading.words) {
      if (may_be_mended(word)) keep_best(reading, word, rank);
    }
  }

  void keep_best(const Reading& reading, const ReadWord& word, std::size_t rank) {
    for (std::size_t i = word.begin; i < word.end; ++i) {
      const Cost margin = reading.margin[i];
      if (!reading.other[i] || margin < kLeastMargin) continue;
      if (!best_[i] || margin > best_[i]->margin) best_[i] = Best{rank, margin};
    }
  }

  std::span<const SeenLetter> seen_;
  std::vector<std::optional<Best>> best_;
};

}  // namespace

std::vector<LikelierLetter> likelier_letters(std::span<const SeenLetter> run) {
  return Run(run).likelier();
}

}  // namespace prongsai::text
