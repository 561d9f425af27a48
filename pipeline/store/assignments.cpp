#include "pipeline/store/assignments.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "pipeline/store/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {

void assign(Store& store, const std::vector<Assignment>& assignments, const std::string& by) {
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement drop(database, "DELETE FROM assignment WHERE submission_id = ?1");
    SQLite::Statement keep(database,
                           "INSERT INTO assignment SELECT id, ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ') FROM submission "
                           "WHERE id = ?1");
    for (const auto& [submission_id, reviewer] : assignments) {
      SQLite::bind(drop, submission_id);
      drop.exec();
      drop.reset();
      if (reviewer.empty()) continue;
      SQLite::bind(keep, submission_id, reviewer, by);
      keep.exec();
      keep.reset();
    }
    transaction.commit();
  });
}

}  // namespace prongsai::store
