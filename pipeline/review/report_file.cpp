#include "pipeline/review/report_file.hpp"

#include "pipeline/stages/files/attached_path.hpp"

namespace prongsai::review {
namespace {

constexpr const char* kColumns =
    "SELECT canonical_path, source_path, coalesce(sha256, ''), coalesce(file_size, 0), coalesce(attached_at, '') "
    "FROM submission WHERE ";

std::optional<ReportFile> file_in(const std::vector<store::Row>& rows) {
  if (rows.empty()) return std::nullopt;
  const auto text = [&](std::size_t column) { return std::get<std::string>(rows.front()[column]); };
  return ReportFile{text(0), text(1), text(2), std::get<std::int64_t>(rows.front()[3]), text(4), text(2)};
}

}  // namespace

std::optional<ReportFile> report_file(store::RelationReader& reader, std::int64_t submission_id) {
  auto report = file_in(reader.all(std::string(kColumns) + "id = ?1", {submission_id}));
  if (!report || report->attached_at.empty()) return report;
  const std::string path = stages::file_of(report->canonical_path, report->attached_at);
  auto file = file_in(reader.all(std::string(kColumns) + "canonical_path = ?1 AND attached_at IS NULL", {path}));
  if (!file) file = ReportFile{path, "", "", 0, "", ""};
  file->attached_at = report->attached_at;
  file->own_sha256 = report->own_sha256;
  return file;
}

}  // namespace prongsai::review
