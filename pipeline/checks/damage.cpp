#include "pipeline/checks/damage.hpp"

#include <algorithm>

#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

bool lists(const CodeRule& rule, const char* list, const std::string& code) {
  const std::vector<std::string>& codes = rule.list(list);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool read_elsewhere(const std::optional<Evidence>& at, const DamagedPlaces& places) {
  return at && at->page_no > 0 && !places.near(at->page_no);
}

}  // namespace

bool DamagedPlaces::near(int page_no) const {
  return whole_file || pages.contains(page_no) || pages.contains(page_no - 1) || pages.contains(page_no + 1);
}

DamagedPlaces damaged_places(const Record& record) {
  DamagedPlaces places;
  for (const Damage& damage : record.damages) {
    if (damage.effect == DamageEffect::harmless) continue;
    if (damage.effect == DamageEffect::rebuilt) {
      places.rebuilt = true;
    } else if (damage.page_no > 0) {
      places.pages.insert(damage.page_no);
    } else {
      places.whole_file = true;
    }
  }
  for (const PageRecord& page : record.pages) {
    if (page.unreadable) places.pages.insert(page.page_no);
  }
  return places;
}

void hold_back(std::vector<Finding>& findings, const Record& record, const Rules& rules) {
  const DamagedPlaces places = damaged_places(record);
  if (!places.any()) return;
  const CodeRule& rule = rules.of("damaged_file");
  const bool knows_itself = read_elsewhere(record.agency_at, places) && read_elsewhere(record.fiscal_year_at, places);
  std::erase_if(findings, [&](const Finding& finding) {
    if (lists(rule, "anywhere", finding.code)) return true;
    if (places.whole_file && lists(rule, "near", finding.code)) return true;
    if (places.pages.empty()) return false;
    if (!knows_itself && lists(rule, "by_identity", finding.code)) return true;
    return lists(rule, "near", finding.code) && (!finding.at || places.near(finding.at->page_no));
  });
}

}  // namespace prongsai::checks
