#include "pipeline/store/deferrals.hpp"

namespace prongsai::store {

void write_deferral(SQLite::Database& database, std::int64_t submission_id, const std::string& cause) {
  SQLite::Statement write(database,
                          "INSERT INTO deferral (submission_id, cause, runs, first_at, last_at) VALUES (?, ?, 1, "
                          "strftime('%Y-%m-%dT%H:%M:%SZ'), strftime('%Y-%m-%dT%H:%M:%SZ')) ON CONFLICT (submission_id) "
                          "DO UPDATE SET cause = excluded.cause, runs = runs + 1, last_at = excluded.last_at");
  write.bind(1, submission_id);
  write.bind(2, cause);
  write.exec();
}

void drop_deferral(SQLite::Database& database, std::int64_t submission_id) {
  SQLite::Statement drop(database, "DELETE FROM deferral WHERE submission_id = ?");
  drop.bind(1, submission_id);
  drop.exec();
}

}  // namespace prongsai::store
