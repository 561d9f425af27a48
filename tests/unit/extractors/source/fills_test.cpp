// Edges of fills, marks that are drawn, and ink that may be print.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "extractors/source/image/fill_edges.hpp"
#include "extractors/source/image/letter_rows.hpp"
#include "extractors/source/image/ruling_bridges.hpp"
#include "extractors/source/image/solid_mark.hpp"
#include "tests/support/pixels.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::Paper;

TEST(FillEdges, OfABandReachAcrossWhiteLinesBetweenItsCells) {
  Paper paper(400, 200, 100);
  paper.ink(50, 60, 198, 90, 90).ink(200, 60, 350, 90, 90);
  const auto edges = find_fill_edges(paper.raster());
  const auto across = [](const Ruling& edge) { return edge.horizontal && edge.box.width() > 295; };
  ASSERT_EQ(std::count_if(edges.begin(), edges.end(), across), 2);
  EXPECT_NEAR(std::find_if(edges.begin(), edges.end(), across)->box.y0, 60, 1);
}

TEST(FillEdges, LettersDrawnAsOutlinesHaveNone) {
  Paper paper(400, 200, 100);
  for (int i = 0; i < 20; ++i) paper.ink(50 + 12 * i, 60, 58 + 12 * i, 72);
  EXPECT_TRUE(find_fill_edges(paper.raster()).empty());
}

// A dark header over ruled rows: its edge carries the rows' own thin line.
TEST(FillEdges, OfABandWithAThinLineAlongItAreFound) {
  Paper paper(400, 200, 100);
  paper.ink(50, 60, 350, 90, 60).ink(50, 90, 350, 90.7, 150);
  const auto edges = find_fill_edges(paper.raster());
  const auto across = [](const Ruling& edge) { return edge.horizontal && edge.box.width() > 295; };
  EXPECT_EQ(std::count_if(edges.begin(), edges.end(), across), 2);
}

TEST(FillEdges, ThatGoOnWithASideOfATableAreItsSides) {
  const std::vector<Ruling> edges{{{50, 60, 50, 90}, false}, {{350, 60, 350, 90}, false}, {{200, 10, 200, 30}, false}};
  const auto sides = edges_of_sides(edges, {{{50, 90, 51, 180}, false}, {{351, 91, 351.7, 180}, false}});
  ASSERT_EQ(sides.size(), 2U);
  EXPECT_DOUBLE_EQ(sides[1].box.x0, 350);
}

TEST(FillEdges, ThatReachAsFarAsARulingPartRows) {
  const Ruling line{{50, 120, 350, 121}, true};
  const std::vector<Ruling> edges{{{50, 60, 350, 60}, true}, {{50, 119, 350, 119}, true}, {{50, 80, 200, 80}, true}};
  const auto rows = edges_of_rows(edges, {line});
  ASSERT_EQ(rows.size(), 1U) << "the second is the ruling itself, the third a part of the way";
  EXPECT_DOUBLE_EQ(rows[0].box.y0, 60);
}

// A line from 20 to 380 at y = 100, a bar over its middle, in one grey or another.
std::vector<Ruling> behind_a_bar(double bar, double ground, const std::vector<Word>& words = {}) {
  Paper paper(400, 200, 100);
  if (ground < 255) paper.ink(20, 80, 380, 120, static_cast<std::uint8_t>(ground));
  paper.ink(150, 80, 250, 120, static_cast<std::uint8_t>(bar));
  std::vector<Ruling> rulings{{{20, 100, 150, 101}, true}, {{250, 100, 380, 101}, true}};
  bridge_behind_fills(rulings, paper.raster(), words);
  return rulings;
}

TEST(RulingBridges, ALineRunsOnBehindABar) {
  const auto rulings = behind_a_bar(90, 255);
  ASSERT_EQ(rulings.size(), 1U);
  EXPECT_DOUBLE_EQ(rulings[0].box.x0, 20);
  EXPECT_DOUBLE_EQ(rulings[0].box.x1, 380);
}

TEST(RulingBridges, ACellOverTwoRowsStaysWhole) {
  EXPECT_EQ(behind_a_bar(255, 255).size(), 2U) << "no fill";
  EXPECT_EQ(behind_a_bar(220, 220).size(), 2U) << "the ground of its neighbours";
  Word word;
  word.box = {180, 92, 220, 108};
  EXPECT_EQ(behind_a_bar(90, 255, {word}).size(), 2U) << "words stand in it";
}

TEST(SolidMark, IsASpotAndNoLetter) {
  EXPECT_TRUE(is_solid_mark(Paper(12, 12, 200).ink(3, 3, 8, 8).raster()));
  EXPECT_FALSE(is_solid_mark(Paper(12, 12, 200).ink(3, 3, 4, 8).ink(3, 7, 8, 8).raster())) << "two strokes";
  EXPECT_FALSE(is_solid_mark(Paper(40, 40, 200).ink(3, 3, 36, 36).raster())) << "larger than a letter";
  EXPECT_FALSE(is_solid_mark(Paper(20, 12, 200).ink(3, 3, 17, 5).raster())) << "a dash";
  EXPECT_FALSE(is_solid_mark(Paper(12, 12, 200).raster()));
}

TEST(LetterRows, FourLettersOfOneHeightAreARow) {
  const auto row = [](std::initializer_list<double> heights) {
    Paper paper(100, 60, 200);
    double x = 10;
    for (const double height : heights) {
      paper.ink(x, 40 - height, x + 5, 40);
      x += 9;
    }
    return shows_letters_in_a_row(paper.raster());
  };
  EXPECT_TRUE(row({8, 8, 9, 8}));
  EXPECT_TRUE(row({8, 20, 8, 9, 8})) << "a taller one between";
  EXPECT_FALSE(row({8, 8, 8}));
  EXPECT_FALSE(row({4, 9, 18, 30})) << "of all sizes, as the pieces of a crest";
}

TEST(LetterRows, ASignatureAndASilhouetteShowNone) {
  Paper signature(100, 40, 200);
  for (int i = 0; i < 80; ++i) signature.ink(10 + i, 15 + std::abs(12 - i % 24), 11.5 + i, 18 + std::abs(12 - i % 24));
  EXPECT_FALSE(shows_letters_in_a_row(signature.raster()));
  EXPECT_FALSE(shows_letters_in_a_row(Paper(60, 60, 200).ink(5, 5, 55, 55).raster()));
}

}  // namespace
}  // namespace prongsai::source
