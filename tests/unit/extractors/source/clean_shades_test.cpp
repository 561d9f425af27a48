#include "extractors/source/image/clean_shades.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

using testing::print_lines;
using testing::PrintStyle;

const std::vector<std::string> title{"รายงานผลการประเมิน", "เทศบาลตำบลห้วยน้ำใส", "ปีงบประมาณ ๒๕๖๘"};

Picture printed(double points, double dpi) {
  return print_lines(title, PrintStyle{.font = "Laksaman Bold", .size = points, .dpi = dpi, .pitch = 2}).page;
}

// The darkest pixel within `reach` of each.
Picture spread(const Picture& page, int reach) {
  Picture out(page.width, page.height, page.dpi);
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) {
      std::uint8_t least = 255;
      for (int v = std::max(0, y - reach); v <= std::min(page.height - 1, y + reach); ++v) {
        const std::uint8_t* row = page.row(v);
        least =
            std::min(least, *std::min_element(row + std::max(0, x - reach), row + std::min(page.width, x + reach + 1)));
      }
      out.row(y)[x] = least;
    }
  }
  return out;
}

// Black letters in a white contour of a pixel, with a grey glow around.
Picture glowing(const Picture& letters) {
  const Picture contour = spread(letters, 1);
  const Picture glow = spread(letters, 5);
  Picture page = letters;
  for (std::size_t i = 0; i < page.pixels.size(); ++i) {
    if (contour.pixels[i] > 128 && glow.pixels[i] < 128) page.pixels[i] = 200;
  }
  return page;
}

long between(const Picture& page, int darkest, int lightest) {
  return std::count_if(page.pixels.begin(), page.pixels.end(),
                       [&](std::uint8_t v) { return v >= darkest && v <= lightest; });
}

TEST(Shades, AreSeenAroundLargeLettersAlone) {
  EXPECT_TRUE(has_shades(glowing(printed(50, 150))));
  EXPECT_FALSE(has_shades(printed(50, 150)));
  EXPECT_FALSE(has_shades(printed(16, 150)));
  EXPECT_FALSE(has_shades(Picture(300, 300, 150)));
}

TEST(Shades, AreWipedAndTheLettersStay) {
  const Picture letters = printed(50, 150);
  Picture page = glowing(letters);
  const long shade = between(page, 190, 210);
  ASSERT_GT(shade, between(letters, 0, 60));
  wipe_shades(page);
  EXPECT_LT(between(page, 61, 215), shade / 20);  // hardly darker than paper
  long lost = 0;
  for (std::size_t i = 0; i < letters.pixels.size(); ++i) lost += letters.pixels[i] < 60 && page.pixels[i] > 60 ? 1 : 0;
  EXPECT_EQ(lost, 0);
}

TEST(Shades, OfAFrameStayAsTheyAre) {
  Picture page(600, 600, 150);
  for (int y = 40; y < 560; ++y) {
    for (int x = 40; x < 560; ++x) {
      if (std::min({x - 40, y - 40, 559 - x, 559 - y}) < 12) page.row(y)[x] = x % 8 == 0 ? 20 : 190;
    }
  }
  const Picture before = page;
  EXPECT_FALSE(has_shades(page));
  wipe_shades(page);
  EXPECT_EQ(page.pixels, before.pixels);
}

}  // namespace
}  // namespace prongsai::source
