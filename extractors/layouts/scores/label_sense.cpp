#include "extractors/layouts/scores/label_sense.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/scores/question_codes.hpp"
#include "extractors/layouts/scores/subjects.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Code points: a longer text that names an instrument is a sentence about it, not a label.
constexpr std::size_t kLongestLabel = 90;
// … and so is one with so many letters beside a short name, none of which speak of an assessment: "แต่งตั้งคณะทำงานขับเคลื่อน
// ITA".
constexpr std::size_t kFewestOfOtherThings = 16;
// … and right before it so many are an act: "ชี้แจง IIT".
constexpr std::size_t kFewestOfAnAct = 5;

// What a tight text is without the same year in the Common Era behind it: "FY2024", "2024".
std::string without_common_year(std::string rest, int buddhist_year) {
  constexpr int kApart = 543;
  const std::string common = std::to_string(buddhist_year - kApart);
  for (const std::string& form : {"(FY" + common + ")", "FY" + common, "(" + common + ")", common}) {
    if (rest.ends_with(form)) return rest.substr(0, rest.size() - form.size());
  }
  return rest;
}

// Takes the year out of a label: "คะแนนปี ๒๕๖๖" is "คะแนน" of 2566.
void take_year(LabelSense& sense, const std::string& text, const ScoreWords& words) {
  using Kind = text::YearMention::Kind;
  for (const auto& mention : text::find_years(text)) {
    if (mention.kind != Kind::plain && mention.kind != Kind::fiscal && mention.kind != Kind::calendar) continue;
    if (sense.year && sense.year != mention.year) {  // two years: a span or a change
      sense.year.reset();
      break;
    }
    sense.year = mention.year;
    const std::string before = tight(text.substr(0, mention.begin));
    sense.rest = std::string(words.without_year_words(before)) +
                 without_common_year(tight(text.substr(mention.end)), mention.year);
  }
  if (!sense.year) sense.rest = tight(text);
}

// "FY2023 (ปีงบประมาณ 2566)": a year that stands in brackets alone tells it where nothing else does.
std::optional<int> year_in_brackets(std::string_view label) {
  std::optional<int> year;
  for (const auto& mention : text::find_years(label)) {
    const bool told =
        mention.kind == text::YearMention::Kind::fiscal || mention.kind == text::YearMention::Kind::calendar;
    if (!told) continue;
    if (year && *year != mention.year) return std::nullopt;
    year = mention.year;
  }
  return year;
}

// Latin words of a label in capitals, as a scan may spell them: 0IT is OIT, ElT EIT.
std::vector<std::string> latin_words(std::string_view text, TextSource source) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = static_cast<char>(std::toupper(static_cast<unsigned char>(text[i])));
    const bool letter_next = i + 1 < text.size() && std::isalpha(static_cast<unsigned char>(text[i + 1])) != 0;
    if (source == TextSource::ocr && c == '0' && letter_next) c = 'O';
    if (source == TextSource::ocr && (c == '1' || c == '|' || text[i] == 'l') && (letter_next || !words.back().empty()))
      c = 'I';
    if (std::isalpha(static_cast<unsigned char>(c)) != 0)
      words.back().push_back(c);
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

class SubjectReader {
 public:
  SubjectReader(const ScoreWords& words, const Assessments& assessments) : words_(&words), assessments_(&assessments) {}

  void read(std::string_view label, TextSource source) {
    const std::string compact = tight(label);
    if (const auto question = leading_question(compact, assessments_->item_ranges())) {
      none_ = text::find_item_codes(label, assessments_->item_ranges()).size() > 1;  // "O4, O11, O12": of none alone
      found_.insert({SubjectKind::item, question->code});
      return;
    }
    add_indicators(label, compact);
    add_instruments(label, compact, source);
  }

  // The finest one; none where several of its kind are named.
  [[nodiscard]] std::optional<Subject> result(bool& several) const {
    several = none_;
    if (found_.empty() || none_) return std::nullopt;
    int finest = 0;
    for (const auto& subject : found_) finest = std::max(finest, subject.rank());
    std::vector<Subject> best;
    for (const auto& subject : found_) {
      if (subject.rank() == finest) best.push_back(subject);
    }
    several = best.size() > 1;
    return several ? std::nullopt : std::optional(best.front());
  }

 private:
  void add_indicators(std::string_view label, const std::string& compact) {
    if (compact.find(text::lexicon().items.other_indicator.text) != std::string::npos) return;
    const bool word = contains_any(compact, words_->indicator_words);
    if (word) {
      const TightText view(label);
      for (const auto& mention : find_subjects(label, view, *words_, *assessments_)) {
        if (mention.subject == SubjectKind::indicator && is_dotted(view.text(), mention.end)) continue;
        if (mention.subject == SubjectKind::indicator && is_named_otherwise(mention, view.text())) continue;
        if (mention.subject == SubjectKind::indicator) found_.insert({SubjectKind::indicator, mention.subject_no});
        if (!mention.subject) none_ = true;  // a range, all of them
      }
      if (!found_.empty() || none_) return;
    }
    const std::string name = outside_brackets(without_list_number(label));
    if (word && !compact.starts_with(text::lexicon().items.indicator.text)) return;
    if (const auto no = assessments_->indicator_named(name))
      found_.insert({SubjectKind::indicator, std::to_string(*no)});
  }

  // "ตัวชี้วัดที่ 1 ร้อยละการเบิกจ่าย": of another report, by what stands behind the number.
  [[nodiscard]] bool is_named_otherwise(const SubjectMention& mention, std::string_view compact) const {
    constexpr std::size_t kName = 8;  // code points from which on it is a name
    std::string behind = without_any(outside_brackets(compact.substr(mention.end)), words_->year_words);
    behind = without_any(without_any(std::move(behind), words_->percent), {words_->points});
    return text::length(behind) >= kName && begins_with_any(behind, words_->relatives) == 0 &&
           !assessments_->shares_a_word(behind, std::stoi(mention.subject_no));
  }

  [[nodiscard]] bool is_of_other_things(std::string_view compact, const InstrumentWords& instrument) const {
    if (contains_any(compact, words_->scoring) || contains_any(compact, words_->totals)) return false;
    if (contains_any(compact, words_->instrument_kinds)) return false;
    const std::string_view before = compact.substr(0, last_of(compact, instrument.shorts));
    return thai_letters(compact) >= kFewestOfOtherThings || thai_letters(before) >= kFewestOfAnAct;
  }

  static std::size_t thai_letters(std::string_view words) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text::code_points(words), [](const auto& c) { return text::is_thai(c.value); }));
  }

  // "ตัวชี้วัดที่ 9.1" is a part of an indicator.
  static bool is_dotted(const std::string& text, std::size_t end) {
    return end + 1 < text.size() && text[end] == '.' && std::isdigit(static_cast<unsigned char>(text[end + 1])) != 0;
  }

  void add_instruments(std::string_view label, const std::string& compact, TextSource source) {
    const auto latin = latin_words(label, source);
    for (const auto& instrument : words_->instruments) {
      const auto is_word = [&](const std::string& word) { return std::ranges::find(latin, word) != latin.end(); };
      const bool shorts = std::ranges::any_of(instrument.shorts, is_word) && !is_of_other_things(compact, instrument);
      if (shorts || contains_any(compact, instrument.names)) found_.insert({instrument.subject, ""});
    }
  }

  const ScoreWords* words_;
  const Assessments* assessments_;
  std::set<Subject> found_;
  bool none_ = false;
};

// The instrument that a label without blanks begins with, words behind it.
std::optional<Subject> instrument_before(std::string_view words, const ScoreWords& known) {
  for (const auto& instrument : known.instruments) {
    const std::size_t size = begins_with_any(words, instrument.shorts);
    if (size > 0 && size < words.size() && !is_latin_letter_or_digit(words[size]))
      return Subject{instrument.subject, ""};
  }
  return std::nullopt;
}

// "EIT ส่วนที่ 1": behind the instrument's short name the word for a part, and its number.
bool is_instruments_part(std::string_view words, const ScoreWords& known) {
  for (const auto& instrument : known.instruments) {
    for (const auto& name : instrument.shorts) {
      const std::size_t at = words.find(name);
      if (at == std::string_view::npos) continue;
      for (const auto& part : known.numbered_parts) {
        const std::size_t found = words.find(part, at + name.size());
        const std::size_t number = found == std::string_view::npos ? words.size() : found + part.size();
        if (number < words.size() && std::isdigit(static_cast<unsigned char>(words[number])) != 0) return true;
      }
    }
  }
  return false;
}

}  // namespace

int Subject::rank() const {
  switch (kind) {
    case SubjectKind::ita:
      return 1;
    case SubjectKind::iit:
    case SubjectKind::eit:
    case SubjectKind::oit:
      return 2;
    case SubjectKind::indicator:
      return 3;
    case SubjectKind::item:
      return 4;
  }
  return 0;
}

std::optional<Subject> LabelReader::subject_of(std::string_view label, bool& several) const {
  SubjectReader reader(*words_, *assessments_);
  reader.read(label, TextSource::text);
  return reader.result(several);
}

LabelSense LabelReader::read(std::string_view label, TextSource source) const {
  LabelSense sense;
  const std::string plain = outside_brackets(label);
  take_year(sense, plain, *words_);
  if (!sense.year && plain.size() < label.size()) sense.year = year_in_brackets(label);
  const std::string& words = sense.rest;
  if (text::length(label) <= kLongestLabel) {
    // "รวม IIT (เฉลี่ยตัวชี้วัดที่ 1–5)" is of IIT: what stands in brackets tells only where nothing else does.
    for (const std::string_view text : {std::string_view(plain), label}) {
      SubjectReader reader(*words_, *assessments_);
      reader.read(text, source);
      sense.several = false;
      sense.subject = reader.result(sense.several);
      if (sense.subject || sense.several) break;
    }
  }
  if (sense.subject && sense.subject->kind == SubjectKind::indicator && !contains_any(words, words_->indicator_words))
    sense.instrument = instrument_before(words, *words_);
  sense.percent = contains_any(tight(label), words_->percent);
  if (words.empty()) return sense;
  sense.rank = table_->rank.match(words);
  // An indicator's own name may hold such a word: การใช้งบประมาณ.
  constexpr int kIndicatorRank = 3;
  const bool named = sense.subject && sense.subject->rank() >= kIndicatorRank;
  // "คะแนนรายปีงบประมาณ" speaks of years, not of a budget; "คะแนนหลังถ่วงน้ำหนัก" of what weights have made.
  sense.no_score =
      !named && table_->no_score.match(without_any(without_any(words, words_->year_words), table_->weighted));
  sense.no_score = sense.no_score || (!named && is_instruments_part(words, *words_)) ||
                   table_->is_share_of_offices(words, words_->percent) ||
                   (!sense.year && contains_any(words, table_->baselines));
  sense.level = table_->level.match(words);
  sense.total = table_->total.match(words) && !table_->names_other_matter(words);
  sense.value = table_->value.match(words);
  sense.weighted = contains_any(words, table_->weighted);
  sense.name = table_->name.match(words);
  sense.other = !named && table_->other.match(words);
  return sense;
}

}  // namespace prongsai::layouts::scores
