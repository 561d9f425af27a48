#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "extractors/source/pdf/pdf.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::PdfFixture;
using prongsai::testing::RawPdf;
using ::testing::HasSubstr;

// The darkest pixel of a part of the page, in points.
int darkest(const Raster& raster, const Box& box) {
  l_uint32 low = 255;
  for (int y = static_cast<int>(raster.to_pixels(box.y0)); y < raster.to_pixels(box.y1); ++y) {
    for (int x = static_cast<int>(raster.to_pixels(box.x0)); x < raster.to_pixels(box.x1); ++x) {
      l_uint32 value = 255;
      pixGetPixel(raster.pix(), x, y, &value);
      low = std::min(low, value);
    }
  }
  return static_cast<int>(low);
}

TEST(PdfRender, SizeFollowsResolution) {
  const auto pdf = Pdf::open(PdfFixture("size.pdf", 200, 100).text(10, 50, "ก").path());
  ASSERT_TRUE(pdf);
  const auto raster = pdf.value().render_grey(1, 144);
  ASSERT_TRUE(raster);
  EXPECT_EQ(raster.value().width(), 400);
  EXPECT_EQ(raster.value().height(), 200);
  EXPECT_EQ(raster.value().depth(), 8);
}

TEST(PdfRender, WithoutLettersLinesFillsAndPicturesStay) {
  const auto black = [](cairo_t* cairo) {
    cairo_rectangle(cairo, 0, 0, 10, 10);
    cairo_fill(cairo);
  };
  const auto pdf = Pdf::open(PdfFixture("letters.pdf", 300, 300)
                                 .text(20, 50, "หน่วยงาน", 30)
                                 .line({20, 100}, {200, 100})
                                 .fill({20, 150, 60, 190}, 0.5)
                                 .picture({20, 220, 60, 260}, 20, 20, black)
                                 .path());
  ASSERT_TRUE(pdf);
  const Box letters{20, 10, 150, 70};
  const auto whole = pdf.value().render_grey(1, 100, Painting::plain);
  const auto bare = pdf.value().render_grey(1, 100, Painting::no_letters);
  ASSERT_TRUE(whole && bare);
  EXPECT_LT(darkest(whole.value(), letters), 50);
  EXPECT_EQ(darkest(bare.value(), letters), 255);
  for (const Box& kept : {Box{30, 98, 190, 102}, Box{25, 155, 55, 185}, Box{22, 222, 38, 238}}) {
    EXPECT_EQ(darkest(bare.value(), kept), darkest(whole.value(), kept));
    EXPECT_LT(darkest(bare.value(), kept), 200);
  }
  EXPECT_EQ(bare.value().width(), whole.value().width());
}

TEST(PdfRender, WithoutLettersFollowsRotationAndCropBox) {
  RawPdf raw("crop.pdf");
  raw.page("60 60 100 1 re f", "/CropBox [50 50 250 150] /Rotate 90", "[0 0 400 400]");
  const auto pdf = Pdf::open(raw.path());
  ASSERT_TRUE(pdf);
  const auto bare = pdf.value().render_grey(1, 72, Painting::no_letters);
  const auto whole = pdf.value().render_grey(1, 72, Painting::plain);
  ASSERT_TRUE(bare && whole);
  EXPECT_EQ(bare.value().hash(), whole.value().hash());
  EXPECT_EQ(bare.value().width(), 100);
}

// Two pages imposed on a sheet, a page under a stamp: all of their content stands in forms.
TEST(PdfRender, FormsLoseTheirLettersToo) {
  RawPdf raw("forms.pdf");
  const std::string fonts = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
  const std::string form = "<< /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << " + fonts;
  const std::string letters = "BT /F 40 Tf 20 200 Td (HHH) Tj ET ";
  const std::string inner = raw.stream(form + " >> >>", letters + "0 100 200 1 re f");
  const std::string outer = raw.stream(form + " /XObject << /I " + inner + " >> >> >>", letters + "/I Do");
  raw.page("/X Do", "/Resources << /XObject << /X " + outer + " >> >>", "[0 0 300 300]");
  const auto pdf = Pdf::open(raw.path());
  ASSERT_TRUE(pdf);
  const auto whole = pdf.value().render_grey(1, 100, Painting::plain);
  const auto bare = pdf.value().render_grey(1, 100, Painting::no_letters);
  ASSERT_TRUE(whole && bare);
  const Box print{20, 60, 120, 110};
  EXPECT_LT(darkest(whole.value(), print), 50);
  EXPECT_EQ(darkest(bare.value(), print), 255);
  EXPECT_LT(darkest(bare.value(), {10, 195, 190, 202}), 50) << "the line stays";
}

TEST(PdfRender, APageWithNothingDrawnIsWhiteWithoutLetters) {
  const auto pdf = Pdf::open(PdfFixture("prose.pdf", 300, 300).text(20, 50, "หน่วยงาน", 30).path());
  const auto bare = pdf.value().render_grey(1, 100, Painting::no_letters);
  ASSERT_TRUE(bare);
  EXPECT_EQ(darkest(bare.value(), {0, 0, 299, 299}), 255);
}

TEST(PdfRender, RefusesTooManyPixelsBeforePainting) {
  RawPdf raw("wide.pdf");
  raw.page("0 0 10 10 re f", "", "[0 0 14400 14400]");
  const auto pdf = Pdf::open(raw.path());
  const auto raster = pdf.value().render_grey(1, 100);
  ASSERT_FALSE(raster);
  EXPECT_EQ(raster.failure().code, "unreadable_page");
  EXPECT_THAT(raster.failure().message, HasSubstr("Page 1 is too large"));
}

TEST(PdfRender, RefusesAnImageThatDeclaresTooMuch) {
  RawPdf raw("bomb.pdf");
  const std::string image = raw.stream(
      "<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 >>",
      "x");
  const std::string form = raw.stream(
      "<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /I " + image + " >> >> >>", "/I Do");
  raw.page("/X Do", "/Resources << /XObject << /X " + form + " >> >>");
  const auto pdf = Pdf::open(raw.path());
  for (const auto painting : {Painting::smooth, Painting::no_letters}) {
    const auto raster = pdf.value().render_grey(1, 72, painting);
    ASSERT_FALSE(raster);
    EXPECT_THAT(raster.failure().message, HasSubstr("3600 megapixels"));
  }
}

TEST(PdfScan, HasTheImagesOwnPixels) {
  const auto stripes = [](cairo_t* cairo) {  // every second column black: any resampling would blur them
    for (int x = 0; x < 600; x += 2) cairo_rectangle(cairo, x, 0, 1, 800);
    cairo_fill(cairo);
  };
  const auto pdf = Pdf::open(PdfFixture("scan.pdf", 300, 400).picture({0, 0, 300, 400}, 600, 800, stripes).path());
  const auto scan = pdf.value().scan_image(1);
  ASSERT_TRUE(scan);
  EXPECT_EQ(scan->width(), 600);
  EXPECT_EQ(scan->height(), 800);
  EXPECT_NEAR(scan->dpi(), 144, 0.01);
  for (int x = 0; x < 600; ++x) {
    l_uint32 value = 0;
    pixGetPixel(scan->pix(), x, 400, &value);
    ASSERT_EQ(value, x % 2 == 0 ? 0U : 255U) << "column " << x;
  }
}

TEST(PdfScan, IsNothingWhereAPictureIsOnlyPartOfThePage) {
  const auto pdf = Pdf::open(PdfFixture("logo.pdf", 300, 400)
                                 .text(20, 300, "รายงาน")
                                 .picture({0, 0, 100, 100}, 50, 50, [](cairo_t*) {})
                                 .path());
  EXPECT_FALSE(pdf.value().scan_image(1));
}

}  // namespace
}  // namespace prongsai::source
