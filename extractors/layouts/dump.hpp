// A record as stable, readable text: for `--dump records`, golden files and bug reports.
#pragma once

#include <string>

#include "models/record.hpp"

namespace prongsai::layouts {

// One line a row of each relation, in the record's order; absent values are "-", line breaks become ⏎, coordinates
// are rounded to whole points.
[[nodiscard]] std::string dump_record(const Record& record);

}  // namespace prongsai::layouts
