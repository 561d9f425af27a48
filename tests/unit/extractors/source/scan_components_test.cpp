#include "extractors/source/image/scan_components.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace prongsai::source {
namespace {

// '#' is ink, 'o' faint ink, anything else paper.
Picture drawn(const std::vector<std::string>& rows) {
  Picture picture(static_cast<int>(rows.front().size()), static_cast<int>(rows.size()), 72);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const char c = rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
      picture.row(y)[x] = c == '#' ? 0 : c == 'o' ? 127 : 255;
    }
  }
  return picture;
}

TEST(ScanComponents, JoinsOverEightNeighboursAndAcrossLateMeetings) {
  const InkMap ink = find_components(drawn({
                                         "#...#..#",
                                         "#...#...",
                                         ".#.#...#",
                                         "..#....#",
                                     }),
                                     128);
  ASSERT_EQ(ink.components.size(), 3U);
  EXPECT_EQ(ink.components[0].box, (PixelBox{0, 0, 5, 4}));
  EXPECT_EQ(ink.components[0].area, 7);
  EXPECT_EQ(ink.components[1].box, (PixelBox{7, 0, 8, 1}));
  EXPECT_EQ(ink.components[2].area, 2);
}

TEST(ScanComponents, RunsOfAComponentLieTogetherFromTopToBottom) {
  const InkMap ink = find_components(drawn({"##.##", "#...#", "#####"}), 128);
  ASSERT_EQ(ink.components.size(), 1U);
  int y = 0, pixels = 0;
  for (const InkRun& run : ink.runs_of(ink.components[0])) {
    EXPECT_GE(run.y, y);
    y = run.y;
    pixels += run.x1 - run.x0;
  }
  EXPECT_EQ(pixels, ink.components[0].area);
}

TEST(ScanComponents, FaintInkWeighsLess) {
  const InkMap ink = find_components(drawn({"##.oo"}), 128);
  ASSERT_EQ(ink.components.size(), 2U);
  EXPECT_DOUBLE_EQ(ink.components[0].ink, 2);
  EXPECT_NEAR(ink.components[1].ink, 1, 0.01);
}

TEST(ScanComponents, PaperHasNone) {
  EXPECT_TRUE(find_components(drawn({"....", "...."}), 128).components.empty());
}

TEST(ScanComponents, AnAddedComponentIsMeasured) {
  const Picture picture = drawn({"###", ".#."});
  InkMap ink = find_components(picture, 128);
  const std::size_t index = ink.add({{0, 0, 3}}, picture);
  EXPECT_EQ(ink.components[index].box, (PixelBox{0, 0, 3, 1}));
  EXPECT_EQ(ink.components[index].area, 3);
  EXPECT_EQ(ink.runs_of(ink.components[index]).size(), 1U);
}

}  // namespace
}  // namespace prongsai::source
