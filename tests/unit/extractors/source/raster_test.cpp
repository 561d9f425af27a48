#include "extractors/source/image/raster.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "tests/support/pixels.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::Paper;

TEST(Raster, ConvertsBetweenPointsAndPixels) {
  const Raster raster(pixCreate(200, 100, 8), 144);
  EXPECT_DOUBLE_EQ(raster.to_points(200), 100);
  EXPECT_DOUBLE_EQ(raster.to_pixels(50), 100);
}

TEST(Raster, EmptyHasNoSizeAndAHash) {
  const Raster empty;
  EXPECT_TRUE(empty.empty());
  EXPECT_EQ(empty.width(), 0);
  EXPECT_EQ(empty.hash().size(), 16U);
  EXPECT_TRUE(empty.clone().empty());
}

TEST(Raster, HashTellsPixelsAndSizeButNotCopies) {
  const Raster a = Paper(72, 72, 100).ink(10, 10, 20, 20).raster();
  const Raster b = Paper(72, 72, 100).ink(10, 10, 20, 21).raster();
  const Raster wider = Paper(73, 72, 100).ink(10, 10, 20, 20).raster();
  EXPECT_EQ(a.hash(), a.clone().hash());
  EXPECT_NE(a.hash(), b.hash());
  EXPECT_NE(a.hash(), wider.hash());
}

TEST(Raster, HashIgnoresBitsBeyondTheRow) {
  Raster a(pixCreate(33, 2, 1), 100);
  const Raster b = a.clone();
  pixGetData(a.pix())[1] |= 0x0000ffffU;  // pixels 48 to 63 of a row of 33
  EXPECT_EQ(a.hash(), b.hash());
}

TEST(Raster, CutsAPartInPoints) {
  const Raster page = Paper(100, 100, 144).ink(40, 40, 50, 50).raster();
  const Raster part = page.cut({40, 40, 60, 60});
  EXPECT_EQ(part.width(), 40);
  EXPECT_EQ(part.hash(), Paper(20, 20, 144).ink(0, 0, 10, 10).raster().hash());
  EXPECT_TRUE(page.cut({200, 200, 220, 220}).empty());
  EXPECT_TRUE(page.cut({}).empty());
}

TEST(Raster, MovesLeaveNothingBehind) {
  Raster a(pixCreate(10, 10, 8), 100);
  const Raster b = std::move(a);
  EXPECT_EQ(b.width(), 10);
  EXPECT_TRUE(a.empty());  // NOLINT(bugprone-use-after-move): the point of the test
}

}  // namespace
}  // namespace prongsai::source
