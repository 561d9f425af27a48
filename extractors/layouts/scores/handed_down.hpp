// What a report hands down to a score that does not say it itself: the year that it assesses, and where office and year
// are then stated.
#pragma once

#include <optional>
#include <string_view>

#include "extractors/layouts/identity/identity.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

// By the place that the report's own office or year was taken from (Record::agency_from …): its head or title, or
// nowhere nearer than the report.
[[nodiscard]] StatedIn handed_down_from(std::string_view place);

struct HandedDownYear {
  int year = 0;                      // Buddhist Era
  StatedIn from = StatedIn::report;  // one that follows from what kind of report it is stands in no title
};

// The year that a report assesses when it does not say: measures rest on the year before, unless all their times lie in
// the year behind the one that the title names; results rest on their own. None where the report's own year is known
// from what it plans alone, and its title names no other.
[[nodiscard]] std::optional<HandedDownYear> assessed_year(const Record& record, const Identity& identity);

}  // namespace prongsai::layouts
