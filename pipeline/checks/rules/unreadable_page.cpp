// A page has ink on it, and nothing could be read.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/page_list.hpp"

namespace prongsai::checks {

std::vector<Finding> unreadable_page(const CheckInput& input) {
  std::vector<Finding> findings;
  for (const PageRecord* page : pages_where(input.record, [](const PageRecord& p) { return p.unreadable; })) {
    Finding finding;
    finding.code = "unreadable_page";
    finding.at = Evidence{page->page_no, {}, TextSource::ocr, 0};
    finding.evidence = page->reason;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
