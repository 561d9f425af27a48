// Which cell each piece of text stands in, by position alone.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/tables/clusters.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

using ClusterIds = std::vector<std::size_t>;  // into PageClusters::clusters, in the order of the words

struct Placement {
  std::vector<std::vector<ClusterIds>> cells;  // by grid, by cell of that grid
  ClusterIds prose;                            // what stands in no grid
};

// A grid inside another's cell takes its own words. A word that runs over a cell's edge is split there when the edge
// falls between two letters; when it cuts through a letter the word has outgrown its cell and stays whole.
[[nodiscard]] Placement place_words(const PageClusters& text, const std::vector<const Grid*>& grids);

}  // namespace prongsai::tables
