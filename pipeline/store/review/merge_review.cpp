#include "pipeline/store/review/merge_review.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>
#include <vector>

#include "pipeline/store/review/carried_corrections.hpp"
#include "pipeline/store/review/machine_reading.hpp"
#include "pipeline/store/review/own_findings.hpp"
#include "pipeline/store/review/review_log.hpp"

namespace prongsai::store {
namespace {

// One of the things that a reviewer can change.
struct MergedPlace {
  std::string kind;    // as targets have it (review_targets.hpp)
  std::string sha256;  // of the report's bytes
  std::string anchor;
};

std::vector<MergedPlace> places_changed_there(SQLite::Database& database) {
  std::vector<MergedPlace> places;
  SQLite::Statement query(database, "SELECT DISTINCT kind, sha256, anchor FROM shard.review_event");
  while (query.executeStep()) {
    places.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()});
  }
  return places;
}

// Whether the last change of a place there is later than the last one here.
bool is_later_there(SQLite::Database& database, const MergedPlace& place) {
  const auto last = [](const std::string& schema) {
    // A person's word stands before what the program carried over, however late that was.
    const std::string person = "(who <> '" + std::string(kProgram) + "')";
    return "(SELECT " + person + " || at || ' ' || who || ' ' || after_value FROM " + schema +
           ".review_event WHERE kind = ?1 AND sha256 = ?2 AND anchor = ?3 ORDER BY " + person +
           " DESC, at DESC, who DESC, id DESC LIMIT 1)";
  };
  SQLite::Statement query(database, "SELECT coalesce(" + last("shard") + " > " + last("main") + ", 1)");
  query.bind(1, place.kind);
  query.bind(2, place.sha256);
  query.bind(3, place.anchor);
  query.executeStep();
  return query.getColumn(0).getInt() != 0;
}

void run_at(SQLite::Database& database, const std::string& sql, const std::string& anchor) {
  SQLite::Statement statement(database, sql);
  statement.bind(1, anchor);
  statement.exec();
}

void copy_letter(SQLite::Database& database, const std::string& key) {
  run_at(database, "INSERT OR REPLACE INTO main.letter SELECT * FROM shard.letter WHERE key = ?1", key);
  run_at(database, "INSERT OR IGNORE INTO main.letter_report SELECT * FROM shard.letter_report WHERE letter_key = ?1",
         key);
}

// Whose work the report at a path is. Its number is another one there.
void copy_assignment(SQLite::Database& database, const std::string& path) {
  run_at(database,
         "DELETE FROM main.assignment WHERE submission_id = (SELECT id FROM main.submission WHERE canonical_path = ?1)",
         path);
  run_at(database,
         "INSERT INTO main.assignment SELECT here.id, a.reviewer, a.assigned_by, a.assigned_at FROM main.submission "
         "here JOIN shard.submission there ON there.canonical_path = here.canonical_path JOIN shard.assignment a ON "
         "a.submission_id = there.id WHERE here.canonical_path = ?1",
         path);
}

// Replaces what is kept of a place by what is kept there; nothing there is nothing here.
void copy_state(SQLite::Database& database, const MergedPlace& place) {
  if (place.kind == "letter") return copy_letter(database, place.anchor);
  if (place.kind == "assignment") return copy_assignment(database, place.anchor);
  if (place.kind == "sample") return;  // copy_second_readings
  const bool is_final = place.kind == "final_score";
  const std::string table = place.kind == "decision"  ? "decision"
                            : place.kind == "second"  ? "second_decision"
                            : place.kind == "waiting" ? "waiting_correction"
                            : is_final                ? "final_score"
                                                      : "correction";
  std::string where = " WHERE sha256 = ?1";
  if (!is_final) where += " AND anchor = ?2";
  if (table == "correction") where += " AND kind = ?3";
  for (const std::string& sql :
       {"DELETE FROM main." + table + where, "INSERT INTO main." + table + " SELECT * FROM shard." + table + where}) {
    SQLite::Statement statement(database, sql);
    statement.bind(1, place.sha256);
    if (!is_final) statement.bind(2, place.anchor);
    if (table == "correction") statement.bind(3, place.kind);
    statement.exec();
  }
}

// Numbers there and here.
using Numbers = std::map<std::int64_t, std::int64_t>;

// A change is counted to the stroke that it was made at. Its number there is that of the stroke's first change, which
// a part of a database lacks where that was of a report left out: then the first change that is there stands for it.
void join_stroke(SQLite::Statement& update, Numbers& strokes, std::int64_t stroke_there, std::int64_t change_here) {
  update.bind(1, change_here);
  update.bind(2, strokes.emplace(stroke_there, change_here).first->second);
  update.exec();
  update.reset();
}

// The log of changes: events that are not known here, in their order. Returns how many a person made.
long long copy_events(SQLite::Database& database) {
  Numbers here_by_there;
  Numbers strokes;
  SQLite::Statement stroke(database, "UPDATE main.review_event SET bulk = ?2 WHERE id = ?1");
  SQLite::Statement events(
      database,
      "SELECT there.id, there.undoes, here.id, there.who, there.bulk, coalesce(here.bulk, here.id) FROM "
      "shard.review_event there LEFT JOIN main.review_event here ON here.id = (SELECT known.id FROM "
      "main.review_event known WHERE (known.at, known.who, known.kind, known.sha256, known.anchor, "
      "known.before_value, known.after_value) = (there.at, there.who, there.kind, there.sha256, there.anchor, "
      "there.before_value, there.after_value) LIMIT 1) ORDER BY 1");
  SQLite::Statement insert(database,
                           "INSERT INTO main.review_event (at, who, kind, sha256, anchor, before_value, after_value, "
                           "undoes) SELECT at, who, kind, sha256, anchor, before_value, after_value, ?2 "
                           "FROM shard.review_event WHERE id = ?1 RETURNING id");
  long long copied = 0;
  while (events.executeStep()) {
    const std::int64_t there = events.getColumn(0).getInt64();
    if (!events.isColumnNull(2)) {
      here_by_there[there] = events.getColumn(2).getInt64();
      if (!events.isColumnNull(4)) strokes.emplace(events.getColumn(4).getInt64(), events.getColumn(5).getInt64());
      continue;
    }
    insert.bind(1, there);
    insert.bind(2);
    if (!events.isColumnNull(1)) insert.bind(2, here_by_there.at(events.getColumn(1).getInt64()));
    insert.executeStep();
    const std::int64_t here = here_by_there[there] = insert.getColumn(0).getInt64();
    insert.reset();
    if (!events.isColumnNull(4)) join_stroke(stroke, strokes, events.getColumn(4).getInt64(), here);
    if (events.getColumn(3).getString() != kProgram) ++copied;
  }
  return copied;
}

void lay_decisions_on_findings(SQLite::Database& database) {
  database.exec(
      "UPDATE main.finding SET status = d.status, note = d.note FROM main.decision d "
      "JOIN main.submission s ON s.sha256 = d.sha256 "
      "WHERE finding.submission_id = s.id AND finding.anchor = d.anchor");
}

void lay_corrections_on_documents(SQLite::Database& database) {
  std::vector<std::int64_t> ids;
  SQLite::Statement query(database,
                          "SELECT id FROM main.submission WHERE sha256 IN (SELECT sha256 FROM main.correction) OR "
                          "sha256 IN (SELECT sha256 FROM shard.review_event WHERE kind IN ('cell', 'score', 'fact', "
                          "'issue', 'score_part', 'own', 'table', 'added'))");
  while (query.executeStep()) ids.push_back(query.getColumn(0).getInt64());
  for (const std::int64_t id : ids) {
    take_corrections_off(database, id);
    apply_corrections(database, id);
    lay_own_findings(database, id);
  }
}

// A second reading that is finished stands before one that is not; of two such the one that was drawn first.
void copy_second_readings(SQLite::Database& database) {
  database.exec(
      "INSERT INTO main.second_reading SELECT * FROM shard.second_reading WHERE true ON CONFLICT (sha256) DO UPDATE "
      "SET "
      "reviewer = excluded.reviewer, drawn_by = excluded.drawn_by, drawn_at = excluded.drawn_at, finished_at = "
      "excluded.finished_at WHERE (excluded.finished_at IS NULL, excluded.drawn_at, excluded.reviewer) < "
      "(second_reading.finished_at IS NULL, second_reading.drawn_at, second_reading.reviewer)");
}

void copy_views(SQLite::Database& database) {
  database.exec("INSERT OR IGNORE INTO main.saved_view SELECT * FROM shard.saved_view");
}

// Assignments of an older program, which it did not log.
void copy_unlogged_assignments(SQLite::Database& database) {
  database.exec(
      "INSERT OR IGNORE INTO main.assignment SELECT here.id, a.reviewer, a.assigned_by, a.assigned_at FROM "
      "shard.assignment a JOIN shard.submission there ON there.id = a.submission_id JOIN main.submission here ON "
      "here.canonical_path = there.canonical_path WHERE NOT EXISTS (SELECT 1 FROM main.review_event e WHERE e.kind = "
      "'assignment' AND e.anchor = here.canonical_path)");
}

}  // namespace

long long merge_reviews(SQLite::Database& database) {
  for (const MergedPlace& place : places_changed_there(database)) {
    if (is_later_there(database, place)) copy_state(database, place);
  }
  const long long taken = copy_events(database);
  copy_unlogged_assignments(database);
  copy_second_readings(database);
  copy_views(database);
  lay_decisions_on_findings(database);
  lay_corrections_on_documents(database);
  return taken;
}

}  // namespace prongsai::store
