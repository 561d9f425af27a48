#include <algorithm>

#include "extractors/layouts/scores/drafts.hpp"
#include "extractors/layouts/scores/other_scales.hpp"
#include "extractors/layouts/scores/records.hpp"
#include "extractors/layouts/scores/rival_figures.hpp"

namespace prongsai::layouts {
namespace {

// The same value of the same thing, unless two offices or two years are named for it.
bool same_score(const ScoreRecord& a, const ScoreRecord& b) {
  const bool office = !a.agency || !b.agency || a.agency == b.agency;
  const bool year = !a.fiscal_year || !b.fiscal_year || a.fiscal_year == b.fiscal_year;
  return a.subject == b.subject && a.subject_no == b.subject_no && a.value == b.value && office && year;
}

void complete(ScoreRecord& kept, const ScoreRecord& other) {
  if (!kept.grade) kept.grade = other.grade;
  if (!kept.rank) kept.rank = other.rank;
  if (!kept.rank_of) kept.rank_of = other.rank_of;
  if (kept.doubts.empty() || other.doubts.empty())
    kept.doubts.clear();  // the same value read elsewhere without doubt vouches for it
  else
    append_doubts(kept.doubts, other.doubts, 0);
}

}  // namespace

void merge_scores(Record& record) {
  std::stable_sort(record.scores.begin(), record.scores.end(), [](const auto& a, const auto& b) {
    if (a.at.page_no != b.at.page_no) return a.at.page_no < b.at.page_no;
    return a.at.box.y0 < b.at.box.y0;
  });
  std::vector<ScoreRecord> kept;
  for (auto& score : record.scores) {
    const auto known =
        std::find_if(kept.begin(), kept.end(), [&](const auto& other) { return same_score(other, score); });
    if (known != kept.end())
      complete(*known, score);
    else
      kept.push_back(std::move(score));
  }
  record.scores = std::move(kept);
}

void add_scores(Record& record, const Identity& identity) {
  if (!identity.reading.scores.relevance.named) return;  // the document does not speak of the assessment
  add_prose_scores(record, identity);
  add_table_scores(record, identity);
  note_unread_tables(record, identity);
  drop_other_scales(record);
  drop_drafts(record, *identity.reading.document, identity.knowledge.scores);
  drop_rivals(record, identity.knowledge.assessments);
  merge_scores(record);
  doubt_scores(record, identity.knowledge.assessments);
}

}  // namespace prongsai::layouts
