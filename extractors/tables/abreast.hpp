// What is printed over tables that stand abreast: each has its own title.
#pragma once

#include <vector>

#include "extractors/tables/borderless.hpp"
#include "extractors/tables/text_columns.hpp"

namespace prongsai::tables {

// The stretches of the page where ruled `tables` stand beside each other, as columns that are read one after the other;
// tables under one another are stretches of their own. Lines over and beside the tables go to their column out of
// `prose`, row by row, where no line runs over from one column into the next.
[[nodiscard]] std::vector<ColumnStretch> take_abreast(const PageClusters& text,
                                                      const std::vector<BorderlessTable>& tables, ClusterIds& prose);

}  // namespace prongsai::tables
