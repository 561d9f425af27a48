#include "pipeline/store/review/correctable_table.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

constexpr std::size_t kMostWords = 600;  // bytes

// `number`: of the column or row, from 1; 0 for the table as a whole.
struct TablePart {
  enum class What { issue, dismissed, column, row } what = What::issue;
  int number = 0;
};

TablePart part_named(const std::string& name) {
  if (name == "issue_no") return {TablePart::What::issue, 0};
  if (name == "dismissed") return {TablePart::What::dismissed, 0};
  for (const auto& [prefix, what] : {std::pair<std::string_view, TablePart::What>{"column/", TablePart::What::column},
                                     {"row/", TablePart::What::row}}) {
    if (!name.starts_with(prefix)) continue;
    const char* end = name.data() + name.size();
    int number = 0;
    const auto [stop, error] = std::from_chars(name.data() + prefix.size(), end, number);
    if (error == std::errc() && stop == end && number > 0) return {what, number};
  }
  throw NoSuchTarget("'" + name + "' cannot be corrected");
}

json one_value(SQLite::Database& database, const std::string& sql, std::int64_t table_id, int number) {
  SQLite::Statement query(database, sql);
  query.bind(1, table_id);
  if (query.getBindParameterCount() > 1) query.bind(2, number);
  if (!query.executeStep() || query.isColumnNull(0)) return nullptr;
  const SQLite::Column value = query.getColumn(0);
  return value.isInteger() ? json(value.getInt64()) : json(value.getString());
}

// The table's cells, as SQL behind UPDATE … or FROM cell; ?1 the table's id, ?2 the row or column where one is meant.
std::string cells_in(const TablePart& part) {
  std::string where =
      " WHERE (submission_id, table_no) = (SELECT submission_id, table_no FROM table_info WHERE id = ?1)";
  if (part.what == TablePart::What::row) where += " AND row_no = ?2";
  if (part.what == TablePart::What::column) where += " AND col_no = ?2";
  return where;
}

// Rows one a line, their cells apart by bars, as they were read.
std::string words_as_read(SQLite::Database& database, std::int64_t table_id, const TablePart& part) {
  SQLite::Statement query(
      database, "SELECT row_no, coalesce(CASE WHEN corrected THEN corrected_from ELSE text END, '') FROM cell" +
                    cells_in(part) + " ORDER BY row_no, col_no, id");
  query.bind(1, table_id);
  if (part.number > 0) query.bind(2, part.number);
  std::string words;
  for (int row = 0; query.executeStep();) {
    const int next = query.getColumn(0).getInt();
    if (row != 0) words += next == row ? " | " : "\n";
    words += query.getColumn(1).getString();
    row = next;
  }
  if (words.size() <= kMostWords) return words;
  return std::string(text::cut(words, kMostWords)) + "… [" + content_key(words, "", "").substr(0, 8) + "]";
}

std::string flag_of(const TablePart& part) {
  return part.what == TablePart::What::row ? "SELECT max(dismissed) FROM cell" + cells_in(part)
                                           : "SELECT dismissed FROM table_info WHERE id = ?1";
}

void run_for(SQLite::Database& database, const std::string& sql, std::int64_t table_id, const TablePart& part,
             const json& value = nullptr) {
  SQLite::Statement statement(database, sql);
  statement.bind(1, table_id);
  if (part.number > 0 && statement.getBindParameterCount() > 1) statement.bind(2, part.number);
  if (statement.getBindParameterCount() > 2) {
    if (value.is_string()) statement.bind(3, value.get<std::string>());
    if (value.is_number_integer()) statement.bind(3, value.get<std::int64_t>());
  }
  statement.exec();
}

// One column of `table`'s rows: another value, and what was read beside it; or what was read again.
std::string put_in(const std::string& table, const std::string& column, const std::string& value) {
  const std::string path = "'$." + column + "'";
  return "UPDATE " + table + " SET corrected_fields = CASE WHEN json_type(corrected_fields, " + path +
         ") IS NULL THEN json_set(coalesce(corrected_fields, '{}'), " + path + ", " +
         (column == "columns" ? "json(columns)" : column) + ") ELSE corrected_fields END, " + column + " = " + value;
}
std::string put_back(const std::string& table, const std::string& column) {
  const std::string path = "'$." + column + "'";
  return "UPDATE " + table + " SET " + column + " = json_extract(corrected_fields, " + path +
         "), corrected_fields = nullif(json_remove(corrected_fields, " + path + "), '{}')";
}
std::string was_put(const std::string& column) {
  return "json_type(corrected_fields, '$." + column + "') IS NOT NULL";
}

void set_issue(SQLite::Database& database, std::int64_t table_id, bool as_read, const json& value) {
  const TablePart all{TablePart::What::issue, 0};
  if (as_read) {
    run_for(database, put_back("table_info", "issue_no") + " WHERE id = ?1 AND " + was_put("issue_no"), table_id, all);
    run_for(database, put_back("cell", "issue_no") + cells_in(all) + " AND " + was_put("issue_no"), table_id, all);
    return;
  }
  run_for(database, put_in("table_info", "issue_no", "?3") + " WHERE id = ?1", table_id, all, value);
  run_for(database, put_in("cell", "issue_no", "?3") + cells_in(all), table_id, all, value);
}

void set_key(SQLite::Database& database, std::int64_t table_id, const TablePart& part, bool as_read,
             const json& value) {
  run_for(database,
          put_in("table_info", "columns", "json_set(columns, '$[' || (?2 - 1) || '].key', ?3)") + " WHERE id = ?1",
          table_id, part, value);
  run_for(database,
          put_back("table_info", "columns") +
              " WHERE id = ?1 AND json(columns) = json_extract(corrected_fields, '$.columns')",
          table_id, part);
  if (as_read) {
    run_for(database, put_back("cell", "column_key") + cells_in(part) + " AND " + was_put("column_key"), table_id,
            part);
  } else {
    run_for(database, put_in("cell", "column_key", "?3") + cells_in(part), table_id, part, value);
  }
}

// Whether the number is one of a dismissed row; those of whole tables are not here.
using RowsDismissed = std::set<std::pair<int, int>>;

RowsDismissed pairs_of(SQLite::Database& database, const std::string& sql, std::int64_t submission_id) {
  RowsDismissed pairs;
  SQLite::Statement query(database, sql);
  query.bind(1, submission_id);
  while (query.executeStep()) pairs.emplace(query.getColumn(0).getInt(), query.getColumn(1).getInt());
  return pairs;
}

// Whether nothing of the cell is left; one that reaches further goes on from the first row that is kept.
bool is_left_out(CellRecord& cell, const RowsDismissed& rows) {
  int end = cell.row_no + cell.row_span;
  while (end > cell.row_no + 1 && rows.contains({cell.table_no, end - 1})) --end;
  while (cell.row_no < end && rows.contains({cell.table_no, cell.row_no})) ++cell.row_no;
  cell.row_span = end - cell.row_no;
  return cell.row_span == 0;
}

bool stands_in(const Evidence& at, const std::vector<Evidence>& places) {
  return std::ranges::any_of(places, [&](const Evidence& place) {
    return place.page_no == at.page_no && place.box.contains(at.box.centre());
  });
}

}  // namespace

bool has_part(SQLite::Database& database, std::int64_t table_id, const std::string& name) {
  const TablePart part = part_named(name);
  if (part.number == 0) return true;
  const std::string sql = part.what == TablePart::What::row
                              ? "SELECT 1 FROM cell" + cells_in(part) + " LIMIT 1"
                              : "SELECT 1 FROM table_info WHERE id = ?1 AND json_array_length(columns) >= ?2";
  return !one_value(database, sql, table_id, part.number).is_null();
}

json present_part(SQLite::Database& database, std::int64_t table_id, const std::string& name) {
  const TablePart part = part_named(name);
  if (part.what == TablePart::What::issue)
    return one_value(database, "SELECT issue_no FROM table_info WHERE id = ?1", table_id, 0);
  if (part.what == TablePart::What::column)
    return one_value(database, "SELECT columns ->> ('$[' || (?2 - 1) || '].key') FROM table_info WHERE id = ?1",
                     table_id, part.number);
  if (one_value(database, flag_of(part), table_id, part.number) == 1) return nullptr;
  return words_as_read(database, table_id, part);
}

json machine_part(SQLite::Database& database, std::int64_t table_id, const std::string& name) {
  const TablePart part = part_named(name);
  if (part.what == TablePart::What::issue)
    return one_value(database,
                     "SELECT CASE WHEN " + was_put("issue_no") +
                         " THEN corrected_fields ->> '$.issue_no' ELSE issue_no END FROM table_info WHERE id = ?1",
                     table_id, 0);
  if (part.what == TablePart::What::column)
    return one_value(database,
                     "SELECT coalesce(corrected_fields ->> '$.columns', columns) ->> ('$[' || (?2 - 1) || '].key') "
                     "FROM table_info WHERE id = ?1",
                     table_id, part.number);
  return words_as_read(database, table_id, part);
}

void set_part(SQLite::Database& database, std::int64_t table_id, const std::string& name, const json& machine,
              const json& value) {
  const TablePart part = part_named(name);
  const bool as_read = value == machine;
  if (part.what == TablePart::What::issue) return set_issue(database, table_id, as_read, value);
  if (part.what == TablePart::What::column) return set_key(database, table_id, part, as_read, value);
  const std::string flag = as_read ? " SET dismissed = 0" : " SET dismissed = 1";
  run_for(database,
          part.what == TablePart::What::row ? "UPDATE cell" + flag + cells_in(part)
                                            : "UPDATE table_info" + flag + " WHERE id = ?1",
          table_id, part);
}

void leave_out_dismissed(SQLite::Database& database, std::int64_t submission_id, Record& record) {
  const RowsDismissed rows = pairs_of(
      database, "SELECT DISTINCT table_no, row_no FROM cell WHERE submission_id = ?1 AND dismissed = 1", submission_id);
  const RowsDismissed tables = pairs_of(
      database, "SELECT table_no, 0 FROM table_info WHERE submission_id = ?1 AND dismissed = 1", submission_id);
  if (rows.empty() && tables.empty()) return;
  std::vector<Evidence> places;
  std::erase_if(record.cells, [&](CellRecord& cell) {
    const bool out = tables.contains({cell.table_no, 0}) || is_left_out(cell, rows);
    if (out) places.push_back(cell.at);
    return out;
  });
  std::erase_if(record.tables, [&](const TableRecord& table) { return tables.contains({table.table_no, 0}); });
  std::erase_if(record.score_readings, [&](const ScoreReading& reading) {
    return tables.contains({reading.table_no, 0});
  });
  std::erase_if(record.scores,
                [&](const ScoreRecord& score) { return score.from_table && stands_in(score.at, places); });
}

}  // namespace prongsai::store
