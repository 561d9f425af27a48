#include "pipeline/store/review/assignments.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

std::optional<Target> target_of_report(SQLite::Database& database, std::int64_t submission_id) {
  SQLite::Statement query(database, "SELECT coalesce(sha256, ''), canonical_path FROM submission WHERE id = ?1");
  query.bind(1, submission_id);
  if (!query.executeStep()) return std::nullopt;
  return Target{"assignment", query.getColumn(0).getString(), query.getColumn(1).getString()};
}

}  // namespace

bool has_place(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(database, "SELECT 1 FROM submission WHERE canonical_path = ?1");
  query.bind(1, target.anchor);
  return query.executeStep();
}

json read_assignment(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(database,
                          "SELECT a.reviewer FROM assignment a JOIN submission s ON s.id = a.submission_id WHERE "
                          "s.canonical_path = ?1");
  query.bind(1, target.anchor);
  return query.executeStep() ? json(query.getColumn(0).getString()) : json(nullptr);
}

void write_assignment(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  SQLite::Statement drop(
      database, "DELETE FROM assignment WHERE submission_id = (SELECT id FROM submission WHERE canonical_path = ?1)");
  drop.bind(1, target.anchor);
  drop.exec();
  if (value.is_null()) return;
  SQLite::Statement keep(database,
                         "INSERT INTO assignment SELECT id, ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ') FROM submission "
                         "WHERE canonical_path = ?1");
  SQLite::bind(keep, target.anchor, value.get<std::string>(), who);
  keep.exec();
}

void assign(Store& store, const std::vector<Assignment>& assignments, const std::string& by) {
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const LoggedWith with{std::nullopt, assignments.size() > 1 ? std::optional(next_change(database)) : std::nullopt};
    for (const auto& [submission_id, reviewer] : assignments) {
      const std::optional<Target> target = target_of_report(database, submission_id);
      if (!target) continue;
      const json before = read_assignment(database, *target);
      const json after = reviewer.empty() ? json(nullptr) : json(reviewer);
      if (before == after) continue;
      write_assignment(database, *target, after, by);
      log_change(database, *target, before, after, by, with);
    }
    transaction.commit();
  });
}

}  // namespace prongsai::store
