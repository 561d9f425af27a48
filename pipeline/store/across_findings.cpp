#include "pipeline/store/across_findings.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/store/finding_rows.hpp"
#include "pipeline/store/review/versions.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/sqlite/marks.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"
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
    database.exec("CREATE INDEX temp.across_finding_by_anchor ON across_finding (submission_id, anchor)");
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
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    replace_across_findings(database, kGathered);
    apply_decisions_across(database);
    carry_decisions(database);
    fill_tallies(database);
    set_mark(database, kAcrossMark, judge_version);
    transaction.commit();
  });
}

}  // namespace prongsai::store
