#include "pipeline/store/review/review.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <vector>

#include "models/buddhist_year.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/review/correctable.hpp"
#include "pipeline/store/review/correctable_table.hpp"
#include "pipeline/store/review/own_findings.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/review/review_targets.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

// Which value: of a row, and which column of it where the row has several.
struct LoggedPlace {
  std::string kind;
  std::int64_t row_id = 0;
  std::string column;
};

const char* const kGone =
    "is no longer there: the report was read or judged anew, or another file took its place since the page was opened";

// The target that a row stands for, where it is still the one that the author saw.
Target seen_target(SQLite::Database& database, const LoggedPlace& place, const Author& author) {
  const auto& [kind, row_id, column] = place;
  const std::optional<Target> target = target_of(database, kind, row_id, column);
  if (author.seen_key.empty()) {
    if (!target) throw NoSuchTarget("there is no such " + kind + ": " + std::to_string(row_id));
  } else if (!target || content_key(target->sha256, kind, target->anchor) != author.seen_key) {
    throw Gone("this " + kind + " " + kGone);
  }
  return *target;
}

// One change as one transaction: refused when the target is no longer as its author saw it.
std::int64_t change(Store& store, const LoggedPlace& place, const json& after, const Author& author) {
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const Target target = seen_target(database, place, author);
    if (version_of(database, target) != author.seen_version) {
      throw Conflict("this " + place.kind + " was changed by someone else meanwhile");
    }
    const json before = read_target(database, target);
    write_target(database, target, after, author.who);
    const std::int64_t version = log_change(database, target, before, after, author.who);
    transaction.commit();
    return version;
  });
}

void require_text(const json& value) {
  if (value.is_null() || (value.is_string() && !value.get<std::string>().empty())) return;
  throw NoSuchTarget("a text is wanted, or nothing");
}

constexpr int kMostIssues = 99;  // no form has more

void require_number(const json& value, int least, int most, const std::string& what) {
  if (value.is_null()) return;
  const bool fits =
      value.is_number_integer() && value.get<std::int64_t>() >= least && value.get<std::int64_t>() <= most;
  if (!fits)
    throw NoSuchTarget(what + " is a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

// Years are Buddhist Era; an item is the letter O (or I, E) and its number, as the checklists name it.
void require_fact(const std::string& column, const json& value) {
  if (column == "fiscal_year")
    return require_number(value, kFirstFiscalYear, kLastFiscalYear, "a fiscal year of the Buddhist Era");
  require_text(value);
  if (column != "item_code" || value.is_null()) return;
  const std::string code = value.get<std::string>();
  const bool is_code = code.size() >= 2 && code.size() <= 3 && std::string("OIE").find(code[0]) != std::string::npos &&
                       code.find_first_not_of("0123456789", 1) == std::string::npos && code[1] != '0';
  if (!is_code) throw NoSuchTarget("an item is written as O34");
}

json json_of_finding(const OwnFinding& finding) {
  if (finding.message.empty()) throw NoSuchTarget("a finding needs words");
  if (finding.severity != "error" && finding.severity != "warning" && finding.severity != "info") {
    throw NoSuchTarget("a finding is error, warning or info, not " + finding.severity);
  }
  json value = {{"severity", finding.severity}, {"message", finding.message}};
  if (finding.issue_no) value["issue_no"] = *finding.issue_no;
  require_number(value.value("issue_no", json(nullptr)), 1, kMostIssues, "an issue");
  if (finding.page_no > 0) {
    const Box& box = finding.box;
    if (!(box.x1 > box.x0 && box.y1 > box.y0)) throw NoSuchTarget("the box on the page is empty");
    value.update({{"page_no", finding.page_no}, {"x0", box.x0}, {"y0", box.y0}, {"x1", box.x1}, {"y1", box.y1}});
  }
  return value;
}

}  // namespace

std::int64_t decide_finding(Store& store, std::int64_t finding_id, const std::string& status, const std::string& note,
                            const Author& author) {
  if (status != "open" && status != "confirmed" && status != "dismissed") {
    throw NoSuchTarget("a finding is open, confirmed or dismissed, not " + status);
  }
  return change(store, {"decision", finding_id, ""}, {{"status", status}, {"note", note}}, author);
}

std::int64_t correct_cell(Store& store, std::int64_t cell_id, const std::string& text, const Author& author) {
  return change(store, {"cell", cell_id, ""}, text.empty() ? json(nullptr) : json(text), author);
}

std::int64_t correct_score(Store& store, std::int64_t score_id, double value, const Author& author) {
  if (!(value >= 0 && value <= 100)) throw NoSuchTarget("a score lies between 0 and 100");
  return change(store, {"score", score_id, ""}, value, author);
}

std::int64_t set_final_score(Store& store, std::int64_t submission_id, std::optional<int> score, const Author& author) {
  if (score && (*score < 0 || *score > 100)) throw NoSuchTarget("a score lies between 0 and 100");
  return change(store, {"final_score", submission_id, ""}, score ? json(*score) : json(nullptr), author);
}

std::int64_t correct_fact(Store& store, std::int64_t submission_id, const std::string& column, const json& value,
                          const Author& author) {
  require_fact(column, value);
  return change(store, {"fact", submission_id, column}, value, author);
}

std::int64_t correct_issue(Store& store, std::int64_t issue_id, const std::string& column, const json& value,
                           const Author& author) {
  require_text(value);
  return change(store, {"issue", issue_id, column}, value, author);
}

std::int64_t correct_score_part(Store& store, std::int64_t score_id, const std::string& column, const json& value,
                                const Author& author) {
  if (column == "rank") {
    require_number(value, 1, 100'000, "a rank");
  } else {
    require_text(value);
  }
  return change(store, {"score_part", score_id, column}, value, author);
}

std::int64_t correct_table(Store& store, std::int64_t table_id, const std::string& part, const json& value,
                           const Author& author) {
  json after = value;
  if (part == "issue_no") {
    require_number(value, 1, kMostIssues, "an issue");
  } else if (part.starts_with("column/")) {
    if (!value.is_string() || value.get<std::string>().empty()) throw NoSuchTarget("a column's key is wanted");
  } else if (value == true) {
    after = machine_part(store.database(), table_id, part);
  } else if (!value.is_null()) {
    throw NoSuchTarget("a row or table is dismissed by null, and taken in again by true");
  }
  return change(store, {"table", table_id, part}, after, author);
}

namespace {

void require_on_page(SQLite::Database& database, std::int64_t submission_id, const OwnFinding& finding) {
  if (finding.page_no <= 0) return;
  SQLite::Statement page(database, "SELECT width, height FROM page WHERE submission_id = ?1 AND page_no = ?2");
  SQLite::bind(page, submission_id, finding.page_no);
  if (!page.executeStep()) throw NoSuchTarget("there is no page " + std::to_string(finding.page_no));
  constexpr double kSlack = 1;  // point, for a box drawn along the page's edge
  const Box& box = finding.box;
  const bool is_on_it = box.x0 >= -kSlack && box.y0 >= -kSlack && box.x1 <= page.getColumn(0).getDouble() + kSlack &&
                        box.y1 <= page.getColumn(1).getDouble() + kSlack;
  if (!is_on_it) throw NoSuchTarget("the box does not lie on the page");
}

}  // namespace

std::int64_t add_finding(Store& store, std::int64_t submission_id, const OwnFinding& finding, const Author& author) {
  const json value = json_of_finding(finding);
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const Target report = seen_target(database, {"final_score", submission_id, ""}, author);
    require_on_page(database, submission_id, finding);
    const Target target = new_own_finding(report.sha256, value);
    write_target(database, target, value, author.who);
    const std::int64_t version = log_change(database, target, nullptr, value, author.who);
    transaction.commit();
    return version;
  });
}

}  // namespace prongsai::store
