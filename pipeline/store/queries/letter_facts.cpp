#include "pipeline/store/queries/letter_facts.hpp"

#include <nlohmann/json.hpp>

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

std::string reports_with_final_scores() {
  return std::string("SELECT s.id, s.agency, s.fiscal_year, s.item_code, s.source_path, s.sha256, ") + kFinalScore +
         " AS final_score FROM submission s ";
}

}  // namespace

std::vector<ReportInLetter> report_in_letter(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<ReportInLetter>(reader, reports_with_final_scores() + "WHERE s.id = ?1", {submission_id});
}

std::vector<ReportInLetter> reports_in_letter(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<ReportInLetter>(reader,
                                 reports_with_final_scores() +
                                     "JOIN submission o ON o.agency = s.agency AND o.fiscal_year IS s.fiscal_year "
                                     "WHERE o.id = ?1 ORDER BY s.id <> ?1, s.item_code, s.id",
                                 {submission_id});
}

std::vector<ConfirmedFinding> confirmed_findings(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<ConfirmedFinding>(
      reader,
      "SELECT code, issue_no, item_code, message_th, evidence, note, page_no, across FROM "
      "finding WHERE submission_id = ?1 AND status = 'confirmed' ORDER BY page_no IS NULL, "
      "page_no, id",
      {submission_id});
}

std::int64_t count_open_findings(RelationReader& reader, std::int64_t submission_id) {
  return number_of(reader, "SELECT count(*) FROM finding WHERE submission_id = ?1 AND status = 'open'",
                   {submission_id});
}

bool is_reviewed(RelationReader& reader, std::int64_t submission_id) {
  return number_of(reader,
                   "SELECT EXISTS (SELECT 1 FROM submission s WHERE s.id = ?1 AND (EXISTS (SELECT 1 FROM final_score f "
                   "WHERE f.sha256 = s.sha256) OR EXISTS (SELECT 1 FROM decision d WHERE d.sha256 = s.sha256 AND "
                   "d.status <> 'open')))",
                   {submission_id}) != 0;
}

std::vector<std::string> reviewers_of_report(RelationReader& reader, std::int64_t submission_id) {
  return values_as<std::string>(reader,
                                "SELECT DISTINCT who FROM review_work WHERE who <> 'prongsai' AND sha256 = (SELECT "
                                "sha256 FROM submission WHERE id = ?1) ORDER BY who",
                                {submission_id});
}

bool letter_went(RelationReader& reader, const std::vector<std::string>& sha256s) {
  return number_of(
             reader,
             "SELECT EXISTS (SELECT 1 FROM letter l WHERE l.withdrawn_at IS NULL AND (SELECT "
             "json_group_array(sha256) FROM (SELECT sha256 FROM letter_report WHERE letter_key = l.key ORDER BY "
             "sha256)) = (SELECT json_group_array(value) FROM (SELECT DISTINCT value FROM json_each(?1) ORDER BY "
             "value)) AND NOT EXISTS (SELECT 1 FROM letter_sent n WHERE n.key = l.key AND n.changed) AND l.key IN "
             "(SELECT letter_key FROM letter_report WHERE sha256 = ?2))",
             {nlohmann::json(sha256s).dump(), sha256s.empty() ? "" : sha256s.front()}) != 0;
}

std::optional<KeptLetter> kept_letter(RelationReader& reader, const std::string& key) {
  return row_as<KeptLetter>(reader,
                            "SELECT text, sent_by, sent_at, withdrawn_at, agency, fiscal_year, (SELECT min(s.id) FROM "
                            "submission s JOIN letter_report r ON r.sha256 = s.sha256 WHERE r.letter_key = key) AS "
                            "report FROM letter WHERE key = ?1",
                            {key});
}

std::vector<LetterOfReport> letters_of_report(RelationReader& reader, std::int64_t submission_id) {
  return rows_as<LetterOfReport>(
      reader,
      "SELECT l.key, l.number, l.sent_on, l.sent_by, l.sent_at, l.withdrawn_at, (SELECT max(changed) FROM letter_sent "
      "n "
      "WHERE n.key = l.key AND n.sha256 = s.sha256) AS changed, r.sha256 IS NOT s.sha256 AS earlier_version FROM "
      "submission s JOIN letter_report r ON r.sha256 = s.sha256 OR r.sha256 IN (SELECT sha256 FROM submission_version "
      "WHERE submission_id = s.id) JOIN letter l ON l.key = r.letter_key WHERE s.id = ?1 ORDER BY l.sent_at DESC, "
      "l.key",
      {submission_id});
}

}  // namespace prongsai::store
