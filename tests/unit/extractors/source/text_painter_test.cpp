#include "extractors/source/image/text_painter.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "extractors/source/image/raster_png.hpp"

namespace prongsai::source {
namespace {

using Look = PaintedLine::Look;

// Pixels of a row of the picture that are as dark as a letter.
int ink_in(const Raster& picture, int row) {
  int ink = 0;
  for (int y = 8 + row * TextPainter::kRowHeight; y < 8 + (row + 1) * TextPainter::kRowHeight; ++y) {
    for (int x = 10; x < picture.width(); ++x) {
      l_uint32 value = 255;
      pixGetPixel(picture.pix(), x, y, &value);
      ink += value < 100 ? 1 : 0;
    }
  }
  return ink;
}

int grey_at(const Raster& picture, int x, int row) {
  l_uint32 value = 0;
  pixGetPixel(picture.pix(), x, 8 + row * TextPainter::kRowHeight + 1, &value);
  return static_cast<int>(value);
}

class TextPainterTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(painter_.ready()) << "no face with Thai letters is installed"; }
  TextPainter painter_;
};

TEST_F(TextPainterTest, DrawsThaiAndMarksTheLine) {
  const Raster picture = painter_.paint({{"หน้าแรก", Look::plain}, {"ที่นี่ O34", Look::marked}, {"", Look::plain}});
  ASSERT_FALSE(picture.empty());
  EXPECT_EQ(picture.width(), TextPainter::kWide);
  EXPECT_GT(ink_in(picture, 0), 50);
  EXPECT_GT(ink_in(picture, 1), 50);
  EXPECT_EQ(ink_in(picture, 2), 0);
  EXPECT_EQ(grey_at(picture, 0, 0), 255);
  EXPECT_EQ(grey_at(picture, 0, 1), 0);
  EXPECT_NEAR(grey_at(picture, 890, 1), 221, 8);
  EXPECT_TRUE(to_png(picture).starts_with("\x89PNG"));
}

// A tone mark over a vowel stands above it, and not in it: its letters are placed as the face says.
TEST_F(TextPainterTest, AToneMarkOverAVowelIsRaised) {
  const auto top_of = [&](const char* text) {
    const Raster picture = painter_.paint({{text, Look::plain}});
    for (int y = 0; y < picture.height(); ++y) {
      for (int x = 0; x < picture.width(); ++x) {
        l_uint32 value = 255;
        pixGetPixel(picture.pix(), x, y, &value);
        if (value < 160) return y;
      }
    }
    return picture.height();
  };
  EXPECT_LT(top_of("กี่"), top_of("ก่"));
  EXPECT_LT(top_of("กี่"), top_of("กี"));
  EXPECT_LT(top_of("กี"), top_of("ก"));
}

TEST_F(TextPainterTest, ALineThatIsTooWideGoesOn) {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "มาตรการ ";
  const int rows = (painter_.paint({{words, Look::plain}}).height() - 16) / TextPainter::kRowHeight;
  EXPECT_GT(rows, 1);
  EXPECT_LT(rows, 6);
  const int letters = (painter_.paint({{std::string(300, 'W'), Look::plain}}).height() - 16) / TextPainter::kRowHeight;
  EXPECT_GT(letters, 3);
}

TEST_F(TextPainterTest, KeepsItsBounds) {
  const std::vector<PaintedLine> many(1000, {std::string(3000, 'x'), Look::plain});
  EXPECT_LE(painter_.paint(many).height(), (TextPainter::kMostRows + 1) * TextPainter::kRowHeight);
  EXPECT_FALSE(painter_.paint({{"\xFF\xE0\xB8 \xF0\x9F\x98\x80 \x01", Look::marked}}).empty());
}

}  // namespace
}  // namespace prongsai::source
