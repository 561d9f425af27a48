// Rulings → grids: what is a table, and how its cells span.
#include "extractors/tables/grid.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "extractors/tables/assemble.hpp"
#include "extractors/tables/strokes.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables {
namespace {

using testing::PageBuilder;

constexpr double kWidth = 595;
constexpr double kHeight = 842;

// "r,c rxc" of every cell, in order.
std::string shape(const Grid& grid) {
  std::string out;
  for (const GridCell& c : grid.cells) {
    out += std::to_string(c.row) + ',' + std::to_string(c.col);
    if (c.row_span > 1 || c.col_span > 1) out += ' ' + std::to_string(c.row_span) + 'x' + std::to_string(c.col_span);
    out += "; ";
  }
  return out;
}

std::vector<Grid> grids_of(const PageBuilder& page) {
  return find_grids(page.rulings(), kWidth, kHeight);
}

TEST(Strokes, ClosesGapsAlongOneLine) {
  const std::vector<Ruling> pieces{{{50, 99.8, 100, 100.2}, true},
                                   {{104, 100.2, 200, 100.6}, true},
                                   {{220, 99.8, 300, 100.2}, true},
                                   {{50, 0, 50.5, 10}, false}};
  const auto merged = merge_strokes(pieces, true);
  ASSERT_EQ(merged.size(), 2U);  // the gap of 4 points is noise, that of 20 is none
  EXPECT_DOUBLE_EQ(merged[0].from, 50);
  EXPECT_DOUBLE_EQ(merged[0].to, 200);
  EXPECT_NEAR(merged[0].at, 100.2, 0.2);
}

TEST(Strokes, CoveredShareCountsOverlapsOnce) {
  const std::vector<Stroke> strokes{{10, 0, 60}, {11, 40, 80}, {30, 0, 100}};
  EXPECT_NEAR(covered_share(strokes, 10, 0, 100, 2), 0.8, 1e-9);
  EXPECT_DOUBLE_EQ(covered_share(strokes, 20, 0, 100, 2), 0);
}

// A plan's bars end inside cells, and one runs down through them.
TEST(Grids, BarsAreNoEdges) {
  PageBuilder page;
  page.grid({50, 200, 300, 400}, {100, 130, 160, 190});
  page.horizontal(145, 205, 330).horizontal(175, 250, 360).vertical(230, 140, 180);
  const auto grids = grids_of(page);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].rows, 3);
  EXPECT_EQ(grids[0].cols, 3);
}

// Two arrows of a plan, each over the same months: thick lines that begin and end together in the middle of cells.
TEST(Grids, ThickBarsThatEndTogetherAreNoEdges) {
  PageBuilder page;
  page.grid({50, 200, 300, 330, 360, 390, 420, 450, 480, 500}, {100, 130, 160, 190});
  std::vector<Ruling> rulings = page.rulings();
  for (const double y : {115.0, 175.0}) rulings.push_back({{315, y - 1, 465, y + 1}, true});
  const std::vector<Grid> grids = find_grids(rulings, kWidth, kHeight);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].rows, 3);
  EXPECT_EQ(grids[0].cols, 9);
}

// A scanner's streak from the head of the page to its foot.
TEST(Grids, AStreakIsNoEdge) {
  PageBuilder page;
  page.grid({50, 200, 400}, {100, 130, 160}).vertical(120, 20, 842);
  const auto grids = grids_of(page);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].cols, 2);
}

TEST(Grids, APieceOfABrokenEdgeStays) {
  PageBuilder page;
  page.horizontal(100, 50, 400).horizontal(160, 50, 400).horizontal(130, 50, 180).horizontal(130, 215, 400);
  for (const double x : {50.0, 200.0, 400.0}) page.vertical(x, 100, 160);
  EXPECT_EQ(grids_of(page).at(0).rows, 2);
}

// A sheet that lay aslant: the line between the columns comes in two pieces that overlap, side by side. The upper one
// ends between two rows.
TEST(Grids, PiecesOfASlantedEdgeMayOverlap) {
  PageBuilder page;
  page.grid({50, 200, 400}, {100, 130, 160, 190, 220, 250, 280, 310, 340});
  std::vector<Ruling> rulings = page.rulings();
  std::erase_if(rulings, [](const Ruling& ruling) { return !ruling.horizontal && std::abs(ruling.box.x0 - 200) < 5; });
  rulings.push_back({{198.6, 100, 199.4, 205}, false});
  rulings.push_back({{200.8, 172, 201.6, 340}, false});
  const auto grids = find_grids(rulings, kWidth, kHeight);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(grids[0].cells.size(), 16U) << shape(grids[0]);
}

TEST(Grids, PlainTable) {
  PageBuilder page;
  page.grid({50, 200, 400}, {100, 130, 200});
  const auto grids = grids_of(page);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(shape(grids[0]), "0,0; 0,1; 1,0; 1,1; ");
  EXPECT_TRUE(grids[0].ruled);
  EXPECT_NEAR(grids[0].cells[3].box.x0, 200, 0.5);
  EXPECT_NEAR(grids[0].cells[3].box.y1, 200, 0.5);
}

TEST(Grids, LastRowOverAllColumns) {
  PageBuilder page;
  for (const double y : {100.0, 130.0, 200.0, 240.0}) page.horizontal(y, 50, 400);
  page.vertical(50, 100, 240).vertical(400, 100, 240).vertical(200, 100, 200);
  const auto grids = grids_of(page);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(shape(grids[0]), "0,0; 0,1; 1,0; 1,1; 2,0 1x2; ");
}

TEST(Grids, TwoLevelHeader) {
  PageBuilder page;  // the first column's title spans two rows, one title spans two columns
  page.horizontal(100, 50, 400).horizontal(150, 50, 400).horizontal(200, 50, 400).horizontal(125, 150, 400);
  page.vertical(50, 100, 200).vertical(150, 100, 200).vertical(400, 100, 200).vertical(275, 125, 200);
  const auto grids = grids_of(page);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(shape(grids[0]), "0,0 2x1; 0,1 1x2; 1,1; 1,2; 2,0; 2,1; 2,2; ");
}

TEST(Grids, RulingEatenByNoiseStillParts) {
  PageBuilder page;
  page.grid({50, 400}, {100, 200, 300, 400});
  page.vertical(200, 100, 205).vertical(200, 240, 262).vertical(200, 280, 400);  // gaps of 35 and 18 points
  EXPECT_EQ(shape(grids_of(page).at(0)), "0,0; 0,1; 1,0; 1,1; 2,0; 2,1; ");
}

TEST(Grids, ARulingThatOvershootsDoesNotPartTheTitleAboveIt) {
  PageBuilder page;  // the wide title's row is 22 points high; letters beside the ruling made it 12 points longer
  for (const double y : {100.0, 122.0, 200.0}) page.horizontal(y, 50, 400);
  page.vertical(50, 100, 200).vertical(400, 100, 200).vertical(200, 110, 200);
  EXPECT_EQ(shape(grids_of(page).at(0)), "0,0 1x2; 1,0; 1,1; ");
}

TEST(Grids, DoubleRulesAreOneEdge) {
  PageBuilder page;
  page.grid({50, 52.5, 200, 202.5, 400, 402.5}, {100, 102.5, 130, 200, 202.5});
  const Grid grid = grids_of(page).at(0);
  EXPECT_EQ(grid.cols, 2);
  EXPECT_EQ(grid.rows, 2);
}

TEST(Grids, OpenAtTheFootWhereAPageBreakCutsARow) {
  PageBuilder page;
  page.horizontal(600, 50, 400).horizontal(630, 50, 400);
  for (const double x : {50.0, 200.0, 400.0}) page.vertical(x, 600, 780);
  const auto grids = ruled_grids(page.rulings());
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_TRUE(grids[0].open_bottom);
  EXPECT_FALSE(grids[0].open_top);
  EXPECT_EQ(grids[0].grid.rows, 2);
  EXPECT_NEAR(grids[0].grid.box.y1, 780, 0.5);
}

TEST(Grids, WithoutSideLines) {
  PageBuilder page;
  for (const double y : {100.0, 130.0, 200.0}) page.horizontal(y, 50, 400);
  page.vertical(200, 100, 200);
  const Grid grid = grids_of(page).at(0);
  EXPECT_EQ(grid.cols, 2);
  EXPECT_NEAR(grid.box.x0, 50, 0.5);
  EXPECT_NEAR(grid.box.x1, 400, 0.5);
}

TEST(Grids, SideBySide) {
  PageBuilder page;
  page.grid({50, 150, 280}, {100, 130, 200}).grid({310, 400, 540}, {100, 130, 200});
  EXPECT_EQ(grids_of(page).size(), 2U);
}

TEST(Grids, OnlyVerticalRules) {
  PageBuilder page;
  for (const double x : {50.0, 200.0, 400.0}) page.vertical(x, 100, 300);
  const auto grids = grids_of(page);
  ASSERT_EQ(grids.size(), 1U);
  EXPECT_EQ(shape(grids[0]), "0,0; 0,1; ");
  EXPECT_FALSE(grids[0].ruled);
}

TEST(Grids, WhatIsNoTable) {
  PageBuilder frame;
  frame.grid({20, 575}, {20, 822});
  EXPECT_TRUE(grids_of(frame).empty());

  PageBuilder check_box;
  check_box.grid({60, 70}, {100, 110});
  EXPECT_TRUE(grids_of(check_box).empty());

  PageBuilder underlines;
  underlines.horizontal(100, 50, 120).horizontal(140, 50, 300);
  EXPECT_TRUE(grids_of(underlines).empty());

  PageBuilder chart;  // one box above, three below, joined by a trunk and branches
  chart.grid({230, 360}, {100, 150});
  chart.vertical(295, 150, 200).horizontal(200, 110, 480);
  for (const double x : {110.0, 295.0, 480.0}) chart.vertical(x, 200, 240).grid({x - 60, x + 60}, {240, 290});
  EXPECT_TRUE(grids_of(chart).empty());
}

TEST(Grids, ATableInsideAPageFrameIsFoundAlone) {
  PageBuilder page;
  page.grid({20, 575}, {20, 822}).grid({50, 200, 400}, {100, 130, 200});
  EXPECT_EQ(grids_of(page).size(), 1U);
}

}  // namespace
}  // namespace prongsai::tables
