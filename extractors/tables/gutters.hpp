// White gutters that run down between columns which no ruling parts.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "extractors/tables/lines.hpp"

namespace prongsai::tables {

// A white or filled stretch of a line. Points.
struct Interval {
  double from = 0;
  double to = 0;

  [[nodiscard]] double width() const { return to - from; }
};

// A white stretch between two columns.
struct Gutter : Interval {
  bool firm = true;  // the titles stand so far apart there that it parts two cells; else it may be a blank
};

// Gaps between the filled stretches of a line, in advances: so wide that two cells must stand there, twice a blank, or
// just wider than a blank, which narrow cells of figures leave.
inline constexpr double kCellGap = 1.5;
inline constexpr double kLeastGutter = 0.8;

// The filled stretches of a line: words with less than `gap` advances between them stay together.
[[nodiscard]] std::vector<Interval> segments_of(const PageClusters& text, const ClusterRow& row, double gap);

[[nodiscard]] std::vector<Gutter> gaps_between(const std::vector<Interval>& segments, double advance);

// The gutters narrowed to what a further line leaves white. Nothing when it closes a firm one; another one was a blank
// after all, and goes. `least`: advances of white below which one is closed.
[[nodiscard]] std::optional<std::vector<Gutter>> narrowed(const std::vector<Gutter>& gutters,
                                                          const std::vector<Interval>& segments, double advance,
                                                          double least = kLeastGutter);

// How many of the first gutters a line closes, if it is a row whose label reaches over the first columns ("รวม",
// ค่าเฉลี่ย) and whose figures keep to all gutters behind it; 0 for other lines.
[[nodiscard]] std::size_t closed_by_label(const std::vector<Gutter>& gutters, const std::vector<Interval>& segments,
                                          double advance, double least = kLeastGutter);

// Which column an x lies in, from 0.
[[nodiscard]] std::size_t column_of(const std::vector<Gutter>& gutters, double x);

[[nodiscard]] std::set<std::size_t> filled_columns(const std::vector<Gutter>& gutters,
                                                   const std::vector<Interval>& segments);

}  // namespace prongsai::tables
