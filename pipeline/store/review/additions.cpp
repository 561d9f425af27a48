// What a reviewer adds to a report: findings of the reviewer's own, scores and issues that the program did not read.
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <functional>

#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/records/names.hpp"
#include "pipeline/store/review/added_rows.hpp"
#include "pipeline/store/review/own_findings.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/review/reviewed_values.hpp"
#include "pipeline/store/review/seen_target.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

// The place on a page; nothing for page 0.
void put_box(json& value, int page_no, const Box& box) {
  if (page_no <= 0) return;
  if (!(box.x1 > box.x0 && box.y1 > box.y0)) throw NoSuchTarget("the box on the page is empty");
  value.update({{"page_no", page_no}, {"x0", box.x0}, {"y0", box.y0}, {"x1", box.x1}, {"y1", box.y1}});
}

json json_of_finding(const OwnFinding& finding) {
  if (finding.message.empty()) throw NoSuchTarget("a finding needs words");
  if (finding.severity != "error" && finding.severity != "warning" && finding.severity != "info") {
    throw NoSuchTarget("a finding is error, warning or info, not " + finding.severity);
  }
  json value = {{"severity", finding.severity}, {"message", finding.message}};
  if (finding.issue_no) value["issue_no"] = *finding.issue_no;
  require_number(value.value("issue_no", json(nullptr)), 1, kMostIssues, "an issue");
  put_box(value, finding.page_no, finding.box);
  return value;
}

// Where something is added on a page, the page is there and the box lies on it.
void require_on_page(SQLite::Database& database, std::int64_t submission_id, int page_no, const Box& box) {
  if (page_no <= 0) return;
  SQLite::Statement page(database, "SELECT width, height FROM page WHERE submission_id = ?1 AND page_no = ?2");
  SQLite::bind(page, submission_id, page_no);
  if (!page.executeStep()) throw NoSuchTarget("there is no page " + std::to_string(page_no));
  constexpr double kSlack = 1;  // point, for a box drawn along the page's edge
  const bool is_on_it = box.x0 >= -kSlack && box.y0 >= -kSlack && box.x1 <= page.getColumn(0).getDouble() + kSlack &&
                        box.y1 <= page.getColumn(1).getDouble() + kSlack;
  if (!is_on_it) throw NoSuchTarget("the box does not lie on the page");
}

// Something new in a report, as one transaction. `place`: where it is kept, by the report's bytes.
std::int64_t add_to(Store& store, std::int64_t submission_id, const json& value, const Author& author,
                    const std::function<Target(const std::string& sha256)>& place) {
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const Target report = seen_target(database, {"final_score", submission_id, ""}, author);
    if (value.contains("page_no"))
      require_on_page(database, submission_id, value["page_no"], {value["x0"], value["y0"], value["x1"], value["y1"]});
    const Target target = place(report.sha256);
    write_target(database, target, value, author.who);
    const std::int64_t version = log_change(database, target, nullptr, value, author.who);
    transaction.commit();
    return version;
  });
}

template <typename Value>
void put(json& value, const char* name, const std::optional<Value>& given) {
  if (given) value[name] = *given;
}

json json_of_score(const AddedScore& score) {
  require_score(score.value);
  require_subject(score.subject);
  const auto blank = score.subject.find(' ');
  json value = {{"subject", score.subject.substr(0, blank)}, {"value", score.value}, {"unit", name_of(score.unit)}};
  if (blank != std::string::npos) value["subject_no"] = score.subject.substr(blank + 1);
  put(value, "grade", score.grade);
  put(value, "fiscal_year", score.fiscal_year);
  put(value, "agency", score.agency);
  for (const char* text : {"grade", "agency"}) require_text(value.value(text, json(nullptr)));
  require_fact("fiscal_year", value.value("fiscal_year", json(nullptr)));
  put_box(value, score.page_no, score.box);
  return value;
}

json json_of_issue(const AddedIssue& issue) {
  json value = {{"issue_no", issue.issue_no}};
  require_number(value["issue_no"], 1, kMostIssues, "an issue");
  put(value, "title", issue.title);
  put(value, "timeframe", issue.timeframe);
  put(value, "limitation", issue.limitation);
  put(value, "item_codes", issue.item_codes);
  for (const char* text : {"title", "timeframe", "limitation"}) require_text(value.value(text, json(nullptr)));
  require_item_codes(value.value("item_codes", json(nullptr)));
  put_box(value, issue.page_no, issue.box);
  return value;
}

void require_new_issue(SQLite::Database& database, std::int64_t submission_id, int issue_no) {
  SQLite::Statement query(database, "SELECT 1 FROM issue WHERE submission_id = ?1 AND issue_no = ?2");
  SQLite::bind(query, submission_id, issue_no);
  if (query.executeStep()) throw NoSuchTarget("this issue is there already: correct it");
}

}  // namespace

std::int64_t add_finding(Store& store, std::int64_t submission_id, const OwnFinding& finding, const Author& author) {
  const json value = json_of_finding(finding);
  return add_to(store, submission_id, value, author,
                [&](const std::string& sha256) { return new_own_finding(sha256, value); });
}

std::int64_t add_score(Store& store, std::int64_t submission_id, const AddedScore& score, const Author& author) {
  return add_to(store, submission_id, json_of_score(score), author,
                [](const std::string& sha256) { return new_added_row(sha256, "score"); });
}

std::int64_t add_issue(Store& store, std::int64_t submission_id, const AddedIssue& issue, const Author& author) {
  return add_to(store, submission_id, json_of_issue(issue), author, [&](const std::string& sha256) {
    require_new_issue(store.database(), submission_id, issue.issue_no);
    return new_added_row(sha256, "issue");
  });
}

// As refusals name it.
constexpr const char* kAddedRow = "added row";

std::int64_t remove_added(Store& store, const std::string& relation, std::int64_t row_id, const Author& author) {
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto target = added_target(database, relation, row_id);
    const bool is_seen = target && (author.seen_key.empty() ||
                                    content_key(target->sha256, target->kind, target->anchor) == author.seen_key);
    if (!is_seen) throw Gone("this " + std::string(kAddedRow) + " " + kGone);
    if (version_of(database, *target) != author.seen_version)
      throw Conflict("this " + std::string(kAddedRow) + " was changed by someone else meanwhile");
    const json before = read_target(database, *target);
    write_target(database, *target, nullptr, author.who);
    const std::int64_t version = log_change(database, *target, before, nullptr, author.who);
    transaction.commit();
    return version;
  });
}

}  // namespace prongsai::store
