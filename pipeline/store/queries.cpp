#include "pipeline/store/queries.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/store/sqlite/sql_archive.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

// "WHERE a AND b", and the texts bound to its parameters in order.
struct Conditions {
  std::vector<std::string> parts;
  std::vector<std::string> texts;

  void any_of(const std::string& column, const std::vector<std::string>& values) {
    if (values.empty()) return;
    parts.push_back(column + " IN (" + parameters(values.size()) + ")");
    texts.insert(texts.end(), values.begin(), values.end());
  }

  [[nodiscard]] std::string where() const {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? " WHERE " : " AND ") + part;
    return all;
  }
};

Conditions conditions_of(const FindingFilter& filter) {
  Conditions conditions;
  if (filter.submission_id) conditions.parts.push_back("f.submission_id = " + std::to_string(*filter.submission_id));
  if (filter.issue_no) conditions.parts.push_back("f.issue_no = " + std::to_string(*filter.issue_no));
  conditions.any_of("f.code", filter.codes);
  conditions.any_of("f.severity", filter.severities);
  conditions.any_of("f.status", filter.statuses);
  if (!filter.office.empty()) {
    conditions.parts.emplace_back("instr(coalesce(s.agency, s.source_path), ?) > 0");
    conditions.texts.push_back(filter.office);
  }
  return conditions;
}

std::string finding_columns() {
  auto columns = columns_of<Finding>();
  for (std::string& column : columns) column.insert(0, "f.");
  return joined(columns);
}

long long count(Store& store, const std::string& sql) {
  return store.database().execAndGet(sql).getInt64();
}

}  // namespace

void for_each_finding(Store& store, const FindingFilter& filter,
                      const std::function<void(const FoundFinding&)>& visit) {
  const Conditions conditions = conditions_of(filter);
  SQLite::Statement query(store.database(),
                          "SELECT f.id, f.submission_id, s.source_path, s.agency, s.fiscal_year, f.status, f.note, " +
                              finding_columns() + " FROM finding f JOIN submission s ON s.id = f.submission_id" +
                              conditions.where() + " ORDER BY f.submission_id, f.page_no, f.y0, f.id LIMIT " +
                              std::to_string(filter.most));
  int next = 1;
  for (const std::string& text : conditions.texts) query.bind(next++, text);
  while (query.executeStep()) {
    FoundFinding found;
    RowReader reader(query);
    long long id = 0;
    reader.field("id", id);
    found.id = id;
    reader.field("submission_id", id);
    found.submission_id = id;
    reader.field("source_path", found.source_path);
    reader.field("agency", found.agency);
    reader.field("fiscal_year", found.fiscal_year);
    reader.field("status", found.status);
    reader.field("note", found.note);
    describe(reader, found.finding);
    visit(found);
  }
}

Totals totals(Store& store) {
  Totals all;
  SQLite::Statement submissions(store.database(),
                                "SELECT count(*), count(*) FILTER (WHERE status = 'extracted'), "
                                "count(*) FILTER (WHERE status = 'partial'), "
                                "count(*) FILTER (WHERE status = 'failed'), "
                                "count(*) FILTER (WHERE status = 'deferred'), coalesce(sum(pages), 0), "
                                "(SELECT count(*) FROM deferral) FROM submission");
  submissions.executeStep();
  RowReader reader(submissions);
  for (long long* value :
       {&all.submissions, &all.extracted, &all.partial, &all.failed, &all.deferred, &all.pages, &all.waiting}) {
    reader.field("count", *value);
  }
  all.issues = count(store, "SELECT count(*) FROM issue");
  all.cells = count(store, "SELECT count(*) FROM cell");
  all.scores = count(store, "SELECT count(*) FROM score");
  const std::string findings = "SELECT count(*) FROM finding WHERE status <> 'dismissed' AND severity = ";
  all.errors = count(store, findings + "'error'");
  all.warnings = count(store, findings + "'warning'");
  all.infos = count(store, findings + "'info'");
  return all;
}

void for_each_trouble(Store& store, const std::function<void(const Trouble&)>& visit) {
  SQLite::Statement query(
      store.database(),
      "SELECT s.id, s.source_path, iif(d.runs IS NULL, s.status, 'deferred'), "
      "coalesce(d.cause || iif(s.status = 'deferred', '', '; its earlier reading stays'), s.error, '') "
      "FROM submission s LEFT JOIN deferral d ON d.submission_id = s.id "
      "WHERE s.status <> 'extracted' OR d.runs IS NOT NULL ORDER BY d.runs IS NULL, s.canonical_path");
  while (query.executeStep()) {
    visit({query.getColumn(0).getInt64(), query.getColumn(1).getString(), query.getColumn(2).getString(),
           query.getColumn(3).getString()});
  }
}

}  // namespace prongsai::store
