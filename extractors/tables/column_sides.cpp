#include "extractors/tables/column_sides.hpp"

#include <algorithm>
#include <cmath>

#include "extractors/tables/clusters.hpp"
#include "models/median.hpp"

namespace prongsai::tables {
namespace {

constexpr double kLeastWords = 14;       // advances: words enough to break lines at
constexpr double kFullLine = 0.8;        // of the column's width: a line that was broken
constexpr double kLeastFullShare = 0.4;  // of a column's lines
constexpr double kMostCounted = 0.5;     // of a column's lines: above, they are a list
constexpr double kSameBaseline = 0.6;    // advances
constexpr double kRowGaps = 0.5;         // of a column's wide whites: above, they run through both columns as rows do

// The lines that begin below a wide white.
std::vector<double> after_white(const Side& lines, double wide) {
  std::vector<double> baselines;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].baseline - lines[i - 1].baseline > wide) baselines.push_back(lines[i].baseline);
  }
  return baselines;
}

}  // namespace

TextArea extent(const Side& lines) {
  TextArea area{1e9, 0};
  for (const SideLine& line : lines) {
    area.left = std::min(area.left, line.span.from);
    area.right = std::max(area.right, line.span.to);
  }
  return area;
}

double usual_pitch(const Side& left, const Side& right) {
  std::vector<double> gaps;
  for (const Side* lines : {&left, &right}) {
    for (std::size_t i = 1; i < lines->size(); ++i) gaps.push_back((*lines)[i].baseline - (*lines)[i - 1].baseline);
  }
  return median(std::move(gaps));
}

bool is_prose(const Side& lines, double advance) {
  const TextArea area = extent(lines);
  const double width = area.right - area.left;
  const auto full =
      std::ranges::count_if(lines, [&](const SideLine& l) { return l.span.width() >= kFullLine * width; });
  const auto counted = std::ranges::count_if(lines, &SideLine::counted);
  const auto count = static_cast<double>(lines.size());
  return width >= kLeastWords * advance && static_cast<double>(full) >= kLeastFullShare * count &&
         static_cast<double>(counted) < kMostCounted * count;
}

bool have_rows(const Side& left, const Side& right, double wide, double advance) {
  const auto left_starts = after_white(left, wide);
  const auto right_starts = after_white(right, wide);
  const auto common = std::ranges::count_if(left_starts, [&](double baseline) {
    return std::ranges::any_of(right_starts,
                               [&](double other) { return std::abs(other - baseline) < kSameBaseline * advance; });
  });
  const auto fewer = static_cast<double>(std::min(left_starts.size(), right_starts.size()));
  return common > 1 && static_cast<double>(common) > kRowGaps * fewer;
}

}  // namespace prongsai::tables
