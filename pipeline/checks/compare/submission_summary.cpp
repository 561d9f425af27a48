#include "pipeline/checks/compare/submission_summary.hpp"

#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {

SubmissionSummary summarise(std::int64_t id, const Submission& submission, const Record& record) {
  SubmissionSummary summary;
  summary.id = id;
  const std::size_t slash = submission.source_path.find_last_of("/\\");
  summary.file = slash == std::string::npos ? submission.source_path : submission.source_path.substr(slash + 1);
  summary.sha256 = submission.sha256;
  summary.agency = record.agency;
  summary.fiscal_year = record.fiscal_year;
  summary.item_code = record.item_code;
  if (submission.manifest) {
    if (submission.manifest->agency) summary.agency = submission.manifest->agency;
    if (submission.manifest->fiscal_year) summary.fiscal_year = submission.manifest->fiscal_year;
    if (submission.manifest->item_code) summary.item_code = submission.manifest->item_code;
  }
  for (const CellRecord& cell : record.cells) {
    if (cell.annexed_template || is_unfilled(cell.text)) continue;
    summary.cells.push_back({cell.column_key, cell.issue_no, cell.text, cell.at});
  }
  return summary;
}

}  // namespace prongsai::checks
