#include "pipeline/review/submission_answer.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "pipeline/review/desk.hpp"
#include "pipeline/review/issue_numbers.hpp"
#include "pipeline/review/review_marks.hpp"
#include "pipeline/review/said_in_thai.hpp"
#include "pipeline/review/submission_tables.hpp"
#include "pipeline/store/queries/earlier_reports.hpp"
#include "pipeline/store/queries/letter_facts.hpp"
#include "pipeline/store/queries/report_facts.hpp"
#include "pipeline/store/queries/report_findings.hpp"
#include "pipeline/store/queries/report_readings.hpp"
#include "pipeline/store/queries/report_tables.hpp"
#include "pipeline/store/queries/work_done.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;

// A browser shows so many at once without making one wait; a table of projects has ten times as many.
constexpr std::int64_t kMostCells = 1000;

class SubmissionAnswer {
 public:
  SubmissionAnswer(const Desk& desk, store::RelationReader& reader, std::int64_t id, const PartAsked& asked, json row)
      : desk_(desk),
        reader_(reader),
        id_(id),
        page_no_(store::count_cells(reader, id) > kMostCells ? std::optional(asked.page_no) : std::nullopt),
        scores_from_(asked.scores_from),
        scores_count_(asked.scores_count),
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
    one_["versions"] = versions();
    one_["same_item"] = store::json_of(store::reports_of_same_item(reader_, id_));
    return std::move(one_);
  }

 private:
  // As lists write it: by hand, too.
  void add_publication() {
    json& publication = one_["publication"];
    if (publication.is_string()) publication = json::parse(publication.get<std::string>(), nullptr, false);
    if (!publication.is_object()) publication = nullptr;
    if (!desk_.messages || !publication.is_object() || !publication["because"].is_string()) return;
    publication["because_th"] = desk_.messages->cause_in_thai(publication["because"].get<std::string>());
  }

  // Whose it is, what went to the office, and what can be set right of the report itself.
  void add_work() {
    one_["assigned"] = store::json_of(store::assigned_to(reader_, id_));
    one_["letters"] = store::json_of(store::letters_of_report(reader_, id_));
    const json final_score = marks_.of("final_score", "");
    one_["final_version"] = final_score["version"];
    one_["final_key"] = final_score["key"];
    marks_.add_fields(one_, "fact", "", {"agency", "fiscal_year", "item_code"});
  }

  void add_readings() {
    one_["pages"] = store::json_of(store::pages_of(reader_, id_));
    one_["issues"] = issues();
    one_["issue_numbers"] = issue_numbers_of(desk_, one_);
    add_cells();
    add_scores();
    one_["doubtful_words"] = store::json_of(store::doubtful_words_of(reader_, id_));
    one_["tables"] = tables_of_submission(reader_, id_, marks_, page_no_);
    one_["score_readings"] = store::json_of(store::score_readings_of(reader_, id_));
    one_["candidates"] = store::json_of(store::candidates_of(reader_, id_));
  }

  void add_cells() {
    one_["cells_of_page"] = page_no_ ? json(*page_no_) : json(nullptr);
    one_["cells"] = marked("cell", store::json_of(store::cells_of(reader_, id_, page_no_)));
    if (!page_no_) return;
    for (const std::string& anchor : store::anchors_of_corrected_cells(reader_, id_))  // on other pages, too
      marks_.shows("cell", anchor);
  }

  void add_scores() {
    json scores = store::json_of(store::scores_of(reader_, id_, scores_from_, scores_count_));
    const std::int64_t all = store::count_scores(reader_, id_);
    const std::int64_t to = scores_from_ + static_cast<std::int64_t>(scores.size());
    one_["scores_to"] = to;
    one_["scores_left"] = std::max<std::int64_t>(0, all - to);
    one_["scores"] = marked("score", std::move(scores));
    if (scores_from_ == 0 && to == all) return;
    (void)marked("score", store::json_of(store::changed_scores_of(reader_, id_)));  // further off, too
  }

  void add_judged() {
    one_["findings"] = marked("decision", store::json_of(store::findings_of(reader_, id_)));
    say_in_thai(desk_, one_["findings"], "evidence");
  }

  // Files that stood under the report's path before, each with its findings and what was decided on them.
  json versions() {
    json versions = json::array();
    for (const store::EarlierVersion& version : store::earlier_versions(reader_, id_)) {
      versions.push_back(store::json_of(version));
      versions.back()["findings"] = store::json_of(store::findings_of_version(reader_, version.id));
    }
    return versions;
  }

  json issues() {
    json list = store::json_of(store::issues_of(reader_, id_));
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
  std::int64_t scores_from_;
  std::int64_t scores_count_;
  json one_;
  ReviewMarks marks_;
};

}  // namespace

json submission_answer(const Desk& desk, store::RelationReader& reader, std::int64_t id, const PartAsked& asked) {
  const auto facts = store::report_facts(reader, id);
  if (!facts) return nullptr;
  return SubmissionAnswer(desk, reader, id, asked, store::json_of(*facts)).whole();
}

}  // namespace prongsai::review
