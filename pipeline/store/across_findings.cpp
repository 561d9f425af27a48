#include "pipeline/store/across_findings.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/store/finding_rows.hpp"
#include "pipeline/store/guarded.hpp"
#include "pipeline/store/marks.hpp"
#include "pipeline/store/sql_archive.hpp"
#include "pipeline/store/tallies.hpp"

namespace prongsai::store {
namespace {

constexpr const char* kGathered = "temp.across_finding";

std::string drop_gathered() {
  return std::string("DROP TABLE IF EXISTS ") + kGathered;
}

}  // namespace

AcrossFindings::AcrossFindings(Store& store) : store_(store) {
  SQLite::Database& database = store_.database();
  guarded(database, [&] {
    database.exec(drop_gathered());
    database.exec(std::string("CREATE TABLE ") + kGathered + " AS SELECT " + joined(inserted_finding_columns()) +
                  " FROM finding WHERE false");
  });
}

AcrossFindings::~AcrossFindings() {
  (void)store_.database().tryExec(drop_gathered());
}

void AcrossFindings::add(std::int64_t submission_id, const std::vector<Finding>& findings) {
  if (findings.empty()) return;
  guarded(store_.database(), [&] { insert_across_findings(store_.database(), kGathered, submission_id, findings); });
}

void AcrossFindings::put_in_place(const std::string& judge_version) {
  SQLite::Database& database = store_.database();
  guarded(database, [&] {
    const std::string columns = joined(inserted_finding_columns());
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec("DELETE FROM finding WHERE across = 1");
    database.exec("INSERT INTO finding (" + columns + ") SELECT " + columns + " FROM " + kGathered +
                  " WHERE submission_id IN (SELECT id FROM submission) ORDER BY submission_id, rowid");
    apply_decisions_across(database);
    fill_tallies(database);
    set_mark(database, kAcrossMark, judge_version);
    transaction.commit();
  });
}

}  // namespace prongsai::store
