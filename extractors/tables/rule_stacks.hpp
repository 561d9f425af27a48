// Tables as books print them: level rulings of one reach over the titles, under them and at the foot, none upright.
//
// The rulings tell where such a table begins, where its titles end (however many lines they take) and where it closes;
// the white between its columns tells the rest.
#pragma once

#include <optional>
#include <vector>

#include "extractors/tables/lines.hpp"
#include "extractors/tables/strokes.hpp"
#include "extractors/tables/table_region.hpp"

namespace prongsai::tables {

inline constexpr double kRuleNear = 3.5;  // advances between the first ruling and the baseline of the titles under it

// One line of the page as the search for such tables sees it.
struct RuledLine {
  double baseline = 0;             // y, points
  double advance = 0;              // points
  std::vector<Interval> segments;  // words, left to right; at least one
  std::vector<bool> figures;       // which of them are figures and nothing else
};

// The table whose titles begin with the line `first`; none where no such rulings enclose it or its lines keep to no
// columns. `rules` are level ones in any order.
[[nodiscard]] std::optional<TableRegion> stacked_table(const std::vector<RuledLine>& lines, std::size_t first,
                                                       const std::vector<Stroke>& rules);

// Whether two lines have as many words, several and each as wide: the titles of the next table, whose columns may stand
// a little elsewhere.
[[nodiscard]] bool prints_the_same(const RuledLine& a, const RuledLine& b);

// Stretches of the page that such rulings, three at least of one reach, take up beside others of another reach at the
// same height: tables that stand abreast. Left to right, points; no boxes where none do.
[[nodiscard]] std::vector<Box> stacks_abreast(const std::vector<Stroke>& rules, double advance);

}  // namespace prongsai::tables
