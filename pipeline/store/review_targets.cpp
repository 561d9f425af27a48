#include "pipeline/store/review_targets.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <vector>

#include "pipeline/store/tallies.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

void rows_of(SQLite::Database& database, std::int64_t submission_id, const Target& target,
             std::vector<std::int64_t>& rows) {
  SQLite::Statement query(database, "SELECT id FROM (" + anchored_rows(target.kind) + ") WHERE anchor = ?2");
  SQLite::bind(query, submission_id, target.anchor);
  while (query.executeStep()) rows.push_back(query.getColumn(0).getInt64());
}

// The rows of that anchor in every sighting of the bytes.
std::vector<std::int64_t> rows_at(SQLite::Database& database, const Target& target) {
  std::vector<std::int64_t> rows;
  SQLite::Statement sightings(database, "SELECT id FROM submission WHERE sha256 = ?1 ORDER BY id");
  sightings.bind(1, target.sha256);
  while (sightings.executeStep()) rows_of(database, sightings.getColumn(0).getInt64(), target, rows);
  return rows;
}

json read_decision(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(database,
                          "SELECT status, coalesce(note, '') FROM decision WHERE sha256 = ?1 AND anchor = ?2");
  SQLite::bind(query, target.sha256, target.anchor);
  if (!query.executeStep()) return {{"status", "open"}, {"note", ""}};
  return {{"status", query.getColumn(0).getString()}, {"note", query.getColumn(1).getString()}};
}

void write_decision(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  SQLite::Statement keep(database,
                         "INSERT INTO decision (sha256, anchor, status, note, decided_by, decided_at) "
                         "VALUES (?1, ?2, ?3, nullif(?4, ''), ?5, strftime('%Y-%m-%dT%H:%M:%SZ')) "
                         "ON CONFLICT (sha256, anchor) DO UPDATE SET status = excluded.status, note = excluded.note, "
                         "decided_by = excluded.decided_by, decided_at = excluded.decided_at, carried_from = NULL");
  SQLite::bind(keep, target.sha256, target.anchor, value.at("status").get<std::string>(),
               value.at("note").get<std::string>(), who);
  keep.exec();
  SQLite::Statement show(database,
                         "UPDATE finding SET status = ?3, note = nullif(?4, '') WHERE anchor = ?2 AND submission_id IN "
                         "(SELECT id FROM submission WHERE sha256 = ?1)");
  SQLite::bind(show, target.sha256, target.anchor, value.at("status").get<std::string>(),
               value.at("note").get<std::string>());
  show.exec();
  fill_tallies(database);
}

json read_final(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(database, "SELECT score FROM final_score WHERE sha256 = ?1");
  query.bind(1, target.sha256);
  return query.executeStep() ? json(query.getColumn(0).getInt()) : json(nullptr);
}

void write_final(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  SQLite::Statement drop(database, "DELETE FROM final_score WHERE sha256 = ?1");
  drop.bind(1, target.sha256);
  drop.exec();
  if (value.is_null()) return;
  SQLite::Statement keep(database, "INSERT INTO final_score VALUES (?1, ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ'))");
  SQLite::bind(keep, target.sha256, value.get<int>(), who);
  keep.exec();
}

// The column that a correction of this kind sets.
std::string column_of(const std::string& kind) {
  return kind == "cell" ? "text" : "value";
}

json value_of(const SQLite::Column& column) {
  if (column.isNull()) return nullptr;
  return column.isText() ? json(column.getString()) : json(column.getDouble());
}

json read_correctable(SQLite::Database& database, const Target& target) {
  const auto rows = rows_at(database, target);
  if (rows.empty()) return nullptr;
  SQLite::Statement query(database, "SELECT " + column_of(target.kind) + " FROM " + target.kind + " WHERE id = ?1");
  query.bind(1, rows.front());
  return query.executeStep() ? value_of(query.getColumn(0)) : json(nullptr);
}

void bind_json(SQLite::Statement& statement, int index, const json& value) {
  if (value.is_null()) {
    statement.bind(index);
  } else if (value.is_string()) {
    statement.bind(index, value.get<std::string>());
  } else {
    statement.bind(index, value.get<double>());
  }
}

void keep_correction(SQLite::Database& database, const Target& target, const json& machine, const json& value,
                     const std::string& who) {
  SQLite::Statement keep(database,
                         "INSERT INTO correction VALUES (?1, ?2, ?3, ?4, ?5, ?6, strftime('%Y-%m-%dT%H:%M:%SZ')) "
                         "ON CONFLICT (sha256, kind, anchor) DO UPDATE SET machine_value = "
                         "excluded.machine_value, value = excluded.value, corrected_by = excluded.corrected_by, "
                         "corrected_at = excluded.corrected_at");
  SQLite::bind(keep, target.sha256, target.kind, target.anchor, machine.dump(), value.dump(), who);
  keep.exec();
}

json machine_value(SQLite::Database& database, const std::string& kind, std::int64_t row) {
  SQLite::Statement read(database, "SELECT CASE WHEN corrected THEN corrected_from ELSE " + column_of(kind) +
                                       " END FROM " + kind + " WHERE id = ?1");
  read.bind(1, row);
  return read.executeStep() ? value_of(read.getColumn(0)) : json(nullptr);
}

void set_value(SQLite::Database& database, const std::string& kind, std::int64_t row, const json& machine,
               const json& value) {
  const bool corrected = value != machine;
  if (kind == "cell") unindex_cell(database, row);
  SQLite::Statement set(database, "UPDATE " + kind + " SET corrected_from = ?3, corrected = ?4, " + column_of(kind) +
                                      " = ?2 WHERE id = ?1");
  set.bind(1, row);
  bind_json(set, 2, value);
  bind_json(set, 3, corrected ? machine : json(nullptr));
  set.bind(4, corrected ? 1 : 0);
  set.exec();
  if (kind == "cell") index_cell(database, row);
}

// A sighting that an older version read otherwise keeps its reading, as it would in saving.
void write_correctable(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  const std::vector<std::int64_t> rows = rows_at(database, target);
  if (rows.empty()) return;
  const json machine = machine_value(database, target.kind, rows.front());
  for (const std::int64_t row : rows) {
    if (machine_value(database, target.kind, row) == machine) set_value(database, target.kind, row, machine, value);
  }
  if (value != machine) {
    keep_correction(database, target, machine, value, who);
    return;
  }
  SQLite::Statement drop(database, "DELETE FROM correction WHERE sha256 = ?1 AND kind = ?2 AND anchor = ?3");
  SQLite::bind(drop, target.sha256, target.kind, target.anchor);
  drop.exec();
}

}  // namespace

std::string anchored_rows(const std::string& kind) {
  if (kind == "cell")
    return "SELECT id, table_no || '/' || row_no || '/' || col_no AS anchor FROM cell WHERE submission_id = ?1";
  const std::string place =
      "subject || '/' || coalesce(subject_no, '') || '/' || coalesce(fiscal_year, '') || '/' || "
      "coalesce(agency, '') || '/' || coalesce(page_no, '')";
  return "SELECT id, " + place + " || '/' || row_number() OVER (PARTITION BY " + place +
         " ORDER BY id) AS anchor FROM " + kind + " WHERE submission_id = ?1";
}

std::optional<Target> target_of(SQLite::Database& database, const std::string& kind, std::int64_t row_id) {
  std::string sql;
  if (kind == "decision") {
    sql = "SELECT s.sha256, f.anchor FROM finding f JOIN submission s ON s.id = f.submission_id WHERE f.id = ?1";
  } else if (kind == "final_score") {
    sql = "SELECT sha256, '' FROM submission WHERE id = ?1";
  } else {
    sql = "SELECT s.sha256, a.anchor FROM " + kind + " t JOIN submission s ON s.id = t.submission_id JOIN (" +
          anchored_rows(kind) + ") a ON a.id = t.id WHERE t.id = ?2";
  }
  SQLite::Statement query(database, sql);
  if (kind == "cell" || kind == "score") {
    SQLite::Statement owner(database, "SELECT submission_id FROM " + kind + " WHERE id = ?1");
    owner.bind(1, row_id);
    if (!owner.executeStep()) return std::nullopt;
    SQLite::bind(query, owner.getColumn(0).getInt64(), row_id);
  } else {
    query.bind(1, row_id);
  }
  if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
  return Target{kind, query.getColumn(0).getString(), query.getColumn(1).getString()};
}

bool is_there(SQLite::Database& database, const Target& target) {
  if (target.kind == "cell" || target.kind == "score") return !rows_at(database, target).empty();
  SQLite::Statement query(database, target.kind == "final_score"
                                        ? "SELECT 1 FROM submission WHERE sha256 = ?1"
                                        : "SELECT 1 FROM submission s JOIN finding f ON f.submission_id = s.id "
                                          "WHERE s.sha256 = ?1 AND f.anchor = ?2");
  query.bind(1, target.sha256);
  if (target.kind != "final_score") query.bind(2, target.anchor);
  return query.executeStep();
}

json read_target(SQLite::Database& database, const Target& target) {
  if (target.kind == "decision") return read_decision(database, target);
  if (target.kind == "final_score") return read_final(database, target);
  return read_correctable(database, target);
}

void write_target(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  if (target.kind == "decision") return write_decision(database, target, value, who);
  if (target.kind == "final_score") return write_final(database, target, value, who);
  write_correctable(database, target, value, who);
}

void lay_over(SQLite::Database& database, std::int64_t submission_id, const Target& target, const json& machine,
              const json& value) {
  std::vector<std::int64_t> rows;
  rows_of(database, submission_id, target, rows);
  for (const std::int64_t row : rows) {
    if (machine_value(database, target.kind, row) == machine) set_value(database, target.kind, row, machine, value);
  }
}

}  // namespace prongsai::store
