#include "pipeline/store/tallies.hpp"

#include <SQLiteCpp/Statement.h>

namespace prongsai::store {
namespace {

constexpr const char* kFill =
    "INSERT INTO finding_tally (submission_id, counts) SELECT submission_id, counts FROM finding_counts c "
    "WHERE NOT EXISTS (SELECT 1 FROM finding_tally t WHERE t.submission_id = c.submission_id)";

}  // namespace

void fill_tally(SQLite::Database& database, std::int64_t submission_id) {
  SQLite::Statement fill(database, std::string(kFill) + " AND c.submission_id = ?");
  fill.bind(1, submission_id);
  fill.exec();
}

void fill_tallies(SQLite::Database& database) {
  database.exec(kFill);
}

}  // namespace prongsai::store
