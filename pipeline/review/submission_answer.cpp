#include "pipeline/review/submission_answer.hpp"

#include <optional>
#include <string>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/earlier_versions.hpp"
#include "pipeline/review/finding_order.hpp"
#include "pipeline/review/issue_numbers.hpp"
#include "pipeline/review/review_marks.hpp"
#include "pipeline/review/said_in_thai.hpp"
#include "pipeline/review/submission_tables.hpp"
#include "pipeline/store/review/correctable.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// A browser shows so many at once without making one wait; a table of projects has ten times as many.
constexpr std::int64_t kMostCells = 1000;

class SubmissionAnswer {
 public:
  SubmissionAnswer(const Desk& desk, store::RelationReader& reader, std::int64_t id, std::int64_t page_no, json row)
      : desk_(desk),
        reader_(reader),
        id_(id),
        page_no_(number_of(reader, "SELECT count(*) FROM cell WHERE submission_id = ?1", {id}) > kMostCells
                     ? std::optional(page_no)
                     : std::nullopt),
        one_(std::move(row)),
        marks_(reader, one_["sha256"].is_string() ? one_["sha256"].get<std::string>() : "") {}

  json whole() {
    json whole = json::array({one_});
    say_in_thai(desk_, whole, "error");
    one_ = whole[0];
    add_publication();
    add_work();
    add_readings();
    add_judged();
    one_["stale"] = marks_.unfit(reader_);
    one_["waiting"] = marks_.waiting(reader_, desk_.options.db, id_);
    one_["versions"] = earlier_versions(reader_, id_);
    one_["same_item"] = reports_of_same_item(reader_, id_);
    return std::move(one_);
  }

 private:
  json rows(const std::string& sql) { return rows_of(reader_, sql, {id_}); }

  // As lists write it: by hand, too.
  void add_publication() {
    json& publication = one_["publication"];
    if (publication.is_string()) publication = json::parse(publication.get<std::string>(), nullptr, false);
    if (!publication.is_object()) publication = nullptr;
  }

  // Whose it is, what went to the office, and what can be set right of the report itself.
  void add_work() {
    one_["assigned"] = rows("SELECT reviewer FROM assignment WHERE submission_id = ?1");
    one_["letters"] = rows(
        "SELECT l.key, l.number, l.sent_on, l.sent_by, l.sent_at, l.withdrawn_at, (SELECT max(changed) FROM "
        "letter_sent n WHERE n.key = l.key AND n.sha256 = s.sha256) AS changed, r.sha256 IS NOT s.sha256 AS "
        "earlier_version FROM submission s JOIN letter_report r ON r.sha256 = s.sha256 OR r.sha256 IN (SELECT sha256 "
        "FROM submission_version WHERE submission_id = s.id) JOIN letter l ON l.key = r.letter_key WHERE s.id = ?1 "
        "ORDER BY l.sent_at DESC, l.key");
    const json final_score = marks_.of("final_score", "");
    one_["final_version"] = final_score["version"];
    one_["final_key"] = final_score["key"];
    marks_.add_fields(one_, "fact", "", {"agency", "fiscal_year", "item_code"});
  }

  void add_readings() {
    one_["pages"] = rows(
        "SELECT page_no, source, reason, width, height, confidence FROM page WHERE submission_id = ?1 ORDER BY "
        "page_no");
    one_["issues"] = issues();
    one_["issue_numbers"] = issue_numbers_of(desk_, one_);
    add_cells();
    one_["scores"] = marked(
        "score",
        "SELECT c.id, subject, subject_no, value, unit, grade, fiscal_year, agency, rank, rank_of, quote, page_no, x0, "
        "y0, x1, y1, source, confidence, doubtful, corrected, corrected_from, corrected_fields, added, c.id IN (SELECT "
        "id "
        "FROM dismissed_score WHERE submission_id = ?1) AS dismissed, anchor FROM score c JOIN (" +
            store::anchored_rows("score") + ") a ON a.id = c.id ORDER BY c.id");
    one_["doubtful_words"] = rows(
        "SELECT text, alternative, page_no, x0, y0, x1, y1, confidence FROM doubtful_word WHERE submission_id = ?1 "
        "ORDER BY id");
    one_["tables"] = tables_of_submission(reader_, id_, marks_, page_no_);
    one_["score_readings"] = rows(
        "SELECT table_no, assignment, evidence, runner_up, margin, unclear, words, page_no, x0, y0, x1, y1 FROM "
        "score_reading WHERE submission_id = ?1 ORDER BY id");
    one_["candidates"] = rows(
        "SELECT fact, value, place, weight, page_no, x0, y0, x1, y1 FROM identity_candidate WHERE submission_id = ?1 "
        "ORDER BY fact, weight DESC, id");
  }

  void add_cells() {
    const std::string anchored = " FROM cell c JOIN (" + store::anchored_rows("cell") + ") a ON a.id = c.id WHERE ";
    one_["cells_of_page"] = page_no_ ? json(*page_no_) : json(nullptr);
    one_["cells"] =
        marked("cell", rows_of(reader_,
                               "SELECT c.id, table_no, row_no, col_no, row_span, col_span, column_key, issue_no, text, "
                               "header_text, page_no, x0, y0, x1, y1, source, coalesce(confidence, 1) AS confidence, "
                               "doubtful, corrected, corrected_from, dismissed, anchor" +
                                   anchored + kRowsOfPage + " ORDER BY c.id",
                               {id_, page_no_ ? store::Value(*page_no_) : store::Value()}));
    if (!page_no_) return;
    for (const json& row : rows("SELECT anchor" + anchored + "corrected = 1"))  // on other pages, too
      marks_.shows("cell", row["anchor"]);
  }

  void add_judged() {
    one_["findings"] = marked(
        "decision",
        std::string("SELECT f.id, code, severity, issue_no, f.item_code, column_key, page_no, x0, y0, x1, y1, "
                    "message_th, message_en, evidence, f.status, f.note, f.anchor, d.carried_from IS NOT NULL AS "
                    "carried, own, across FROM finding f JOIN submission s ON s.id = f.submission_id LEFT JOIN "
                    "decision d ON d.sha256 = s.sha256 AND d.anchor = f.anchor WHERE f.submission_id = ?1 ORDER BY ") +
            kFindingOrder);
    say_in_thai(desk_, one_["findings"], "evidence");
  }

  json issues() {
    json list = rows(
        "SELECT i.id, issue_no, title, item_codes, timeframe, limitation, page_no, x0, y0, x1, y1, timeframe_page_no, "
        "timeframe_x0, timeframe_y0, timeframe_x1, timeframe_y1, limitation_page_no, limitation_x0, limitation_y0, "
        "limitation_x1, limitation_y1, corrected_fields, added, anchor FROM issue i JOIN (" +
        store::anchored_rows("issue") + ") a ON a.id = i.id ORDER BY issue_no, i.id");
    for (json& issue : list) {
      marks_.add_fields(issue, "issue", issue["anchor"].get<std::string>() + "/",
                        {"title", "timeframe", "limitation", "item_codes"});
      issue.erase("anchor");
      mark_added(issue);
    }
    return list;
  }

  // A row that a reviewer added: the key and version under which it is taken out again; false for one that was read.
  void mark_added(json& row) {
    if (row["added"].is_null()) {
      row["added"] = false;
      return;
    }
    const std::string anchor = row["added"];
    marks_.shows("added", anchor);
    row["added"] = marks_.of("added", anchor);
  }

  // Rows that are changed as a whole, each with its key and version.
  json marked(const std::string& kind, const std::string& sql) { return marked(kind, rows(sql)); }
  json marked(const std::string& kind, json list) {
    for (json& row : list) {
      const std::string anchor = row["anchor"];
      if (kind == "decision" || row["corrected"] == 1) marks_.shows(kind, anchor);
      row.update(marks_.of(kind, anchor));
      if (kind == "score") {
        marks_.add_fields(row, "score_part", anchor + "/",
                          {"grade", "rank", "subject", "subject_no", "fiscal_year", "agency"});
        mark_added(row);
      }
      row.erase("anchor");
    }
    return list;
  }

  const Desk& desk_;
  store::RelationReader& reader_;
  std::int64_t id_;
  std::optional<std::int64_t> page_no_;  // of the cells that are told; nothing: all are
  json one_;
  ReviewMarks marks_;
};

}  // namespace

json submission_answer(const Desk& desk, store::RelationReader& reader, std::int64_t id, std::int64_t page_no) {
  json rows = rows_of(reader,
                      "SELECT id, agency, source_path, fiscal_year, item_code, layout, status, error, published_url, "
                      "suggested_score, score_reason, score_reason_en, sha256, agency_from, fiscal_year_from, "
                      "item_from, corrected_fields, publication, (SELECT score FROM final_score f WHERE f.sha256 = "
                      "submission.sha256) AS final_score FROM submission WHERE id = ?1",
                      {id});
  if (rows.empty()) return nullptr;
  return SubmissionAnswer(desk, reader, id, page_no, std::move(rows[0])).whole();
}

}  // namespace prongsai::review
