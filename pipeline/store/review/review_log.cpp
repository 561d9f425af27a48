#include "pipeline/store/review/review_log.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace prongsai::store {

std::int64_t version_of(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(
      database, "SELECT coalesce(max(id), 0) FROM review_event WHERE sha256 = ?1 AND kind = ?2 AND anchor = ?3");
  query.bind(1, target.sha256);
  query.bind(2, target.kind);
  query.bind(3, target.anchor);
  query.executeStep();
  return query.getColumn(0).getInt64();
}

std::int64_t log_change(SQLite::Database& database, const Target& target, const nlohmann::json& before,
                        const nlohmann::json& after, const std::string& who, const LoggedWith& with) {
  SQLite::Statement insert(
      database,
      "INSERT INTO review_event (at, who, kind, sha256, anchor, before_value, after_value, undoes, bulk) "
      "VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  insert.bind(1, who);
  insert.bind(2, target.kind);
  insert.bind(3, target.sha256);
  insert.bind(4, target.anchor);
  insert.bind(5, before.dump());
  insert.bind(6, after.dump());
  if (with.undoes) insert.bind(7, *with.undoes);  // what is not bound is NULL
  if (with.bulk) insert.bind(8, *with.bulk);
  insert.exec();
  return database.getLastInsertRowid();
}

std::int64_t next_change(SQLite::Database& database) {
  return database.execAndGet("SELECT coalesce(max(id), 0) + 1 FROM review_event").getInt64();
}

}  // namespace prongsai::store
