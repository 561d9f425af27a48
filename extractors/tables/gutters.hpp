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
};

// The filled stretches of a line: words with no more than a wide blank between them stay together.
[[nodiscard]] std::vector<Interval> segments_of(const PageText& text, const ClusterRow& row);

[[nodiscard]] std::vector<Interval> gaps_between(const std::vector<Interval>& segments);

// The gutters narrowed to what a further line leaves white; nothing when it closes one of them.
[[nodiscard]] std::optional<std::vector<Interval>> narrowed(std::vector<Interval> gutters,
                                                            const std::vector<Interval>& segments, double advance);

// Which column an x lies in, from 0.
[[nodiscard]] std::size_t column_of(const std::vector<Interval>& gutters, double x);

[[nodiscard]] std::set<std::size_t> filled_columns(const std::vector<Interval>& gutters,
                                                   const std::vector<Interval>& segments);

}  // namespace prongsai::tables
