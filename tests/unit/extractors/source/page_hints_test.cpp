#include <gtest/gtest.h>

#include "extractors/source/pdf/pdf.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::PdfFixture;
using prongsai::testing::RawPdf;

PageHints hints_of(const std::filesystem::path& path) {
  const auto pdf = Pdf::open(path);
  return pdf ? pdf.value().hints(1) : PageHints();
}

// A picture of two by two pixels and a font whose letters are known, under the names I and F.
std::filesystem::path page_with(const std::string& name, const std::string& content, const std::string& more = "") {
  RawPdf raw(name);
  const std::string font = raw.font({{U'ก', 600}, {0, 600}});
  const std::string image =
      raw.stream("<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 >>",
                 "\1\2\3\4");
  const std::string form = raw.stream(
      "<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [2 0 0 2 0 0] /Resources << /XObject << "
      "/I " +
          image + " >> >> >>",
      "q 50 0 0 50 0 0 cm /I Do Q 0 0 10 10 re f");
  raw.page(content,
           "/Resources << /Font << /F " + font + " >> /XObject << /I " + image + " /X " + form + " >> >> " + more,
           "[0 0 200 400]");
  return raw.path();
}

TEST(PageHints, SumsUpWhatPicturesCover) {
  const PageHints hints =
      hints_of(page_with("cover.pdf", "q 100 0 0 200 0 200 cm /I Do Q q 200 0 0 100 0 300 cm /I Do Q"));
  EXPECT_TRUE(hints.known);
  ASSERT_EQ(hints.images.size(), 2U);
  EXPECT_NEAR(hints.images[0].x1, 100, 0.01);
  EXPECT_NEAR(hints.images[0].y1, 200, 0.01);   // y downwards
  EXPECT_NEAR(hints.image_cover, 0.375, 0.02);  // their union
  EXPECT_NEAR(hints.image_dpi, 1.44, 0.01);     // 2 pixels on 100 points
}

TEST(PageHints, FollowsFormsAndTheirMatrix) {
  const PageHints hints = hints_of(page_with("form.pdf", "q 1 0 0 1 50 100 cm /X Do Q"));
  ASSERT_EQ(hints.images.size(), 1U);
  EXPECT_NEAR(hints.images[0].width(), 100, 0.01);
  EXPECT_NEAR(hints.images[0].x0, 50, 0.01);
  EXPECT_NEAR(hints.images[0].y1, 300, 0.01);
  EXPECT_EQ(hints.vector_paths, 1);
}

TEST(PageHints, CountsGlyphsByKind) {
  const PageHints hints = hints_of(page_with("glyphs.pdf",
                                             "BT /F 10 Tf 10 300 Td <0001> Tj 3 Tr <00010001> Tj 0 Tr 1 g <0001> Tj "
                                             "0 0 0 rg [<0001> -500 <0001>] TJ ET"));
  // What is not seen, invisible or in the colour of the paper, is no part of the page.
  EXPECT_EQ(hints.glyphs, 3);
  EXPECT_EQ(hints.invisible_glyphs, 0);
  EXPECT_TRUE(hints.invisible_text);
  EXPECT_EQ(hints.pale_glyphs, 0);
  EXPECT_FALSE(hints.fonts_without_unicode);
}

TEST(PageHints, TellsReadingDirectionsAsDisplayed) {
  const std::string up = "BT /F 10 Tf 0 1 -1 0 100 100 Tm <0001> Tj ET";
  EXPECT_EQ(hints_of(page_with("up.pdf", up)).glyphs_turned, (std::array<int, 4>{0, 0, 0, 1}));
  EXPECT_EQ(hints_of(page_with("up_turned.pdf", up, "/Rotate 90")).glyphs_turned, (std::array<int, 4>{1, 0, 0, 0}));
}

TEST(PageHints, FontsWithoutLettersAreSeen) {
  RawPdf raw("mute.pdf");
  const std::string font = raw.font({{0, 600}});
  raw.page("BT /F 10 Tf 10 300 Td <00010001> Tj ET", "/Resources << /Font << /F " + font + " >> >>");
  const PageHints hints = hints_of(raw.path());
  EXPECT_TRUE(hints.fonts_without_unicode);
  EXPECT_EQ(hints.glyphs_without_unicode, 2);
}

TEST(PageHints, AFormThatPaintsItselfEnds) {
  RawPdf raw("loop.pdf");
  const std::string form = raw.stream("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] >>", "/X Do /X Do");
  raw.page("/X Do", "/Resources << /XObject << /X " + form + " >> >>");
  EXPECT_FALSE(hints_of(raw.path()).known);
}

}  // namespace
}  // namespace prongsai::source
