#include <gtest/gtest.h>

#include "extractors/source/content/fonts.hpp"

namespace prongsai::source {
namespace {

TEST(ToUnicode, ReadsCharactersRangesAndLists) {
  const auto letters = parse_to_unicode(
      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
      "2 beginbfchar <0001> <0E01> <0002> <0E190E33> endbfchar\n"
      "2 beginbfrange <0010> <0012> <0E30> <0020> <0021> [<0041> <0042>] endbfrange\n"
      "1 beginbfchar <0030> <D83DDE00> endbfchar");
  EXPECT_EQ(letters.at(1), U'ก');
  EXPECT_EQ(letters.at(2), U'น');  // of several letters the first
  EXPECT_EQ(letters.at(0x12), U'า');
  EXPECT_EQ(letters.at(0x21), U'B');
  EXPECT_EQ(letters.at(0x30), char32_t{0x1F600});
  EXPECT_EQ(letters.count(0x13), 0U);
}

TEST(ToUnicode, EndlessRangesStop) {
  std::string cmap = "beginbfrange\n";
  for (int i = 0; i < 1000; ++i) cmap += "<0000> <FFFFFFFF> <0041>\n";
  EXPECT_LE(parse_to_unicode(cmap).size(), 65536U);
}

QPDFObjectHandle parsed(const std::string& text) {
  return QPDFObjectHandle::parse(text);
}

TEST(PdfFont, ReadsCompositeWidths) {
  const PdfFont font(
      parsed("<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /DW 500 /W [1 [250 0] 10 12 700] >>] >>"));
  EXPECT_EQ(font.bytes_per_code(), 2);
  EXPECT_DOUBLE_EQ(font.advance(1), 0.25);
  EXPECT_DOUBLE_EQ(font.advance(2), 0);
  EXPECT_DOUBLE_EQ(font.advance(11), 0.7);
  EXPECT_DOUBLE_EQ(font.advance(99), 0.5);
}

TEST(PdfFont, ReadsSimpleWidthsInTheFontsUnit) {
  const PdfFont font(
      parsed("<< /Subtype /Type3 /FirstChar 65 /Widths [1024 512] /FontMatrix [0.00048828125 0 0 "
             "0.00048828125 0 0] >>"));
  EXPECT_EQ(font.bytes_per_code(), 1);
  EXPECT_DOUBLE_EQ(font.advance(65), 0.5);
  EXPECT_TRUE(font.is_type3());
}

TEST(PdfFont, NameLosesItsSubsetPrefix) {
  EXPECT_EQ(PdfFont(parsed("<< /BaseFont /ABCDEF+THSarabunPSK#2CBold >>")).name(), "THSarabunPSK,Bold");
  EXPECT_EQ(without_subset_prefix("ABC+Garuda"), "ABC+Garuda");
}

struct Speaking {
  const char* font;
  bool speaks_no_unicode;
};

class FontsSpeak : public ::testing::TestWithParam<Speaking> {};

TEST_P(FontsSpeak, UnicodeOrNot) {
  EXPECT_EQ(PdfFont(parsed(GetParam().font)).speaks_no_unicode(), GetParam().speaks_no_unicode);
}

INSTANTIATE_TEST_SUITE_P(
    All, FontsSpeak,
    ::testing::Values(Speaking{"<< /Subtype /Type0 /Encoding /Identity-H >>", true},
                      Speaking{"<< /Subtype /Type0 /Encoding /UniGB-UCS2-H >>", false},
                      Speaking{"<< /Subtype /TrueType /Encoding /WinAnsiEncoding >>", false},
                      Speaking{"<< /Subtype /TrueType >>", true}, Speaking{"<< /Subtype /Type1 >>", false},
                      Speaking{"<< /Subtype /Type3 /Encoding << /Differences [0 /g0 /g1 /g2] >> >>", true},
                      Speaking{"<< /Subtype /Type1 /Encoding << /Differences [32 /space /A /uni0E01] >> >>", false}));

}  // namespace
}  // namespace prongsai::source
