#include "pipeline/store/queries/report_facts.hpp"

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

constexpr const char* kName =
    "SELECT id AS submission_id, agency, source_path, fiscal_year, item_code FROM submission WHERE ";

constexpr const char* kFile =
    "SELECT canonical_path, source_path, coalesce(sha256, '') AS sha256, coalesce(file_size, 0) AS file_size, "
    "coalesce(attached_at, '') AS attached_at FROM submission WHERE ";

std::string table_name_of(RowOf relation) {
  switch (relation) {
    case RowOf::finding:
      return "finding";
    case RowOf::cell:
      return "cell";
    case RowOf::score:
      return "score";
    case RowOf::issue:
      return "issue";
    case RowOf::table:
      break;
  }
  return "table_info";
}

}  // namespace

std::optional<ReportFacts> report_facts(RelationReader& reader, std::int64_t submission_id) {
  return row_as<ReportFacts>(
      reader,
      std::string("SELECT id, agency, source_path, fiscal_year, item_code, layout, status, error, published_url, "
                  "suggested_score, score_reason, score_reason_en, sha256, agency_from, fiscal_year_from, item_from, "
                  "corrected_fields, publication, ") +
          kFinalScore + " AS final_score FROM submission s WHERE id = ?1",
      {submission_id});
}

std::optional<ReportName> report_name(RelationReader& reader, std::int64_t submission_id) {
  return row_as<ReportName>(reader, std::string(kName) + "id = ?1", {submission_id});
}

std::optional<ReportName> report_name_of(RelationReader& reader, const std::string& sha256) {
  return row_as<ReportName>(reader, std::string(kName) + "sha256 = ?1 ORDER BY id LIMIT 1", {sha256});
}

std::optional<FileOfReport> file_of_report(RelationReader& reader, std::int64_t submission_id) {
  return row_as<FileOfReport>(reader, std::string(kFile) + "id = ?1", {submission_id});
}

std::optional<FileOfReport> file_at(RelationReader& reader, const std::string& canonical_path) {
  return row_as<FileOfReport>(reader, std::string(kFile) + "canonical_path = ?1 AND attached_at IS NULL",
                              {canonical_path});
}

std::optional<int> rotation_of_page(RelationReader& reader, std::int64_t submission_id, std::int64_t page_no) {
  const auto found = values_as<std::int64_t>(
      reader, "SELECT rotation FROM page WHERE submission_id = ?1 AND page_no = ?2", {submission_id, page_no});
  return found.empty() ? std::nullopt : std::optional(static_cast<int>(found.front()));
}

std::optional<TextOfPage> text_of_page(RelationReader& reader, std::int64_t submission_id, std::int64_t page_no) {
  return row_as<TextOfPage>(
      reader, "SELECT source, reason, confidence, text FROM page WHERE submission_id = ?1 AND page_no = ?2",
      {submission_id, page_no});
}

std::optional<ProofOfPublication> proof_of_publication(RelationReader& reader, std::int64_t submission_id) {
  return row_as<ProofOfPublication>(
      reader,
      "SELECT p.folder, p.page_url, p.page_type, p.page_sha256, p.page_at, p.link_url, p.picture_sha256 FROM "
      "submission "
      "s JOIN publication p ON p.published_url = s.published_url AND p.agency IS s.manifest_agency AND p.fiscal_year "
      "IS "
      "s.manifest_fiscal_year AND p.item_code IS s.manifest_item_code WHERE s.id = ?1 AND p.folder IS NOT NULL AND "
      "p.page_sha256 IS NOT NULL LIMIT 1",
      {submission_id});
}

std::int64_t submission_of(RelationReader& reader, RowOf relation, std::int64_t row_id) {
  return number_of(reader, "SELECT submission_id FROM " + table_name_of(relation) + " WHERE id = ?1", {row_id});
}

std::vector<std::string> office_names(RelationReader& reader) {
  return values_as<std::string>(reader, "SELECT DISTINCT agency FROM submission WHERE agency IS NOT NULL");
}

}  // namespace prongsai::store
