// Prose and tables of one page in the order in which they are read.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "extractors/tables/page_content.hpp"

namespace prongsai::tables {

struct ProseRun {
  std::vector<Line> lines;
  std::optional<TextArea> area;  // of its column; nothing where it runs over the page's whole width
};

using FlowItem = std::variant<ProseRun, GridContent>;

// By height on the page; grids side by side from left to right; columns of text one after the other, each with the
// grids that stand in it.
[[nodiscard]] std::vector<FlowItem> reading_order(PageContent page);

}  // namespace prongsai::tables
