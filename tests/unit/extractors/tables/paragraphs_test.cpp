// Lines → paragraphs, and what is left out of them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractors/tables/assemble.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables {
namespace {

using testing::kBold;
using testing::PageBuilder;
using Texts = std::vector<std::string>;

constexpr double kLeft = 70;
constexpr double kRight = 510;  // 55 letters of 8 points

Texts texts_of(const Document& document) {
  Texts texts;
  for (const Paragraph& p : document.paragraphs) texts.push_back(p.text);
  return texts;
}

Texts paragraphs_of(const PageBuilder& page) {
  PageBuilder copy = page;
  return texts_of(assemble({copy.page()}));
}

// A line of running text that reaches the right margin: clusters without blanks, each a word of its own.
std::string full_line(double from) {
  std::string line;
  for (double x = from; x + 8 <= kRight; x += 8) line += "ก";
  return line;
}

TEST(Paragraphs, AWrappedLineGoesOn) {
  PageBuilder page;
  page.line(kLeft + 36, 100, full_line(kLeft + 36));
  page.line(kLeft, 120, full_line(kLeft));
  page.line(kLeft, 140, "จบตรงนี้");
  page.line(kLeft + 36, 160, "ย่อหน้าใหม่");
  const Texts texts = paragraphs_of(page);
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_TRUE(texts[0].ends_with("จบตรงนี้"));
  EXPECT_EQ(texts[1], "ย่อหน้าใหม่");
}

TEST(Paragraphs, ALineThatEndedEarlyEndsItsParagraph) {
  PageBuilder page;
  page.line(kLeft, 100, full_line(kLeft));
  page.line(kLeft, 120, "ระยะเวลาดำเนินการ");
  page.line(kLeft, 140, "ข้อจำกัดของหน่วยงาน");
  const Texts texts = paragraphs_of(page);
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_TRUE(texts[0].ends_with("ระยะเวลาดำเนินการ"));
  EXPECT_EQ(texts[1], "ข้อจำกัดของหน่วยงาน");
}

TEST(Paragraphs, ListItemsStandAlone) {
  PageBuilder page;
  page.line(kLeft, 60, full_line(kLeft));
  page.line(kLeft, 90, "- " + full_line(kLeft + 13));
  page.line(kLeft, 110, "- O12 รายงาน");
  page.line(kLeft, 130, "(๑) ข้อแรก");
  page.line(kLeft, 150, "๒. ข้อสอง");
  EXPECT_EQ(paragraphs_of(page).size(), 5U);
}

TEST(Paragraphs, AFigureThatWrappedIsNoListItem) {
  PageBuilder page;
  const std::string lead = full_line(kLeft + 36 + 50);
  page.line(kLeft + 36, 100, lead + " ร้อยละ");
  page.line(kLeft, 120, "๙๕.๓๕");
  page.line(kLeft + 36, 140, "ย่อหน้าใหม่");
  const Texts texts = paragraphs_of(page);
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_TRUE(texts[0].ends_with("๙๕.๓๕"));
}

TEST(Paragraphs, ANumberThatGoesOnFromAnEarlierHeadingBeginsOne) {
  PageBuilder page;
  page.line(kLeft, 80, "2. ประเด็นที่จะต้องพัฒนา");
  page.line(kLeft + 36, 100, full_line(kLeft + 36));
  page.line(kLeft, 120, full_line(kLeft));
  page.line(kLeft, 140, "3. มาตรการ");
  page.line(kLeft + 36, 160, full_line(kLeft + 36));
  const Texts texts = paragraphs_of(page);
  ASSERT_EQ(texts.size(), 4U);
  EXPECT_EQ(texts[2], "3. มาตรการ");
}

TEST(Paragraphs, AScoreThatWrappedGoesOnFromNoNumber) {
  PageBuilder page;
  page.line(kLeft, 80, "๘๗.๓๐ คะแนน");
  page.line(kLeft + 36, 100, full_line(kLeft + 36 + 50) + " ร้อยละ");
  page.line(kLeft, 120, "๘๘.๓๑ คะแนน");
  EXPECT_EQ(paragraphs_of(page).size(), 2U);
}

TEST(Paragraphs, HeadingsAreToldByTheirPrint) {
  PageBuilder page;
  page.line(kLeft, 60, full_line(kLeft));
  page.line(kLeft, 80, full_line(kLeft), kBold);
  page.line(kLeft, 100, full_line(kLeft));
  const Document document = assemble({page.page()});
  ASSERT_EQ(document.paragraphs.size(), 3U);
  EXPECT_TRUE(document.paragraphs[1].bold);
  EXPECT_FALSE(document.paragraphs[2].bold);
}

TEST(Paragraphs, CentredTitles) {
  PageBuilder page;
  page.centred(kLeft, kRight, 60, "มาตรการส่งเสริมคุณธรรม");
  page.centred(kLeft, kRight, 80, "สำนักงานตัวอย่าง");
  page.line(kLeft, 110, full_line(kLeft));
  page.line(kLeft + 36, 130, full_line(kLeft + 70));  // indented, and as far from the right margin: no title
  page.line(kLeft, 150, "จบ");
  const Document document = assemble({page.page()});
  ASSERT_EQ(document.paragraphs.size(), 4U);
  EXPECT_TRUE(document.paragraphs[0].centred);
  EXPECT_TRUE(document.paragraphs[1].centred);
  EXPECT_FALSE(document.paragraphs[3].centred);
  EXPECT_TRUE(document.paragraphs[3].text.ends_with("จบ"));
}

TEST(Paragraphs, GoOnOverAPageBreak) {
  PageBuilder first(1);
  first.line(kLeft, 700, full_line(kLeft));
  PageBuilder second(2);
  second.line(kLeft, 100, "ต่อจากหน้าก่อน");
  second.line(kLeft, 140, "เรื่องใหม่");
  const Document document = assemble({first.page(), second.page()});
  ASSERT_EQ(document.paragraphs.size(), 2U);
  EXPECT_EQ(document.paragraphs[0].at.page_no, 1);
  EXPECT_EQ(document.paragraphs[0].lines.size(), 2U);
  EXPECT_EQ(document.paragraphs[0].lines[1].at.page_no, 2);
}

TEST(Paragraphs, WithoutPageFurniture) {
  std::vector<Page> pages;
  for (int p = 1; p <= 4; ++p) {
    PageBuilder page(p);
    page.centred(kLeft, kRight, 40, "- " + std::to_string(p) + " -");
    page.line(kLeft, 60, "รายงานของสำนักงานตัวอย่าง");
    page.line(kLeft, 200, "เนื้อหาหน้าที่" + std::string(static_cast<std::size_t>(p), 'x'));
    page.line(400, 800, "หน้า " + std::to_string(p) + " จาก 4");
    pages.push_back(page.page());
  }
  const Document document = assemble(pages);
  EXPECT_EQ(document.paragraphs.size(), 4U);
  for (const Paragraph& p : document.paragraphs) EXPECT_TRUE(p.text.starts_with("เนื้อหาหน้าที่")) << p.text;
}

TEST(Paragraphs, AYearInTheTextIsNoPageNumber) {
  PageBuilder page;
  page.line(kLeft, 300, "ปีงบประมาณ");
  page.line(kLeft, 400, "๒๕๖๗");
  EXPECT_EQ(paragraphs_of(page), (Texts{"ปีงบประมาณ", "๒๕๖๗"}));
}

// The poster of a score, and a cover that ends in its year.
TEST(Paragraphs, AScoreOrAYearAtThePagesEdgeIsNoPageNumber) {
  PageBuilder page;
  page.line(kLeft, 40, "98.34");
  page.line(kLeft, 300, "ผลการประเมินของสำนักงานตัวอย่าง");
  page.line(kLeft, 800, "๒๕๖๗");
  EXPECT_EQ(paragraphs_of(page), (Texts{"98.34", "ผลการประเมินของสำนักงานตัวอย่าง", "๒๕๖๗"}));
}

TEST(Paragraphs, AnExcerptsPageNumberIsOne) {
  PageBuilder page;
  page.line(kLeft, 40, "- ๑๔๗ -");
  page.line(kLeft, 300, "ข้อความ");
  page.line(kLeft, 800, "๑๔๗.");
  EXPECT_EQ(paragraphs_of(page), Texts{"ข้อความ"});
}

TEST(Paragraphs, TheCatchwordOfTheNextPageIsDropped) {
  PageBuilder page;
  page.line(kLeft, 300, "ข้อความ");
  page.line(420, 790, "/๑๓. ให้ทำรายงาน...");
  EXPECT_EQ(paragraphs_of(page), Texts{"ข้อความ"});
}

TEST(Paragraphs, TextInABoxIsProse) {
  PageBuilder page;
  page.grid({60, 520}, {280, 340});
  page.line(kLeft, 310, "ข้อความในกรอบ");
  EXPECT_EQ(paragraphs_of(page), Texts{"ข้อความในกรอบ"});
}

// A page printed from a browser: the news in boxes at the side are no part of the text's lines.
TEST(SideBoxes, AreReadByThemselves) {
  PageBuilder page;
  const std::vector<std::string> body{"ในปีงบประมาณ ๒๕๖๘ ได้คะแนน ITA อยู่ใน", "ระดับผ่านดี มีบุคลากรตอบแบบวัด",
                                      "ครบทุกคน และผู้รับบริการตอบแบบวัด", "ตามจำนวนที่กำหนดไว้ทุกประการ"};
  for (std::size_t i = 0; i < body.size(); ++i) page.line(40, 120 + 20 * static_cast<double>(i), body[i]);
  for (const double top : {95.0, 150.0}) {
    page.horizontal(top, 400, 560)
        .horizontal(top + 45, 400, 560)
        .vertical(400, top, top + 45)
        .vertical(560, top, top + 45);
    page.line(410, top + 18, "ข่าวล่าสุด");
    page.line(410, top + 36, "ปิดปรับปรุงลิฟต์");
  }
  const Document document = assemble({page.page()});
  EXPECT_TRUE(document.tables.empty());
  std::string text;
  for (const Paragraph& paragraph : document.paragraphs) text += paragraph.text + "\n";
  EXPECT_LT(text.find("ตามจำนวน"), text.find("ข่าวล่าสุด")) << text;
  EXPECT_NE(text.find("อยู่ในระดับผ่านดี"), std::string::npos) << text;
}

}  // namespace
}  // namespace prongsai::tables
