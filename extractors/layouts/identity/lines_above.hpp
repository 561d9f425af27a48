// Of two offices that a report's head names in neighbouring lines: which one stands above the other.
#pragma once

#include <set>
#include <string>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/office_name.hpp"

namespace prongsai::layouts {

// The lines, in tight form, that name an office above the one in the line beside them. A station's head names the
// station in a line and the province's police in the next: the report is the station's.
[[nodiscard]] std::set<std::string> lines_of_offices_above(const Identity& identity, const OfficeNames& names);

}  // namespace prongsai::layouts
