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

using Map = std::map<std::uint32_t, char32_t>;

std::string four_digits(std::uint32_t value) {
  char hex[5];
  std::snprintf(hex, sizeof hex, "%04X", value);
  return hex;
}

std::string codes_of(std::u32string_view text, const std::map<char32_t, std::uint32_t>& glyphs) {
  std::string codes;
  for (const char32_t c : text) codes += four_digits(glyphs.at(c));
  return codes;
}

std::string to_unicode(const Map& map) {
  std::string cmap = "begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  cmap += std::to_string(map.size()) + " beginbfchar\n";
  for (const auto& [code, letter] : map) cmap += "<" + four_digits(code) + "> <" + four_digits(letter) + ">\n";
  return cmap + "endbfchar\nendcmap\n";
}

// A page of one line whose font is embedded whole; without a ToUnicode map where `map` is empty.
Result<Pdf> page_of(const std::string& codes, const std::string& file, const Map& map) {
  RawPdf raw("told.pdf");
  const std::string embedded = raw.stream("<< >>", file);
  const std::string descriptor =
      raw.object("<< /Type /FontDescriptor /FontName /AAAAAA+Garuda /Flags 4 /Ascent 900 /Descent -300 /FontFile2 " +
                 embedded + " >>");
  const std::string cid = raw.object(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Garuda /CIDToGIDMap /Identity /DW 600 /FontDescriptor " +
      descriptor + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
  const std::string told = map.empty() ? "" : " /ToUnicode " + raw.stream("<< >>", to_unicode(map));
  const std::string font =
      raw.object("<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Garuda /Encoding /Identity-H /DescendantFonts [" +
                 cid + "]" + told + " >>");
  raw.page("BT /F 20 Tf 50 700 Td <" + codes + "> Tj ET", "/Resources << /Font << /F " + font + " >> >>");
  return Pdf::open(raw.path());
}

std::string text_of(const Pdf& pdf) {
  std::string text;
  for (const Word& word : pdf.words(1)) text += word.text + "|";
  return text;
}

TEST(FontLetters, AreReadFromTheFontWhereTheDocumentNamesNone) {
  const std::string file = font_file("Garuda");
  const auto pdf = page_of(codes_of(U"งบประมาณ", glyphs_of_letters(letters_of_glyphs(file))), file, {});
  ASSERT_TRUE(pdf);
  EXPECT_EQ(text_of(pdf.value()), "งบประมาณ|");
  EXPECT_EQ(pdf.value().hints(1).glyphs_told_by_font, 8);
  EXPECT_EQ(pdf.value().hints(1).glyphs_without_unicode, 0);
}

// The letters of `text` as a word processor maps them that says `instead` for `lost`.
Map map_of(std::u32string_view text, const std::map<char32_t, std::uint32_t>& glyphs, char32_t lost, char32_t instead) {
  Map map;
  for (const char32_t c : text) map[glyphs.at(c)] = c == lost ? instead : c;
  return map;
}

TEST(FontLetters, AMarkThatTheMapCallsABlankIsReadFromTheFont) {
  const std::string file = font_file("Garuda");
  const auto glyphs = glyphs_of_letters(letters_of_glyphs(file));
  const std::u32string text = U"ส\u0E4Dานักงานสาธารณสุข";  // the ring and the า of ำ apart, as they are painted
  for (const char32_t lost : {U'\u0E4D', U'ุ', U'ั'}) {
    const auto pdf = page_of(codes_of(text, glyphs), file, map_of(text, glyphs, lost, U' '));
    ASSERT_TRUE(pdf);
    EXPECT_EQ(text_of(pdf.value()), "ส\u0E4Dานักงานสาธารณสุข|") << static_cast<unsigned>(lost);
  }
}

TEST(FontLetters, AToneThatTheMapCallsASignOfAsciiIsReadFromTheFont) {
  const std::string file = font_file("Garuda");
  const auto glyphs = glyphs_of_letters(letters_of_glyphs(file));
  const std::u32string text = U"ตัวบ่งชี้ที่";
  const auto pdf = page_of(codes_of(text, glyphs), file, map_of(text, glyphs, U'่', U'2'));
  ASSERT_TRUE(pdf);
  EXPECT_EQ(text_of(pdf.value()), "ตัวบ่งชี้ที่|");
}

// Word processors spell a cluster in a passage of its own and leave its parts out of the map.
TEST(FontLetters, AGlyphThatThePageSpellsInAPassageIsNotMissing) {
  const std::string file = font_file("Garuda");
  const auto glyphs = glyphs_of_letters(letters_of_glyphs(file));
  Map map = map_of(U"หน่วยงานของรัฐในจังหวัดตราดและกระบี่", glyphs, U'*', U'*');
  map.erase(glyphs.at(U'า'));
  std::string rest = codes_of(U"นของรัฐในจังหวัดตร", glyphs);
  rest += rest + rest;
  const std::string around = codes_of(U"หน่วยง", glyphs) + "> Tj %s <" + codes_of(U"า", glyphs) + "> Tj %s <" + rest;
  const auto page = [&](const std::string& begin, const std::string& end) {
    std::string content = around;
    content.replace(content.find("%s"), 2, begin).replace(content.find("%s"), 2, end);
    return page_of(content, file, map);
  };
  const auto spelt = page("/Span << /ActualText <FEFF0E32> >> BDC", "EMC");
  const auto unspelt = page("", "");
  ASSERT_TRUE(spelt && unspelt);
  EXPECT_EQ(text_of(spelt.value()).find("\uFFFD"), std::string::npos) << text_of(spelt.value());
  EXPECT_NE(text_of(spelt.value()).find("หน่วยงาน"), std::string::npos) << text_of(spelt.value());
  EXPECT_NE(text_of(unspelt.value()).find("\uFFFD"), std::string::npos) << text_of(unspelt.value());
}

// A font whose tables were written anew for codes of its own tells nothing of letters.
TEST(FontLetters, AFontThatContradictsTheMapElsewhereIsNotBelieved) {
  const std::string file = font_file("Garuda");
  const auto glyphs = glyphs_of_letters(letters_of_glyphs(file));
  Map map = map_of(U"งบประมาณ", glyphs, U'า', U' ');
  for (auto& [code, letter] : map) {
    if (letter != U' ') letter = U'ก' + (letter - U'ก' + 1) % 40;
  }
  const auto pdf = page_of(codes_of(U"งบประมาณ", glyphs), file, map);
  ASSERT_TRUE(pdf);
  EXPECT_EQ(text_of(pdf.value()).find("า"), std::string::npos);
}

}  // namespace
}  // namespace prongsai::source
