// Words → lines: baselines, stray marks, blanks, cells.
#include "extractors/tables/lines.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables {
namespace {

using testing::PageBuilder;
using testing::Print;

std::vector<Line> lines_of(const Page& page) {
  const PageClusters text = cut_clusters(page);
  ClusterIds ids(text.clusters.size());
  std::iota(ids.begin(), ids.end(), 0U);
  return build_lines(text, ids);
}

std::vector<std::string> texts_of(const Page& page) {
  std::vector<std::string> texts;
  for (const Line& line : lines_of(page)) texts.push_back(line.out.raw_text);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Lines, OrderedByBaselineThenX) {
  PageBuilder page;
  page.line(50, 130, "บรรทัดที่สอง");
  page.word(150, 100, "แรก");
  page.word(50, 100, "บรรทัด");
  EXPECT_EQ(texts_of(page.page()), (Texts{"บรรทัด แรก", "บรรทัดที่สอง"}));
}

TEST(Lines, PiecesOfOneWordJoinWithoutABlank) {
  PageBuilder page;
  double x = page.word(50, 100, "หน่");
  x = page.word(x + 0.4, 100, "วยงา");
  page.word(x + 1.2, 100, "นภาครัฐ");  // less than a blank: Poppler cut here
  EXPECT_EQ(texts_of(page.page()), Texts{"หน่วยงานภาครัฐ"});
}

TEST(Lines, StretchedLettersAreNotWords) {
  PageBuilder page;
  double x = 50;
  for (const char* letter : {"ก", "า", "ร", "ง", "า", "น", "ก", "า", "ร", "ง", "า", "น"}) {
    x = page.word(x, 100, letter) + 3;  // 0.19 em between
  }
  page.word(x + 5, 100, "ต่อ");
  EXPECT_EQ(texts_of(page.page()), Texts{"การงานการงาน ต่อ"});
}

TEST(Lines, BlanksInAShortLine) {
  PageBuilder page;
  page.line(50, 100, "๑. ทำ ๒. ดู");
  page.line(50, 130, "ก ข");
  EXPECT_EQ(texts_of(page.page()), (Texts{"๑. ทำ ๒. ดู", "ก ข"}));
}

TEST(Lines, MarksGivenApartGoToTheirLetter) {
  PageBuilder page;
  page.word(50, 100, "เลม");  // เ 50–58, ล 58–66, ม 66–74
  page.word(66, 103, "่");     // three points lower, no width, at the right side of ล
  page.word(90, 100, "ต่อ");
  EXPECT_EQ(texts_of(page.page()), Texts{"เล่ม ต่อ"});
}

TEST(Lines, MarksOfALineThatThePageBreakTookAwayAreDropped) {
  PageBuilder page;
  page.line(50, 700, "บรรทัดสุดท้ายของหน้า");
  page.word(80, 740, "ั่");
  page.word(120, 740, "ี");
  EXPECT_EQ(texts_of(page.page()), Texts{"บรรทัดสุดท้ายของหน้า"});
}

TEST(Lines, NoBlankBeforeACombiningMark) {
  PageBuilder page;
  const double x = page.word(50, 100, "ท");
  page.word(x + 9, 100, "ี่");
  EXPECT_EQ(texts_of(page.page()), Texts{"ที่"});
}

TEST(Lines, SuperscriptJoinsItsLine) {
  PageBuilder page;
  const double x = page.line(50, 100, "ปีที่ 25");
  page.word(x, 94, "th", Print{9, "Sarabun"});
  page.line(50, 125, "บรรทัดต่อไป");
  EXPECT_EQ(texts_of(page.page()), (Texts{"ปีที่ 25th", "บรรทัดต่อไป"}));
}

TEST(Lines, BoxesFarTallerThanTheLetters) {
  PageBuilder page;  // as Poppler gives Type 3 fonts: lines 20 points apart, boxes 51 points high
  for (const double y : {100.0, 120.0, 140.0}) {
    page.line(50, y, "ข้อความยาวพอประมาณ");
    Word& word = page.page().words.back();
    word.box.y0 = y - 37.2;
    word.box.y1 = y + 13.8;
  }
  const auto lines = lines_of(page.page());
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_LT(lines[0].box().height(), 30);  // the line's own box is cut to its letters
}

TEST(Lines, HintsMoveWithTheText) {
  PageBuilder page;
  page.word(50, 100, "การ");
  page.word(90, 100, "ดาเนินการ");
  page.page().words.back().sara_am_at = {1};
  const auto lines = lines_of(page.page());
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].out.raw_text, "การ ดาเนินการ");
  for (std::size_t i = 0; i < lines[0].letters.size(); ++i) {
    EXPECT_EQ(lines[0].letters[i].shown, i == 5 ? Sara::am : Sara::untold) << i;
  }
}

TEST(Lines, LettersKnowTheirPlace) {
  PageBuilder page;
  page.word(50, 100, "การ");
  page.word(90, 100, "ทาทา");
  const auto lines = lines_of(page.page());
  ASSERT_EQ(lines.size(), 1U);
  ASSERT_EQ(lines[0].letters.size(), 8U);
  EXPECT_EQ(lines[0].letters[3].word, LetterPlace::kNone) << "the blank";
  EXPECT_EQ(lines[0].letters[5].word, 1U);
  EXPECT_EQ(lines[0].letters[5].at, 1U);
}

TEST(Lines, OcrWordsKeepTheBlanksThatTheReaderSaw) {
  PageBuilder page;
  double x = page.word(50, 100, "ร้อยละ");
  page.page().words.back().space_after = true;
  x = page.word(x + 2, 100, "๙๕");
  page.word(x + 5, 100, "คะแนน");
  for (Word& word : page.page().words) {
    word.source = TextSource::ocr;
    word.confidence = 0.8;
    word.chars.clear();
  }
  const auto lines = lines_of(page.page());
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].out.raw_text, "ร้อยละ ๙๕คะแนน");
  EXPECT_EQ(lines[0].out.at.source, TextSource::ocr);
  EXPECT_NEAR(lines[0].out.at.confidence, 0.8, 1e-9);
}

// Where letters touch, their places are guesses; the reader knows the order all the same.
TEST(Lines, OcrWordsKeepTheOrderThatTheReaderSaw) {
  PageBuilder page;
  const double x = page.word(50, 100, "พ.ศ.");
  page.page().words.back().space_after = true;
  page.word(x + 5, 100, "๒๕๔๑");
  for (Word& word : page.page().words) word.source = TextSource::ocr;
  Word& year = page.page().words.back();
  std::swap(year.chars[0], year.chars[2]);
  std::swap(year.chars[1], year.chars[2]);
  const auto lines = lines_of(page.page());
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].out.raw_text, "พ.ศ. ๒๕๔๑");
}

TEST(Lines, BoldAndSizeOfMostLetters) {
  PageBuilder page;
  const double x = page.word(50, 100, "หัวข้อสำคัญ", Print{16, "Sarabun-Bold"});
  page.word(x, 100, "ก", Print{12, "Sarabun"});
  const auto lines = lines_of(page.page());
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].out.bold);
  EXPECT_DOUBLE_EQ(lines[0].out.font_size, 16);
}

TEST(Lines, TurnedTextIsKept) {
  PageBuilder page;
  page.line(50, 100, "ข้อความปกติ");
  Word turned = page.page().words.back();
  turned.text = "แนวตั้ง";
  turned.rotation = 270;
  turned.chars.clear();
  turned.box = {300, 200, 315, 300};
  page.page().words.push_back(turned);
  EXPECT_EQ(texts_of(page.page()), (Texts{"ข้อความปกติ", "แนวตั้ง"}));
}

// Cells -------------------------------------------------------------------------------------------------

Grid two_columns() {
  Grid grid;
  grid.box = {50, 80, 250, 120};
  grid.rows = 1;
  grid.cols = 2;
  grid.row_edges = {80, 120};
  grid.col_edges = {50, 150, 250};
  grid.cells = {{0, 0, 1, 1, {50, 80, 150, 120}, {}}, {0, 1, 1, 1, {150, 80, 250, 120}, {}}};
  return grid;
}

Texts cell_texts(const Page& page, const Grid& grid) {
  const PageClusters text = cut_clusters(page);
  const Placement placement = place_words(text, {&grid});
  Texts out;
  for (const ClusterIds& ids : placement.cells[0]) {
    std::string cell;
    for (const Line& line : build_lines(text, ids)) cell += line.out.raw_text;
    out.push_back(cell);
  }
  return out;
}

TEST(CellWords, AWordThatRunsIntoTheNextCellIsSplitBetweenLetters) {
  PageBuilder page;
  page.word(118, 105, "กกกกขขข");  // letters of 8 points: the edge at 150 falls between the fourth and the fifth
  EXPECT_EQ(cell_texts(page.page(), two_columns()), (Texts{"กกกก", "ขขข"}));
}

TEST(CellWords, AWordThatOutgrowsItsCellStaysWhole) {
  PageBuilder page;
  page.word(90, 105, "กกกกกกกก");  // the edge cuts through the last letter
  EXPECT_EQ(cell_texts(page.page(), two_columns()), (Texts{"กกกกกกกก", ""}));
}

TEST(CellWords, TheInnermostGridTakesItsWords) {
  PageBuilder page;
  page.word(60, 105, "ใน");
  const Grid inner = two_columns();
  Grid outer;
  outer.box = {20, 20, 500, 500};
  outer.rows = outer.cols = 1;
  outer.row_edges = outer.col_edges = {20, 500};
  outer.cells = {{0, 0, 1, 1, outer.box, {}}};
  const PageClusters text = cut_clusters(page.page());
  const Placement placement = place_words(text, {&outer, &inner});
  EXPECT_TRUE(placement.cells[0][0].empty());
  EXPECT_EQ(placement.cells[1][0].size(), 2U);
  EXPECT_TRUE(placement.prose.empty());
}

}  // namespace
}  // namespace prongsai::tables
