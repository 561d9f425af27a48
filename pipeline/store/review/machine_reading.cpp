#include "pipeline/store/review/machine_reading.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/store/records/names.hpp"
#include "pipeline/store/review/correctable.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

// The rows of a relation for which `which` holds, with their place among all of the submission's and one column.
void each_row(SQLite::Database& database, const std::string& table, const std::string& column, const std::string& which,
              std::int64_t submission_id, const std::function<void(std::size_t, const SQLite::Column&)>& visit) {
  SQLite::Statement query(database, "SELECT n, value FROM (SELECT row_number() OVER (ORDER BY id) - 1 AS n, " + column +
                                        " AS value, " + which + " AS wanted FROM " + table +
                                        " WHERE submission_id = ?1) WHERE wanted");
  query.bind(1, submission_id);
  while (query.executeStep()) visit(static_cast<std::size_t>(query.getColumn(0).getInt64()), query.getColumn(1));
}

template <typename Value>
void restore(const json& fields, const char* column, std::optional<Value>& value) {
  const auto found = fields.find(column);
  if (found == fields.end()) return;
  value = found->is_null() ? std::nullopt : std::optional(found->get<Value>());
}

void restore(const json& fields, const char* column, std::string& value) {
  const auto found = fields.find(column);
  if (found != fields.end()) value = found->is_null() ? "" : found->get<std::string>();
}

template <HasWords Value>
void restore(const json& fields, const char* column, Value& value) {
  const auto found = fields.find(column);
  if (found != fields.end()) parse_name(found->get_ref<const std::string&>(), value);
}

void restore_codes(const json& fields, const char* column, std::vector<std::string>& codes) {
  const auto found = fields.find(column);
  if (found == fields.end()) return;
  codes.clear();
  std::istringstream all(found->is_null() ? "" : found->get<std::string>());
  for (std::string code; std::getline(all, code, ',');) codes.push_back(code);
}

void restore_facts(SQLite::Database& database, std::int64_t submission_id, Record& record) {
  SQLite::Statement query(database, "SELECT coalesce(corrected_fields, '{}') FROM submission WHERE id = ?1");
  query.bind(1, submission_id);
  if (!query.executeStep()) return;
  const json fields = json::parse(query.getColumn(0).getString());
  restore(fields, "agency", record.agency);
  restore(fields, "fiscal_year", record.fiscal_year);
  restore(fields, "item_code", record.item_code);
}

void restore_tables(SQLite::Database& database, std::int64_t submission_id, Record& record) {
  const std::string kept = "corrected_fields IS NOT NULL";
  each_row(database, "table_info", "corrected_fields", kept, submission_id,
           [&](std::size_t n, const SQLite::Column& was) {
             const json fields = json::parse(was.getString());
             TableRecord& table = record.tables.at(n);
             restore(fields, "issue_no", table.issue_no);
             const json columns = fields.value("columns", json::array());
             for (std::size_t i = 0; i < columns.size(); ++i) restore(columns[i], "key", table.columns.at(i).key);
           });
  each_row(database, "cell", "corrected_fields", kept, submission_id, [&](std::size_t n, const SQLite::Column& was) {
    const json fields = json::parse(was.getString());
    restore(fields, "issue_no", record.cells.at(n).issue_no);
    restore(fields, "column_key", record.cells.at(n).column_key);
  });
}

// "a = CASE …, b = CASE …": each column as it was read.
std::string as_read(const std::initializer_list<std::string>& columns) {
  std::string all;
  for (const std::string& column : columns) all += column + " = " + column_as_read(column) + ", ";
  return all + "corrected_fields = NULL";
}

}  // namespace

void restore_reading(SQLite::Database& database, std::int64_t submission_id, Record& record) {
  restore_facts(database, submission_id, record);
  each_row(database, "cell", "coalesce(corrected_from, '')", "corrected", submission_id,
           [&](std::size_t n, const SQLite::Column& was) { record.cells.at(n).text = was.getString(); });
  each_row(database, "score", "corrected_from", "corrected", submission_id,
           [&](std::size_t n, const SQLite::Column& was) { record.scores.at(n).value = was.getDouble(); });
  const std::string kept = "corrected_fields IS NOT NULL";
  each_row(database, "score", "corrected_fields", kept, submission_id, [&](std::size_t n, const SQLite::Column& was) {
    const json fields = json::parse(was.getString());
    ScoreRecord& score = record.scores.at(n);
    restore(fields, "grade", score.grade);
    restore(fields, "rank", score.rank);
    restore(fields, "subject_no", score.subject_no);
    restore(fields, "fiscal_year", score.fiscal_year);
    restore(fields, "agency", score.agency);
    restore(fields, "subject", score.subject);
  });
  each_row(database, "issue", "corrected_fields", kept, submission_id, [&](std::size_t n, const SQLite::Column& was) {
    const json fields = json::parse(was.getString());
    IssueRecord& issue = record.issues.at(n);
    restore(fields, "title", issue.title);
    restore(fields, "timeframe", issue.timeframe);
    restore(fields, "limitation", issue.limitation);
    restore_codes(fields, "item_codes", issue.item_codes);
  });
  restore_tables(database, submission_id, record);
}

void take_corrections_off(SQLite::Database& database, std::int64_t submission_id) {
  unindex_texts(database, submission_id);
  const std::string of_it = " WHERE corrected_fields IS NOT NULL AND submission_id = ?";
  for (const std::string& sql :
       {std::string("UPDATE main.cell SET text = corrected_from, corrected = 0, corrected_from = NULL "
                    "WHERE corrected = 1 AND submission_id = ?"),
        std::string("UPDATE main.score SET value = corrected_from, corrected = 0, corrected_from = NULL "
                    "WHERE corrected = 1 AND submission_id = ?"),
        "UPDATE main.score SET " + as_read({"grade", "rank", "subject", "subject_no", "fiscal_year", "agency"}) + of_it,
        "UPDATE main.issue SET " + as_read({"title", "timeframe", "limitation", "item_codes"}) + of_it,
        "UPDATE main.table_info SET " + as_read({"issue_no", "columns"}) + of_it,
        "UPDATE main.cell SET " + as_read({"issue_no", "column_key"}) + of_it,
        std::string("UPDATE main.table_info SET dismissed = 0 WHERE dismissed = 1 AND submission_id = ?"),
        std::string("UPDATE main.cell SET dismissed = 0 WHERE dismissed = 1 AND submission_id = ?"),
        "UPDATE main.submission SET " + as_read({"agency", "fiscal_year", "item_code"}) +
            " WHERE corrected_fields IS NOT NULL AND id = ?"}) {
    SQLite::Statement restore(database, sql);
    restore.bind(1, submission_id);
    restore.exec();
  }
  index_texts(database, submission_id);
}

}  // namespace prongsai::store
