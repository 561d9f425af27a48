#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/source/page/route.hpp"
#include "tests/support/pixels.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::Paper;
using ::testing::HasSubstr;

LetterCounts counted(std::string_view text) {
  LetterCounts counts;
  count_letters(text, counts);
  return counts;
}

const char* const prose =
    "หน่วยงานได้กำหนดมาตรการเพื่อพัฒนาการให้บริการแก่ประชาชนในปีงบประมาณถัดไป และมอบหมายผู้รับผิดชอบให้รายงานผลทุกไตรมาส";

TEST(LetterCounts, SortsCodePoints) {
  const LetterCounts counts = counted("กำ O12 ๒ ÊÓ é α \xEF\xBF\xBD \xEF\x9C\x8A");
  EXPECT_EQ(counts.thai, 3);  // ก, ำ and U+F70A, an old font's mai ek
  EXPECT_EQ(counts.latin, 1);
  EXPECT_EQ(counts.digits, 3);
  EXPECT_EQ(counts.upper_latin1, 3);
  EXPECT_EQ(counts.foreign, 1);
  EXPECT_EQ(counts.unknown, 1);
}

TEST(PlausibleThai, TellsWritingFromLettersThrownTogether) {
  EXPECT_TRUE(plausible_thai(counted(prose)));
  EXPECT_FALSE(plausible_thai(counted("า่กกกะะีีเเเิืนนนน่ึะาาุูๅเแแโกกกก")));
  EXPECT_FALSE(plausible_thai(counted("กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")));  // no vowel at all
  EXPECT_FALSE(plausible_thai(counted("Integrity and Transparency Assessment")));
}

TEST(Latin1Mixup, IsUndoneLetterByLetter) {
  EXPECT_EQ(from_latin1_mixup("ÊÓ¹Ñ¡§Ò¹ O12"), "สำนักงาน O12");
  EXPECT_EQ(from_latin1_mixup("»ÃÐ¨Ó»Õ"), "ประจำปี");
  EXPECT_EQ(from_latin1_mixup("\u0308\u0304\u0301\u0327 \u00DB\u00FC"), "จฏดธ \u00DB\u00FC")
      << "ÛÜÝÞ and üýþ are no letters";
}

// A sound page of text, to be changed by each case.
RouteFacts sound() {
  RouteFacts facts;
  facts.letters = counted(prose);
  facts.hints.known = true;
  facts.hints.glyphs = facts.letters.all;
  facts.hints.glyphs_turned = {facts.letters.all, 0, 0, 0};
  facts.ink.known = true;
  facts.ink.shown = 5000;
  facts.ink.explained = 5000;
  return facts;
}

struct Case {
  const char* name;
  std::function<void(RouteFacts&)> change;
  PageSource source;
  bool broken;
  const char* says;
};

class Routes : public ::testing::TestWithParam<Case> {};

TEST_P(Routes, FollowTheEvidence) {
  RouteFacts facts = sound();
  GetParam().change(facts);
  const Route route = choose_route(facts);
  EXPECT_EQ(route.source, GetParam().source) << route.reason;
  EXPECT_EQ(route.broken_text_layer, GetParam().broken) << route.reason;
  EXPECT_THAT(route.reason, HasSubstr(GetParam().says));
}

void scan_behind(RouteFacts& f) {
  f.hints.image_cover = 1;
  f.hints.invisible_glyphs = f.hints.glyphs;
}

const std::vector<Case> cases = {
    {"sound", [](RouteFacts&) {}, PageSource::text, false, "sound"},
    {"english", [](RouteFacts& f) { f.letters = counted("Open Data Integrity and Transparency Assessment 2024"); },
     PageSource::text, false, "sound"},
    {"blank",
     [](RouteFacts& f) {
       f = {};
       f.ink.known = true;
     },
     PageSource::blank, false, "nothing is painted"},
    {"words_without_ink",
     [](RouteFacts& f) {
       f.ink.shown = 0;
       f.ink.words_on_ink = 0;
     },
     PageSource::text, false, "the page shows nothing"},
    {"faint_page_number",
     [](RouteFacts& f) {
       f.letters = counted("- 2 -");
       f.hints.glyphs = 3;
       f.ink.shown = 60;
     },
     PageSource::text, false, "sound"},
    {"scan",
     [](RouteFacts& f) {
       f.letters = {};
       f.hints.glyphs = 0;
       f.hints.image_cover = 0.95;
     },
     PageSource::ocr, false, "scanned picture"},
    {"outlines",
     [](RouteFacts& f) {
       f.letters = {};
       f.hints.glyphs = 0;
       f.ink.unexplained = 30000;
     },
     PageSource::ocr, false, "no text layer"},
    {"page_number_only",
     [](RouteFacts& f) {
       f.letters = counted("7");
       f.hints.glyphs = 1;
       f.ink.shown = 150;
       f.ink.unexplained = 0;
     },
     PageSource::text, false, "sound"},
    {"mostly_outlines", [](RouteFacts& f) { f.ink.unexplained = 30000; }, PageSource::ocr, true,
     "not in its text layer"},
    {"glyphs_without_letters",
     [](RouteFacts& f) {
       f.letters = counted("- 1 -");
       f.hints.glyphs = 800;
     },
     PageSource::ocr, true, "tell no letters"},
    {"foreign_ocr_in_latin",
     [](RouteFacts& f) {
       scan_behind(f);
       f.letters = counted("rJynroiy u.r6'u uvrnfi oriuvr6'nti snrooirusnlrr6uaila");
     },
     PageSource::ocr, false, "another program's recognition"},
    {"foreign_ocr_in_thai", scan_behind, PageSource::ocr, false, "another program's recognition"},
    {"tones_as_signs",
     [](RouteFacts& f) {
       std::string text;
       for (int i = 0; i < 8; ++i) text += "ข2อมูลของหน1วยงานต2องเป็นปจจุบัน ";
       f.letters = counted(text);
     },
     PageSource::ocr, true, "tone marks as other signs"},
    {"tones_over_vowels_lost",
     [](RouteFacts& f) {
       std::string text;
       for (int i = 0; i < 8; ++i) text += "เรืองทีหน้าทีผู้เกียวข้องต้องทำให้ดีขึนตังแต่พืนทีนีไว้ ";
       f.letters = counted(text);
     },
     PageSource::ocr, true, "lost the tone marks"},
    {"tones_as_vowels_below",
     [](RouteFacts& f) {
       std::string text;
       for (int i = 0; i < 8; ++i) text += "ประธานแจ้งวุาหนุวยงานได้จุายเงินแล้ว สุวนชุองทางติดตุอให้ปรับปรุง ";
       f.letters = counted(text);
     },
     PageSource::ocr, true, "tone marks as vowels below"},
    {"latin1_mixup",
     [](RouteFacts& f) {
       const std::string mixed = "ÁÒµÃ¡ÒÃÊè§àÊÃÔÁ¤Ø³¸ÃÃÁáÅÐ¤ÇÒÁâ»Ãè§ãÊÀÒÂã¹Ë¹èÇÂ§Ò¹";
       f.letters = counted(mixed);
       f.letters_decoded = counted(from_latin1_mixup(mixed));
     },
     PageSource::text, true, "TIS-620"},
    {"latin1_gibberish",
     [](RouteFacts& f) {
       f.letters = counted("ëêèæÒÓÕòûôåäúÿýþðïîíìéçñóõöø÷");
       f.letters_decoded = counted(from_latin1_mixup("ëêèæÒÓÕòûôåäúÿýþðïîíìéçñóõöø÷"));
     },
     PageSource::ocr, true, "Latin-1"},
    {"greek", [](RouteFacts& f) { f.letters = counted("ωϓλιϗϧπϖσπΙ ύλΖϔ υϔτΩϔλνυϒσϔεΣϔυυϔτΪΕϔτ"); }, PageSource::ocr,
     true, "script"},
    {"unknown_letters", [](RouteFacts& f) { f.letters.unknown = f.letters.all / 3; }, PageSource::ocr, true,
     "names no"},
    {"thai_in_wrong_places", [](RouteFacts& f) { f.letters = counted("่าก้ีนเิแืโ่นาะะีูุ่ก้าีนเิแืโ่นาะะีูุ่ก้าีนเิแืโ่นาะะ"); },
     PageSource::ocr, true, "where they cannot"},
    {"font_without_letters",
     [](RouteFacts& f) {
       f.letters = counted("1>@01>1/0@1@>@1 N1AP 1 B/B>O@?/0@");
       f.hints.glyphs_without_unicode = f.hints.glyphs;
     },
     PageSource::ocr, true, "fonts do not say"},
    {"told_by_fonts", [](RouteFacts& f) { f.hints.glyphs_told_by_font = f.hints.glyphs; }, PageSource::text, true,
     "tables of its fonts"},
    {"told_by_fonts_in_part",
     [](RouteFacts& f) {
       f.hints.glyphs_told_by_font = f.hints.glyphs - 5;
       f.hints.glyphs_without_unicode = 5;
     },
     PageSource::ocr, true, "fonts do not say"},
    {"words_where_no_ink_is", [](RouteFacts& f) { f.ink.words_on_ink = 0.4; }, PageSource::ocr, true, "shows none"},
    {"picture_with_writing", [](RouteFacts& f) { f.ink.text_in_images = 9000; }, PageSource::mixed, false, "picture"},
    {"page_not_painted", [](RouteFacts& f) { f.ink = {}; }, PageSource::text, false, "sound"}};

INSTANTIATE_TEST_SUITE_P(All, Routes, ::testing::ValuesIn(cases),
                         [](const auto& test) { return std::string(test.param.name); });

Word word_over(const Box& box, const char* text) {
  Word word;
  word.text = text;
  word.box = box;
  word.font_size = box.height();
  word.chars.assign(4, box);
  return word;
}

TEST(Ink, FindsWordsWithAndWithoutInk) {
  Paper paper(300, 200, 100);
  for (double x = 50; x < 100; x += 4) paper.ink(x, 50, x + 1.5, 62);
  const std::vector<Word> words = {word_over({48, 48, 102, 64}, "seen"), word_over({150, 48, 200, 64}, "bare")};
  const InkFacts facts = measure_ink(paper.raster(), words, {}, {});
  EXPECT_TRUE(facts.known);
  EXPECT_NEAR(facts.words_on_ink, 0.5, 0.01);
  EXPECT_NEAR(facts.unexplained, 0, 1);
  EXPECT_GT(facts.explained, 300);
  EXPECT_DOUBLE_EQ(facts.shown, facts.explained);
}

TEST(Ink, RulingsAndPicturesExplainWhatTheyShow) {
  Paper paper(300, 200, 100);
  paper.ink(20, 100, 280, 101).ink(40, 20, 60, 40);
  for (double x = 150; x < 250; x += 4) paper.ink(x, 150, x + 1.5, 162);
  const InkFacts facts = measure_ink(paper.raster(), {}, {{{20, 100, 280, 101}, true}}, {{38, 18, 62, 42}});
  EXPECT_NEAR(facts.unexplained, 100 * 12, 500);  // the stems alone
  EXPECT_GT(facts.shown, facts.unexplained);
}

TEST(Ink, WritingInALargePictureIsTold) {
  Paper page(300, 300, 100);
  Paper photograph(300, 300, 100);
  for (double y = 30; y < 270; y += 22) {
    for (double x = 30; x < 270; x += 5) page.ink(x, y, x + 1.5, y + 11);
  }
  for (int i = 0; i < 300; i += 2) photograph.ink(0, i, 300, i + 1, 40 + i / 3).ink(0, i + 1, 300, i + 2, 180 - i / 3);
  const std::vector<Box> whole = {{0, 0, 300, 300}};
  // A building under a light sky: nearly half of it flat and light, much of the rest detailed.
  Paper building(300, 300, 100);
  building.ink(0, 150, 300, 300, 110);
  for (int y = 150; y < 300; y += 4) {
    for (int x = 0; x < 300; x += 6) building.ink(x, y, x + 4, y + 3, (x * 7 + y * 5) % 150);
  }
  EXPECT_GT(measure_ink(page.raster(), {}, {}, whole).text_in_images, 4000);
  EXPECT_DOUBLE_EQ(measure_ink(building.raster(), {}, {}, whole).text_in_images, 0);
  EXPECT_DOUBLE_EQ(measure_ink(photograph.raster(), {}, {}, whole).text_in_images, 0);
  EXPECT_DOUBLE_EQ(measure_ink(page.raster(), {}, {}, {{0, 0, 60, 60}}).text_in_images, 0);  // an emblem
}

// A filled panel with round corners, as dashboards have: no ruling is found along its edge.
TEST(Ink, TheEdgeOfAPanelIsNoInkToRead) {
  const auto pieces = [](bool lettered) {
    Paper panel(300, 200, 100);
    panel.ink(26, 20, 274, 26, 60).ink(20, 26, 280, 94, 60).ink(26, 94, 274, 100, 60);
    for (double x = 60; lettered && x < 120; x += 4) panel.ink(x, 50, x + 1.5, 62, 255);
    return measure_ink(panel.raster(), {}, {}, {}).pieces.size();
  };
  EXPECT_EQ(pieces(false), 0U);
  EXPECT_GT(pieces(true), 0U) << "outlines of letters within it";
}

TEST(Ink, ABlankPageShowsNothing) {
  EXPECT_DOUBLE_EQ(measure_ink(Paper(300, 200, 100).raster(), {}, {}, {}).shown, 0);
  EXPECT_FALSE(measure_ink(Raster(), {}, {}, {}).known);
}

// The letters behind a scan are held against what the picture was read as.
TEST(HiddenLayer, IsBeliedByAThaiPicture) {
  const LetterCounts picture =
      counted("ประกาศเทศบาลตำบลบ้านสวน เรื่อง งบประมาณรายจ่ายประจำปี ให้ทุกท่านได้รับทราบและร่วมกันตรวจสอบ");
  EXPECT_TRUE(
      belied_by_picture(counted("rJynroiy u.r6'u uvrnfi oriuvr6'nti snrooirusnlrr6uaila ru:r r il tr duv"), picture));
  EXPECT_FALSE(belied_by_picture(counted("ประกาศเทศบาลตำบลบ้านสวน เรื่อง งบประมาณรายจ่ายประจำปี ให้ทุกท่านได้รับทราบ"), picture));
  EXPECT_FALSE(belied_by_picture(counted("Annual budget of the town of Ban Suan, approved by its council in March"),
                                 counted("Annual budget of the town of Ban Suan, approved by its council")))
      << "a page in English";
  EXPECT_FALSE(belied_by_picture(counted("1 2"), picture)) << "too little to judge by";
}

TEST(PaintedLetters, AreTrustedOnlyWhereNothingHidesThem) {
  const RouteFacts facts = sound();
  EXPECT_TRUE(paints_its_letters(facts.hints, facts.letters));
  const std::vector<std::function<void(PageHints&)>> doubts = {
      [](PageHints& h) { h.known = false; },     [](PageHints& h) { h.invisible_glyphs = 3; },
      [](PageHints& h) { h.pale_glyphs = 40; },  [](PageHints& h) { h.image_cover = 0.5; },
      [](PageHints& h) { h.text_clips = true; }, [](PageHints& h) { h.glyphs = h.glyphs * 3; }};
  for (const auto& doubt : doubts) {
    PageHints hints = facts.hints;
    doubt(hints);
    EXPECT_FALSE(paints_its_letters(hints, facts.letters));
  }
}

}  // namespace
}  // namespace prongsai::source
