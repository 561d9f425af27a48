#include "extractors/tables/cut_row.hpp"

#include <gtest/gtest.h>

#include "extractors/tables/bands.hpp"

namespace prongsai::tables {
namespace {

Line line_at(double baseline, const std::string& text = "ก") {
  Line line;
  line.out.text = text;
  line.out.at.box = {0, baseline - 10, 40, baseline};
  line.baseline = baseline;
  line.advance = 6;
  return line;
}

// Two columns; a title of 20 points, one row of 100 under it, and a foot of 20.
GridContent three_rows() {
  GridContent content;
  content.grid.rows = 3;
  content.grid.cols = 2;
  content.grid.row_edges = {0, 20, 120, 140};
  content.grid.col_edges = {0, 50, 100};
  for (int row = 0; row < 3; ++row) {
    for (int col = 0; col < 2; ++col) {
      GridCell cell;
      cell.row = row;
      cell.col = col;
      cell.box = {col * 50.0, content.grid.row_edges[static_cast<std::size_t>(row)], col * 50.0 + 50,
                  content.grid.row_edges[static_cast<std::size_t>(row) + 1]};
      content.grid.cells.push_back(cell);
      content.lines.emplace_back();
    }
  }
  return content;
}

TEST(CutRow, GivesEachPartItsEdgesAndItsLines) {
  GridContent content = three_rows();
  content.lines[2] = {line_at(40), line_at(80), line_at(115)};
  content.lines[4] = {line_at(138)};
  cut_row(content, 1, {60, 100});
  EXPECT_EQ(content.grid.rows, 5);
  EXPECT_EQ(content.grid.row_edges, (std::vector<double>{0, 20, 60, 100, 120, 140}));
  ASSERT_EQ(content.grid.cells.size(), 10U);
  ASSERT_EQ(content.lines.size(), 10U);
  for (std::size_t i = 0; i < 10; ++i) {
    const GridCell& cell = content.grid.cells[i];
    EXPECT_EQ(cell.box.y0, content.grid.row_edges[static_cast<std::size_t>(cell.row)]) << i;
    EXPECT_EQ(cell.box.y1, content.grid.row_edges[static_cast<std::size_t>(cell.row) + 1]) << i;
    const bool first = cell.col == 0;
    EXPECT_EQ(content.lines[i].size(), first && cell.row > 0 ? 1U : 0U) << i;
  }
}

// A line may stand higher or lower than its cell's box: the first and the last part take it.
TEST(CutRow, LosesNoLine) {
  GridContent content = three_rows();
  content.lines[2] = {line_at(15), line_at(60), line_at(60.1), line_at(130)};
  cut_row(content, 1, {60});
  std::size_t lines = 0;
  for (const auto& cell : content.lines) lines += cell.size();
  EXPECT_EQ(lines, 4U);
}

TEST(Bands, ARowWithACellThatSpansHasNone) {
  GridContent content = three_rows();
  EXPECT_EQ(plain_row(content, 1), (std::vector<std::size_t>{2, 3}));
  content.grid.cells[3].row_span = 2;
  EXPECT_TRUE(plain_row(content, 1).empty());
  EXPECT_TRUE(plain_row(content, 2).empty()) << "it reaches down into this one";
}

TEST(Bands, LinesOfOneHeightAreOne) {
  GridContent content = three_rows();
  content.lines[2] = {line_at(40), line_at(60)};
  content.lines[3] = {line_at(42), line_at(90)};
  const auto bands = bands_of(content, {2, 3});
  ASSERT_EQ(bands.size(), 3U);
  EXPECT_EQ(bands[0].lines.size(), 2U);
  EXPECT_EQ(bands[2].baseline, 90);
  EXPECT_EQ(band_pitch(bands), 20);
}

TEST(Bands, NumbersThatCountRowsAndFigures) {
  for (const char* text : {"๑", "๑.", "(12)", "123"}) EXPECT_TRUE(is_row_number(line_at(0, text))) << text;
  for (const char* text : {"", "1234", "1-2", "ก.", "()"}) EXPECT_FALSE(is_row_number(line_at(0, text))) << text;
  for (const char* text : {"๒๘.๑๒", "1,204", "7"}) EXPECT_TRUE(is_figure(line_at(0, text))) << text;
  for (const char* text : {"", ".", "7%", "7 คน"}) EXPECT_FALSE(is_figure(line_at(0, text))) << text;
}

}  // namespace
}  // namespace prongsai::tables
