// Prose and tables of one page in the order in which they are read.
#pragma once

#include <variant>
#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

using ProseRun = std::vector<Line>;
using FlowItem = std::variant<ProseRun, GridContent>;

// By height on the page; grids side by side from left to right.
[[nodiscard]] std::vector<FlowItem> reading_order(PageContent page);

}  // namespace prongsai::tables
