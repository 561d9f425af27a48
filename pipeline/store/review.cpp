#include "pipeline/store/review.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

#include "pipeline/store/content_key.hpp"
#include "pipeline/store/guarded.hpp"
#include "pipeline/store/review_log.hpp"
#include "pipeline/store/review_targets.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

const char* const kGone =
    "is no longer there: the report was read or judged anew, or another file took its place since the page was opened";

// The target that a row stands for, where it is still the one that the author saw.
Target seen_target(SQLite::Database& database, const std::string& kind, std::int64_t row_id, const Author& author) {
  const std::optional<Target> target = target_of(database, kind, row_id);
  if (author.seen_key.empty()) {
    if (!target) throw NoSuchTarget("there is no such " + kind + ": " + std::to_string(row_id));
  } else if (!target || content_key(target->sha256, kind, target->anchor) != author.seen_key) {
    throw Gone("this " + kind + " " + kGone);
  }
  return *target;
}

// One change as one transaction: refused when the target is no longer as its author saw it.
std::int64_t change(Store& store, const std::string& kind, std::int64_t row_id, const json& after,
                    const Author& author) {
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const Target target = seen_target(database, kind, row_id, author);
    if (version_of(database, target) != author.seen_version) {
      throw Conflict("this " + kind + " was changed by someone else meanwhile");
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
  return change(store, "decision", finding_id, {{"status", status}, {"note", note}}, author);
}

std::int64_t correct_cell(Store& store, std::int64_t cell_id, const std::string& text, const Author& author) {
  return change(store, "cell", cell_id, text.empty() ? json(nullptr) : json(text), author);
}

std::int64_t correct_score(Store& store, std::int64_t score_id, double value, const Author& author) {
  if (!(value >= 0 && value <= 100)) throw NoSuchTarget("a score lies between 0 and 100");
  return change(store, "score", score_id, value, author);
}

std::int64_t set_final_score(Store& store, std::int64_t submission_id, std::optional<int> score, const Author& author) {
  if (score && (*score < 0 || *score > 100)) throw NoSuchTarget("a score lies between 0 and 100");
  return change(store, "final_score", submission_id, score ? json(*score) : json(nullptr), author);
}

std::optional<Undoable> undoable(Store& store, const std::string& who) {
  SQLite::Database& database = store.database();
  return guarded(database, [&]() -> std::optional<Undoable> {
    SQLite::Statement last(database,
                           "SELECT id, kind, sha256 FROM review_event e WHERE who = ?1 AND undoes IS NULL "
                           "AND NOT EXISTS (SELECT 1 FROM review_event u WHERE u.undoes = e.id) "
                           "AND EXISTS (SELECT 1 FROM submission s WHERE s.sha256 = e.sha256) "
                           "ORDER BY id DESC LIMIT 1");
    last.bind(1, who);
    if (!last.executeStep()) return std::nullopt;
    return Undoable{last.getColumn(0).getInt64(), last.getColumn(1).getString(), last.getColumn(2).getString()};
  });
}

void undo(Store& store, const std::string& who, std::int64_t change) {
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto last = undoable(store, who);
    if (!last || last->change != change) throw Conflict("this is not your last change any more");
    SQLite::Statement query(database,
                            "SELECT kind, sha256, anchor, before_value, after_value FROM review_event WHERE id = ?1");
    query.bind(1, change);
    query.executeStep();
    const Target target{query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()};
    const json before = json::parse(query.getColumn(3).getString());
    const json after = json::parse(query.getColumn(4).getString());
    if (!is_there(database, target)) throw Gone("what this change was made on " + std::string(kGone));
    if (read_target(database, target) != after) {
      throw Conflict("this " + target.kind + " was changed by someone else meanwhile");
    }
    write_target(database, target, before, who);
    log_change(database, target, after, before, who, change);
    transaction.commit();
  });
}

std::optional<std::string> undo_last(Store& store, const std::string& who) {
  const auto last = undoable(store, who);
  if (!last) return std::nullopt;
  undo(store, who, last->change);
  return last->what;
}

void apply_corrections(SQLite::Database& database, std::int64_t submission_id) {
  struct Kept {
    Target target;
    json machine;
    json value;
  };
  std::vector<Kept> kept;
  {
    SQLite::Statement query(database,
                            "SELECT c.kind, c.sha256, c.anchor, c.machine_value, c.value "
                            "FROM correction c JOIN submission s ON s.sha256 = c.sha256 WHERE s.id = ?1");
    query.bind(1, submission_id);
    while (query.executeStep()) {
      kept.push_back({{query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()},
                      json::parse(query.getColumn(3).getString()),
                      json::parse(query.getColumn(4).getString())});
    }
  }
  for (const Kept& correction : kept)
    lay_over(database, submission_id, correction.target, correction.machine, correction.value);
}

void restore_reading(SQLite::Database& database, std::int64_t submission_id, Record& record) {
  SQLite::Statement cells(
      database,
      "SELECT n, coalesce(corrected_from, '') FROM (SELECT row_number() OVER (ORDER BY id) - 1 AS n, "
      "corrected, corrected_from FROM cell WHERE submission_id = ?1) WHERE corrected");
  cells.bind(1, submission_id);
  while (cells.executeStep()) {
    record.cells.at(static_cast<std::size_t>(cells.getColumn(0).getInt64())).text = cells.getColumn(1).getString();
  }
  SQLite::Statement scores(database,
                           "SELECT n, corrected_from FROM (SELECT row_number() OVER (ORDER BY id) - 1 AS n, corrected, "
                           "corrected_from FROM score WHERE submission_id = ?1) WHERE corrected");
  scores.bind(1, submission_id);
  while (scores.executeStep()) {
    record.scores.at(static_cast<std::size_t>(scores.getColumn(0).getInt64())).value = scores.getColumn(1).getDouble();
  }
}

}  // namespace prongsai::store
