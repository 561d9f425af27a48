#include "extractors/text/thai/runs.hpp"

#include <string_view>
#include <utility>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/unicode/thai_letters.hpp"

namespace prongsai::text {
namespace {

constexpr Cost kReversed = 9;     // of taking a ำ for an า: seldom seen, one font in a hundred files
constexpr Cost kSpeck = 4;        // … in a scan, where a speck makes one of the other
constexpr Cost kSpacedAa = 8;     // of taking ' า' for an า with a false blank
constexpr Cost kFalseBlank = 12;  // a PDF reader saw a gap where a mark's glyph is narrow or shifted

// Word's "Thai distributed" justification widens a line between clusters; readers see blanks all over it.
constexpr Cost kFalseBlankWhereMany = 6;
constexpr Cost kSpacedAaWhereMany = 2;
constexpr std::size_t kMany = 4;  // blanks beside marks on a line, and one to every kLettersApart consonants
constexpr std::size_t kLettersApart = 8;

// Names of persons and places hold what reports hardly use as words (นา, ทา, คา): more evidence is asked for there.
constexpr Cost kInName = 6;
constexpr std::size_t kPlaceName = 8;  // letters of a place's name that are looked at

// ๆ and ฯ end a word and are part of none.
bool in_run(char32_t c) {
  return is_thai_letter(c) && c != kMaiYamok && c != kPaiyannoi;
}

class Runs {
 public:
  Runs(const Letters& letters, Cost lost_cost, bool scanned)
      : letters_(letters), lost_cost_(lost_cost), reversed_(scanned ? kSpeck : kReversed) {
    std::size_t blanks = 0;
    std::size_t thai = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (is_thai_consonant(value(i))) ++thai;
      if (beside_mark(i)) ++blanks;
    }
    many_ = blanks >= kMany && blanks * kLettersApart >= thai;
    in_name_.assign(letters.size(), false);
    for (std::size_t i = 0; i < letters.size(); ++i) mark_name_at(i);
  }

  std::vector<ThaiRun> cut() {
    std::vector<ThaiRun> runs;
    ThaiRun run;
    bool doubtful = false;
    Cost blank_cost = 0;
    const auto finish = [&] {
      if (doubtful) runs.push_back(std::move(run));
      run = {};
      doubtful = false;
      blank_cost = 0;
    };
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      if (in_run(value(i))) {
        run.at.push_back(i);
        run.spelling.push_back(spelling(i));
        run.spelling.back().blank_cost = std::exchange(blank_cost, 0);
        doubtful = doubtful || run.spelling.back().other != 0;
      } else if (may_be_false(i)) {
        blank_cost = many_ ? kFalseBlankWhereMany : kFalseBlank;
        doubtful = true;
      } else {
        finish();
      }
    }
    finish();
    return runs;
  }

 private:
  [[nodiscard]] char32_t value(std::size_t i) const { return i < letters_.size() ? letters_[i].value : 0; }

  [[nodiscard]] bool stands_at(std::size_t i, std::u32string_view word) const {
    for (std::size_t k = 0; k < word.size(); ++k) {
      if (value(i + k) != word[k]) return false;
    }
    return true;
  }

  // A title that begins a run: the rest of the run is a first name, the next run a family name.
  void mark_name_at(std::size_t i) {
    for (const std::u32string_view place : names_.places.codes()) {
      if (stands_at(i, place)) mark_run(i + place.size(), kPlaceName);
    }
    if (i > 0 && in_run(value(i - 1))) return;
    for (const std::u32string_view title : names_.plain.codes()) {
      if (!stands_at(i, title)) continue;
      std::size_t at = mark_run(i + title.size(), letters_.size());
      while (value(at) == U' ') ++at;
      mark_run(at, letters_.size());
      return;
    }
  }

  std::size_t mark_run(std::size_t at, std::size_t most) {
    for (std::size_t count = 0; count < most && in_run(value(at)); ++count) in_name_[at++] = true;
    return at;
  }

  // One blank between Thai letters, of which the second may begin a word.
  [[nodiscard]] bool is_single_blank(std::size_t i) const {
    return i > 0 && value(i) == U' ' && in_run(value(i - 1)) &&
           (is_thai_consonant(value(i + 1)) || is_thai_leading_vowel(value(i + 1)));
  }
  [[nodiscard]] bool beside_mark(std::size_t i) const {
    return is_single_blank(i) && (is_thai_mark(value(i - 1)) || is_thai_mark(value(i + 2)));
  }
  [[nodiscard]] bool may_be_false(std::size_t i) const { return many_ ? is_single_blank(i) : beside_mark(i); }

  // ำ stands right after a consonant or its tone mark; after any other vowel an า is an า.
  [[nodiscard]] bool may_be_sara_am(std::size_t i) const {
    return i > 0 && (is_thai_consonant(value(i - 1)) || is_thai_tone(value(i - 1)));
  }

  [[nodiscard]] Spelling spelling(std::size_t i) const {
    const Letter& letter = letters_[i];
    if (letter.sara_am == SaraAm::certain) return {letter.value};
    if (letter.value == kSaraAm) {
      const Cost spaced = many_ ? kSpacedAaWhereMany : kSpacedAa;
      return {kSaraAm, kSaraAa, letter.sara_am == SaraAm::spaced ? spaced : reversed_};
    }
    if (letter.value == kSaraAa && lost_cost_ < kNever && may_be_sara_am(i)) {
      return {kSaraAa, kSaraAm, lost_cost_ + (in_name_[i] ? kInName : 0)};
    }
    return {letter.value};
  }

  const Letters& letters_;
  const NameWords& names_ = lexicon().names;
  Cost lost_cost_;
  Cost reversed_;
  bool many_ = false;          // false blanks all over the line
  std::vector<bool> in_name_;  // for each letter
};

}  // namespace

std::vector<ThaiRun> doubtful_runs(const Letters& letters, Cost lost_cost, bool scanned) {
  return Runs(letters, lost_cost, scanned).cut();
}

}  // namespace prongsai::text
