#include "extractors/source/image/sheet_photo.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace prongsai::source {
namespace {

constexpr int width = 800, height = 1100;
constexpr std::uint8_t table_top = 60, paper = 200, print = 40;

using Side = std::array<double, 2>;  // x at the top and at the bottom

// A sheet between two slanting sides on a dark table, with a bar of print that follows its left side.
Picture photographed(Side left, Side right, int top, int bottom) {
  Picture picture(width, height, 100, table_top);
  const auto along = [&](const Side& side, int y) {
    return side[0] + (side[1] - side[0]) * (y - top) / std::max(1, bottom - top);
  };
  for (int y = top; y < bottom; ++y) {
    const int x0 = static_cast<int>(along(left, y)), x1 = static_cast<int>(along(right, y));
    std::fill(picture.row(y) + x0, picture.row(y) + x1, paper);
    if (y > top + 40 && y < bottom - 40) std::fill(picture.row(y) + x0 + 60, picture.row(y) + x0 + 70, print);
  }
  return picture;
}

int first_print(const Picture& picture, int y) {
  const std::uint8_t* row = picture.row(y);
  return static_cast<int>(std::find_if(row, row + picture.width, [](std::uint8_t v) { return v < 100; }) - row);
}

TEST(SheetPhoto, IsSetStraightInItsPlace) {
  Picture picture = photographed({110, 50}, {690, 750}, 60, 1040);
  ASSERT_TRUE(set_sheet_straight(picture));
  EXPECT_EQ(picture.row(5)[5], kPaperWhite) << "the table is gone";
  EXPECT_EQ(picture.row(1090)[790], kPaperWhite);
  const int top = first_print(picture, 150), bottom = first_print(picture, 950);
  EXPECT_NEAR(top, bottom, 12) << "60 pixels apart before";
  EXPECT_NEAR(top, (110 + 50) / 2 + 60, 20) << "about where it was";
}

TEST(SheetPhoto, OtherPicturesStayAsTheyAre) {
  const auto unchanged = [](Picture picture) {
    const Picture before = picture;
    return !set_sheet_straight(picture) && picture.pixels == before.pixels;
  };
  EXPECT_TRUE(unchanged(Picture(width, height, 100, paper))) << "a scan";
  Picture negative(width, height, 100, table_top);
  for (int y = 100; y < 1000; y += 30) std::fill(negative.row(y) + 100, negative.row(y) + 700, paper);
  EXPECT_TRUE(unchanged(negative));
  Picture band(width, height, 100, paper);
  for (int y = 0; y < 150; ++y) std::fill(band.row(y), band.row(y) + width, table_top);
  EXPECT_TRUE(unchanged(band)) << "a dark band at the head";
  Picture framed = photographed({60, 60}, {740, 740}, 60, 1040);
  for (int y = 15; y < 45; ++y) {
    for (int x = 100; x < 700; x += 12) std::fill(framed.row(y) + x, framed.row(y) + x + 7, paper);
  }
  EXPECT_TRUE(unchanged(framed)) << "print on the frame is no table";
  EXPECT_TRUE(unchanged(Picture()));
}

}  // namespace
}  // namespace prongsai::source
