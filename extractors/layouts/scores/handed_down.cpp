#include "extractors/layouts/scores/handed_down.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extractors/layouts/scores/assessed_years.hpp"
#include "extractors/layouts/words/tight_text.hpp"
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
  if (identity.kind == ReportKind::measures && !(from == StatedIn::title && is_done_in_the_next_year(record)))
    return HandedDownYear{*record.fiscal_year - 1, StatedIn::report};
  if (is_year_of_plans(record, identity)) return year_of_title(record);
  return HandedDownYear{*record.fiscal_year, from};
}

}  // namespace prongsai::layouts
