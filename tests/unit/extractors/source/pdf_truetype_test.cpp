#include <fontconfig/fontconfig.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <map>

#include "extractors/source/content/truetype.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::RawPdf;
using prongsai::testing::read_file;

// A Thai TrueType font of the system: the tests' fonts are Debian's fonts-tlwg-*.
std::string font_file(const char* family) {
  FcPattern* pattern = FcNameParse(reinterpret_cast<const FcChar8*>(family));
  FcPatternAddString(pattern, FC_FONTFORMAT, reinterpret_cast<const FcChar8*>("TrueType"));
  FcConfigSubstitute(nullptr, pattern, FcMatchPattern);
  FcDefaultSubstitute(pattern);
  FcResult result = FcResultMatch;
  FcPattern* match = FcFontMatch(nullptr, pattern, &result);
  FcChar8* path = nullptr;
  FcPatternGetString(match, FC_FILE, 0, &path);
  const std::string bytes = read_file(reinterpret_cast<const char*>(path));
  FcPatternDestroy(match);
  FcPatternDestroy(pattern);
  return bytes;
}

std::map<char32_t, std::uint32_t> glyphs_of_letters(const GlyphLetters& letters) {
  std::map<char32_t, std::uint32_t> glyphs;
  for (const auto& [glyph, letter] : letters) glyphs.emplace(letter, glyph);
  return glyphs;
}

TEST(TrueType, TellsTheLettersOfAThaiFont) {
  const auto glyphs = glyphs_of_letters(letters_of_glyphs(font_file("Garuda")));
  for (char32_t c = U'ก'; c <= U'ฮ'; ++c) EXPECT_TRUE(glyphs.contains(c)) << static_cast<unsigned>(c);
  for (const char32_t c : {U'า', U'่', U'ุ', U'๙', U'A', U'0'}) EXPECT_TRUE(glyphs.contains(c));
}

TEST(TrueType, NothingIsReadOutsideABrokenFile) {
  const std::string font = font_file("Garuda");
  EXPECT_TRUE(letters_of_glyphs("").empty());
  EXPECT_TRUE(letters_of_glyphs("no font at all, only text").empty());
  for (std::size_t length = 1; length < font.size(); length += 997) {
    (void)letters_of_glyphs(std::string_view(font).substr(0, length));
  }
  std::string scrambled = font;
  for (std::size_t i = 12; i < scrambled.size(); i += 7) scrambled[i] = static_cast<char>(scrambled[i] ^ 0x5A);
  (void)letters_of_glyphs(scrambled);
}

// A page whose font is embedded whole and has no ToUnicode map.
TEST(FontLetters, AreReadFromTheFontWhereTheDocumentNamesNone) {
  const std::string file = font_file("Garuda");
  const auto glyphs = glyphs_of_letters(letters_of_glyphs(file));
  std::string codes;
  for (const char32_t c : std::u32string(U"งบประมาณ")) {
    char hex[5];
    std::snprintf(hex, sizeof hex, "%04X", glyphs.at(c));
    codes += hex;
  }
  RawPdf raw("told.pdf");
  const std::string embedded = raw.stream("<< >>", file);
  const std::string descriptor =
      raw.object("<< /Type /FontDescriptor /FontName /AAAAAA+Garuda /Flags 4 /Ascent 900 /Descent -300 /FontFile2 " +
                 embedded + " >>");
  const std::string cid = raw.object(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Garuda /CIDToGIDMap /Identity /DW 600 /FontDescriptor " +
      descriptor + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
  const std::string font =
      raw.object("<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Garuda /Encoding /Identity-H /DescendantFonts [" +
                 cid + "] >>");
  raw.page("BT /F 20 Tf 50 700 Td <" + codes + "> Tj ET", "/Resources << /Font << /F " + font + " >> >>");
  const auto pdf = Pdf::open(raw.path());
  ASSERT_TRUE(pdf);
  std::string text;
  for (const Word& word : pdf.value().words(1)) text += word.text;
  EXPECT_EQ(text, "งบประมาณ");
  EXPECT_EQ(pdf.value().hints(1).glyphs_told_by_font, 8);
  EXPECT_EQ(pdf.value().hints(1).glyphs_without_unicode, 0);
}

}  // namespace
}  // namespace prongsai::source
