#include "extractors/tables/borderless.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "extractors/tables/framed_rules.hpp"
#include "extractors/tables/gutters.hpp"
#include "extractors/tables/lines.hpp"
#include "extractors/tables/rule_stacks.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

constexpr double kMostLeading = 4.5;  // advances between two lines of one table
constexpr std::size_t kLeastColumns = 3;
constexpr std::size_t kLeastRuledColumns = 2;  // where horizontal rulings enclose the titles

constexpr double kRuleShare = 0.7;  // of the table's width that a ruling crosses
constexpr int kRulesOfAllRows = 3;  // rulings inside a table that shall part all its rows
constexpr int kLeastBodyLines = 2;  // below the titles, with text in all columns but one

class Finder {
 public:
  Finder(const PageClusters& text, const std::vector<ClusterRow>& rows, const std::vector<Stroke>& rules)
      : text_(text), rows_(rows), rules_(rules) {
    for (const ClusterRow& row : rows) {
      cells_.push_back(segments_of(text, row, kCellGap));
      segments_.push_back(segments_of(text, row, kLeastGutter));
      lines_.push_back(ruled_line(row));
    }
  }

  // The table that begins with the line `first` as its titles.
  [[nodiscard]] std::optional<TableRegion> from(std::size_t first) const {
    if (auto stacked = stacked_table(lines_, first, rules_)) return stacked;
    const std::size_t least = between_rules(first) ? kLeastRuledColumns : kLeastColumns;
    if (cells_[first].size() < least) return std::nullopt;
    TableRegion region{first, first + 1, gaps_between(segments_[first], rows_[first].advance), false, {}};
    while (region.end < rows_.size() && follows(region.end) && !prints_titles_again(region) && take_line(region))
      ++region.end;
    drop_tail(region);
    if (!is_table(region)) return std::nullopt;
    take_upper_titles(region);
    return region;
  }

  // The table that goes on from the page before with its columns, from the page's first lines on; a running
  // head may stand before them.
  [[nodiscard]] std::optional<TableRegion> continued(const ColumnPlaces& columns) const {
    constexpr std::size_t kMostHeadLines = 2;
    for (std::size_t first = 0; first <= kMostHeadLines && first < rows_.size(); ++first) {
      TableRegion region{first, first, gutters_before(columns, rows_[first].advance), false, {}};
      while (region.end < rows_.size() && (region.end == first || follows(region.end)) &&
             lies_within(columns.edges, region.end)) {
        const auto gutters = narrowed(region.gutters, segments_[region.end], rows_[first].advance);
        if (!gutters) break;
        region.gutters = *gutters;
        ++region.end;
      }
      if (region.end == first) continue;
      drop_tail(region);
      if (keeps_columns(region)) return region;
    }
    return std::nullopt;
  }

 private:
  static std::vector<Gutter> gutters_before(const ColumnPlaces& columns, double advance) {
    constexpr double kWidth = 2.5;  // advances
    std::vector<Gutter> gutters;
    for (std::size_t i = 1; i < columns.starts.size(); ++i)
      gutters.push_back({{columns.starts[i] - kWidth * advance, columns.starts[i]}, true});
    return gutters;
  }

  [[nodiscard]] bool lies_within(const std::vector<double>& edges, std::size_t line) const {
    const double slack = 2 * rows_[line].advance;
    return segments_[line].front().from > edges.front() - slack && segments_[line].back().to < edges.back() + slack;
  }

  // At least two lines fill all columns but one, and no less than half of all fill two.
  [[nodiscard]] bool keeps_columns(const TableRegion& region) const {
    int full = 0;
    std::size_t apart = 0;
    for (std::size_t i = region.begin; i < region.end; ++i) {
      const std::size_t filled = filled_columns(region.gutters, segments_[i]).size();
      full += filled >= region.gutters.size() ? 1 : 0;
      apart += filled >= 2 ? 1U : 0U;
    }
    return full >= kLeastBodyLines && 2 * apart >= region.end - region.begin;
  }

  [[nodiscard]] RuledLine ruled_line(const ClusterRow& row) const {
    constexpr double kBlank = 0.3;  // advances
    RuledLine line{row.baseline, row.advance, segments_of(text_, row, kBlank), {}};
    line.figures.assign(line.segments.size(), true);
    for (const std::size_t id : row.letters) {
      const Cluster& c = text_.clusters[id];
      const char32_t code = text_.glyphs[c.first].code;
      if (c.blank || text::is_digit(code) || code == U'.' || code == U',' || code == U'*' || code == U'-') continue;
      for (std::size_t s = 0; s < line.segments.size(); ++s) {
        const double x = (c.x0 + c.x1) / 2;
        if (x >= line.segments[s].from && x <= line.segments[s].to) line.figures[s] = false;
      }
    }
    return line;
  }

  // The line behind the region, if it keeps to the gutters.
  [[nodiscard]] bool take_line(TableRegion& region) const {
    const std::size_t line = region.end;
    const double advance = rows_[region.begin].advance;
    const std::size_t closed = closed_by_label(region.gutters, segments_[line], advance);
    if (closed > 0 && line > region.begin + 1) {
      region.labels[line] = region.gutters[closed].from;
      return true;
    }
    const auto gutters = narrowed(region.gutters, segments_[line], advance);
    if (!gutters || starts_left_of(region, line)) return false;
    region.gutters = *gutters;
    return true;
  }

  [[nodiscard]] bool prints_titles_again(const TableRegion& region) const {
    return region.end > region.begin + 1 && prints_the_same(lines_[region.begin], lines_[region.end]);
  }

  [[nodiscard]] bool between_rules(std::size_t line) const {
    const double y = rows_[line].baseline;
    const double reach = kRuleNear * rows_[line].advance;
    const auto crosses = [&](double from, double to) {
      return std::any_of(rules_.begin(), rules_.end(), [&](const Stroke& s) {
        return s.at > from && s.at < to && s.from <= segments_[line].front().from && s.to >= segments_[line].back().to;
      });
    };
    return crosses(y - reach, y) && crosses(y, y + reach);
  }
  [[nodiscard]] bool follows(std::size_t line) const {
    return rows_[line].baseline - rows_[line - 1].baseline < kMostLeading * rows_[line].advance;
  }
  [[nodiscard]] bool starts_left_of(const TableRegion& region, std::size_t line) const {
    return segments_[line].front().from < segments_[region.begin].front().from - 2 * rows_[line].advance &&
           cells_[line].size() == 1;
  }
  // Lines at the end that fill only the first column are prose that happens to be short.
  void drop_tail(TableRegion& region) const {
    while (region.end > region.begin + 1 && filled_columns(region.gutters, segments_[region.end - 1]).size() == 1 &&
           segments_[region.end - 1].front().from < region.gutters.front().from) {
      --region.end;
    }
  }
  [[nodiscard]] bool is_table(const TableRegion& region) const {
    int full = 0;
    for (std::size_t i = region.begin + 1; i < region.end; ++i) {
      full += filled_columns(region.gutters, segments_[i]).size() >= region.gutters.size() ? 1 : 0;
    }
    return full >= kLeastBodyLines && (set_apart(region) || counts(region) || between_rules(region.begin));
  }
  // Titles are set in another print than the lines below, …
  [[nodiscard]] bool set_apart(const TableRegion& region) const {
    std::size_t alike = 0;
    for (std::size_t i = region.begin + 1; i < region.end; ++i)
      alike += print_of(i) == print_of(region.begin) ? 1U : 0U;
    return alike * 4 <= region.end - region.begin - 1;
  }
  // … or the first column counts below a title that is no number itself. Lists of names and years do neither.
  [[nodiscard]] bool counts(const TableRegion& region) const {
    int numbers = 0;
    for (std::size_t i = region.begin + 1; i < region.end; ++i) numbers += begins_with_digit(i) ? 1 : 0;
    return numbers >= kLeastBodyLines && !begins_with_digit(region.begin);
  }
  [[nodiscard]] std::pair<std::string, double> print_of(std::size_t line) const {
    const Word& word = text_.word_of(text_.clusters[rows_[line].letters.front()]);
    return {word.font, word.font_size};
  }
  [[nodiscard]] bool begins_with_digit(std::size_t line) const {
    return text::is_digit(text_.glyphs[text_.clusters[rows_[line].letters.front()].first].code);
  }
  // Titles of several lines: those above the line that fills all columns, while they keep to the gutters.
  void take_upper_titles(TableRegion& region) const {
    while (region.begin > 0 && cells_[region.begin - 1].size() >= 2 && follows(region.begin)) {
      const auto gutters = narrowed(region.gutters, segments_[region.begin - 1], rows_[region.begin].advance);
      if (!gutters) return;
      region.gutters = *gutters;
      --region.begin;
    }
  }

  const PageClusters& text_;
  const std::vector<ClusterRow>& rows_;
  const std::vector<Stroke>& rules_;
  std::vector<std::vector<Interval>> cells_;     // stretches that must be cells of their own
  std::vector<std::vector<Interval>> segments_;  // … and that may be
  std::vector<RuledLine> lines_;
};

// The y of horizontal rulings that cross a stretch of the page.
std::vector<double> rules_across(const std::vector<Stroke>& rules, const Box& box) {
  std::vector<double> across;
  for (const Stroke& s : rules) {
    const double common = std::min(s.to, box.x1) - std::max(s.from, box.x0);
    if (s.at > box.y0 && s.at < box.y1 && common >= kRuleShare * box.width()) across.push_back(s.at);
  }
  std::sort(across.begin(), across.end());
  return across;
}

void set_columns(const PageClusters& text, const std::vector<ClusterRow>& rows, const TableRegion& region, Grid& grid) {
  double left = 1e9;
  double right = 0;
  for (std::size_t i = region.begin; i < region.end; ++i) {
    for (const std::size_t id : rows[i].letters) {
      left = std::min(left, text.clusters[id].x0);
      right = std::max(right, text.clusters[id].x1);
    }
  }
  const double margin = rows[region.begin].advance / 2;
  grid.col_edges.push_back(left - margin);
  for (const Gutter& gutter : region.gutters) grid.col_edges.push_back((gutter.from + gutter.to) / 2);
  grid.col_edges.push_back(right + margin);
  grid.cols = static_cast<int>(grid.col_edges.size()) - 1;
}

void set_rows(const std::vector<ClusterRow>& rows, const TableRegion& region, const std::vector<Stroke>& rules,
              Grid& grid) {
  const double advance = rows[region.begin].advance;
  const double top = rows[region.begin].baseline - 2 * advance;
  const double bottom = rows[region.end - 1].baseline + advance;
  const auto inside = rules_across(rules, {grid.col_edges.front(), rows[region.begin].baseline, grid.col_edges.back(),
                                           rows[region.end - 1].baseline});
  grid.row_edges.push_back(top);
  grid.row_edges.insert(grid.row_edges.end(), inside.begin(), inside.end());
  grid.row_edges.push_back(bottom);
  grid.rows = static_cast<int>(grid.row_edges.size()) - 1;
  grid.ruled = region.ruled || static_cast<int>(inside.size()) >= kRulesOfAllRows;
  grid.box = {grid.col_edges.front(), top, grid.col_edges.back(), bottom};
}

BorderlessTable to_table(const PageClusters& text, const std::vector<ClusterRow>& rows, const TableRegion& region,
                         const std::vector<Stroke>& rules, const std::vector<double>& edges = {}) {
  BorderlessTable out;
  Grid& grid = out.grid;
  set_columns(text, rows, region, grid);
  if (!edges.empty()) grid.col_edges = edges;
  set_rows(rows, region, rules, grid);
  const auto cols = static_cast<std::size_t>(grid.cols);
  for (std::size_t r = 0; r + 1 < grid.row_edges.size(); ++r) {
    for (std::size_t c = 0; c < cols; ++c) {
      grid.cells.push_back({static_cast<int>(r),
                            static_cast<int>(c),
                            1,
                            1,
                            {grid.col_edges[c], grid.row_edges[r], grid.col_edges[c + 1], grid.row_edges[r + 1]},
                            {}});
    }
  }
  out.cells.resize(grid.cells.size());
  for (std::size_t i = region.begin; i < region.end; ++i) {
    const auto below = std::upper_bound(grid.row_edges.begin() + 1, grid.row_edges.end() - 1, rows[i].baseline);
    const auto row = static_cast<std::size_t>(below - grid.row_edges.begin()) - 1;
    const auto label = region.labels.find(i);
    const auto put = [&](std::size_t id) {
      const Cluster& c = text.clusters[id];
      const double x = (c.x0 + c.x1) / 2;
      const bool of_label = label != region.labels.end() && x < label->second;
      out.cells[row * cols + (of_label ? 0 : column_of(region.gutters, x))].push_back(id);
    };
    std::for_each(rows[i].letters.begin(), rows[i].letters.end(), put);
    std::for_each(rows[i].marks.begin(), rows[i].marks.end(), put);
  }
  for (ClusterIds& cell : out.cells) std::sort(cell.begin(), cell.end());  // words together again, as they were read
  return out;
}

// The tables among some of the page's clusters; the clusters that they take are gone from `prose`.
void take(const PageClusters& text, const std::vector<Stroke>& rules, const ClusterIds& among, ClusterIds& prose,
          std::vector<BorderlessTable>& tables, const std::optional<ColumnPlaces>& carried = std::nullopt) {
  const auto rows = cluster_rows(text, among);
  const Finder finder(text, rows, rules);
  std::set<std::size_t> taken;
  const auto keep = [&](BorderlessTable table) {
    for (const ClusterIds& cell : table.cells) taken.insert(cell.begin(), cell.end());
    tables.push_back(std::move(table));
  };
  std::size_t i = 0;
  const auto going_on = carried ? finder.continued(*carried) : std::nullopt;
  if (going_on) {
    keep(to_table(text, rows, *going_on, rules, carried->edges));
    i = going_on->end;
  }
  for (; i < rows.size(); ++i) {
    const auto region = finder.from(i);
    if (!region) continue;
    keep(to_table(text, rows, *region, rules));
    i = region->end - 1;
  }
  std::erase_if(prose, [&](std::size_t id) { return taken.contains(id); });
}

}  // namespace

std::vector<BorderlessTable> take_borderless(const PageClusters& text, ClusterIds& prose,
                                             const std::optional<ColumnPlaces>& carried) {
  const auto rules = framed_rules(text.page->rulings);
  std::vector<BorderlessTable> tables;
  for (const Box& stretch : stacks_abreast(rules, text.advance)) {
    const auto within = [&](std::size_t id) {
      const Cluster& c = text.clusters[id];
      const double x = (c.x0 + c.x1) / 2, y = text.baseline(c.word);
      return x > stretch.x0 && x < stretch.x1 && y > stretch.y0 && y < stretch.y1;
    };
    ClusterIds own;
    std::ranges::copy_if(prose, std::back_inserter(own), within);
    take(text, rules, own, prose, tables);
  }
  take(text, rules, prose, prose, tables, carried);
  return tables;
}

}  // namespace prongsai::tables
