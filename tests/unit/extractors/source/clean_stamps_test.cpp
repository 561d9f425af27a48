#include "extractors/source/image/clean_stamps.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace prongsai::source {
namespace {

constexpr int ink_below = 190;
constexpr double letter = 20;

void fill(Picture& page, const PixelBox& box, std::uint8_t grey) {
  for (int y = box.y0; y < box.y1; ++y) {
    for (int x = box.x0; x < box.x1; ++x) page.row(y)[x] = std::min(page.row(y)[x], grey);
  }
}

// Three lines of upright strokes as dark as `print`.
Picture printed(std::uint8_t print) {
  Picture page(400, 300, 200);
  for (int line = 0; line < 3; ++line) {
    for (int x = 20; x < 380; x += 18) fill(page, {x, 60 + 60 * line, x + 3, 80 + 60 * line}, print);
  }
  return page;
}

// A frame over the middle line, as faint as `stamp`, with a word of its own inside.
void stamp_on(Picture& page, std::uint8_t stamp) {
  fill(page, {100, 90, 300, 95}, stamp);
  fill(page, {100, 160, 300, 165}, stamp);
  fill(page, {100, 90, 105, 165}, stamp);
  fill(page, {295, 90, 300, 165}, stamp);
  fill(page, {105, 128, 300, 133}, stamp);  // through the letters
}

int pixels_of(const Picture& page, std::uint8_t grey) {
  int count = 0;
  for (int y = 0; y < page.height; ++y)
    count += static_cast<int>(std::count(page.row(y), page.row(y) + page.width, grey));
  return count;
}

TEST(FadeStamps, TakesTheStampAndLeavesThePrintBelow) {
  Picture page = printed(40);
  const int letters = pixels_of(page, 40);
  stamp_on(page, 140);
  const int stamped = pixels_of(page, 140);
  EXPECT_TRUE(fade_stamps(page, ink_below, letter));
  EXPECT_EQ(pixels_of(page, 40), letters);
  EXPECT_LT(pixels_of(page, 140), stamped / 8) << "only what touches a letter is left";
}

TEST(FadeStamps, InkAsDarkAsPrintStays) {
  Picture page = printed(40);
  stamp_on(page, 50);
  const Picture before = page;
  EXPECT_FALSE(fade_stamps(page, ink_below, letter));
  EXPECT_EQ(page.pixels, before.pixels);
}

// Too pale for ink but where its strokes cross.
TEST(FadeStamps, SpotsWherePaleStrokesCrossAreNoPoints) {
  Picture page = printed(20);
  fill(page, {200, 95, 204, 99}, 20);     // a point of the print's own
  fill(page, {300, 95, 304, 99}, 120);    // a faint one
  fill(page, {100, 100, 300, 106}, 200);  // a stamp's rim
  fill(page, {240, 90, 246, 112}, 200);
  fill(page, {240, 100, 246, 106}, 110);
  EXPECT_TRUE(fade_stamps(page, ink_below, letter));
  EXPECT_EQ(page.row(103)[243], kPaperWhite);
  EXPECT_EQ(page.row(97)[202], 20);
  EXPECT_EQ(page.row(97)[302], 120);
}

TEST(FadeStamps, APageOfFewLettersTellsNothingOfPrint) {
  Picture page(400, 300, 200);
  stamp_on(page, 140);
  EXPECT_FALSE(fade_stamps(page, ink_below, letter));
}

}  // namespace
}  // namespace prongsai::source
