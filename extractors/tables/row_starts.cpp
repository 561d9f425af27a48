#include "extractors/tables/row_starts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/checked_int.hpp"

namespace prongsai::tables {
namespace {

constexpr double kWideGap = 1.25;   // of the usual pitch: white between rows
constexpr double kWideWhite = 1.6;  // of the usual pitch: white between rows that stand within one ruled row

// A label and figures of its own behind it: the row of totals or means under rows that are counted.
bool is_labelled_row(const Band& band, std::size_t first_cell) {
  constexpr int kFigures = 2;
  const auto figures = std::ranges::count_if(
      band.lines, [&](const auto& line) { return line.first != first_cell && is_figure(*line.second); });
  return figures >= kFigures && figures + 1 == static_cast<int>(band.lines.size());
}

// A figure is never broken into two: each line of figures is a row of its own, and lines of text without figures go on
// with the label above. Lines above the first figures are a heading, unless labels go on below their figures as well:
// then figures stand beside the middle of their labels, and nothing tells where a row begins.
Starts figure_starts(const std::vector<Band>& bands, const std::vector<std::size_t>& cells, bool ruled) {
  constexpr std::size_t kLeastFigureLines = 3;  // of a lone column of figures, and between rulings
  const auto columns = figure_columns(bands, cells);
  Starts starts;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const auto figures =
        std::ranges::count_if(columns, [&](std::size_t cell) { return bands[i].lines.contains(cell); });
    if (figures == 0) continue;
    if (static_cast<std::size_t>(figures) < columns.size() || !bands[i].lines.contains(cells.front())) return {};
    starts.push_back(i);
  }
  const std::size_t least = columns.size() >= 2 && !ruled ? 2 : kLeastFigureLines;
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

// Below white of more than so many usual pitches, where `begins` says that a row may begin with the line.
template <typename Begins>
Starts starts_below_white(const std::vector<Band>& bands, double pitches, const Begins& begins) {
  const double white = pitches * band_pitch(bands);
  Starts starts;
  for (std::size_t i = 1; i < bands.size(); ++i) {
    if (bands[i].baseline - bands[i - 1].baseline > white && begins(bands[i])) starts.push_back(i);
  }
  return starts;
}

// Where white is left above a line that fills the first column.
Starts spaced_starts(const std::vector<Band>& bands, std::size_t first_cell) {
  return starts_below_white(bands, kWideGap, [&](const Band& band) { return band.lines.contains(first_cell); });
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

bool is_mostly_thai(const Line& line) {
  const std::u32string codes = text::to_utf32(line.out.text);
  const auto thai = std::ranges::count_if(codes, [](char32_t c) { return text::is_thai(c) && !text::is_digit(c); });
  return static_cast<std::size_t>(thai) * 2 > codes.size();
}

// Fonts for Thai often have no figures: those of a line of figures, as large as the letters above, are no other print.
bool differ_by_script(const Line& a, const Line& b) {
  constexpr double kSame = 0.05;  // of the larger
  const double larger = std::max(a.out.font_size, b.out.font_size);
  return is_mostly_thai(a) != is_mostly_thai(b) && std::abs(a.out.font_size - b.out.font_size) <= kSame * larger;
}

// Where a wide white runs through the whole row and every column begins anew below it.
Starts full_starts(const std::vector<Band>& bands, std::size_t columns) {
  return starts_below_white(bands, kWideWhite, [&](const Band& band) { return band.lines.size() == columns; });
}

}  // namespace

Starts counted_starts(const std::vector<Band>& bands, std::size_t first_cell) {
  Starts starts;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const auto line = bands[i].lines.find(first_cell);
    if (line == bands[i].lines.end()) continue;
    if (is_row_number(*line->second) || (!starts.empty() && is_labelled_row(bands[i], first_cell))) starts.push_back(i);
  }
  return starts;
}

Starts rows_of_figures(const std::vector<Band>& bands, const std::vector<std::size_t>& cells, bool ruled) {
  Starts starts = numbered_starts(bands, cells);
  return starts.empty() ? figure_starts(bands, cells, ruled) : starts;
}

Starts starts_in(const std::vector<Band>& bands, const std::vector<std::size_t>& cells, bool ruled) {
  Starts starts = counted_starts(bands, cells.front());
  if (starts.size() >= 2) return starts;
  starts = rows_of_figures(bands, cells, ruled);
  if (!starts.empty()) return starts;
  if (ruled) return full_starts(bands, cells.size());
  starts = spaced_starts(bands, cells.front());
  return starts.empty() ? filled_starts(bands, cells.front()) : starts;
}

Starts print_starts(const std::vector<Band>& bands) {
  constexpr int kColumns = 2;
  Starts starts;
  std::map<std::size_t, const Line*> above;  // by cell
  for (std::size_t i = 0; i < bands.size(); ++i) {
    int changed = 0;
    int same = 0;
    for (const auto& [cell, line] : bands[i].lines) {
      const auto before = above.find(cell);
      if (before == above.end() || differ_by_script(*before->second, *line)) continue;
      ++(before->second->style == line->style ? same : changed);
    }
    if (changed >= kColumns && same == 0) starts.push_back(i);
    for (const auto& [cell, line] : bands[i].lines) above[cell] = line;
  }
  return starts;
}

bool counts_on(const std::vector<Band>& bands, const Starts& starts, std::size_t first_cell, std::size_t columns) {
  int before = -1;
  for (const std::size_t i : starts) {
    const auto label = bands[i].lines.find(first_cell);
    if (label == bands[i].lines.end() || !is_row_number(*label->second)) return false;
    const auto numbers = text::find_numbers(label->second->out.text);
    const int now = numbers.size() == 1 ? checked_int(numbers.front().value).value_or(-1) : -1;
    if (now < 0 || (before >= 0 && now != before + 1) || bands[i].lines.size() * 2 <= columns) return false;
    before = now;
  }
  return starts.size() >= 2;
}

}  // namespace prongsai::tables
