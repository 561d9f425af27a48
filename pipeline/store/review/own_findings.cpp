#include "pipeline/store/review/own_findings.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <vector>

#include "pipeline/store/review/kept_corrections.hpp"
#include "pipeline/store/sqlite/row_ids.hpp"
#include "pipeline/store/tallies.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

// Columns are taken from the kept value by SQLite itself; `c` is the correction.
constexpr const char* kInsert =
    "INSERT INTO finding (id, submission_id, code, severity, issue_no, page_no, x0, y0, x1, y1, message_th, "
    "message_en, "
    "status, note, anchor, own) SELECT ?3, ?1, ?4, c.value ->> 'severity', c.value ->> 'issue_no', c.value ->> "
    "'page_no', "
    "c.value ->> 'x0', c.value ->> 'y0', c.value ->> 'x1', c.value ->> 'y1', c.value ->> 'message', "
    "c.value ->> 'message', coalesce(d.status, 'confirmed'), d.note, c.anchor, 1 FROM correction c "
    "LEFT JOIN decision d ON d.sha256 = c.sha256 AND d.anchor = c.anchor "
    "WHERE c.kind = 'own' AND c.anchor = ?2 AND c.sha256 = (SELECT sha256 FROM submission WHERE id = ?1)";

void run(SQLite::Database& database, const std::string& sql, const Target& target) {
  SQLite::Statement statement(database, sql);
  SQLite::bind(statement, target.sha256, target.anchor);
  statement.exec();
}

}  // namespace

Target new_own_finding(const std::string& sha256, const json& value) {
  static SQLite::Database random(":memory:", SQLite::OPEN_READWRITE);
  const std::string number = random.execAndGet("SELECT lower(hex(randomblob(8)))").getString();
  const json issue = value.value("issue_no", json(nullptr));
  return {"own", sha256, std::string(kOwnCode) + '|' + (issue.is_null() ? "" : issue.dump()) + "|||" + number + "|1/1"};
}

void write_own_finding(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  drop_value(database, target);
  run(database, "DELETE FROM decision WHERE sha256 = ?1 AND anchor = ?2", target);
  if (!value.is_null()) {
    keep_value(database, target, {nullptr, value, who, "", ""});
    SQLite::Statement decide(database,
                             "INSERT INTO decision (sha256, anchor, status, decided_by, decided_at) "
                             "VALUES (?1, ?2, 'confirmed', ?3, strftime('%Y-%m-%dT%H:%M:%SZ'))");
    SQLite::bind(decide, target.sha256, target.anchor, who);
    decide.exec();
  }
  for (const std::int64_t id : sightings_of(database, target.sha256)) lay_own_findings(database, id);
  fill_tallies(database);
}

void lay_own_findings(SQLite::Database& database, std::int64_t submission_id) {
  const std::string kept =
      "FROM correction c JOIN submission s ON s.sha256 = c.sha256 WHERE s.id = ?1 AND c.kind = 'own'";
  SQLite::Statement remove(database,
                           "DELETE FROM finding WHERE submission_id = ?1 AND own = 1 AND anchor NOT IN "
                           "(SELECT c.anchor " +
                               kept + ")");
  remove.bind(1, submission_id);
  remove.exec();
  std::vector<std::string> missing;
  SQLite::Statement query(database,
                          "SELECT c.anchor " + kept +
                              " AND NOT EXISTS (SELECT 1 FROM finding f WHERE "
                              "f.submission_id = ?1 AND f.anchor = c.anchor) ORDER BY c.corrected_at, c.anchor");
  query.bind(1, submission_id);
  while (query.executeStep()) missing.push_back(query.getColumn(0).getString());
  for (const std::string& anchor : missing) {
    SQLite::Statement insert(database, kInsert);
    SQLite::bind(insert, submission_id, anchor, reserve_ids(database, "finding", 1), std::string(kOwnCode));
    insert.exec();
  }
}

}  // namespace prongsai::store
