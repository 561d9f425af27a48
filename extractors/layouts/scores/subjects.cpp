#include "extractors/layouts/scores/subjects.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "extractors/layouts/scores/question_codes.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/numbers.hpp"

namespace prongsai::layouts {
namespace {

using Strength = SubjectMention::Strength;

// What joins the ends of a range of indicators, beside the word for it: "ตัวชี้วัดที่ ๑ - ตัวชี้วัดที่ ๕".
constexpr std::array<std::string_view, 3> kRangeMarks{"-", "–", "—"};

class SubjectFinder {
 public:
  SubjectFinder(std::string_view text, const TightText& tight, const ScoreWords& words, const Assessments& assessments)
      : text_(text), tight_(&tight), words_(&words), assessments_(&assessments) {}

  std::vector<SubjectMention> find() {
    add_items();
    add_numbered_items();
    add_questions();
    add_indicators();
    add_words(words_->no_one, Strength::named, std::nullopt);
    add_parts();
    for (const auto& instrument : words_->instruments) {
      add_words(instrument.names, Strength::description, instrument.subject);
      add_words(instrument.shorts, Strength::description, instrument.subject);
    }
    add_words(words_->totals, Strength::description, SubjectKind::ita, true);
    add_words(words_->overall, Strength::overall, SubjectKind::ita, true);
    return without_overlaps();
  }

 private:
  [[nodiscard]] std::string_view whole() const { return tight_->text(); }

  // A Latin abbreviation must stand alone in the printed text, where blanks still part it from other words.
  [[nodiscard]] bool stands_alone(std::size_t begin, std::size_t end) const {
    const std::size_t first = tight_->original(begin);
    const std::size_t last = tight_->original(end - 1);
    if (!is_latin_letter_or_digit(text_[first])) return true;
    const bool before = first > 0 && is_latin_letter_or_digit(text_[first - 1]);
    const bool after = last + 1 < text_.size() && is_latin_letter_or_digit(text_[last + 1]);
    return !before && !after;
  }

  void add_words(const std::vector<std::string>& list, Strength strength, std::optional<SubjectKind> subject,
                 bool unnamed = false) {
    for (const auto& word : list) {
      for (std::size_t at = whole().find(word); at != std::string_view::npos; at = whole().find(word, at + 1)) {
        // "๑ คะแนน รวม ๘": the word is the unit of the figure before it.
        const bool is_unit = unnamed && ends_with_a_figure(whole().substr(0, at));
        const bool another = unnamed && names_another_assessment(at + word.size());
        if (!is_unit && stands_alone(at, at + word.size()))
          mentions_.push_back({strength, another ? std::nullopt : subject, "", at, at + word.size(), unnamed});
      }
    }
  }

  // "ผลการประเมิน LPA": the letters of another assessment right behind the words for any.
  [[nodiscard]] bool names_another_assessment(std::size_t tight_at) const {
    constexpr std::size_t kShortest = 2;
    const std::string_view rest = std::string_view(text_).substr(tight_->original(tight_at));
    const std::size_t begin = std::min(rest.find_first_not_of(" ("), rest.size());
    std::size_t end = begin;
    while (end < rest.size() && rest[end] >= 'A' && rest[end] <= 'Z') ++end;
    const std::string letters(rest.substr(begin, end - begin));
    return letters.size() >= kShortest && std::ranges::none_of(words_->instruments, [&](const auto& instrument) {
             return std::ranges::find(instrument.shorts, letters) != instrument.shorts.end();
           });
  }

  // Digits that are no year's: "ปีงบประมาณ พ.ศ. ๒๕๖๗ คะแนนรวม".
  static bool ends_with_a_figure(std::string_view before) {
    constexpr std::size_t kYear = 4;
    std::size_t digits = 0;
    while (digits < before.size() && std::isdigit(static_cast<unsigned char>(before[before.size() - 1 - digits])) != 0)
      ++digits;
    return digits > 0 && !(digits == kYear && before[before.size() - kYear] == '2');
  }

  // "ข้อที่ได้ ๑๐๐ คะแนน" (items that got 100) is no one's; "ข้อที่ ๕" is a number's.
  void add_parts() {
    for (const auto& part : words_->parts) {
      const std::string clause = part + text::lexicon().numbers.ordinal.text;
      for (std::size_t at = whole().find(clause); at != std::string_view::npos; at = whole().find(clause, at + 1)) {
        const std::size_t end = at + clause.size();
        const bool number = end >= whole().size() || std::isdigit(static_cast<unsigned char>(whole()[end])) != 0;
        if (!number) mentions_.push_back({Strength::named, std::nullopt, "", at, end, false});
      }
    }
  }

  void add_items() {
    for (const auto& code : text::find_item_codes(text_, assessments_->item_ranges())) {
      const std::size_t begin = tight_->tight(code.begin);
      const std::size_t end = tight_->tight(code.end);
      const std::string_view named = whole().substr(begin, end - begin);
      const std::string_view before = whole().substr(0, begin);
      // Words before a code that say that it is an item that was assessed, not the item that the report answers.
      const auto& items = text::lexicon().items;
      const auto assessed_by = [&](const text::Word& word) {
        return before.ends_with(word.text) || named.starts_with(word.text);
      };
      const bool assessed = assessed_by(items.item) || assessed_by(items.indicator);
      if (assessed && code.code.front() == 'O')
        mentions_.push_back({Strength::named, SubjectKind::item, code.code, begin, end});
    }
  }

  // "ตัวชี้วัดข้อ ๒๙": a number that can be nothing but an item's.
  void add_numbered_items() {
    for (const auto& number : text::find_numbers(text_)) {
      const std::size_t begin = tight_->tight(number.begin);
      const std::size_t end = tight_->tight(number.end);
      const std::size_t word = ends_with_any(whole().substr(0, begin), words_->item_words);
      if (word == 0 || number.decimals > 0) continue;
      const std::string digits(whole().substr(begin, end - begin));
      const auto code = text::parse_item_code("O" + digits, assessments_->item_ranges());
      if (code) mentions_.push_back({Strength::named, SubjectKind::item, *code, begin - word, end});
    }
  }

  // "ข้อ e ๔", "I4": questions of the instruments for those inside and outside.
  void add_questions() {
    for (const std::string& word : text::lexicon().items.questions.texts()) {
      for (std::size_t at = whole().find(word); at != std::string_view::npos; at = whole().find(word, at + 1))
        add_question(at);
    }
    for (std::size_t at = whole().find_first_of("IE"); at != std::string_view::npos;
         at = whole().find_first_of("IE", at + 1))
      add_question(at);
  }

  void add_question(std::size_t at) {
    const auto question = scores::leading_question(whole().substr(at), assessments_->item_ranges());
    if (!question || question->code.front() == 'O' || !stands_alone(at, at + question->end)) return;
    const bool figure_goes_on = at + question->end < whole().size() && whole()[at + question->end] == '.';
    if (!figure_goes_on)
      mentions_.push_back({Strength::named, SubjectKind::item, question->code, at, at + question->end});
  }

  [[nodiscard]] bool range_follows(std::size_t at) const {
    const std::string_view rest = whole().substr(at);
    return rest.starts_with(text::lexicon().years.to.text) ||
           std::ranges::any_of(kRangeMarks, [&](auto mark) { return rest.starts_with(mark); });
  }

  [[nodiscard]] bool range_precedes(std::size_t at) const {
    const std::string_view before = whole().substr(0, at);
    return before.ends_with(text::lexicon().years.to.text) ||
           std::ranges::any_of(kRangeMarks, [&](auto mark) { return before.ends_with(mark); });
  }

  // "ตัวชี้วัดที่ ๓ ผลการประเมินคุณธรรมและความโปร่งใส…": the third of an office's own plan is the assessment as a whole.
  [[nodiscard]] bool names_whole_assessment(std::size_t tight_at) const {
    constexpr std::string_view kMarks = ".:)-";
    std::string_view rest = whole().substr(tight_at);
    rest.remove_prefix(std::min(rest.find_first_not_of(kMarks), rest.size()));
    if (begins_with_any(rest, words_->overall) > 0) return true;
    rest.remove_prefix(begins_with_any(rest, words_->totals));
    return std::ranges::any_of(words_->instruments, [&](const auto& instrument) {
      return instrument.subject == SubjectKind::ita &&
             (begins_with_any(rest, instrument.names) > 0 || begins_with_any(rest, instrument.shorts) > 0);
    });
  }

  void add_indicators() {
    for (const auto& number : text::find_numbers(text_)) {
      const std::size_t begin = tight_->tight(number.begin);
      const std::size_t end = tight_->tight(number.end);
      const std::size_t word = ends_with_any(whole().substr(0, begin), words_->indicator_words);
      if (word == 0 || names_whole_assessment(end)) continue;
      const bool one = number.decimals == 0 && number.value >= 1 && number.value <= assessments_->indicator_count();
      const bool range = range_follows(end) || range_precedes(begin - word);
      if (one && !range) {
        const std::string no = std::to_string(static_cast<int>(number.value));
        mentions_.push_back({Strength::named, SubjectKind::indicator, no, begin - word, end});
      } else {
        mentions_.push_back({Strength::named, std::nullopt, "", begin - word, end});
      }
    }
  }

  // The longest of mentions that overlap is meant: "Open Data Integrity…" is not "Integrity…".
  std::vector<SubjectMention> without_overlaps() {
    std::stable_sort(mentions_.begin(), mentions_.end(), [](const auto& a, const auto& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<SubjectMention> kept;
    for (auto& mention : mentions_) {
      if (kept.empty() || mention.begin >= kept.back().end) kept.push_back(std::move(mention));
    }
    return kept;
  }

  std::string_view text_;
  const TightText* tight_;
  const ScoreWords* words_;
  const Assessments* assessments_;
  std::vector<SubjectMention> mentions_;
};

}  // namespace

std::vector<SubjectMention> find_subjects(std::string_view text, const TightText& tight, const ScoreWords& words,
                                          const Assessments& assessments) {
  return SubjectFinder(text, tight, words, assessments).find();
}

}  // namespace prongsai::layouts
