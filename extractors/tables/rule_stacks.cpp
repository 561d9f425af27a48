#include "extractors/tables/rule_stacks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace prongsai::tables {
namespace {

constexpr double kSameReach = 0.8;  // advances between the ends of rulings of one table

constexpr std::size_t kMostTitles = 4;  // lines of titles
constexpr std::size_t kLeastBody = 2;   // lines below the titles that fill all columns
// Columns of figures may stand a blank apart; what ruled lines leave white all the way down is then no chance.
constexpr double kWhiteOfRules = 0.35;
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
    std::size_t closed = 1;        // the level that the table has reached
    TableRegion before = *region;  // without the last stretch
    while (closed + 1 < levels_.size()) {
      if (closed > 1 && prints_titles_again(*region)) {
        // The next table's titles; a line of the first column alone over them is its name.
        if (fills_first_column(*region, before.end)) *region = before, --closed;
        break;
      }
      TableRegion longer = *region;
      if (!take_level(longer, closed)) break;
      before = std::exchange(*region, std::move(longer));
      ++closed;
    }
    drop_blanks(*region);
    region->ruled = has_a_ruling_a_row(*region);
    return closed >= 2 && !region->gutters.empty() && has_body(*region) ? region : std::nullopt;
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
      if (!joined.empty() && s.from - joined.back().to < kWhiteOfRules * lines_[first_].advance)
        joined.back().to = std::max(joined.back().to, s.to);
      else
        joined.push_back(s);
    }
    if (joined.size() < 2) return std::nullopt;
    return TableRegion{first_, end, gaps_between(joined, lines_[first_].advance), false, {}};
  }

  [[nodiscard]] bool prints_titles_again(const TableRegion& region) const {
    if (region.end >= lines_.size()) return false;
    return prints_the_same(lines_[first_], lines_[region.end]) || prints_the_same_behind_first(lines_[region.end]);
  }
  // "ตัวชี้วัด | ปี 2566 | ปี 2567" over another table than "แบบวัด | ปี 2566 | ปี 2567", be its print smaller.
  [[nodiscard]] bool prints_the_same_behind_first(const RuledLine& line) const {
    constexpr double kSame = 0.5;  // advances
    const RuledLine& titles = lines_[first_];
    if (titles.segments.size() < 3 || line.segments.size() != titles.segments.size()) return false;
    bool words = false;
    for (std::size_t i = 1; i < line.segments.size(); ++i) {
      const double wider = line.segments[i].width() / line.advance - titles.segments[i].width() / titles.advance;
      if (line.figures[i] != titles.figures[i] || std::abs(wider) >= kSame) return false;
      words = words || !line.figures[i];
    }
    return words;
  }
  [[nodiscard]] bool fills_first_column(const TableRegion& region, std::size_t from) const {
    for (std::size_t i = from; i < region.end; ++i) {
      if (lines_[i].segments.back().to > region.gutters.back().from) return false;
    }
    return from < region.end;
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
    const std::size_t closed = closed_by_label(region.gutters, line.segments, advance, kWhiteOfRules);
    if (closed > 0) {
      region.labels[i] = region.gutters[closed].from;
      return true;
    }
    const auto gutters = narrowed(region.gutters, line.segments, advance, kWhiteOfRules);
    if (!gutters) return false;
    region.gutters = *gutters;
    return true;
  }
  // Narrow white is a blank between words unless a column of figures stands on one side of it.
  void drop_blanks(TableRegion& region) const {
    const double enough = kLeastGutter * lines_[first_].advance;
    for (std::size_t i = region.gutters.size(); i-- > 0;) {
      if (region.gutters[i].width() >= enough || holds_figures(region, i) || holds_figures(region, i + 1)) continue;
      region.gutters.erase(region.gutters.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  // Whether a column has one figure a line, in two lines at least, and nothing else below the titles.
  [[nodiscard]] bool holds_figures(const TableRegion& region, std::size_t column) const {
    std::size_t lines = 0;
    for (std::size_t i = line_below(levels_[1]); i < region.end; ++i) {
      int words = 0;
      for (std::size_t s = 0; s < lines_[i].segments.size(); ++s) {
        const Interval& word = lines_[i].segments[s];
        if (region.labels.contains(i) || column_of(region.gutters, (word.from + word.to) / 2) != column) continue;
        if (!lines_[i].figures[s] || ++words > 1) return false;
      }
      lines += words > 0 ? 1 : 0;
    }
    return lines >= kLeastBody;
  }
  // Two stretches at least, none with more than one line of figures in any column of them.
  [[nodiscard]] bool has_a_ruling_a_row(const TableRegion& region) const {
    std::size_t column = 0;
    while (column <= region.gutters.size() && !holds_figures(region, column)) ++column;
    if (column > region.gutters.size()) return false;
    std::map<std::size_t, int> figures;  // by the level over them
    for (std::size_t i = line_below(levels_[1]); i < region.end; ++i) {
      if (!filled_columns(region.gutters, lines_[i].segments).contains(column)) continue;
      const auto level = std::ranges::lower_bound(levels_, lines_[i].baseline) - levels_.begin();
      ++figures[static_cast<std::size_t>(level)];
    }
    return figures.size() > 1 && std::ranges::all_of(figures, [](const auto& level) { return level.second == 1; });
  }

  // Lines below the titles that fill all columns, or stretches between rulings that do so together.
  [[nodiscard]] bool has_body(const TableRegion& region) const {
    std::size_t lines = 0, rows = 0;
    std::set<std::size_t> filled;
    std::size_t level = 1;
    for (std::size_t i = line_below(levels_[1]); i < region.end; ++i) {
      while (level + 1 < levels_.size() && lines_[i].baseline > levels_[level + 1]) {
        rows += filled.size() > region.gutters.size() ? 1 : 0;
        filled.clear();
        ++level;
      }
      const auto columns = filled_columns(region.gutters, lines_[i].segments);
      lines += columns.size() > region.gutters.size() ? 1 : 0;
      filled.insert(columns.begin(), columns.end());
    }
    rows += filled.size() > region.gutters.size() ? 1 : 0;
    return lines >= kLeastBody || rows >= kLeastBody;
  }

  const std::vector<RuledLine>& lines_;
  std::size_t first_;
  std::vector<double> levels_;  // y of the rulings of one reach, downwards
  double from_ = 0;
  double to_ = 0;
};

}  // namespace

bool prints_the_same(const RuledLine& a, const RuledLine& b) {
  const double same = a.advance / 4;
  return a.segments.size() > 1 && std::ranges::equal(a.segments, b.segments, [&](const auto& x, const auto& y) {
           return std::abs(x.width() - y.width()) < same;
         });
}

std::vector<Box> stacks_abreast(const std::vector<Stroke>& rules, double advance) {
  constexpr int kLeastLevels = 3;
  struct Reach {
    Box box;
    int levels = 0;
  };
  std::vector<Reach> reaches;
  for (const Stroke& s : rules) {
    const auto same = std::ranges::find_if(reaches, [&](const Reach& r) {
      return std::abs(r.box.x0 - s.from) <= kSameReach * advance && std::abs(r.box.x1 - s.to) <= kSameReach * advance;
    });
    if (same == reaches.end()) {
      reaches.push_back({{s.from, s.at, s.to, s.at}, 1});
      continue;
    }
    same->box.y0 = std::min(same->box.y0, s.at);
    same->box.y1 = std::max(same->box.y1, s.at);
    ++same->levels;
  }
  std::erase_if(reaches, [](const Reach& r) { return r.levels < kLeastLevels; });
  std::vector<Box> abreast;
  for (const Reach& one : reaches) {
    const bool beside = std::ranges::any_of(reaches, [&](const Reach& other) {
      const bool apart = other.box.x0 > one.box.x1 || other.box.x1 < one.box.x0;
      return apart && at_one_height(one.box, other.box);
    });
    if (beside) abreast.push_back(one.box);
  }
  std::ranges::sort(abreast, {}, &Box::x0);
  return abreast;
}

std::optional<TableRegion> stacked_table(const std::vector<RuledLine>& lines, std::size_t first,
                                         const std::vector<Stroke>& rules) {
  return Stack(lines, first, rules).table();
}

}  // namespace prongsai::tables
