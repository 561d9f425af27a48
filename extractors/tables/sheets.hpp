// Two pages printed side by side on one sheet.
#pragma once

#include <optional>

#include "extractors/tables/clusters.hpp"

namespace prongsai::tables {

// The x between them, points; nothing for a sheet that holds one page. Two pages stand upright on a sheet that lies,
// nothing crosses the fold, and the white at the fold is a page's margin on both sides of it.
[[nodiscard]] std::optional<double> fold_of(const PageClusters& text);

}  // namespace prongsai::tables
