#include "pipeline/review/report_file.hpp"

#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/store/queries/report_facts.hpp"

namespace prongsai::review {
namespace {

std::optional<ReportFile> as_report_file(const std::optional<store::FileOfReport>& file) {
  if (!file) return std::nullopt;
  return ReportFile{file->canonical_path, file->source_path, file->sha256,
                    file->file_size,      file->attached_at, file->sha256};
}

}  // namespace

std::optional<ReportFile> report_file(store::RelationReader& reader, std::int64_t submission_id) {
  auto report = as_report_file(store::file_of_report(reader, submission_id));
  if (!report || report->attached_at.empty()) return report;
  const std::string path = stages::file_of(report->canonical_path, report->attached_at);
  auto file = as_report_file(store::file_at(reader, path));
  if (!file) file = ReportFile{path, "", "", 0, "", ""};
  file->attached_at = report->attached_at;
  file->own_sha256 = report->own_sha256;
  return file;
}

}  // namespace prongsai::review
