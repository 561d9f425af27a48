#include "pipeline/store/finding_rows.hpp"

#include <map>

#include "pipeline/store/review/decisions.hpp"
#include "pipeline/store/review/own_findings.hpp"
#include "pipeline/store/sqlite/row_ids.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"

namespace prongsai::store {
namespace {

void bind_finding(RowWriter& writer, std::int64_t submission_id, bool across, const std::string& anchor,
                  const Finding& finding) {
  writer.field("submission_id", static_cast<long long>(submission_id));
  writer.field("across", across);
  writer.field("anchor", anchor);
  describe(writer, finding);
}

// The document's own findings that are there: their numbers by anchor.
std::map<std::string, std::int64_t> numbers_of(SQLite::Database& database, std::int64_t submission_id) {
  std::map<std::string, std::int64_t> numbers;
  SQLite::Statement query(
      database, "SELECT anchor, id FROM finding WHERE submission_id = ? AND across = 0 AND own = 0 ORDER BY id");
  query.bind(1, submission_id);
  while (query.executeStep()) numbers[query.getColumn(0).getString()] = query.getColumn(1).getInt64();
  return numbers;
}

void remove_findings(SQLite::Database& database, const std::map<std::string, std::int64_t>& numbers) {
  SQLite::Statement remove(database, "DELETE FROM finding WHERE id = ?");
  for (const auto& [anchor, id] : numbers) {
    remove.bind(1, id);
    remove.exec();
    remove.reset();
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
  auto numbers = numbers_of(database, submission_id);
  const auto columns = inserted_finding_columns();
  SQLite::Statement update(database, "UPDATE finding SET status = 'open', note = NULL, (" + joined(columns) + ") = (" +
                                         parameters(columns.size()) + ") WHERE id = ?");
  SQLite::Statement insert(
      database, "INSERT INTO finding (" + joined(columns) + ", id) VALUES (" + parameters(columns.size() + 1) + ")");
  const std::vector<std::string> anchors = anchors_of(findings);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto known = numbers.find(anchors[i]);
    SQLite::Statement& write = known == numbers.end() ? insert : update;
    RowWriter writer(write);
    bind_finding(writer, submission_id, false, anchors[i], findings[i]);
    writer.field("id",
                 static_cast<long long>(known == numbers.end() ? reserve_ids(database, "finding", 1) : known->second));
    write.exec();
    write.reset();
    if (known != numbers.end()) numbers.erase(known);
  }
  remove_findings(database, numbers);
  lay_own_findings(database, submission_id);
  SQLite::Statement decide(database, apply_decisions_to("s.id = ?"));
  decide.bind(1, submission_id);
  decide.exec();
}

void insert_across_findings(SQLite::Database& database, const std::string& table, std::int64_t submission_id,
                            const std::vector<Finding>& findings) {
  const auto columns = inserted_finding_columns();
  SQLite::Statement insert(
      database, "INSERT INTO " + table + " (" + joined(columns) + ") VALUES (" + parameters(columns.size()) + ")");
  const std::vector<std::string> anchors = anchors_of(findings);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    RowWriter writer(insert);
    bind_finding(writer, submission_id, true, anchors[i], findings[i]);
    insert.exec();
    insert.reset();
  }
}

void replace_across_findings(SQLite::Database& database, const std::string& table) {
  const std::string columns = joined(inserted_finding_columns());
  const std::string same = "g.submission_id = finding.submission_id AND g.anchor = finding.anchor";
  const std::string there = " FROM " + table + " g WHERE g.submission_id IN (SELECT id FROM submission)";
  database.exec("DELETE FROM finding WHERE across = 1 AND NOT EXISTS (SELECT 1 FROM " + table + " g WHERE " + same +
                ")");
  database.exec("UPDATE finding SET status = 'open', note = NULL, (" + columns + ") = (SELECT " + columns + " FROM " +
                table + " g WHERE " + same + ") WHERE across = 1");
  const std::string is_new = there +
                             " AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.across = 1 AND "
                             "f.submission_id = g.submission_id AND f.anchor = g.anchor)";
  const std::int64_t count = database.execAndGet("SELECT count(*)" + is_new).getInt64();
  const std::int64_t first = reserve_ids(database, "finding", count);
  database.exec("INSERT INTO finding (id, " + columns + ") SELECT " + std::to_string(first) +
                " - 1 + row_number() OVER (ORDER BY submission_id, g.rowid), " + columns + is_new);
}

void apply_decisions_across(SQLite::Database& database) {
  database.exec(apply_decisions_to("finding.across = 1"));
}

}  // namespace prongsai::store
