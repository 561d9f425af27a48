#include "extractors/source/image/clean_dark.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

using testing::print_lines;

constexpr int kBand = 100;  // rows of pixels from the top

Picture printed(const std::string& line, double size = 16) {
  return print_lines({line}, {.size = size, .dpi = 150, .left = 20, .top = 30, .width = 300, .height = 200}).page;
}

// White letters on a ground of that grey, in the first rows of the page; `slant`: pixels that the ground's edge falls
// by from left to right.
Picture with_band(const Picture& page, int ground, int slant = 0) {
  Picture out = page;
  for (int y = 0; y < kBand + slant; ++y) {
    for (int x = 20; x < page.width - 20; ++x) {
      const int edge = slant * x / page.width;
      if (y < edge || y >= kBand + edge) continue;
      out.row(y)[x] = static_cast<std::uint8_t>(255 - page.row(y)[x] * (255 - ground) / 255);
    }
  }
  return out;
}

// Of the band's inner rows: how many pixels are dark, and how many were in the print before.
std::pair<long, long> ink(const Picture& before, const Picture& after) {
  const auto count = [](const Picture& picture) {
    long dark = 0;
    for (int y = 20; y < kBand - 20; ++y) {
      dark += std::count_if(picture.row(y) + 40, picture.row(y) + picture.width - 40, [](auto v) { return v < 128; });
    }
    return dark;
  };
  return {count(after), count(before)};
}

TEST(InvertDark, WhiteLettersOnDarkAndOnColouredGroundBecomeBlack) {
  const Picture page = printed("ประเด็นที่ 1.2 การให้บริการ");
  for (const int ground : {30, 90, 118, 150}) {
    for (const int slant : {0, 8}) {
      Picture band = with_band(page, ground, slant);
      invert_dark(band);
      const auto [after, before] = ink(page, band);
      EXPECT_NEAR(static_cast<double>(after), static_cast<double>(before), 0.25 * static_cast<double>(before))
          << ground << ' ' << slant;
    }
  }
}

TEST(InvertDark, ANegativeIsTurned) {
  const Picture page = printed("ประเด็นที่ 1.2 การให้บริการ");
  Picture negative = page;
  for (auto& pixel : negative.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  invert_dark(negative);
  EXPECT_EQ(negative.pixels, page.pixels);
}

TEST(InvertDark, BoldFiguresAndPlainPrintStayAsTheyAre) {
  for (const auto& [line, size] : {std::pair<std::string, double>{"100", 60}, {"O18", 60}, {"การให้บริการ", 16}}) {
    const Picture page =
        print_lines(
            {line},
            {.font = "Laksaman Bold", .size = size, .dpi = 150, .left = 20, .top = 50, .width = 300, .height = 200})
            .page;
    Picture after = page;
    invert_dark(after);
    EXPECT_EQ(after.pixels, page.pixels) << line;
  }
}

TEST(InvertDark, BarsOfAChartStayAsTheyAre) {
  Picture page(620, 400, 150);
  std::fill(page.pixels.begin(), page.pixels.end(), std::uint8_t{255});
  for (int bar = 0; bar < 8; ++bar) {
    for (int y = 40 + bar * 26; y < 56 + bar * 26; ++y) std::fill(page.row(y) + 60, page.row(y) + 480 + bar * 9, 120);
  }
  Picture after = page;
  invert_dark(after);
  EXPECT_EQ(after.pixels, page.pixels);
}

// White letters on cards that stand close side by side.
TEST(InvertDark, CardsInARowAreFields) {
  const Picture page = printed("1.2");
  Picture cards = with_band(page, 60);
  for (const int gap : {230, 420}) {
    for (int y = 0; y < kBand; ++y) std::fill(cards.row(y) + gap, cards.row(y) + gap + 12, 255);
  }
  invert_dark(cards);
  EXPECT_GT(cards.row(kBand / 2)[150], 200) << "the ground is paper";
  EXPECT_GT(cards.row(kBand / 2)[500], 200);
}

}  // namespace
}  // namespace prongsai::source
