#include "extractors/tables/bands.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

constexpr double kSamePrintedLine = 0.6;  // advances between baselines of one printed line over all columns

// A figure, or the dash that stands for none.
bool is_amount(const Line& line) {
  const std::u32string codes = text::to_utf32(line.out.text);
  return is_figure(line) || (codes.size() == 1 && (codes[0] == U'-' || codes[0] == U'–'));
}

}  // namespace

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

double band_pitch(const std::vector<Band>& bands) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < bands.size(); ++i) gaps.push_back(bands[i].baseline - bands[i - 1].baseline);
  if (gaps.empty()) return 0;
  std::sort(gaps.begin(), gaps.end());
  return gaps[gaps.size() / 4];
}

bool is_row_number(const Line& line) {
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

bool is_figure(const Line& line) {
  const std::u32string codes = text::to_utf32(line.out.text);
  return std::ranges::any_of(codes, text::is_digit) &&
         std::ranges::all_of(codes, [](char32_t c) { return text::is_digit(c) || c == U'.' || c == U','; });
}

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

}  // namespace prongsai::tables
