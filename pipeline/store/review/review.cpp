#include "pipeline/store/review/review.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "models/column_key.hpp"
#include "pipeline/store/review/correctable_table.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/review/review_targets.hpp"
#include "pipeline/store/review/reviewed_values.hpp"
#include "pipeline/store/review/seen_target.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

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
  require_score(value);
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
  if (column == "item_codes") {
    require_item_codes(value);
  } else {
    require_text(value);
  }
  return change(store, {"issue", issue_id, column}, value, author);
}

std::int64_t correct_score_part(Store& store, std::int64_t score_id, const std::string& column, const json& value,
                                const Author& author) {
  if (column == "rank") {
    require_number(value, 1, 100'000, "a rank");
  } else if (column == "subject") {
    require_subject(value);
  } else if (column == "fiscal_year") {
    require_fact(column, value);
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
    if (!value.is_string() || !value_of<ColumnKey>(value.get_ref<const std::string&>()))
      throw NoSuchTarget("there is no such column key");
  } else if (value == true) {
    after = machine_part(store.database(), table_id, part);
  } else if (!value.is_null()) {
    throw NoSuchTarget("a row or table is dismissed by null, and taken in again by true");
  }
  return change(store, {"table", table_id, part}, after, author);
}

}  // namespace prongsai::store
