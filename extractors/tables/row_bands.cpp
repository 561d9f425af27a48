#include "extractors/tables/row_bands.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/checked_int.hpp"

namespace prongsai::tables {
namespace {

constexpr double kSamePrintedLine = 0.6;  // advances between baselines of one printed line over all columns
constexpr double kWideGap = 1.25;         // of the usual pitch: white between rows
constexpr double kWideWhite = 1.6;        // of the usual pitch: white between rows that stand within one ruled row

// One printed line over all columns of a row.
struct Band {
  double baseline = 0;                       // its lowest one
  double top = 0;                            // of its highest box
  double advance = 0;                        // of its smallest print
  std::map<std::size_t, const Line*> lines;  // by cell
};

// The cells of one grid row, left to right, when none of them spans.
std::vector<std::size_t> plain_row(const GridContent& content, int row) {
  std::vector<std::size_t> cells;
  for (std::size_t i = 0; i < content.grid.cells.size(); ++i) {
    const GridCell& cell = content.grid.cells[i];
    if (cell.row > row || cell.row + cell.row_span <= row) continue;
    if (cell.row_span > 1 || cell.col_span > 1) return {};
    cells.push_back(i);
  }
  return cells;
}

std::vector<Band> bands_of(const GridContent& content, const std::vector<std::size_t>& cells) {
  std::vector<Band> bands;
  for (const std::size_t cell : cells) {
    for (const Line& line : content.lines[cell]) {
      const auto found = std::find_if(bands.begin(), bands.end(), [&](const Band& b) {
        const double advance = std::min(b.advance, line.advance);
        return std::abs(b.baseline - line.baseline) < kSamePrintedLine * advance && !b.lines.contains(cell);
      });
      if (found == bands.end()) {
        bands.push_back({line.baseline, line.box().y0, line.advance, {{cell, &line}}});
      } else {
        found->lines[cell] = &line;
        found->top = std::min(found->top, line.box().y0);
        found->advance = std::min(found->advance, line.advance);
      }
    }
  }
  std::sort(bands.begin(), bands.end(), [](const Band& a, const Band& b) { return a.baseline < b.baseline; });
  return bands;
}

// The distance of lines inside a row: the least usual one.
double band_pitch(const std::vector<Band>& bands) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < bands.size(); ++i) gaps.push_back(bands[i].baseline - bands[i - 1].baseline);
  if (gaps.empty()) return 0;
  std::sort(gaps.begin(), gaps.end());
  return gaps[gaps.size() / 4];
}

// ๑, ๑. or (๑) alone: a number that counts rows.
bool counts(const Line& line) {
  constexpr std::size_t kMostDigits = 3;
  std::size_t digits = 0;
  for (const char32_t c : text::to_utf32(line.out.text)) {
    if (text::is_digit(c))
      ++digits;
    else if (c != U'.' && c != U'(' && c != U')')
      return false;
  }
  return digits > 0 && digits <= kMostDigits;
}

// Digits with points and commas and nothing else: ๒๘.๑๒, 1,204.
bool is_figure(const Line& line) {
  const std::u32string codes = text::to_utf32(line.out.text);
  return std::ranges::any_of(codes, text::is_digit) &&
         std::ranges::all_of(codes, [](char32_t c) { return text::is_digit(c) || c == U'.' || c == U','; });
}

// A label and figures of its own behind it: the row of totals or means under rows that are counted.
bool is_labelled_row(const Band& band, std::size_t first_cell) {
  constexpr int kFigures = 2;
  const auto figures = std::ranges::count_if(
      band.lines, [&](const auto& line) { return line.first != first_cell && is_figure(*line.second); });
  return figures >= kFigures && figures + 1 == static_cast<int>(band.lines.size());
}

using Starts = std::vector<std::size_t>;  // bands that begin a row; the first band always does

Starts counted_starts(const std::vector<Band>& bands, std::size_t first_cell) {
  Starts starts;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const auto line = bands[i].lines.find(first_cell);
    if (line == bands[i].lines.end()) continue;
    if (counts(*line->second) || (!starts.empty() && is_labelled_row(bands[i], first_cell))) starts.push_back(i);
  }
  return starts;
}

// A figure, or the dash that stands for none.
bool is_amount(const Line& line) {
  const std::u32string codes = text::to_utf32(line.out.text);
  return is_figure(line) || (codes.size() == 1 && (codes[0] == U'-' || codes[0] == U'–'));
}

// The columns behind the first in which nothing but figures stands, in two lines at least.
std::vector<std::size_t> figure_columns(const std::vector<Band>& bands, const std::vector<std::size_t>& cells) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    int figures = 0;
    bool others = false;
    for (const Band& band : bands) {
      const auto line = band.lines.find(cells[i]);
      if (line == band.lines.end()) continue;
      figures += is_figure(*line->second) ? 1 : 0;
      others = others || !is_amount(*line->second);
    }
    if (figures >= 2 && !others) columns.push_back(cells[i]);
  }
  return columns;
}

// Lines that stand a little higher or lower than the figures of their row, as where cells are set at their foot, go
// with the figures that are nearest, if no other line of their column does.
std::vector<Band> with_figures(const std::vector<Band>& bands, const std::vector<std::size_t>& cells) {
  constexpr double kNear = 0.45;  // of the distance between two lines of figures
  const auto columns = figure_columns(bands, cells);
  const auto has_figures = [&](const Band& band) {
    return std::ranges::any_of(columns, [&](std::size_t cell) { return band.lines.contains(cell); });
  };
  std::vector<Band> rows;
  std::ranges::copy_if(bands, std::back_inserter(rows), has_figures);
  if (rows.size() < 2) return bands;
  double pitch = 1e9;
  for (std::size_t i = 1; i < rows.size(); ++i) pitch = std::min(pitch, rows[i].baseline - rows[i - 1].baseline);
  const std::vector<Band> figures = rows;
  std::vector<Band> others;
  for (const Band& band : bands) {
    if (has_figures(band)) continue;
    const auto away = [&](const Band& row) { return std::abs(row.baseline - band.baseline); };
    const auto at = std::ranges::min_element(figures, {}, away) - figures.begin();
    Band& row = rows[static_cast<std::size_t>(at)];
    const bool taken =
        std::ranges::any_of(band.lines, [&](const auto& line) { return row.lines.contains(line.first); });
    if (taken || away(figures[static_cast<std::size_t>(at)]) > kNear * pitch) {
      others.push_back(band);
      continue;
    }
    row.lines.insert(band.lines.begin(), band.lines.end());
    row.top = std::min(row.top, band.top);
    row.baseline = std::max(row.baseline, band.baseline);
  }
  rows.insert(rows.end(), others.begin(), others.end());
  std::ranges::sort(rows, {}, &Band::baseline);
  return rows;
}

// A figure is never broken into two: each line of figures is a row of its own, and lines of text without figures go on
// with the label above. Lines above the first figures are a heading, unless labels go on below their figures as well:
// then figures stand beside the middle of their labels, and nothing tells where a row begins.
Starts figure_starts(const std::vector<Band>& bands, const std::vector<std::size_t>& cells, bool ruled) {
  constexpr std::size_t kLines = 3;  // of a lone column of figures, and between rulings
  const auto columns = figure_columns(bands, cells);
  Starts starts;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const auto figures =
        std::ranges::count_if(columns, [&](std::size_t cell) { return bands[i].lines.contains(cell); });
    if (figures == 0) continue;
    if (static_cast<std::size_t>(figures) < columns.size() || !bands[i].lines.contains(cells.front())) return {};
    starts.push_back(i);
  }
  const std::size_t least = columns.size() >= 2 && !ruled ? 2 : kLines;
  if (columns.empty() || starts.size() < (columns.size() > 2 ? 2 : least)) return {};
  if (starts.front() == 0) return starts;
  const bool dense = starts.back() - starts.front() + 1 == starts.size() && starts.back() + 1 == bands.size();
  return dense ? starts : Starts{};
}

// Labels that count on (1.5, 1.6, 1.7), each with one figure a column at most, beside whichever of its lines.
Starts numbered_starts(const std::vector<Band>& bands, const std::vector<std::size_t>& cells) {
  constexpr std::size_t kLeast = 3;
  const auto columns = figure_columns(bands, cells);
  Starts starts;
  std::vector<int> before;
  for (std::size_t i = 0; i < bands.size() && !columns.empty(); ++i) {
    const auto label = bands[i].lines.find(cells.front());
    const auto number = label == bands[i].lines.end() ? std::nullopt : text::leading_number(label->second->out.text);
    if (!number || number->parts.empty() || number->end >= label->second->out.text.size()) continue;
    std::vector<int> next = before;
    if (!next.empty()) ++next.back();
    if (!before.empty() && number->parts != next) continue;
    before = number->parts;
    starts.push_back(i);
  }
  if (starts.size() < kLeast || starts.front() != 0) return {};
  for (const std::size_t column : columns) {
    for (std::size_t s = 0; s < starts.size(); ++s) {
      const auto end =
          bands.begin() + static_cast<std::ptrdiff_t>(s + 1 < starts.size() ? starts[s + 1] : bands.size());
      const auto figures = std::count_if(bands.begin() + static_cast<std::ptrdiff_t>(starts[s]), end,
                                         [&](const Band& band) { return band.lines.contains(column); });
      if (figures > 1) return {};
    }
  }
  return starts;
}

// Where white is left above a line that fills the first column.
Starts spaced_starts(const std::vector<Band>& bands, std::size_t first_cell) {
  const double pitch = band_pitch(bands);
  Starts starts;
  for (std::size_t i = 1; i < bands.size(); ++i) {
    const bool white = bands[i].baseline - bands[i - 1].baseline > kWideGap * pitch;
    if (white && bands[i].lines.contains(first_cell)) starts.push_back(i);
  }
  return starts;
}

// Where the first column begins after lines without it, and where the print changes (titles over the body).
Starts filled_starts(const std::vector<Band>& bands, std::size_t first_cell) {
  Starts starts;
  for (std::size_t i = 1; i < bands.size(); ++i) {
    if (!bands[i].lines.contains(first_cell)) continue;
    const bool single = bands[i].lines.size() > 1 && bands[i - 1].lines.size() == bands[i].lines.size();
    const auto before = bands[i - 1].lines.find(first_cell);
    if (before == bands[i - 1].lines.end() || single || before->second->style != bands[i].lines.at(first_cell)->style) {
      starts.push_back(i);
    }
  }
  return starts;
}

// Where a wide white runs through the whole row and every column begins anew below it.
Starts full_starts(const std::vector<Band>& bands, std::size_t columns) {
  const double pitch = band_pitch(bands);
  Starts starts;
  for (std::size_t i = 1; i < bands.size(); ++i) {
    const bool white = bands[i].baseline - bands[i - 1].baseline > kWideWhite * pitch;
    if (white && bands[i].lines.size() == columns) starts.push_back(i);
  }
  return starts;
}

Starts rows_of_figures(const std::vector<Band>& bands, const std::vector<std::size_t>& cells, bool ruled) {
  Starts starts = numbered_starts(bands, cells);
  return starts.empty() ? figure_starts(bands, cells, ruled) : starts;
}

// Rulings around a row speak for one row, and plain evidence is needed against them.
Starts starts_in(const std::vector<Band>& bands, const std::vector<std::size_t>& cells, bool ruled) {
  Starts starts = counted_starts(bands, cells.front());
  if (starts.size() >= 2) return starts;
  starts = rows_of_figures(bands, cells, ruled);
  if (!starts.empty()) return starts;
  if (ruled) return full_starts(bands, cells.size());
  starts = spaced_starts(bands, cells.front());
  return starts.empty() ? filled_starts(bands, cells.front()) : starts;
}

// A grid row replaced by several: new edges, cells and lines.
void cut_row(GridContent& content, int row, const std::vector<double>& cuts) {
  const auto extra = static_cast<int>(cuts.size());
  Grid& grid = content.grid;
  grid.row_edges.insert(grid.row_edges.begin() + row + 1, cuts.begin(), cuts.end());
  grid.rows += extra;
  std::vector<GridCell> cells;
  std::vector<std::vector<Line>> lines;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    GridCell cell = grid.cells[i];
    if (cell.row != row) {
      if (cell.row > row) cell.row += extra;
      cells.push_back(cell);
      lines.push_back(std::move(content.lines[i]));
      continue;
    }
    for (int part = 0; part <= extra; ++part) {
      const auto edge = static_cast<std::size_t>(row) + static_cast<std::size_t>(part);
      GridCell piece = cell;
      piece.row = row + part;
      piece.box.y0 = grid.row_edges[edge];
      piece.box.y1 = grid.row_edges[edge + 1];
      std::vector<Line> own;
      for (Line& line : content.lines[i]) {
        const bool below = part == 0 || line.baseline > piece.box.y0;  // of the cell's lines none is left out
        const bool above = part == extra || line.baseline <= piece.box.y1;
        if (below && above) own.push_back(line);
      }
      cells.push_back(piece);
      lines.push_back(std::move(own));
    }
  }
  grid.cells = std::move(cells);
  content.lines = std::move(lines);
}

// Where the print changes in every column that has lines above and below, in two of them at least.
Starts print_starts(const std::vector<Band>& bands) {
  constexpr int kColumns = 2;
  Starts starts;
  std::map<std::size_t, const Line*> above;  // by cell
  for (std::size_t i = 0; i < bands.size(); ++i) {
    int changed = 0;
    int same = 0;
    for (const auto& [cell, line] : bands[i].lines) {
      const auto before = above.find(cell);
      if (before != above.end()) ++(before->second->style == line->style ? same : changed);
    }
    if (changed >= kColumns && same == 0) starts.push_back(i);
    for (const auto& [cell, line] : bands[i].lines) above[cell] = line;
  }
  return starts;
}

void cut_at(GridContent& content, int row, const std::vector<Band>& bands, const Starts& starts) {
  std::vector<double> cuts;
  for (const std::size_t i : starts) {
    if (i == 0) continue;
    // Between the baseline above and the letters below, nearer to the line that begins the row.
    cuts.push_back((2 * std::max(bands[i].top, bands[i - 1].baseline) + bands[i - 1].baseline) / 3 + 0.1);
  }
  if (!cuts.empty()) cut_row(content, row, cuts);
}

// The rows of a body that no rulings part, below the titles.
void split_body(GridContent& content) {
  const int first = std::min(1, content.grid.rows - 1);
  for (int row = content.grid.rows - 1; row >= first; --row) {
    const auto cells = plain_row(content, row);
    if (cells.size() < 2) continue;
    const auto bands = with_figures(bands_of(content, cells), cells);
    cut_at(content, row, bands, starts_in(bands, cells, content.grid.ruled));
  }
}

// Numbers that count on, each with a line in most of the columns: rows that no ruling parts.
bool counts_on(const std::vector<Band>& bands, const Starts& starts, std::size_t first_cell, std::size_t columns) {
  int before = -1;
  for (const std::size_t i : starts) {
    const auto label = bands[i].lines.find(first_cell);
    if (label == bands[i].lines.end() || !counts(*label->second)) return false;
    const auto numbers = text::find_numbers(label->second->out.text);
    const int now = numbers.size() == 1 ? checked_int(numbers.front().value).value_or(-1) : -1;
    if (now < 0 || (before >= 0 && now != before + 1) || bands[i].lines.size() * 2 <= columns) return false;
    before = now;
  }
  return starts.size() >= 2;
}

void split_ruled_rows(GridContent& content) {
  for (int row = content.grid.rows - 1; row > 0; --row) {
    const auto cells = plain_row(content, row);
    if (cells.size() < 2) continue;
    const auto bands = with_figures(bands_of(content, cells), cells);
    const Starts starts = counted_starts(bands, cells.front());
    if (counts_on(bands, starts, cells.front(), cells.size()))
      cut_at(content, row, bands, starts);
    else
      cut_at(content, row, bands, rows_of_figures(bands, cells, true));
  }
}

void split_titles(GridContent& content) {
  const auto cells = plain_row(content, 0);
  if (cells.size() < 2) return;
  const auto bands = bands_of(content, cells);
  Starts starts = print_starts(bands);
  if (starts.size() > 1) starts.erase(starts.begin() + 1, starts.end());
  cut_at(content, 0, bands, starts);
}

}  // namespace

void split_rows(GridContent& content) {
  if (content.kind != Drawn::table || content.grid.rows == 0) return;
  const bool parted = content.grid.ruled && content.grid.rows > 2;  // rulings between the rows of the body
  if (!parted) split_body(content);
  split_ruled_rows(content);
  split_titles(content);
}

}  // namespace prongsai::tables
