#include "extractors/tables/text_columns.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "extractors/tables/column_sides.hpp"
#include "extractors/tables/gutters.hpp"
#include "extractors/tables/lines.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

constexpr double kLeastWhite = 1.2;     // advances between two columns
constexpr double kColumnStart = 0.6;    // advances between the starts of a column's lines
constexpr double kAlike = 0.75;         // the narrower column's width by the wider one's
constexpr double kRuledShare = 0.8;     // of the stretch's height: a line drawn between the columns
constexpr std::size_t kLeastLines = 4;  // in each column
constexpr double kColumnLeading = 4.5;  // advances between two lines of a column
constexpr double kColumnGap = 1.4;      // of the usual pitch: white between rows

struct RowLine {
  const ClusterRow* row = nullptr;
  std::vector<Interval> segments;
};

// Lines begin … end-1 with the white from … to between two columns.
struct Split {
  std::size_t begin = 0;
  std::size_t end = 0;
  Interval white;
};

// How wide the columns of such text are, by its clusters: the same text comes up again inside each wider column.
using ColumnWidths = std::map<ClusterIds, double>;

class Splitter {
 public:
  // `widths`: those already measured on this page.
  Splitter(const PageClusters& text, const ClusterIds& ids, ColumnWidths& widths)
      : text_(text), rows_(cluster_rows(text, ids)), widths_(widths) {
    for (const ClusterRow& row : rows_) lines_.push_back({&row, segments_of(text, row, kLeastWhite)});
  }

  // The longest stretch that parts into two columns.
  [[nodiscard]] std::optional<Split> find() const {
    std::optional<Split> best;
    for (const double start : common_starts()) {
      for (const Split& split : stretches(start)) {
        if (best && split.end - split.begin <= best->end - best->begin) continue;
        if (parts(split)) best = split;
      }
    }
    return best;
  }

  [[nodiscard]] ColumnStretch cut(const Split& split) const {
    ColumnStretch out;
    const auto between = [&](std::size_t above) {
      return (lines_[above].row->baseline + lines_[above + 1].row->baseline) / 2;
    };
    out.top = split.begin == 0 ? 0 : between(split.begin - 1);
    out.bottom = split.end == lines_.size() ? text_.page->height : between(split.end - 1);
    const double middle = (split.white.from + split.white.to) / 2;
    for (const bool left : {true, false}) {
      ColumnOfIds column;
      column.area = extent(side(split, left));
      for (std::size_t i = split.begin; i < split.end; ++i) {
        for (const ClusterIds* ids : {&lines_[i].row->letters, &lines_[i].row->marks}) {
          std::copy_if(ids->begin(), ids->end(), std::back_inserter(column.ids), [&](std::size_t id) {
            return (text_.clusters[id].x0 + text_.clusters[id].x1 < 2 * middle) == left;
          });
        }
      }
      std::sort(column.ids.begin(), column.ids.end());
      out.columns.push_back(std::move(column));
    }
    return out;
  }

 private:
  // The x at which lines, or what follows a white in them, begin again and again.
  [[nodiscard]] std::vector<double> common_starts() const {
    std::vector<double> starts;
    for (const RowLine& line : lines_) {
      for (const Interval& s : line.segments) starts.push_back(s.from);
    }
    std::sort(starts.begin(), starts.end());
    std::vector<double> common;
    for (std::size_t i = 0; i + kLeastLines <= starts.size(); ++i) {
      const bool close = starts[i + kLeastLines - 1] - starts[i] <= kColumnStart * text_.advance;
      if (close && (common.empty() || starts[i] - common.back() > text_.advance)) common.push_back(starts[i]);
    }
    return common;
  }

  [[nodiscard]] bool crosses(const RowLine& line, const Interval& white) const {
    return std::ranges::any_of(line.segments,
                               [&](const Interval& s) { return s.from < white.to && s.to > white.from; });
  }

  // Runs of lines that leave the white before `start` free.
  [[nodiscard]] std::vector<Split> stretches(double start) const {
    const Interval white{start - kLeastWhite * text_.advance, start - 0.1 * text_.advance};
    std::vector<Split> found;
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      while (end < lines_.size() && !crosses(lines_[end], white) && (end == begin || follows(end))) ++end;
      if (end > begin) found.push_back(trimmed({begin, end, white}));
      begin = std::max(end, begin + 1);
    }
    return found;
  }
  [[nodiscard]] bool follows(std::size_t line) const {
    return lines_[line].row->baseline - lines_[line - 1].row->baseline < kColumnLeading * text_.advance;
  }

  [[nodiscard]] bool has(std::size_t line, const Interval& white, bool left) const {
    return std::ranges::any_of(lines_[line].segments,
                               [&](const Interval& s) { return left ? s.to <= white.from : s.from >= white.to; });
  }

  // Lines above the right column's head stand over both columns; so do those below its foot that white sets apart.
  [[nodiscard]] Split trimmed(Split split) const {
    const double pitch = kColumnGap * usual_pitch(side(split, true), side(split, false));
    while (split.begin < split.end && !has(split.begin, split.white, false)) {
      const bool beside = split.begin + 1 < split.end && has(split.begin + 1, split.white, false) &&
                          lines_[split.begin + 1].row->baseline - lines_[split.begin].row->baseline < pitch / 2;
      if (beside) break;
      ++split.begin;
    }
    std::size_t end = split.begin;
    std::size_t last_right = split.begin;
    for (; end < split.end; ++end) {
      const bool right = has(end, split.white, false);
      const bool apart = end > split.begin && lines_[end].row->baseline - lines_[end - 1].row->baseline > pitch &&
                         end > last_right + 1;
      if (apart && !right) break;
      if (right) last_right = end;
    }
    split.end = end;
    return split;
  }

  [[nodiscard]] Side side(const Split& split, bool left) const {
    Side out;
    for (std::size_t i = split.begin; i < split.end; ++i) {
      std::optional<SideLine> line;
      for (const std::size_t id : lines_[i].row->letters) {
        const Cluster& c = text_.clusters[id];
        if (c.blank || (left ? c.x1 > split.white.to : c.x0 < split.white.from)) continue;
        if (!line) line = {lines_[i].row->baseline, {c.x0, c.x1}, text::is_digit(text_.glyphs[c.first].code)};
        line->span.to = std::max(line->span.to, c.x1);
      }
      if (line) out.push_back(*line);
    }
    return out;
  }

  // Both sides are prose of about one width without rows through both, or a line is drawn between them.
  [[nodiscard]] bool parts(const Split& split) const {
    const auto left = side(split, true);
    const auto right = side(split, false);
    if (left.size() < kLeastLines || right.size() < kLeastLines) return false;
    if (is_ruled(split)) return true;
    const double wide_gap = kColumnGap * usual_pitch(left, right);
    if (!is_prose(left, text_.advance) || !is_prose(right, text_.advance) ||
        have_rows(left, right, wide_gap, text_.advance)) {
      return false;
    }
    const auto [narrow, wide] = std::minmax({column_width(split, true), column_width(split, false)});
    return narrow >= kAlike * wide;
  }

  // Of one side, or of the columns that it parts into.
  [[nodiscard]] double column_width(const Split& split, bool left) const {
    const ColumnOfIds column = cut(split).columns[left ? 0 : 1];
    if (const auto known = widths_.find(column.ids); known != widths_.end()) return known->second;
    const Splitter inner(text_, column.ids, widths_);
    const auto parted = inner.find();
    const TextArea first = parted ? inner.cut(*parted).columns.front().area : column.area;
    return widths_[column.ids] = first.right - first.left;
  }

  [[nodiscard]] bool is_ruled(const Split& split) const {
    const double top = lines_[split.begin].row->baseline;
    const double bottom = lines_[split.end - 1].row->baseline;
    const double left_end = extent(side(split, true)).right;
    return std::ranges::any_of(text_.page->rulings, [&](const Ruling& ruling) {
      const double common = std::min(ruling.box.y1, bottom) - std::max(ruling.box.y0, top);
      const double x = ruling.box.centre().x;
      return !ruling.horizontal && x > left_end && x < split.white.to && common >= kRuledShare * (bottom - top);
    });
  }

  const PageClusters& text_;
  std::vector<ClusterRow> rows_;
  std::vector<RowLine> lines_;
  ColumnWidths& widths_;
};

// A column that parts again is replaced by its own columns where they are as long as it is.
void part_again(const PageClusters& text, ColumnStretch& stretch, ColumnWidths& widths) {
  std::vector<ColumnOfIds> columns;
  for (ColumnOfIds& column : stretch.columns) {
    const Splitter splitter(text, column.ids, widths);
    const auto split = splitter.find();
    ColumnStretch inner = split ? splitter.cut(*split) : ColumnStretch{};
    std::size_t taken = 0;
    for (const ColumnOfIds& part : inner.columns) taken += part.ids.size();
    if (!split || taken < column.ids.size()) {
      columns.push_back(std::move(column));
      continue;
    }
    part_again(text, inner, widths);
    std::ranges::move(inner.columns, std::back_inserter(columns));
  }
  stretch.columns = std::move(columns);
}

}  // namespace

std::vector<ColumnStretch> take_columns(const PageClusters& text, ClusterIds& prose) {
  std::vector<ColumnStretch> stretches;
  ColumnWidths widths;
  while (true) {
    const Splitter splitter(text, prose, widths);
    const auto split = splitter.find();
    if (!split) break;
    stretches.push_back(splitter.cut(*split));
    std::set<std::size_t> taken;
    for (const ColumnOfIds& column : stretches.back().columns) taken.insert(column.ids.begin(), column.ids.end());
    std::erase_if(prose, [&](std::size_t id) { return taken.contains(id); });
    part_again(text, stretches.back(), widths);
  }
  std::ranges::sort(stretches, {}, &ColumnStretch::top);
  return stretches;
}

}  // namespace prongsai::tables
