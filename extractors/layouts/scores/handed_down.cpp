#include "extractors/layouts/scores/handed_down.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extractors/layouts/scores/assessed_years.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/identity_place.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::string_view kFiscalYear = "fiscal_year";

// The year of the times in which something is to be done, or of "สิ่งที่จะทำในปีงบประมาณ 2569" in a heading or in running
// words: nothing was assessed in it.
bool is_year_of_plans(const Record& record, const Identity& identity) {
  const std::string_view from = record.fiscal_year_from;
  if (from == word_of(IdentityPlace::timeframe)) return true;
  if (!record.fiscal_year_at || (from != word_of(IdentityPlace::heading) && from != word_of(IdentityPlace::mention)))
    return false;
  const scores::TableWords& words = identity.knowledge.score_tables;
  return std::ranges::any_of(identity.reading.document->paragraphs, [&](const Paragraph& paragraph) {
    if (paragraph.at.page_no != record.fiscal_year_at->page_no ||
        !paragraph.at.box.contains(record.fiscal_year_at->box.centre()))
      return false;
    return contains_any(tight(paragraph.text), words.plan_cues) &&
           !scores::assessed_year_before(paragraph.text, paragraph.text.size(), words, identity.knowledge.scores);
  });
}

// "รายงานผลการประเมิน … ปีงบประมาณ พ.ศ. 2565" over a report whose last chapter sets out measures for the next year.
std::optional<HandedDownYear> year_of_title(const Record& record) {
  for (const IdentityCandidate& one : record.candidates) {
    if (one.fact != kFiscalYear || handed_down_from(one.place) != StatedIn::title) continue;
    const int year = std::stoi(one.value);
    if (year < *record.fiscal_year) return HandedDownYear{year, StatedIn::title};
  }
  return std::nullopt;
}

// "นำผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 มาวิเคราะห์": the year whose results the report says that it takes up; none
// where it says so of several.
std::optional<int> year_taken_up(const Identity& identity) {
  constexpr std::size_t kReach = 60;  // code points from the year to what is done with its results
  const scores::TableWords& words = identity.knowledge.score_tables;
  std::optional<int> taken;
  for (const Paragraph& paragraph : identity.reading.document->paragraphs) {
    for (const auto& year : text::find_years(paragraph.text)) {
      const std::string behind = tight(std::string_view(paragraph.text).substr(year.end));
      std::size_t at = std::string::npos;
      for (const std::string& word : words.taken_up) at = std::min(at, behind.find(word));
      if (at == std::string::npos || text::length(behind.substr(0, at)) > kReach) continue;
      const auto assessed = scores::assessed_year_before(paragraph.text, year.end, words, identity.knowledge.scores);
      if (!assessed || !assessed->cued || assessed->year != year.year) continue;
      if (taken && *taken != year.year) return std::nullopt;
      taken = year.year;
    }
  }
  return taken;
}

// The title names a year, and what is to be done lies in the next one.
bool is_done_in_the_next_year(const Record& record) {
  const std::string next = std::to_string(*record.fiscal_year + 1);
  return std::ranges::any_of(record.candidates, [&](const IdentityCandidate& one) {
    return one.fact == kFiscalYear && one.value == next && one.place == word_of(IdentityPlace::timeframe);
  });
}

}  // namespace

StatedIn handed_down_from(std::string_view place) {
  using enum IdentityPlace;
  constexpr std::array kHeads{memo_head, letterhead, issuer, cover, title, subject};
  const auto from = value_of<IdentityPlace>(place);
  return from && std::ranges::find(kHeads, *from) != kHeads.end() ? StatedIn::title : StatedIn::report;
}

std::optional<HandedDownYear> assessed_year(const Record& record, const Identity& identity) {
  if (!record.fiscal_year) return std::nullopt;
  const StatedIn from = handed_down_from(record.fiscal_year_from);
  const auto taken = year_taken_up(identity);
  if (taken && *taken <= *record.fiscal_year) return HandedDownYear{*taken, StatedIn::report};
  if (identity.kind == ReportKind::measures && !(from == StatedIn::title && is_done_in_the_next_year(record)))
    return HandedDownYear{*record.fiscal_year - 1, StatedIn::report};
  if (is_year_of_plans(record, identity)) return year_of_title(record);
  return HandedDownYear{*record.fiscal_year, from};
}

}  // namespace prongsai::layouts
