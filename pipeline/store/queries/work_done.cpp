#include "pipeline/store/queries/work_done.hpp"

#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {

std::vector<WorkOfReviewer> work_by_reviewer(RelationReader& reader) {
  return rows_as<WorkOfReviewer>(
      reader,
      "SELECT a.reviewer AS name, count(*) AS assigned, count(*) FILTER (WHERE open > 0) AS open_reports, sum(open) AS "
      "open_findings, count(*) FILTER (WHERE unscored) AS unscored FROM (SELECT a.reviewer, (SELECT count(*) FROM "
      "finding f WHERE f.submission_id = a.submission_id AND f.status = 'open') AS open, NOT EXISTS (SELECT 1 FROM "
      "final_score o JOIN submission s ON s.sha256 = o.sha256 WHERE s.id = a.submission_id) AS unscored FROM "
      "assignment "
      "a) a GROUP BY a.reviewer");
}

std::vector<ChangesOfReviewer> changes_by_reviewer(RelationReader& reader) {
  return rows_as<ChangesOfReviewer>(reader,
                                    "SELECT who AS name, count(*) AS changes, max(at) AS last FROM review_work WHERE "
                                    "undoes IS NULL GROUP BY who");
}

std::vector<std::string> names_at_work(RelationReader& reader) {
  return values_as<std::string>(reader,
                                "SELECT DISTINCT reviewer FROM assignment UNION SELECT DISTINCT who FROM review_work");
}

std::vector<AssignedTo> assigned_to(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<AssignedTo>(reader, "SELECT reviewer FROM assignment WHERE submission_id = ?1", {submission_id});
}

}  // namespace prongsai::store
