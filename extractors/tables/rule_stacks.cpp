#include "extractors/tables/rule_stacks.hpp"

#include <algorithm>
#include <cmath>

namespace prongsai::tables {
namespace {

constexpr double kSameReach = 0.8;       // advances between the ends of rulings of one table
constexpr double kRuleNear = 3.5;        // advances between the first ruling and the baseline under it
constexpr std::size_t kMostTitles = 4;   // lines of titles
constexpr std::size_t kLeastBody = 2;    // lines below the titles that fill all columns
constexpr double kWhiteOverTitle = 2.6;  // advances between a table's foot and a title of the next one

class Stack {
 public:
  Stack(const std::vector<RuledLine>& lines, std::size_t first, const std::vector<Stroke>& rules)
      : lines_(lines), first_(first) {
    const auto top = ruling_over(rules);
    if (!top) return;
    const double same = kSameReach * lines[first].advance;
    for (const Stroke& s : rules) {
      if (s.at >= top->at && std::abs(s.from - top->from) <= same && std::abs(s.to - top->to) <= same)
        levels_.push_back(s.at);
    }
    from_ = top->from - same;
    to_ = top->to + same;
    std::ranges::sort(levels_);
  }

  [[nodiscard]] std::optional<TableRegion> table() const {
    constexpr std::size_t kLeastLevels = 3;
    if (levels_.size() < kLeastLevels) return std::nullopt;
    auto region = titles();
    if (!region) return std::nullopt;
    std::size_t closed = 1;  // the level that the table has reached
    while (closed + 1 < levels_.size() && take_level(*region, closed)) ++closed;
    return closed >= 2 && full_lines(*region) >= kLeastBody ? region : std::nullopt;
  }

 private:
  // The nearest ruling over the first line with no other line between.
  [[nodiscard]] std::optional<Stroke> ruling_over(const std::vector<Stroke>& rules) const {
    const RuledLine& line = lines_[first_];
    const double above = first_ == 0 ? -1e9 : lines_[first_ - 1].baseline;
    std::optional<Stroke> nearest;
    for (const Stroke& s : rules) {
      const bool near = s.at < line.baseline && s.at > line.baseline - kRuleNear * line.advance && s.at > above;
      const bool covers = s.from <= line.segments.front().from && s.to >= line.segments.back().to;
      if (near && covers && (!nearest || s.at > nearest->at)) nearest = s;
    }
    return nearest;
  }
  // The first line at or below a level.
  [[nodiscard]] std::size_t line_below(double level) const {
    const auto below = std::find_if(lines_.begin() + static_cast<std::ptrdiff_t>(first_), lines_.end(),
                                    [&](const RuledLine& line) { return line.baseline > level; });
    return static_cast<std::size_t>(below - lines_.begin());
  }
  [[nodiscard]] bool within(const RuledLine& line) const {
    return line.segments.front().from >= from_ && line.segments.back().to <= to_;
  }

  // The lines between the first two rulings, taken together: the white that all of them leave parts the columns.
  [[nodiscard]] std::optional<TableRegion> titles() const {
    const std::size_t end = line_below(levels_[1]);
    if (end == first_ || end - first_ > kMostTitles) return std::nullopt;
    std::vector<Interval> print;
    for (std::size_t i = first_; i < end; ++i) {
      if (!within(lines_[i])) return std::nullopt;
      print.insert(print.end(), lines_[i].segments.begin(), lines_[i].segments.end());
    }
    std::ranges::sort(print, {}, &Interval::from);
    std::vector<Interval> joined;
    for (const Interval& s : print) {
      if (!joined.empty() && s.from - joined.back().to < kLeastGutter * lines_[first_].advance)
        joined.back().to = std::max(joined.back().to, s.to);
      else
        joined.push_back(s);
    }
    if (joined.size() < 2) return std::nullopt;
    return TableRegion{first_, end, gaps_between(joined, lines_[first_].advance), {}};
  }

  // The lines between a ruling and the next one, if all of them keep to the columns.
  [[nodiscard]] bool take_level(TableRegion& region, std::size_t level) const {
    const std::size_t end = line_below(levels_[level + 1]);
    if (end == region.end) return false;
    TableRegion taken = region;
    bool only_first = true;
    for (std::size_t i = region.end; i < end; ++i) {
      if (!take_line(taken, i)) return false;
      only_first = only_first && filled_columns(taken.gutters, lines_[i].segments).size() < 2;
    }
    const bool apart = lines_[region.end].baseline - levels_[level] > kWhiteOverTitle * lines_[region.end].advance;
    if (only_first && apart) return false;  // a title of the table below
    region = std::move(taken);
    region.end = end;
    return true;
  }
  [[nodiscard]] bool take_line(TableRegion& region, std::size_t i) const {
    const RuledLine& line = lines_[i];
    const double advance = lines_[first_].advance;
    if (!within(line)) return false;
    const std::size_t closed = closed_by_label(region.gutters, line.segments, advance);
    if (closed > 0) {
      region.labels[i] = region.gutters[closed].from;
      return true;
    }
    const auto gutters = narrowed(region.gutters, line.segments, advance);
    if (!gutters) return false;
    region.gutters = *gutters;
    return true;
  }
  [[nodiscard]] std::size_t full_lines(const TableRegion& region) const {
    std::size_t full = 0;
    for (std::size_t i = line_below(levels_[1]); i < region.end; ++i)
      full += filled_columns(region.gutters, lines_[i].segments).size() > region.gutters.size() ? 1 : 0;
    return full;
  }

  const std::vector<RuledLine>& lines_;
  std::size_t first_;
  std::vector<double> levels_;  // y of the rulings of one reach, downwards
  double from_ = 0;
  double to_ = 0;
};

}  // namespace

std::optional<TableRegion> stacked_table(const std::vector<RuledLine>& lines, std::size_t first,
                                         const std::vector<Stroke>& rules) {
  return Stack(lines, first, rules).table();
}

}  // namespace prongsai::tables
