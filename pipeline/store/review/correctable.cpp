#include "pipeline/store/review/correctable.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <array>
#include <string_view>

#include "pipeline/store/review/correctable_table.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

// The columns that a kind's targets may name.
struct Kind {
  std::string_view name;
  const char* table;
  const char* column;  // "": the last part of the anchor names one of `columns`
  std::array<std::string_view, 5> columns;
};
constexpr std::array<Kind, 6> kKinds = {
    {{"cell", "cell", "text", {}},
     {"score", "score", "value", {}},
     {"fact", "submission", "", {"agency", "fiscal_year", "item_code"}},
     {"issue", "issue", "", {"title", "timeframe", "limitation", "item_codes"}},
     {"score_part", "score", "", {"grade", "rank", "subject", "fiscal_year", "agency"}},
     {"table", "table_info", "", {}}}};  // its parts: correctable_table.hpp

const Kind& kind_of(std::string_view name) {
  for (const Kind& kind : kKinds)
    if (kind.name == name) return kind;
  throw NoSuchTarget("nothing of kind " + std::string(name) + " can be corrected");
}

// An anchor of kind table is the table's number and the part's name.
std::string table_of(const std::string& anchor) {
  return anchor.substr(0, anchor.find('/'));
}
std::string part_of(const std::string& anchor) {
  const auto slash = anchor.find('/');
  return slash == std::string::npos ? "" : anchor.substr(slash + 1);
}

// Where a target's value stands: a column, and the anchor of its row.
struct Field {
  std::string table;
  std::string column;
  std::string row_anchor;
  bool in_json = false;  // what was read is kept in corrected_fields, not in corrected_from
};

Field field_of(const Target& target) {
  const Kind& kind = kind_of(target.kind);
  if (*kind.column != '\0') return {kind.table, kind.column, target.anchor, false};
  const auto slash = target.anchor.rfind('/');
  const bool whole = slash == std::string::npos;
  const std::string column = whole ? target.anchor : target.anchor.substr(slash + 1);
  for (const std::string_view known : kind.columns)
    if (!known.empty() && known == column)
      return {kind.table, column, whole ? "" : target.anchor.substr(0, slash), true};
  throw NoSuchTarget("'" + column + "' cannot be corrected");
}

json json_in(const SQLite::Column& column) {
  if (column.isNull()) return nullptr;
  if (column.isInteger()) return column.getInt64();
  return column.isText() ? json(column.getString()) : json(column.getDouble());
}

json value_in(SQLite::Database& database, const std::string& expression, const std::string& table, std::int64_t row) {
  SQLite::Statement read(database, "SELECT " + expression + " FROM " + table + " WHERE id = ?1");
  read.bind(1, row);
  return read.executeStep() ? json_in(read.getColumn(0)) : json(nullptr);
}

void bind_json(SQLite::Statement& statement, int index, const json& value) {
  if (value.is_null()) {
    statement.bind(index);
  } else if (value.is_string()) {
    statement.bind(index, value.get<std::string>());
  } else if (value.is_number_integer()) {
    statement.bind(index, value.get<std::int64_t>());
  } else {
    statement.bind(index, value.get<double>());
  }
}

void set_column(SQLite::Database& database, const Field& field, std::int64_t row, const json& machine,
                const json& value) {
  SQLite::Statement set(database, "UPDATE " + field.table + " SET corrected_from = ?3, corrected = ?4, " +
                                      field.column + " = ?2 WHERE id = ?1");
  set.bind(1, row);
  bind_json(set, 2, value);
  bind_json(set, 3, value == machine ? json(nullptr) : machine);
  set.bind(4, value == machine ? 0 : 1);
  set.exec();
}

// Both columns, and both as they were read.
void set_subject(SQLite::Database& database, std::int64_t row, const json& machine, const json& value) {
  SQLite::Statement set(
      database,
      "UPDATE score SET corrected_fields = CASE WHEN ?3 THEN nullif(json_remove(coalesce(corrected_fields, '{}'), "
      "'$.subject', '$.subject_no'), '{}') WHEN json_type(corrected_fields, '$.subject') IS NULL THEN "
      "json_set(coalesce(corrected_fields, '{}'), '$.subject', subject, '$.subject_no', subject_no) ELSE "
      "corrected_fields END, subject = ?2, subject_no = ?4 WHERE id = ?1");
  const std::string text = value.get<std::string>();
  const auto blank = text.find(' ');
  set.bind(1, row);
  set.bind(2, text.substr(0, blank));
  set.bind(3, value == machine ? 1 : 0);
  if (blank != std::string::npos) set.bind(4, text.substr(blank + 1));
  set.exec();
}

void set_field(SQLite::Database& database, const Field& field, std::int64_t row, const json& machine,
               const json& value) {
  const json kept = value_in(database, "corrected_fields", field.table, row);
  json fields = kept.is_string() ? json::parse(kept.get<std::string>()) : json::object();
  fields.erase(field.column);
  if (value != machine) fields[field.column] = machine;
  SQLite::Statement set(
      database, "UPDATE " + field.table + " SET corrected_fields = ?3, " + field.column + " = ?2 WHERE id = ?1");
  set.bind(1, row);
  bind_json(set, 2, value);
  bind_json(set, 3, fields.empty() ? json(nullptr) : json(fields.dump()));
  set.exec();
}

// A score's subject is two columns: what kind of thing, and its number.
bool is_subject(const Field& field) {
  return field.table == "score" && field.column == "subject";
}

// SQL for what stands there, over a row of the field's table.
std::string present_sql(const Field& field) {
  return is_subject(field) ? "subject || coalesce(' ' || subject_no, '')" : field.column;
}

// SQL for what the program read there.
std::string machine_sql(const Field& field) {
  if (is_subject(field))
    return column_as_read("subject") + " || coalesce(' ' || " + column_as_read("subject_no") + ", '')";
  if (field.in_json) return column_as_read(field.column);
  return "CASE WHEN corrected THEN corrected_from ELSE " + field.column + " END";
}

// Of tables: the same part, or any row where a row is meant.
std::vector<CorrectablePlace> parts_reading(SQLite::Database& database, std::int64_t submission_id,
                                            const Target& target, const json& machine) {
  const std::string wanted = part_of(target.anchor);
  std::vector<CorrectablePlace> places;
  SQLite::Statement query(
      database, wanted.starts_with("row/")
                    ? "SELECT DISTINCT t.id, t.table_no, 'row/' || c.row_no, c.row_no FROM table_info t JOIN cell c ON "
                      "c.submission_id = t.submission_id AND c.table_no = t.table_no WHERE t.submission_id = ?1 AND "
                      "?2 <> '' ORDER BY 1, 4"
                    : "SELECT id, table_no, ?2 FROM table_info WHERE submission_id = ?1 ORDER BY 1");
  SQLite::bind(query, submission_id, wanted);
  while (query.executeStep()) {
    const std::int64_t table = query.getColumn(0).getInt64();
    const std::string part = query.getColumn(2).getString();
    if (has_part(database, table, part) && machine_part(database, table, part) == machine)
      places.push_back({table, query.getColumn(1).getString() + '/' + part});
  }
  return places;
}

std::int64_t owner_of(SQLite::Database& database, const std::string& table, std::int64_t row) {
  return value_in(database, "submission_id", table, row).get<std::int64_t>();
}

}  // namespace

std::string column_as_read(const std::string& column) {
  const std::string path = "(corrected_fields, '$." + column + "')";
  return "CASE WHEN json_type" + path + " IS NULL THEN " + column + " ELSE json_extract" + path + " END";
}

bool is_correctable(const std::string& kind) {
  return std::any_of(kKinds.begin(), kKinds.end(), [&](const Kind& known) { return known.name == kind; });
}

std::string anchored_rows(const std::string& kind) {
  const std::string table = kind_of(kind).table;
  if (table == "submission") return "SELECT id, '' AS anchor FROM submission WHERE id = ?1";
  if (table == "cell")
    return "SELECT id, table_no || '/' || row_no || '/' || col_no AS anchor FROM cell WHERE submission_id = ?1";
  if (table == "table_info")
    return "SELECT id, CAST(table_no AS TEXT) AS anchor FROM table_info WHERE submission_id = ?1";
  std::string place = "issue_no";
  if (table == "score") {  // as they were read: a score keeps its place where they are set right
    place = column_as_read("subject");
    for (const char* column : {"subject_no", "fiscal_year", "agency"})
      place += " || '/' || coalesce(" + column_as_read(column) + ", '')";
    place += " || '/' || coalesce(page_no, '')";
  }
  return "SELECT id, " + place + " || '/' || row_number() OVER (PARTITION BY " + place +
         " ORDER BY id) AS anchor FROM " + table + " WHERE submission_id = ?1";
}

std::vector<std::int64_t> rows_in(SQLite::Database& database, std::int64_t submission_id, const Target& target) {
  std::vector<std::int64_t> rows;
  SQLite::Statement query(database, "SELECT id FROM (" + anchored_rows(target.kind) + ") WHERE anchor = ?2");
  const bool is_table = target.kind == "table";
  SQLite::bind(query, submission_id, is_table ? table_of(target.anchor) : field_of(target).row_anchor);
  while (query.executeStep()) rows.push_back(query.getColumn(0).getInt64());
  if (is_table) std::erase_if(rows, [&](std::int64_t row) { return !has_part(database, row, part_of(target.anchor)); });
  return rows;
}

std::vector<std::int64_t> rows_at(SQLite::Database& database, const Target& target) {
  std::vector<std::int64_t> rows;
  for (const std::int64_t id : sightings_of(database, target.sha256)) {
    for (const std::int64_t row : rows_in(database, id, target)) rows.push_back(row);
  }
  return rows;
}

json present_value(SQLite::Database& database, const Target& target, std::int64_t row) {
  if (target.kind == "table") return present_part(database, row, part_of(target.anchor));
  const Field field = field_of(target);
  return value_in(database, present_sql(field), field.table, row);
}

json machine_value(SQLite::Database& database, const Target& target, std::int64_t row) {
  if (target.kind == "table") return machine_part(database, row, part_of(target.anchor));
  const Field field = field_of(target);
  return value_in(database, machine_sql(field), field.table, row);
}

std::vector<CorrectablePlace> places_reading(SQLite::Database& database, std::int64_t submission_id,
                                             const Target& target, const json& machine) {
  if (target.kind == "table") return parts_reading(database, submission_id, target, machine);
  const Field field = field_of(target);
  const std::string end = target.anchor.substr(field.row_anchor.size());  // "/column", or all of it
  std::vector<CorrectablePlace> places;
  SQLite::Statement query(database, "SELECT a.id, a.anchor FROM (" + anchored_rows(target.kind) + ") a JOIN " +
                                        field.table + " t ON t.id = a.id WHERE (" + machine_sql(field) +
                                        ") IS ?2 ORDER BY a.id");
  query.bind(1, submission_id);
  bind_json(query, 2, machine);
  while (query.executeStep()) places.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString() + end});
  return places;
}

void set_value(SQLite::Database& database, const Target& target, std::int64_t row, const json& machine,
               const json& value) {
  if (target.kind == "table") return set_part(database, row, part_of(target.anchor), machine, value);
  const Field field = field_of(target);
  if (!field.in_json) {
    if (field.table == "cell") unindex_cell(database, row);
    set_column(database, field, row, machine, value);
    if (field.table == "cell") index_cell(database, row);
    return;
  }
  const bool searched = field.table == "issue";
  if (searched) unindex_texts(database, owner_of(database, field.table, row));
  if (is_subject(field)) return set_subject(database, row, machine, value);
  set_field(database, field, row, machine, value);
  if (searched) index_texts(database, owner_of(database, field.table, row));
}

void lay_over(SQLite::Database& database, std::int64_t submission_id, const Target& target, const json& machine,
              const json& value) {
  for (const std::int64_t row : rows_in(database, submission_id, target)) {
    if (machine_value(database, target, row) == machine) set_value(database, target, row, machine, value);
  }
}

}  // namespace prongsai::store
