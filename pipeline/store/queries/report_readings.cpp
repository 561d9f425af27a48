#include "pipeline/store/queries/report_readings.hpp"

#include "pipeline/store/queries/typed_rows.hpp"
#include "pipeline/store/review/correctable.hpp"

namespace prongsai::store {
namespace {

std::string scores_with_anchors() {
  return "SELECT c.id, subject, subject_no, value, unit, grade, fiscal_year, agency, rank, rank_of, quote, page_no, "
         "x0, y0, x1, y1, source, confidence, doubtful, corrected, corrected_from, corrected_fields, added, c.id IN "
         "(SELECT id FROM dismissed_score WHERE submission_id = ?1) AS dismissed, anchor FROM score c JOIN (" +
         anchored_rows("score") + ") a ON a.id = c.id";
}

}  // namespace

std::vector<PageFacts> pages_of(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<PageFacts>(reader,
                            "SELECT page_no, source, reason, width, height, confidence FROM page WHERE submission_id = "
                            "?1 ORDER BY page_no",
                            {submission_id});
}

std::vector<IssueRow> issues_of(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<IssueRow>(
      reader,
      "SELECT i.id, issue_no, title, item_codes, timeframe, limitation, page_no, x0, y0, x1, y1, timeframe_page_no, "
      "timeframe_x0, timeframe_y0, timeframe_x1, timeframe_y1, limitation_page_no, limitation_x0, limitation_y0, "
      "limitation_x1, limitation_y1, corrected_fields, added, anchor FROM issue i JOIN (" +
          anchored_rows("issue") + ") a ON a.id = i.id ORDER BY issue_no, i.id",
      {submission_id});
}

std::int64_t count_scores(RelationReader& reader, std::int64_t submission_id) {
  return number_of(reader, "SELECT count(*) FROM score WHERE submission_id = ?1", {submission_id});
}

std::vector<ScoreRow> scores_of(RelationReader& reader, std::int64_t submission_id, std::int64_t from,
                                std::int64_t count) {
  return rows_as<ScoreRow>(reader, scores_with_anchors() + " ORDER BY c.id LIMIT ?3 OFFSET ?2",
                           {submission_id, from, count});
}

std::vector<ScoreRow> changed_scores_of(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<ScoreRow>(
      reader,
      scores_with_anchors() + " WHERE corrected = 1 OR corrected_fields IS NOT NULL OR added IS NOT NULL ORDER BY c.id",
      {submission_id});
}

std::vector<DoubtfulWordRow> doubtful_words_of(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<DoubtfulWordRow>(reader,
                                  "SELECT text, alternative, page_no, x0, y0, x1, y1, confidence FROM doubtful_word "
                                  "WHERE submission_id = ?1 ORDER BY id",
                                  {submission_id});
}

std::vector<ScoreReadingRow> score_readings_of(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<ScoreReadingRow>(reader,
                                  "SELECT table_no, assignment, evidence, runner_up, margin, unclear, words, page_no, "
                                  "x0, y0, x1, y1 FROM score_reading WHERE submission_id = ?1 ORDER BY id",
                                  {submission_id});
}

std::vector<CandidateRow> candidates_of(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<CandidateRow>(reader,
                               "SELECT fact, value, place, weight, page_no, x0, y0, x1, y1 FROM identity_candidate "
                               "WHERE submission_id = ?1 ORDER BY fact, weight DESC, id",
                               {submission_id});
}

}  // namespace prongsai::store
