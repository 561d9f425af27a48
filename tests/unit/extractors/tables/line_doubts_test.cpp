// Words that OCR was unsure of, as places in the texts of lines, paragraphs and cells.
#include "extractors/tables/line_doubts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/extractors/tables/page_builder.hpp"
#include "tests/unit/extractors/tables/table_rows.hpp"

namespace prongsai::tables {
namespace {

using testing::kBold;
using testing::PageBuilder;
using testing::read;

const std::vector<double> kColumns{50, 150, 350, 545};
const std::vector<std::string> kTitles{"ประเด็น", "ขั้นตอน", "ผู้รับผิดชอบ"};

// The page as OCR reads it; two readings of the n-th word of that text differ.
PageBuilder& scanned(PageBuilder& page, const std::string& text = "", const std::string& alternative = "",
                     int number = 1) {
  for (Word& word : page.page().words) {
    word.source = TextSource::ocr;
    if (word.text != text || --number != 0) continue;
    word.alternative = alternative;
    word.weakest = 0.4;
  }
  return page;
}

// The stretches of a text that are in doubt, with what the other reading makes of them.
template <typename Text>
std::string doubted(const Text& text) {
  std::string out;
  for (const Doubt& doubt : text.doubts) {
    EXPECT_EQ(text.text.substr(doubt.begin, doubt.end - doubt.begin), doubt.text);
    out += (out.empty() ? "" : " ") + doubt.text + "/" + doubt.alternative;
  }
  return out;
}

TEST(LineDoubts, HowSureOcrIsOfAWord) {
  Word word;
  word.weakest = 0.5;
  EXPECT_EQ(certainty_of(word), Certainty::certain) << "of a text layer";
  word.source = TextSource::ocr;
  EXPECT_EQ(certainty_of(word), Certainty::low_confidence);
  word.alternative = "๒";
  EXPECT_EQ(certainty_of(word), Certainty::conflicting);
  word = {};
  word.source = TextSource::ocr;
  EXPECT_EQ(certainty_of(word), Certainty::certain);
}

TEST(LineDoubts, OfAParagraphBehindLettersThatAreMended) {
  PageBuilder page;
  page.line(60, 100, "ขันตอนการดาเนินงานของสำนักงานตามแผนปฏิบัติการประจำปีงบประมาณ ที่ได้");
  page.line(60, 122, "คะแนน ๙๕.๓๗ ในปีนี้");
  const Document document = read(scanned(page, "๙๕.๓๗", "๙๕.๓๑"));
  ASSERT_EQ(document.paragraphs.size(), 1U);
  const Paragraph& paragraph = document.paragraphs[0];
  ASSERT_NE(paragraph.text.substr(0, 40), paragraph.raw_text.substr(0, 40)) << "something was mended";
  EXPECT_EQ(doubted(paragraph), "๙๕.๓๗/๙๕.๓๑");
  EXPECT_EQ(paragraph.doubts[0].certainty, Certainty::conflicting);
  EXPECT_NEAR(paragraph.doubts[0].at.confidence, 0.4, 1e-9);
  ASSERT_EQ(paragraph.lines.size(), 2U);
  EXPECT_EQ(doubted(paragraph.lines[0]), "");
  EXPECT_EQ(doubted(paragraph.lines[1]), "๙๕.๓๗/๙๕.๓๑");
}

TEST(LineDoubts, OfTheCellThatHoldsTheWordAndOfNoOther) {
  PageBuilder page;
  page.grid(kColumns, {100, 130, 160}).row(kColumns, 120, kTitles, kBold);
  page.row(kColumns, 150, {"๙๐.๒๕", "ได้ ๙๐.๒๕ คะแนน", "๙๐.๒๕"});
  const Document document = read(scanned(page, "๙๐.๒๕", "๙๐.๒๖", 2));
  ASSERT_EQ(document.tables.size(), 1U);
  const auto& cells = document.tables[0].rows.back().cells;
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_EQ(doubted(cells[0]), "");
  EXPECT_EQ(doubted(cells[1]), "๙๐.๒๕/๙๐.๒๖");
  EXPECT_EQ(doubted(cells[2]), "");
}

TEST(LineDoubts, OfACellThatGoesOnOverThePageBreak) {
  PageBuilder first(1);
  first.grid(kColumns, {700, 730}).row(kColumns, 720, kTitles, kBold);
  for (const double x : kColumns) first.vertical(x, 730, 760);
  first.row(kColumns, 750, {"ก", "จัดให้มีการอบรมของสำนักงาน", "ค"});
  PageBuilder second(2);
  second.grid(kColumns, {60, 90, 120}).row(kColumns, 80, {"", "ไตรมาสที่ ๓ รวม ๒๕๐ คน", ""});
  second.row(kColumns, 110, {"อื่น", "๒๕๐", "อื่น"});
  scanned(first);
  scanned(second, "๒๕๐", "๒๖๐");
  const Document document = assemble({first.page(), second.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  ASSERT_EQ(document.tables[0].rows.size(), 3U);
  const TableCell& joined = document.tables[0].rows[1].cells.at(1);
  EXPECT_EQ(joined.at.page_no, 1);
  EXPECT_EQ(doubted(joined), "๒๕๐/๒๖๐");
  EXPECT_EQ(joined.doubts[0].at.page_no, 2);
  EXPECT_EQ(doubted(document.tables[0].rows[2].cells.at(1)), "");
}

TEST(LineDoubts, OfALetterThatTheRepairGuessedAt) {
  PageBuilder page;
  page.line(60, 100, "ให้ ทา ตามแผน");
  const Document document = read(page);
  ASSERT_EQ(document.paragraphs.size(), 1U);
  EXPECT_EQ(doubted(document.paragraphs[0]), "า/");
  EXPECT_EQ(document.paragraphs[0].doubts[0].certainty, Certainty::ambiguous);
  EXPECT_TRUE(is_doubtful_text(document.paragraphs[0].doubts));
}

}  // namespace
}  // namespace prongsai::tables
