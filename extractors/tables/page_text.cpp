#include "extractors/tables/page_text.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <variant>

#include "extractors/tables/drafts.hpp"
#include "extractors/text/thai/repair.hpp"

namespace prongsai::tables {
namespace {

class TextWriter {
 public:
  void add(const Line& line) {
    add_raw(line);
    end_line(text::fold_space(line.out.text));
  }

  void add(const GridContent& grid) {
    std::vector<std::size_t> cells(grid.grid.cells.size());
    std::iota(cells.begin(), cells.end(), std::size_t{0});
    std::stable_sort(cells.begin(), cells.end(), [&](std::size_t a, std::size_t b) {
      const GridCell& x = grid.grid.cells[a];
      const GridCell& y = grid.grid.cells[b];
      return x.row != y.row ? x.row < y.row : x.col < y.col;
    });
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::vector<Line>& lines = grid.lines[cells[i]];
      for (const Line& line : lines) add_raw(line);
      if (!lines.empty()) row += (row.empty() ? "" : "\t") + text::fold_space(joined_text(lines));
      const bool last = i + 1 == cells.size() || grid.grid.cells[cells[i + 1]].row != grid.grid.cells[cells[i]].row;
      if (last && !row.empty()) end_line(row);
      if (last) row.clear();
    }
  }

  [[nodiscard]] PageText take() { return std::move(out_); }

 private:
  void add_raw(const Line& line) { out_.raw_text += (out_.raw_text.empty() ? "" : "\n") + line.out.raw_text; }

  void end_line(const std::string& line) { out_.text += (out_.text.empty() ? "" : "\n") + line; }

  PageText out_;
};

}  // namespace

PageText write_page(const std::vector<Line>& furniture, const std::vector<FlowItem>& flow, double page_height) {
  TextWriter writer;
  const auto is_head = [&](const Line& line) { return line.baseline < page_height / 2; };
  for (const Line& line : furniture) {
    if (is_head(line)) writer.add(line);
  }
  for (const FlowItem& item : flow) {
    if (const auto* run = std::get_if<ProseRun>(&item)) {
      for (const Line& line : run->lines) writer.add(line);
    } else {
      writer.add(std::get<GridContent>(item));
    }
  }
  for (const Line& line : furniture) {
    if (!is_head(line)) writer.add(line);
  }
  return writer.take();
}

}  // namespace prongsai::tables
