#include "pipeline/store/lease.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <string>

#include "pipeline/store/runs.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

// At least one of these is written to in each transaction of a run.
constexpr const char* kFenced[] = {"submission", "deferral", "data_set", "manifest_row",
                                   "run",        "finding",  "sketch",   "mark"};

void fence(SQLite::Database& database) {
  for (const char* table : kFenced) {
    for (const char* deed : {"INSERT", "UPDATE", "DELETE"}) {
      const std::string name = std::string("fence_") + table + "_" + deed;
      database.exec("CREATE TEMP TRIGGER IF NOT EXISTS " + name + " BEFORE " + deed + " ON main." + table +
                    " WHEN (SELECT epoch FROM main.lease) IS NOT (SELECT epoch FROM temp.held_lease) "
                    "BEGIN SELECT RAISE(ABORT, 'taken over'); END");
    }
  }
}

void hold_current_epoch(SQLite::Database& database) {
  database.exec("CREATE TEMP TABLE IF NOT EXISTS held_lease (epoch INTEGER)");
  database.exec("DELETE FROM temp.held_lease");
  database.exec("INSERT INTO temp.held_lease SELECT epoch FROM main.lease");
}

}  // namespace

void join_lease(Store& store) {
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    hold_current_epoch(database);
    fence(database);
  });
}

std::int64_t held_epoch(Store& store) {
  return store.database().execAndGet("SELECT epoch FROM temp.held_lease").getInt64();
}

void join_lease(Store& store, std::int64_t epoch) {
  join_lease(store);
  guarded(store.database(), [&] {
    SQLite::Statement hold(store.database(), "UPDATE temp.held_lease SET epoch = ?1");
    hold.bind(1, epoch);
    hold.exec();
  });
}

void take_lease(Store& store) {
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement take(database,
                           "UPDATE lease SET epoch = epoch + 1, holder = ?, "
                           "taken_at = strftime('%Y-%m-%dT%H:%M:%SZ')");
    take.bind(1, host_name() + ", process " + std::to_string(getpid()));
    take.exec();
    hold_current_epoch(database);
    database.exec(
        "UPDATE run SET state = 'interrupted', finished_at = updated_at, message = 'another run took over' "
        "WHERE state = 'running'");
    transaction.commit();
    fence(database);
  });
}

}  // namespace prongsai::store
