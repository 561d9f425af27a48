#include "pipeline/checks/certainty.hpp"

#include <algorithm>
#include <set>

#include "pipeline/checks/figure_doubts.hpp"
#include "pipeline/checks/page_reading.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// A report of the assessment that names one office over and over, and hardly any other of the kinds that report.
bool names_one_office(const CheckInput& input) {
  const Record& record = input.record;
  const auto& kinds = input.rules.of("foreign_agency").list("kinds");
  constexpr int kTimes = 5;
  constexpr int kPages = 2;
  constexpr int kShare = 4;  // as often as all others together
  int own = 0;
  int others = 0;
  std::set<int> pages;
  for (const Passage& passage : passages(record)) {
    if (passage.at.source != TextSource::text) continue;
    for (const text::AgencyMention& mention : input.agencies.find(*passage.text)) {
      const bool reports = std::any_of(kinds.begin(), kinds.end(),
                                       [&](const std::string& kind) { return mention.name.starts_with(kind); });
      if (mention.name == *record.agency) {
        ++own;
        pages.insert(passage.at.page_no);
      } else if (reports) {
        ++others;
      }
    }
  }
  return own >= kTimes && static_cast<int>(pages.size()) >= kPages && own >= kShare * others;
}

}  // namespace

int times_named(const PageRecord& page, const std::string& agency) {
  const std::string name = without_blanks(agency);
  const std::string text = without_blanks(page.text);
  int times = 0;
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) ++times;
  return times;
}

bool agency_is_certain(const CheckInput& input) {
  const Record& record = input.record;
  if (!record.agency || !record.agency_at) return false;
  if (!is_stated_place(record.agency_from)) {
    return record.agency_from == "mention" && !record.layout.empty() && names_one_office(input);
  }
  if (record.agency_at->source == TextSource::text) return true;
  if (!is_on_good_page(input, *record.agency_at)) return false;
  int times = 0;
  for (const PageRecord& page : record.pages) times += times_named(page, *record.agency);
  return times > 1 || input.agencies.spelling_is_known(*record.agency);
}

bool year_is_certain(const CheckInput& input) {
  const Record& record = input.record;
  if (!record.fiscal_year || !record.fiscal_year_at || !is_stated_place(record.fiscal_year_from)) return false;
  if (record.fiscal_year_at->source == TextSource::text) return true;
  return is_on_good_page(input, *record.fiscal_year_at) && doubtful_year(input) == nullptr;
}

bool is_about_assessment(const CheckInput& input) {
  constexpr int kFirstPages = 2;
  if (!input.record.layout.empty()) return true;
  const auto& words = input.rules.of("unrelated_document").list("named");
  return std::any_of(input.record.pages.begin(), input.record.pages.end(), [&](const PageRecord& page) {
    return page.page_no <= kFirstPages && contains_any(without_blanks(page.text), words);
  });
}

}  // namespace prongsai::checks
