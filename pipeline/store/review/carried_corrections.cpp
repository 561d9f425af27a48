#include "pipeline/store/review/carried_corrections.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <optional>

#include "pipeline/store/review/added_rows.hpp"
#include "pipeline/store/review/correctable.hpp"
#include "pipeline/store/review/kept_corrections.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/review/review_targets.hpp"
#include "pipeline/store/review/waiting_corrections.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

std::string last_bytes(SQLite::Database& database, std::int64_t submission_id) {
  SQLite::Statement query(
      database,
      "SELECT sha256 FROM submission_version WHERE submission_id = ?1 ORDER BY replaced_at DESC, id "
      "DESC LIMIT 1");
  query.bind(1, submission_id);
  return query.executeStep() ? query.getColumn(0).getString() : "";
}

// Those that stand in the bytes, and those that wait there.
std::vector<RememberedCorrection> corrections_on(SQLite::Database& database, const std::string& sha256) {
  std::vector<RememberedCorrection> all;
  SQLite::Statement query(
      database,
      "SELECT kind, anchor, machine_value, value, '', coalesce(corrected_by, '') AS who, corrected_at, "
      "coalesce(carried_from, sha256), 0, 0 FROM correction c WHERE sha256 = ?1 AND NOT (kind = 'own' AND EXISTS "
      "(SELECT 1 FROM decision d WHERE d.sha256 = c.sha256 AND d.anchor = c.anchor AND d.status = 'dismissed')) UNION "
      "ALL SELECT kind, place, "
      "machine_value, value, context, coalesce(corrected_by, ''), corrected_at, made_on, 1, kept FROM "
      "waiting_correction WHERE sha256 = ?1 ORDER BY 9, 1, 2, 8");
  query.bind(1, sha256);
  while (query.executeStep()) {
    const auto text = [&](int column) { return query.getColumn(column).getString(); };
    all.push_back({{{text(0), sha256, text(1)}, json::parse(text(2)), json::parse(text(3)), text(4)},
                   text(5),
                   text(6),
                   text(7),
                   query.getColumn(8).getInt() != 0,
                   query.getColumn(9).getInt() != 0});
  }
  return all;
}

void lay_over_all(SQLite::Database& database, const Target& target, const SoughtCorrection& sought) {
  for (const std::int64_t id : sightings_of(database, target.sha256))
    lay_over(database, id, target, sought.machine, sought.value);
}

// Another sighting of the bytes that was read otherwise shows it still.
bool shows_elsewhere(SQLite::Database& database, std::int64_t submission_id, const SoughtCorrection& sought) {
  const auto rows = rows_at(database, sought.target);
  const auto here = rows_in(database, submission_id, sought.target);
  return std::any_of(rows.begin(), rows.end(), [&](std::int64_t row) {
    return std::find(here.begin(), here.end(), row) == here.end() &&
           machine_value(database, sought.target, row) == sought.machine &&
           present_value(database, sought.target, row) == sought.value;
  });
}

// The correction in its place of a reading, with a line in the log.
void stand_at(SQLite::Database& database, const Target& target, const RememberedCorrection& correction) {
  const SoughtCorrection& sought = correction.sought;
  const std::string from = correction.made_on == target.sha256 ? "" : correction.made_on;
  keep_value(database, target, {sought.machine, sought.value, correction.who, correction.at, from});
  lay_over_all(database, target, sought);
  log_change(database, target, sought.machine, sought.value, kProgram);
}

// A correction of a submission's own bytes, after these were read anew.
void apply_one(SQLite::Database& database, std::int64_t submission_id, const RememberedCorrection& correction) {
  const SoughtCorrection& sought = correction.sought;
  const auto place = place_of(database, submission_id, sought, Bytes::same);
  if (place == sought.target.anchor)
    return lay_over(database, submission_id, sought.target, sought.machine, sought.value);
  if (shows_elsewhere(database, submission_id, sought)) return;
  drop_value(database, sought.target);
  const bool is_done = is_mended(database, submission_id, sought);
  log_change(database, sought.target, sought.value, is_done ? sought.value : sought.machine, kProgram);
  if (is_done) return;
  if (place) {
    const Target target{sought.target.kind, sought.target.sha256, *place};
    const auto kept = kept_value(database, target);
    if (!kept) return stand_at(database, target, correction);
    if (*kept == sought.value) return;
  }
  let_wait(database, sought.target.sha256, correction);
}

// What waits in a submission's own bytes has its place again.
void place_waiting(SQLite::Database& database, std::int64_t submission_id, const RememberedCorrection& correction) {
  const SoughtCorrection& sought = correction.sought;
  if (!is_correctable(sought.target.kind)) return;
  const std::string& sha256 = sought.target.sha256;
  const Bytes bytes = correction.made_on == sha256 ? Bytes::same : Bytes::other;
  const auto place = place_of(database, submission_id, sought, bytes);
  if (!place || kept_value(database, {sought.target.kind, sha256, *place})) return;
  const Target waiting = waiting_target(sha256, correction);
  log_change(database, waiting, read_waiting(database, waiting), nullptr, kProgram);
  write_waiting(database, waiting, nullptr);
  stand_at(database, {sought.target.kind, sha256, *place}, correction);
}

// Somebody said something about the place in these bytes.
bool is_touched(SQLite::Database& database, const Target& target) {
  return kept_value(database, target) || version_of(database, target) != 0;
}

enum class Else { waits, is_left };

void carry_one(SQLite::Database& database, std::int64_t submission_id, const std::string& sha256,
               const RememberedCorrection& correction, Else otherwise) {
  const SoughtCorrection& sought = correction.sought;
  if (correction.made_on == sha256) return;  // bytes that came back have their own
  if (is_correctable(sought.target.kind)) {
    const auto place = place_of(database, submission_id, sought, Bytes::other);
    if (place) {
      const Target target{sought.target.kind, sha256, *place};
      if (!is_touched(database, target)) stand_at(database, target, correction);
      return;
    }
    if (is_mended(database, submission_id, sought)) return;
  }
  if (otherwise == Else::is_left || version_of(database, waiting_target(sha256, correction)) != 0) return;
  let_wait(database, sha256, correction);
}

}  // namespace

std::vector<RememberedCorrection> remember_corrections(SQLite::Database& database, std::int64_t submission_id) {
  const std::string sha256 = sha256_of(database, submission_id);
  if (sha256.empty()) return corrections_on(database, last_bytes(database, submission_id));
  std::vector<RememberedCorrection> all = corrections_on(database, sha256);
  for (RememberedCorrection& correction : all) {
    if (correction.waits || !is_correctable(correction.sought.target.kind)) continue;
    const auto rows = rows_in(database, submission_id, correction.sought.target);
    if (rows.size() == 1) correction.sought.context = context_of(database, correction.sought.target, rows.front());
  }
  return all;
}

void apply_corrections(SQLite::Database& database, std::int64_t submission_id,
                       const std::vector<RememberedCorrection>& remembered) {
  SQLite::Statement fresh(database, "UPDATE submission SET corrected_fields = NULL WHERE id = ?1");
  fresh.bind(1, submission_id);
  fresh.exec();
  lay_added_rows(database, submission_id);
  const std::string sha256 = sha256_of(database, submission_id);
  if (sha256.empty()) return;
  for (RememberedCorrection correction : corrections_on(database, sha256)) {
    if (!is_correctable(correction.sought.target.kind)) continue;
    const auto before = std::find_if(remembered.begin(), remembered.end(), [&](const RememberedCorrection& one) {
      const Target& was = one.sought.target;
      const Target& is = correction.sought.target;
      return !one.waits && was.kind == is.kind && was.sha256 == is.sha256 && was.anchor == is.anchor;
    });
    if (before != remembered.end()) correction.sought.context = before->sought.context;
    if (correction.waits) {
      place_waiting(database, submission_id, correction);
    } else {
      apply_one(database, submission_id, correction);
    }
  }
}

void carry_corrections(SQLite::Database& database, std::int64_t submission_id,
                       const std::vector<RememberedCorrection>& remembered) {
  const std::string sha256 = sha256_of(database, submission_id);
  if (sha256.empty()) return;
  for (const RememberedCorrection& correction : remembered) {
    if (correction.sought.target.sha256 != sha256) carry_one(database, submission_id, sha256, correction, Else::waits);
  }
}

void carry_corrections_of_office(SQLite::Database& database, std::int64_t submission_id) {
  SQLite::Statement query(database,
                          "SELECT p.id FROM submission p JOIN submission s ON p.agency = s.agency AND p.fiscal_year = "
                          "s.fiscal_year AND p.item_code = s.item_code WHERE s.id = ?1 AND p.id < s.id AND p.sha256 <> "
                          "s.sha256 AND s.attached_at IS NULL AND p.attached_at IS NULL ORDER BY p.id DESC LIMIT 1");
  query.bind(1, submission_id);
  if (!query.executeStep()) return;
  const std::string sha256 = sha256_of(database, submission_id);
  for (const RememberedCorrection& correction : remember_corrections(database, query.getColumn(0).getInt64())) {
    const bool of_another = correction.waits || correction.sought.target.kind == "fact";
    if (!of_another) carry_one(database, submission_id, sha256, correction, Else::is_left);
  }
}

}  // namespace prongsai::store
