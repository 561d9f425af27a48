#include "pipeline/store/review/review_undo.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <vector>

#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/review/review_targets.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/store/tallies.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

struct LoggedChange {
  std::int64_t id = 0;
  Target target;
  json before;
  json after;
};

// The change and those of its stroke, the last first, as they were made.
std::vector<LoggedChange> stroke_of(SQLite::Database& database, std::int64_t change) {
  SQLite::Statement query(
      database,
      "SELECT id, kind, sha256, anchor, before_value, after_value FROM review_event WHERE id = ?1 UNION "
      "SELECT id, kind, sha256, anchor, before_value, after_value FROM review_event WHERE bulk = "
      "(SELECT bulk FROM review_event WHERE id = ?1) AND undoes IS NULL ORDER BY 1 DESC");
  query.bind(1, change);
  std::vector<LoggedChange> changes;
  while (query.executeStep()) {
    changes.push_back({query.getColumn(0).getInt64(),
                       {query.getColumn(1).getString(), query.getColumn(2).getString(), query.getColumn(3).getString()},
                       json::parse(query.getColumn(4).getString()),
                       json::parse(query.getColumn(5).getString())});
  }
  return changes;
}

// One of a stroke. Returns whether it could be taken back; the reason why not is thrown where it stands alone.
bool take_back(SQLite::Database& database, const LoggedChange& change, const std::string& who, const LoggedWith& with,
               bool alone) {
  const Target& target = change.target;
  if (!is_there(database, target)) {
    if (!alone) return false;
    throw Gone(
        "what this change was made on is no longer there: the report was read or judged anew, or another file "
        "took its place");
  }
  if (read_target(database, target) != change.after) {
    if (!alone) return false;
    throw Conflict("this " + target.kind + " was changed by someone else meanwhile");
  }
  if (alone || target.kind != "decision") {
    write_target(database, target, change.before, who);
  } else {
    write_decision(database, target, change.before, who);
  }
  log_change(database, target, change.after, change.before, who, {change.id, with.bulk});
  return true;
}

}  // namespace

std::optional<Undoable> undoable(Store& store, const std::string& who) {
  SQLite::Database& database = store.database();
  return guarded(database, [&]() -> std::optional<Undoable> {
    SQLite::Statement last(
        database,
        "SELECT id, kind, sha256, coalesce((SELECT count(*) FROM review_event b WHERE b.bulk = e.bulk), 1) "
        "FROM review_event e WHERE who = ?1 AND undoes IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM review_event u WHERE u.undoes = e.id) "
        "AND NOT EXISTS (SELECT 1 FROM review_event b JOIN review_event u ON u.undoes = b.id WHERE b.bulk = e.bulk) "
        "AND (kind = 'assignment' OR EXISTS (SELECT 1 FROM submission s WHERE s.sha256 = e.sha256)) ORDER BY id DESC "
        "LIMIT 1");
    last.bind(1, who);
    if (!last.executeStep()) return std::nullopt;
    return Undoable{last.getColumn(0).getInt64(), last.getColumn(1).getString(), last.getColumn(2).getString(),
                    std::max<std::int64_t>(last.getColumn(3).getInt64(), 1)};
  });
}

namespace {

void require_undoable(Store& store, const std::string& who, std::int64_t change, Whose whose) {
  if (whose == Whose::own) {
    const auto last = undoable(store, who);
    if (!last || last->change != change) throw Conflict("this is not your last change any more");
    return;
  }
  SQLite::Statement query(store.database(),
                          "SELECT undoes IS NOT NULL, EXISTS (SELECT 1 FROM review_event u WHERE u.undoes = e.id) FROM "
                          "review_event e WHERE id = ?1");
  query.bind(1, change);
  if (!query.executeStep()) throw NoSuchTarget("there is no such change");
  if (query.getColumn(0).getInt() != 0) throw NoSuchTarget("taking back is not taken back; make the change anew");
  if (query.getColumn(1).getInt() != 0) throw Conflict("this change was taken back already");
}

}  // namespace

Undone undo(Store& store, const std::string& who, std::int64_t change, Whose whose) {
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    require_undoable(store, who, change, whose);
    const std::vector<LoggedChange> changes = stroke_of(database, change);
    const bool alone = changes.size() == 1;
    const LoggedWith with{std::nullopt, alone ? std::nullopt : std::optional(next_change(database))};
    Undone undone;
    for (const LoggedChange& each : changes)
      ++(take_back(database, each, who, with, alone) ? undone.taken_back : undone.left);
    if (undone.taken_back == 0) throw Conflict("every one of these was changed by someone else meanwhile");
    if (!alone) fill_tallies(database);
    transaction.commit();
    return undone;
  });
}

std::optional<std::string> undo_last(Store& store, const std::string& who) {
  const auto last = undoable(store, who);
  if (!last) return std::nullopt;
  undo(store, who, last->change);
  return last->what;
}

}  // namespace prongsai::store
