#include "extractors/layouts/scores/prose_course.hpp"

#include <algorithm>
#include <utility>

#include "extractors/layouts/heading_lines.hpp"
#include "extractors/layouts/scores/context.hpp"
#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/scores/subjects.hpp"
#include "extractors/layouts/scores/year_above.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"

namespace prongsai::layouts::scores {
namespace {

// Paragraphs that begin a part of the report: parts, chapters, numbered headings.
std::set<std::size_t> headings_among(const Reading& reading) {
  std::set<std::size_t> headings;
  for (const Division& division : reading.divisions) headings.insert(reading.flow[division.item].index);
  for (std::size_t i = 0; i < reading.document->paragraphs.size(); ++i) {
    if (is_heading_line(reading.document->paragraphs[i])) headings.insert(i);
  }
  return headings;
}

}  // namespace

ProseCourse::ProseCourse(const Record& record, const Identity& identity)
    : record_(&record),
      identity_(&identity),
      assessed_(assessed_year(record, identity)),
      headings_(headings_among(identity.reading)) {}

void ProseCourse::enter(std::size_t index) {
  const std::string_view text = document().paragraphs[index].text;
  const bool named = table_words().names_assessment(text);
  if (headings_.contains(index)) {
    section_about_ = section_of_part_ = false;
    heading_about_ = named;
  }
  section_about_ = section_about_ || named;
  led_by_ = std::exchange(entered_, text);
  year_goes_on_ = words().ends_with_year_words(led_by_);
}

void ProseCourse::leave(std::size_t index) {
  const std::string_view text = document().paragraphs[index].text;
  section_of_part_ = section_of_part_ || (headings_.contains(index) && names_a_part(text));
  const auto year = year_before(text, text.size());
  compared_year_.reset();
  if (year && is_nothing_but_a_year(text, words()) && contains_any(tight(led_by_), table_words().plan_cues)) return;
  if (year && !headings_.contains(index) && (is_still_to_come(year->year) || is_history(*year))) return;
  if (year && year->compared)
    compared_year_ = year->year;
  else if (year && year->spent && last_year_ && last_is_assessed_ && year->year < *last_year_)
    return;  // looked back to with a figure of its own
  else if (year && (year->cued || !last_year_)) {
    last_year_ = goes_on_with(year->year, text);
    last_is_assessed_ = year->cued;
  }
}

// Whether the report's head gives its year.
bool ProseCourse::is_year_by_head() const {
  const std::string_view from = record_->fiscal_year_from;
  return record_->fiscal_year && (from == word_of(IdentityPlace::cover) || from == word_of(IdentityPlace::title) ||
                                  from == word_of(IdentityPlace::subject) || from == word_of(IdentityPlace::issuer) ||
                                  from == word_of(IdentityPlace::heading));
}

// "ผ่านเกณฑ์ร้อยละ 100 ภายในปี 2570": later than the year that the report's head gives, an aim.
bool ProseCourse::is_still_to_come(int year) const {
  return is_year_by_head() && year > *record_->fiscal_year;
}

// "เข้าร่วมการประเมิน ITA ครั้งแรกในปีงบประมาณ พ.ศ. 2558": years before the one that the report's head gives, and no result
// of that year is spoken of.
bool ProseCourse::is_history(const AssessedYear& year) const {
  return is_year_by_head() && assessed_ && year.year < assessed_->year - 1 && !year.led && !year.compared &&
         !year.beside_figure;
}

void ProseCourse::enter_cells() {
  year_goes_on_ = false;
  section_about_ = section_of_part_ = heading_about_ = false;
  led_by_ = {};
}

bool ProseCourse::is_about(std::string_view text) const {
  if (table_words().names_assessment(text)) return true;
  const bool other = contains_any(tight(text), words().other_surveys);
  return !other && (identity_->reading.scores.relevance.about || section_about_);
}

bool ProseCourse::is_under_assessment(int page_no) const {
  const Relevance& relevance = identity_->reading.scores.relevance;
  return relevance.about || heading_about_ || relevance.pages.contains(page_no);
}

bool ProseCourse::is_of_a_part() const {
  return section_of_part_ || (!states_a_figure(without_list_number(led_by_)) && names_a_part(led_by_));
}

bool ProseCourse::names_a_part(std::string_view text) const {
  const TightText compact(text);
  const auto subjects = find_subjects(text, compact, words(), identity_->knowledge.assessments);
  return std::ranges::any_of(subjects,
                             [](const SubjectMention& mention) { return mention.subject != SubjectKind::ita; });
}

std::optional<AssessedYear> ProseCourse::year_before(std::string_view text, std::size_t at) const {
  return assessed_year_before(text, at, table_words(), words());
}

std::optional<int> ProseCourse::year_behind(std::string_view text, const ScoreFigure& figure) const {
  return assessed_year_behind(text, figure.begin, figure.end, table_words(), words());
}

bool ProseCourse::is_of_untold_year(std::string_view text, const ScoreFigure& figure) const {
  return is_compared_with(text, figure.begin, table_words(), words()) && !year_behind(text, figure);
}

// The year that a paragraph begins with where the one before it ended in the words for a year: a line broken there.
std::optional<int> ProseCourse::year_carried_over(std::string_view text) const {
  if (!year_goes_on_) return std::nullopt;
  const auto years = text::find_years(text);
  const bool first = !years.empty() && is_blank_text(text.substr(0, years.front().begin));
  return first ? std::optional(years.front().year) : std::nullopt;
}

ProseCourse::Year ProseCourse::year_told(std::string_view text, const ScoreFigure& figure) {
  if (const auto carried = year_carried_over(text)) return {carried, StatedIn::sentence};
  if (const auto year = year_before(text, figure.begin)) return {year->year, StatedIn::sentence};
  if (compared_year_) return {std::exchange(compared_year_, std::nullopt), StatedIn::caption};
  if (last_year_) return {last_year_, StatedIn::caption};
  return assessed_ ? Year{assessed_->year, assessed_->from} : Year{};
}

ProseCourse::Year ProseCourse::take_year(std::string_view text, const ScoreFigure& figure) {
  if (const auto behind = year_behind(text, figure)) return {behind, StatedIn::sentence};
  const Year told = year_told(text, figure);
  if (!told.year) return told;
  // "ปีที่ผ่านมา" is the one before the report's own, whatever the report looks back on.
  if (told.from != StatedIn::sentence && record_->fiscal_year &&
      is_said_before(text, figure.begin, table_words().past_year))
    return {*record_->fiscal_year - 1, StatedIn::sentence};
  if (!is_said_before(text, figure.begin, words().last_year)) return told;
  return {*told.year - 1, StatedIn::sentence};
}

// The year of the sentences behind a paragraph: not an earlier one that it only looks back to.
int ProseCourse::goes_on_with(int last, std::string_view text) const {
  if (!assessed_ || last >= assessed_->year) return last;
  const auto years = assessed_years_before(text, text.size(), table_words(), words());
  if (!years.empty() && years.back().year == last && years.back().led) return last;
  return std::ranges::find(years, assessed_->year, &AssessedYear::year) != years.end() ? assessed_->year : last;
}

}  // namespace prongsai::layouts::scores
