// What a damaged file may explain: such a report is not the office's doing, and nothing of it is laid to the office.
#pragma once

#include <set>
#include <vector>

#include "models/finding.hpp"
#include "models/record.hpp"

namespace prongsai::checks {

class Rules;

// Where a report was not read whole.
struct DamagedPlaces {
  bool whole_file = false;  // anything may be lost anywhere
  bool rebuilt = false;     // only whole objects may be missing
  std::set<int> pages;      // damaged, unseen, unpainted or unread

  [[nodiscard]] bool any() const { return whole_file || rebuilt || !pages.empty(); }
  // On such a page, or next to one: tables and lists go over pages.
  [[nodiscard]] bool near(int page_no) const;
};

[[nodiscard]] DamagedPlaces damaged_places(const Record& record);

// Takes out the findings that the damage may explain, by the lists of data/checks/damaged_file.yaml.
void hold_back(std::vector<Finding>& findings, const Record& record, const Rules& rules);

}  // namespace prongsai::checks
