#include "extractors/source/image/clean.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "extractors/source/image/clean_rulings.hpp"
#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

const std::vector<std::string> prose = {"แผนปฏิบัติการป้องกันการทุจริต", "มีการกำกับติดตาม ๓ ครั้ง", "ผู้รับบริการพึงพอใจมากที่สุด"};

Picture printed() {
  return testing::print_lines(prose, {.width = 300, .height = 160}).page;
}

// As a scanner gives it: a lamp that dims to the right, and noise.
Picture scanned(Picture page, double darkest, double noise) {
  std::mt19937 random(11);
  std::normal_distribution<double> grain(0, noise);
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) {
      const double light = 1 - (1 - darkest) * x / page.width;
      page.row(y)[x] = static_cast<std::uint8_t>(std::clamp(page.row(y)[x] * light * 0.94 + grain(random), 0.0, 255.0));
    }
  }
  return page;
}

double share_of_white(const Picture& picture) {
  const auto white = std::count(picture.pixels.begin(), picture.pixels.end(), kPaperWhite);
  return static_cast<double>(white) / static_cast<double>(picture.pixels.size());
}

long ink_pixels(const Picture& picture, int below) {
  return std::count_if(picture.pixels.begin(), picture.pixels.end(), [&](int v) { return v < below; });
}

TEST(CleanPaper, BecomesWhiteUnderUnevenLightAndNoise) {
  const Picture page = printed();
  const long ink = ink_pixels(page, 128);
  for (const double noise : {2.0, 8.0, 14.0}) {
    const CleanPicture clean = clean_paper(scanned(page, 0.7, noise));
    EXPECT_GT(share_of_white(clean.grey), 0.9) << noise;
    EXPECT_NEAR(static_cast<double>(ink_pixels(clean.grey, clean.ink_below)), static_cast<double>(ink),
                0.2 * static_cast<double>(ink))
        << noise;
    EXPECT_NEAR(clean.noise, noise, 0.25 * noise + 1) << noise;
  }
}

TEST(CleanPaper, LeavesBlackAndWhiteAlone) {
  Picture page = printed();
  for (auto& pixel : page.pixels) pixel = pixel < 128 ? 0 : 255;
  EXPECT_EQ(clean_paper(page).grey.pixels, page.pixels);
}

TEST(CleanPaper, AShadedTableHeadBecomesWhiteToo) {
  Picture page = printed();
  for (auto& pixel : page.pixels) pixel = std::min<std::uint8_t>(pixel, 200);
  EXPECT_GT(share_of_white(clean_paper(page).grey), 0.8);
}

TEST(CleanPaper, AnEmptyPictureStaysEmpty) {
  EXPECT_TRUE(clean_paper(Picture()).grey.empty());
}

TEST(WipeDust, TakesDotsOfAPixelAndLeavesFullStops) {
  Picture page(60, 20, 200);
  page.row(10)[5] = 0;
  for (int y = 10; y < 13; ++y) std::fill_n(page.row(y) + 30, 3, std::uint8_t{0});
  wipe_dust(page, find_components(page, 128), 20);
  EXPECT_EQ(page.row(10)[5], kPaperWhite);
  EXPECT_EQ(ink_pixels(page, 128), 9);
}

TEST(WithoutStamps, TakesColourOffPrintButLeavesColouredPrint) {
  Pix* pix = pixCreate(400, 100, 32);
  pixSetAllArbitrary(pix, 0xffffff00);
  const auto fill = [&](int x0, int y0, int x1, int y1, int r, int g, int b) {
    for (int y = y0; y < y1; ++y) {
      for (int x = x0; x < x1; ++x) pixSetRGBPixel(pix, x, y, r, g, b);
    }
  };
  for (int x = 20; x < 100; x += 10) fill(x, 40, x + 4, 60, 20, 20, 20);  // print
  fill(10, 48, 110, 54, 200, 30, 40);                                     // a red stamp's rim over it
  for (int x = 20; x < 100; x += 10) fill(x, 48, x + 4, 54, 30, 12, 14);  // print shows through
  fill(300, 40, 340, 60, 30, 40, 180);                                    // blue print elsewhere
  const Picture grey = without_stamps(Raster(pix, 200));
  EXPECT_EQ(grey.row(50)[16], kPaperWhite);
  EXPECT_LT(grey.row(50)[21], 60);
  EXPECT_LT(grey.row(50)[320], 128);
}

TEST(EraseRulings, TakesTheLineAndKeepsStrokesThatCrossIt) {
  Picture page(100, 60, 200);
  for (int x = 0; x < 100; ++x) page.row(30)[x] = page.row(31)[x] = 0;
  for (int y = 15; y < 45; ++y) page.row(y)[50] = page.row(y)[51] = 0;  // crosses
  for (int y = 10; y < 30; ++y) page.row(y)[70] = page.row(y)[71] = 0;  // ends on it
  const PixelRuling ruling{{0, 30, 100, 32}, true};
  erase_rulings(page, 128, 20, std::span(&ruling, 1));
  EXPECT_EQ(page.row(30)[10], kPaperWhite);
  EXPECT_EQ(page.row(31)[71], kPaperWhite);
  EXPECT_EQ(page.row(30)[50], 0);
  EXPECT_EQ(page.row(28)[70], 0);
  EXPECT_EQ(ink_pixels(page, 128), 2 * 30 + 2 * 20);
}

TEST(EraseRulings, FollowsAVerticalLineThatLeans) {
  Picture page(40, 200, 200);
  for (int y = 0; y < 200; ++y) page.row(y)[18 + y / 100] = page.row(y)[19 + y / 100] = 0;
  const PixelRuling ruling{{18, 0, 21, 200}, false};
  erase_rulings(page, 128, 20, std::span(&ruling, 1));
  EXPECT_EQ(ink_pixels(page, 128), 0);
}

TEST(EraseRulings, LeavesMarksThatStandJustBelowIt) {
  Picture page(100, 60, 200);
  for (int x = 0; x < 100; ++x) page.row(30)[x] = page.row(31)[x] = 0;
  for (int y = 33; y < 36; ++y) page.row(y)[50] = page.row(y)[51] = 0;  // a tone mark, a pixel below
  const PixelRuling ruling{{0, 30, 100, 32}, true};
  erase_rulings(page, 128, 20, std::span(&ruling, 1));
  EXPECT_EQ(ink_pixels(page, 128), 2 * 3);
}

TEST(EraseRulings, EndsWhereTheLineEndsThoughItsBoxDoesNot) {
  Picture page(300, 60, 200);
  for (int x = 0; x < 100; ++x) page.row(30)[x] = page.row(31)[x] = 0;
  for (int x = 160; x < 300; x += 10) {  // stems of letters beyond the end, some with a foot that lies in the box
    for (int y = 20; y < 32; ++y) page.row(y)[x] = page.row(y)[x + 1] = 0;
    if (x % 20 == 0) page.row(30)[x + 2] = page.row(31)[x + 2] = 0;
  }
  const int letters = ink_pixels(page, 128) - 2 * 100;
  const PixelRuling ruling{{0, 30, 300, 32}, true};
  erase_rulings(page, 128, 12, std::span(&ruling, 1));
  EXPECT_EQ(ink_pixels(page, 128), letters);
}

}  // namespace
}  // namespace prongsai::source
