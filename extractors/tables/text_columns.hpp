// Columns of running text that stand side by side.
#pragma once

#include <vector>

#include "extractors/tables/cell_words.hpp"
#include "extractors/tables/clusters.hpp"

namespace prongsai::tables {

// The column that running text fills. Points.
struct TextArea {
  double left = 0;
  double right = 0;
};

struct ColumnOfIds {
  TextArea area;
  ClusterIds ids;
};

// Columns beside each other, read from the left one's head to the right one's foot.
struct ColumnStretch {
  double top = 0;  // between the baselines of these lines and of those above and below, points
  double bottom = 0;
  std::vector<ColumnOfIds> columns;  // two or more
};

// Takes such stretches out of `prose`. No line crosses the white between columns; they have at least four lines each.
// Where no line is drawn between them they are about equally wide, many of their lines full and few counted. Rows of a
// list or of a table without rulings, told by white that runs through both columns, are none.
[[nodiscard]] std::vector<ColumnStretch> take_columns(const PageClusters& text, ClusterIds& prose);

}  // namespace prongsai::tables
