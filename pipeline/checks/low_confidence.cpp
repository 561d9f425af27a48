// Reading was unsure: a page read by OCR below the threshold, a score that a second reading or a sum contradicts, or
// a cell with a doubtful reading. One finding a page; a doubtful figure names itself.
#include <set>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

Finding at_page(const Evidence& at, std::string variant, std::string evidence) {
  Finding finding;
  finding.code = "low_confidence";
  finding.at = at;
  finding.evidence = std::move(evidence);
  if (!variant.empty()) finding.values["variant"] = std::move(variant);
  return finding;
}

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5));
}

}  // namespace

std::vector<Finding> low_confidence(const CheckInput& input) {
  constexpr std::size_t kEvidence = 120;
  std::vector<Finding> findings;
  const double least = input.rules.of("low_confidence").threshold("page_confidence");
  std::set<int> named;
  for (const PageRecord& page : input.record.pages) {
    const bool by_ocr = page.source == PageSource::ocr || page.source == PageSource::mixed;
    if (!by_ocr || page.unreadable || page.confidence >= least) continue;
    Finding finding = at_page({page.page_no, {}, TextSource::ocr, page.confidence}, "", "");
    finding.values["confidence"] = percent(page.confidence);
    findings.push_back(std::move(finding));
    named.insert(page.page_no);
  }
  for (const ScoreRecord& score : input.record.scores) {
    if (!score.doubtful) continue;
    findings.push_back(at_page(score.at, "figure", clip(score.quote, kEvidence)));
    named.insert(score.at.page_no);
  }
  for (const CellRecord& cell : input.record.cells) {
    if (!cell.doubtful || !named.insert(cell.at.page_no).second) continue;
    findings.push_back(at_page(cell.at, "word", clip(cell.text, kEvidence)));
  }
  return findings;
}

}  // namespace prongsai::checks
