#include "pipeline/store/queries/change_log.hpp"

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

// Which submission bytes belong to or belonged to. The same bytes can be several submissions; a change belongs to all
// of them, the first stands for it.
constexpr const char* kSubmissionOfBytes =
    "coalesce((SELECT min(id) FROM submission WHERE sha256 = l.sha256), "
    "(SELECT min(submission_id) FROM submission_version WHERE sha256 = l.sha256))";

// ?1 the submission, ?2 who asks, ?3 whose, ?4 which kind.
std::string asked_changes() {
  return " FROM review_event e WHERE (?1 = 0 OR e.sha256 IN (SELECT sha256 FROM submission WHERE id = ?1 UNION SELECT "
         "sha256 FROM submission_version WHERE submission_id = ?1)) AND (?3 = '' OR e.who = ?3) AND (?4 = '' OR e.kind "
         "= ?4) AND (e.sha256 NOT IN (" +
         unfinished_by("?2") +
         ") OR e.kind = 'second') AND (e.kind <> 'second' OR e.who = ?2 OR e.sha256 IN (SELECT sha256 FROM "
         "second_reading WHERE finished_at IS NOT NULL))";
}

std::vector<Value> values_of(const ChangesAsked& asked) {
  return {asked.submission_id, asked.seen_by, asked.who, asked.kind};
}

}  // namespace

std::vector<ChangeRow> list_changes(RelationReader& reader, const ChangesAsked& asked, const Shown& shown) {
  std::vector<Value> parameters = values_of(asked);
  parameters.emplace_back(shown.most);
  parameters.emplace_back(shown.from);
  return rows_as<ChangeRow>(
      reader,
      "SELECT l.*, s.sha256 IS NOT l.sha256 AS earlier_version, s.id AS submission_id, s.agency, s.source_path, "
      "(SELECT "
      "min(f.id) FROM finding f WHERE f.submission_id = s.id AND l.kind IN ('decision', 'own', 'second') AND f.anchor "
      "= "
      "l.anchor) AS finding_id FROM (SELECT e.id, e.at, e.who, e.kind, e.anchor, e.before_value AS before, "
      "e.after_value AS after, e.undoes, e.sha256, EXISTS (SELECT 1 FROM review_event u WHERE u.undoes = e.id) AS "
      "undone" +
          asked_changes() + " ORDER BY e.id DESC LIMIT ?5 OFFSET ?6) l LEFT JOIN submission s ON s.id = " +
          kSubmissionOfBytes + " ORDER BY l.id DESC",
      parameters);
}

std::int64_t count_changes(RelationReader& reader, const ChangesAsked& asked) {
  return number_of(reader, "SELECT count(*)" + asked_changes(), values_of(asked));
}

std::int64_t latest_change(RelationReader& reader) {
  return number_of(reader, "SELECT coalesce(max(id), 0) FROM review_event");
}

std::vector<std::int64_t> set_right_by(RelationReader& reader, std::int64_t change) {
  return values_as<std::int64_t>(
      reader,
      "SELECT DISTINCT s.id FROM review_event e JOIN submission s ON s.sha256 = e.sha256 WHERE (e.id = ?1 OR e.bulk = "
      "(SELECT bulk FROM review_event WHERE id = ?1)) AND e.kind IN ('cell', 'score', 'fact', 'issue', 'score_part', "
      "'table', 'added') ORDER BY s.id",
      {change});
}

}  // namespace prongsai::store
