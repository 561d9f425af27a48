// The file is not what its item asks for: the manifest hands it in for an item on the assessment, and the document,
// read well from its first page to its last, nowhere speaks of it.
#include <algorithm>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/page_reading.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

bool asks_for_the_assessment(const CheckInput& input) {
  const auto& manifest = input.submission.manifest;
  return manifest && manifest->item_code &&
         input.rules.assessments().asks_for_measures(*manifest->item_code, std::nullopt);
}

// Anything that the document has on any page: a page in doubt may be the one that speaks of it.
bool speaks_of_it(const CheckInput& input, const std::vector<std::string>& words) {
  return std::any_of(input.record.pages.begin(), input.record.pages.end(), [&](const PageRecord& page) {
    return !is_read_well(input, page) || contains_any(without_blanks(page.text), words);
  });
}

}  // namespace

std::vector<Finding> unrelated_document(const CheckInput& input) {
  const Record& record = input.record;
  const CodeRule& rule = input.rules.of("unrelated_document");
  if (record.status != Status::extracted || !record.layout.empty() || !asks_for_the_assessment(input)) return {};
  std::size_t letters = 0;
  for (const PageRecord& page : record.pages) letters += without_blanks(page.text).size();
  if (static_cast<double>(letters) < rule.threshold("least_text") || speaks_of_it(input, rule.list("assessment"))) {
    return {};
  }
  Finding finding;
  finding.code = rule.code;
  finding.item_code = *input.submission.manifest->item_code;
  const PageRecord& first = record.pages.front();
  finding.evidence = clip(first.text.substr(0, first.text.find('\n')), 120);
  return {finding};
}

}  // namespace prongsai::checks
