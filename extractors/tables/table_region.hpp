// Lines of a page that stand as a table without upright rulings.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "extractors/tables/gutters.hpp"

namespace prongsai::tables {

struct TableRegion {
  std::size_t begin = 0;  // lines
  std::size_t end = 0;
  std::vector<Gutter> gutters;
  bool ruled = false;                    // each row of the body is known to stand between two rulings
  std::map<std::size_t, double> labels;  // lines whose label reaches over the first columns: the x where it ends
};

}  // namespace prongsai::tables
