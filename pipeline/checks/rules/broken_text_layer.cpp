// The text layer was unusable on some pages, or needed repair beyond single characters. One finding a report.
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/page_list.hpp"

namespace prongsai::checks {

std::vector<Finding> broken_text_layer(const CheckInput& input) {
  const auto pages = pages_where(input.record, [](const PageRecord& page) { return page.broken_text_layer; });
  if (pages.empty()) return {};
  Finding finding;
  finding.code = "broken_text_layer";
  finding.at = Evidence{pages.front()->page_no, {}, TextSource::text, pages.front()->confidence};
  finding.evidence = pages.front()->reason;
  finding.values["pages"] = page_numbers(pages);
  return {finding};
}

}  // namespace prongsai::checks
