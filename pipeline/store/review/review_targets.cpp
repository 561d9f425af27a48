#include "pipeline/store/review/review_targets.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <vector>

#include "pipeline/store/review/added_rows.hpp"
#include "pipeline/store/review/assignments.hpp"
#include "pipeline/store/review/correctable.hpp"
#include "pipeline/store/review/correctable_table.hpp"
#include "pipeline/store/review/kept_corrections.hpp"
#include "pipeline/store/review/letters.hpp"
#include "pipeline/store/review/own_findings.hpp"
#include "pipeline/store/review/second_readings.hpp"
#include "pipeline/store/review/waiting_corrections.hpp"
#include "pipeline/store/tallies.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

json read_decision(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(database,
                          "SELECT status, coalesce(note, '') FROM decision WHERE sha256 = ?1 AND anchor = ?2");
  SQLite::bind(query, target.sha256, target.anchor);
  if (!query.executeStep()) return {{"status", "open"}, {"note", ""}};
  return {{"status", query.getColumn(0).getString()}, {"note", query.getColumn(1).getString()}};
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

json read_correctable(SQLite::Database& database, const Target& target) {
  const auto rows = rows_at(database, target);
  return rows.empty() ? json(nullptr) : present_value(database, target, rows.front());
}

// A sighting that an older version read otherwise keeps its reading, as it would in saving.
void write_correctable(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  const std::vector<std::int64_t> rows = rows_at(database, target);
  if (rows.empty()) return;
  const json machine = machine_value(database, target, rows.front());
  for (const std::int64_t row : rows) {
    if (machine_value(database, target, row) == machine) set_value(database, target, row, machine, value);
  }
  if (value == machine) return drop_value(database, target);
  keep_value(database, target, {machine, value, who, "", ""});
}

// Of a row in a report: its place there, and the column where a row has several.
std::optional<Target> correctable_target(SQLite::Database& database, const std::string& kind, std::int64_t row_id,
                                         const std::string& column) {
  const std::string table = kind == "score_part" ? "score" : kind == "table" ? "table_info" : kind;
  SQLite::Statement owner(database, "SELECT t.submission_id, s.sha256 FROM " + table +
                                        " t JOIN submission s ON s.id = t.submission_id WHERE t.id = ?1");
  owner.bind(1, row_id);
  if (!owner.executeStep() || owner.getColumn(1).isNull()) return std::nullopt;
  SQLite::Statement query(database, "SELECT anchor FROM (" + anchored_rows(kind) + ") WHERE id = ?2");
  SQLite::bind(query, owner.getColumn(0).getInt64(), row_id);
  if (!query.executeStep()) return std::nullopt;
  if (kind == "table" && !has_part(database, row_id, column)) return std::nullopt;
  const std::string anchor = query.getColumn(0).getString();
  return Target{kind, owner.getColumn(1).getString(), column.empty() ? anchor : anchor + '/' + column};
}

}  // namespace

std::string sha256_of(SQLite::Database& database, std::int64_t submission_id) {
  SQLite::Statement query(database, "SELECT coalesce(sha256, '') FROM submission WHERE id = ?1");
  query.bind(1, submission_id);
  return query.executeStep() ? query.getColumn(0).getString() : "";
}

std::vector<std::int64_t> sightings_of(SQLite::Database& database, const std::string& sha256) {
  std::vector<std::int64_t> ids;
  SQLite::Statement query(database, "SELECT id FROM submission WHERE sha256 = ?1 ORDER BY id");
  query.bind(1, sha256);
  while (query.executeStep()) ids.push_back(query.getColumn(0).getInt64());
  return ids;
}

std::optional<Target> target_of(SQLite::Database& database, const std::string& kind, std::int64_t row_id,
                                const std::string& column) {
  const bool is_report = kind == "final_score" || kind == "fact";
  if (is_correctable(kind) && !is_report) return correctable_target(database, kind, row_id, column);
  SQLite::Statement query(database, is_report ? "SELECT sha256, '' FROM submission WHERE id = ?1"
                                              : "SELECT s.sha256, f.anchor FROM finding f JOIN submission s "
                                                "ON s.id = f.submission_id WHERE f.id = ?1");
  query.bind(1, row_id);
  if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
  return Target{kind, query.getColumn(0).getString(), kind == "fact" ? column : query.getColumn(1).getString()};
}

bool is_there(SQLite::Database& database, const Target& target) {
  if (is_correctable(target.kind)) return !rows_at(database, target).empty();
  if (target.kind == "assignment") return has_place(database, target);
  const bool is_report = target.kind == "final_score" || target.kind == "own" || target.kind == "letter" ||
                         target.kind == "sample" || target.kind == "second" || target.kind == "waiting" ||
                         target.kind == "added";
  SQLite::Statement query(database, is_report ? "SELECT 1 FROM submission WHERE sha256 = ?1"
                                              : "SELECT 1 FROM submission s JOIN finding f ON f.submission_id = s.id "
                                                "WHERE s.sha256 = ?1 AND f.anchor = ?2");
  query.bind(1, target.sha256);
  if (!is_report) query.bind(2, target.anchor);
  return query.executeStep();
}

json read_target(SQLite::Database& database, const Target& target) {
  if (target.kind == "decision") return read_decision(database, target);
  if (target.kind == "final_score") return read_final(database, target);
  if (target.kind == "own" || target.kind == "added") return kept_value(database, target).value_or(json(nullptr));
  if (target.kind == "letter") return read_letter(database, target);
  if (target.kind == "sample" || target.kind == "second") return read_second(database, target);
  if (target.kind == "assignment") return read_assignment(database, target);
  if (target.kind == "waiting") return read_waiting(database, target);
  return read_correctable(database, target);
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
}

void write_target(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  if (target.kind == "decision") {
    write_decision(database, target, value, who);
    return fill_tallies(database);
  }
  if (target.kind == "final_score") return write_final(database, target, value, who);
  if (target.kind == "added") return write_added_row(database, target, value, who);
  if (target.kind == "own") return write_own_finding(database, target, value, who);
  if (target.kind == "letter") return write_letter(database, target, value, who);
  if (target.kind == "sample" || target.kind == "second") return write_second(database, target, value, who);
  if (target.kind == "assignment") return write_assignment(database, target, value, who);
  if (target.kind == "waiting") return write_waiting(database, target, value);
  write_correctable(database, target, value, who);
}

}  // namespace prongsai::store
