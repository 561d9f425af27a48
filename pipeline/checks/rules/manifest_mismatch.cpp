// The document's own office, fiscal year or item is another than the manifest's: another office's or last year's report
// was handed in. Only where the document says so in a place of its own, read with certainty, and its first pages do not
// name what the manifest states.
#include <algorithm>

#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "pipeline/checks/certainty.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

constexpr int kHeadPages = 2;

// The text of the first pages, without blanks, digits as 0–9.
std::string head_of(const Record& record) {
  std::string text;
  for (const PageRecord& page : record.pages) {
    if (page.page_no <= kHeadPages) text += without_blanks(text::ascii_digits(page.text));
  }
  return text;
}

Finding mismatch(const std::string& fact, const std::string& own, const std::string& stated,
                 const std::optional<Evidence>& at) {
  Finding finding;
  finding.code = "manifest_mismatch";
  finding.values = {{"variant", fact}, {"own", own}, {"stated", stated}};
  finding.evidence = own;
  finding.at = at;
  return finding;
}

// One office in another spelling, a part of the other, or its name with the province behind it.
bool is_one_office(const std::string& a, const std::string& b) {
  constexpr int kEdits = 3;
  const std::string x = without_blanks(a);
  const std::string y = without_blanks(b);
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos ||
         text::edit_distance(x, y, kEdits) <= kEdits;
}

std::optional<Finding> office(const CheckInput& input, const ManifestRow& manifest, const std::string& head) {
  const Record& record = input.record;
  if (!manifest.agency || !record.agency || !agency_is_certain(input)) return std::nullopt;
  const std::string stated = input.agencies.canonical(*manifest.agency).value_or(*manifest.agency);
  // Names of two listed offices may be a letter apart and are two offices all the same.
  const bool both_listed = input.agencies.spelling_is_known(stated) && input.agencies.spelling_is_known(*record.agency);
  if (stated == *record.agency || (!both_listed && is_one_office(stated, *record.agency))) return std::nullopt;
  for (const std::string* name : {&stated, &*manifest.agency}) {
    if (head.find(without_blanks(text::ascii_digits(*name))) != std::string::npos) return std::nullopt;
  }
  return mismatch("agency", *record.agency, *manifest.agency, record.agency_at);
}

std::optional<Finding> year(const CheckInput& input, const ManifestRow& manifest, const std::string& head) {
  const Record& record = input.record;
  if (!manifest.fiscal_year || !record.fiscal_year || !year_is_certain(input)) return std::nullopt;
  const std::string stated = std::to_string(*manifest.fiscal_year);
  if (*manifest.fiscal_year == *record.fiscal_year || head.find(stated) != std::string::npos) return std::nullopt;
  return mismatch("fiscal_year", std::to_string(*record.fiscal_year), stated, record.fiscal_year_at);
}

std::optional<Finding> item(const CheckInput& input, const ManifestRow& manifest) {
  const Record& record = input.record;
  if (!manifest.item_code || !record.item_code || !is_stated_place(record.item_from)) return std::nullopt;
  if (*manifest.item_code == *record.item_code) return std::nullopt;
  for (const PageRecord& page : record.pages) {
    const auto codes = text::find_item_codes(page.text, input.rules.item_ranges());
    const bool named = std::any_of(codes.begin(), codes.end(),
                                   [&](const text::ItemCode& code) { return code.code == *manifest.item_code; });
    if (page.page_no <= kHeadPages && named) return std::nullopt;
  }
  return mismatch("item", *record.item_code, *manifest.item_code, std::nullopt);
}

}  // namespace

std::vector<Finding> manifest_mismatch(const CheckInput& input) {
  std::vector<Finding> findings;
  if (!input.submission.manifest) return findings;
  const ManifestRow& manifest = *input.submission.manifest;
  const std::string head = head_of(input.record);
  for (auto& found : {office(input, manifest, head), year(input, manifest, head), item(input, manifest)}) {
    if (found) findings.push_back(*found);
  }
  return findings;
}

}  // namespace prongsai::checks
