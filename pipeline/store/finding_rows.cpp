#include "pipeline/store/finding_rows.hpp"

#include "pipeline/store/decisions.hpp"
#include "pipeline/store/sql_archive.hpp"

namespace prongsai::store {
namespace {

void insert_findings(SQLite::Database& database, const std::string& table, std::int64_t submission_id,
                     const std::vector<Finding>& findings, bool across) {
  const auto columns = inserted_finding_columns();
  SQLite::Statement insert(
      database, "INSERT INTO " + table + " (" + joined(columns) + ") VALUES (" + parameters(columns.size()) + ")");
  const std::vector<std::string> anchors = anchors_of(findings);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    RowWriter writer(insert);
    writer.field("submission_id", static_cast<long long>(submission_id));
    writer.field("across", across);
    writer.field("anchor", anchors[i]);
    describe(writer, findings[i]);
    insert.exec();
    insert.reset();
  }
}

// `which`: a condition on the relation finding.
std::string apply_decisions_to(const std::string& which) {
  return "UPDATE finding SET status = d.status, note = d.note FROM decision d JOIN submission s ON s.sha256 = d.sha256 "
         "WHERE finding.submission_id = s.id AND finding.anchor = d.anchor AND " +
         which;
}

}  // namespace

std::vector<std::string> inserted_finding_columns() {
  auto columns = columns_of<Finding>();
  columns.insert(columns.begin(), {"submission_id", "across", "anchor"});
  return columns;
}

void write_findings(SQLite::Database& database, std::int64_t submission_id, const std::vector<Finding>& findings) {
  SQLite::Statement clear(database, "DELETE FROM finding WHERE submission_id = ? AND across = 0");
  clear.bind(1, submission_id);
  clear.exec();
  insert_findings(database, "finding", submission_id, findings, false);
  SQLite::Statement decide(database, apply_decisions_to("s.id = ?"));
  decide.bind(1, submission_id);
  decide.exec();
}

void insert_across_findings(SQLite::Database& database, const std::string& table, std::int64_t submission_id,
                            const std::vector<Finding>& findings) {
  insert_findings(database, table, submission_id, findings, true);
}

void apply_decisions_across(SQLite::Database& database) {
  database.exec(apply_decisions_to("finding.across = 1"));
}

}  // namespace prongsai::store
