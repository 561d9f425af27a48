#include "extractors/tables/row_bands.hpp"

#include <algorithm>

#include "extractors/tables/bands.hpp"
#include "extractors/tables/cut_row.hpp"
#include "extractors/tables/row_starts.hpp"

namespace prongsai::tables {
namespace {

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
