// Columns of text beside each other, two pages on one sheet, and the panels of a leaflet.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extractors/tables/assemble.hpp"
#include "extractors/tables/page_content.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables {
namespace {

using testing::kBold;
using testing::PageBuilder;

std::string joined_letters(std::size_t count) {
  std::string text;
  while (count-- > 0) text += "ก";
  return text;
}

// A line as wide as its column: 30 letters are 240 points.
std::string full(const std::string& begin) {
  std::string text = begin;
  while (text::length(text) < 30) text += "ก";
  return text;
}

const std::vector<std::string> kLeft{full("หนึ่ง"), full("สอง"), full("สาม"), "สี่", full("ห้า"), full("หก")};
const std::vector<std::string> kRight{full("เจ็ด"), full("แปด"), full("เก้า"), full("สิบ"), "จบ"};

void lines(PageBuilder& page, double x, double baseline, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    page.line(x, baseline, text);
    baseline += 22;
  }
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "\n") + text;
  return out;
}

std::string text_of(PageBuilder& page) {
  return assemble({page.page()}).page_texts.at(0).text;
}

TEST(TextColumns, AreReadOneAfterTheOther) {
  PageBuilder page;
  page.centred(50, 550, 60, "รายงานผลการประเมิน", kBold);
  lines(page, 50, 100, kLeft);
  lines(page, 310, 100, kRight);
  page.line(50, 300, "ข้อความท้ายรายงานที่ยาวเต็มหน้ากระดาษทั้งสองคอลัมน์ตามแบบ");
  EXPECT_EQ(text_of(page), "รายงานผลการประเมิน\n" + joined(kLeft) + "\n" + joined(kRight) +
                               "\nข้อความท้ายรายงานที่ยาวเต็มหน้ากระดาษทั้งสองคอลัมน์ตามแบบ");
}

TEST(TextColumns, NeedNotStandOnTheSameBaselines) {
  PageBuilder page;
  lines(page, 50, 100, kLeft);
  lines(page, 310, 109, kRight);
  EXPECT_EQ(text_of(page), joined(kLeft) + "\n" + joined(kRight));
}

TEST(TextColumns, ALineDrawnBetweenThemIsEnough) {
  const std::vector<std::string> notes{"ผู้ทำ", full("กอง"), "เวลา", "มีนาคม", "ข้อจำกัด", "ไม่มี"};
  PageBuilder page;
  lines(page, 50, 100, notes);
  lines(page, 310, 100, notes);
  page.vertical(300, 80, 230);
  EXPECT_EQ(text_of(page), joined(notes) + "\n" + joined(notes));
}

// A narrow and a wide column ten times: a pair does not part, pairs do. Each run of columns is measured once, however
// many ways lead to it; else such a sheet would be read for years.
TEST(TextColumns, ManyOfUnlikeWidth) {
  const std::string narrow = joined_letters(14);
  const std::string wide = joined_letters(26);
  PageBuilder page(1, 4200);
  std::vector<std::string> read;
  for (double x = 50; read.size() < 40; x += 380) {
    lines(page, x, 100, {narrow, narrow, narrow, narrow});
    lines(page, x + 142, 100, {wide, wide, wide, wide});
    read.insert(read.end(), 4, narrow + " " + wide);
  }
  EXPECT_EQ(text_of(page), joined(read));
}

TEST(TextColumns, ThreeOfThem) {
  const auto narrow = [](const std::string& begin) {
    std::string text = begin;
    while (text::length(text) < 18) text += "ก";
    return text;
  };
  const std::vector<std::string> column{narrow("หนึ่ง"), narrow("สอง"), narrow("สาม"), narrow("สี่")};
  PageBuilder page;
  for (const double x : {30.0, 220.0, 410.0}) lines(page, x, 100, column);
  EXPECT_EQ(text_of(page), joined(column) + "\n" + joined(column) + "\n" + joined(column));
}

TEST(TextColumns, AGridIsReadWithTheColumnThatItStandsIn) {
  PageBuilder page;
  lines(page, 50, 100, {full("หนึ่ง"), full("สอง")});
  page.grid({50, 150, 290}, {140, 165, 190}).row({50, 150}, 158, {"IIT", "๒๘"}).row({50, 150}, 183, {"EIT", "๒๗"});
  lines(page, 50, 215, {full("สาม"), full("สี่"), full("ห้า")});
  lines(page, 310, 100, {full("หก"), full("เจ็ด"), full("แปด"), full("เก้า"), full("สิบ"), full("ปลาย"), full("จบ")});
  const Document document = assemble({page.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  const std::string text = document.page_texts.at(0).text;
  EXPECT_LT(text.find("สอง"), text.find("IIT"));
  EXPECT_LT(text.find("EIT\t๒๗"), text.find("สาม"));
  EXPECT_LT(text.find("ห้า"), text.find("หก"));
}

TEST(TextColumns, LabelsAndWhatTheySayAreNone) {
  PageBuilder page;
  const std::vector<std::string> labels{"แบบวัด IIT", "แบบวัดของผู้มีส่วนได้เสียภายนอก", "OIT", "ระดับ", "ลำดับที่ได้"};
  const std::vector<std::string> values{"๒๘.๑๒ คะแนน", "๒๗.๔๐ คะแนน", "๓๘.๐๕ คะแนน", "ผ่านดี", "๓"};
  lines(page, 50, 100, labels);
  lines(page, 320, 100, values);
  std::string rows;
  for (std::size_t i = 0; i < labels.size(); ++i) rows += (i > 0 ? "\n" : "") + labels[i] + " " + values[i];
  EXPECT_EQ(text_of(page), rows);
}

// White runs through both columns between rows: a table whose rulings are missing.
TEST(TextColumns, RowsOfTwoCellsAreNone) {
  PageBuilder page;
  double y = 100;
  for (const char* row : {"ก", "ข", "ค", "ง"}) {
    lines(page, 50, y, {full(row), full("ต่อ")});
    lines(page, 310, y, {full(row), full("ต่อ")});
    y += 80;
  }
  EXPECT_TRUE(text_of(page).starts_with(full("ก") + " " + full("ก")));
}

// ---- pages and panels on a sheet

TEST(Sheets, HoldTwoPagesOneAfterTheOther) {
  PageBuilder sheet(1, 842, 595);
  for (const double left : {0.0, 421.0}) {
    lines(sheet, left + 40, 60, {"หัวเรื่องของหน้า", full("เนื้อความ"), "ท้ายวรรค"});
    sheet.line(left + 200, 560, left > 0 ? "๓" : "๒");
  }
  const Document document = assemble({sheet.page()});
  ASSERT_EQ(document.page_texts.size(), 1U);
  const std::string page = "หัวเรื่องของหน้า\n" + full("เนื้อความ") + "\nท้ายวรรค";
  EXPECT_EQ(document.page_texts[0].text, page + "\n๒\n" + page + "\n๓");
}

TEST(Sheets, ATableGoesOnOverTheFold) {
  PageBuilder sheet(1, 842, 595);
  sheet.vertical(421, 20, 580);  // some programs draw the fold
  sheet.line(40, 60, full("ตารางแสดงมาตรการ"));
  const std::vector<double> left{40, 140, 380};
  const std::vector<double> right{461, 561, 801};
  sheet.grid(left, {500, 530, 560}).row(left, 520, {"ที่", "มาตรการ"}, kBold).row(left, 550, {"๑", full("ทำทะเบียน")});
  sheet.grid(right, {40, 70, 100}).row(right, 60, {"ที่", "มาตรการ"}, kBold).row(right, 90, {"๒", full("อบรม")});
  sheet.line(461, 200, full("หมายเหตุ"));
  const Document document = assemble({sheet.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].rows.size(), 3U);
}

// A leaflet in three: its boxes stand at one height, and nothing crosses a fold.
TEST(Sheets, PanelsOfALeafletAreReadOneAfterTheOther) {
  PageBuilder sheet(1, 842, 595);
  const double third = 842.0 / 3;
  const std::vector<std::string> panel{"เรื่องที่ทำ", "๑. ติดป้ายค่าธรรมเนียมทุกช่อง", "ผู้รับผิดชอบ : กองคลัง", "ระยะเวลา : มีนาคม"};
  for (const double x : {third, 2 * third}) sheet.vertical(x, 0, 595);
  for (const double left : {0.0, third, 2 * third}) lines(sheet, left + 30, 60, panel);
  EXPECT_EQ(text_of(sheet), joined(panel) + "\n" + joined(panel) + "\n" + joined(panel));
}

TEST(Sheets, PanelsNeedNoFoldsDrawnWhereTheirLinesStandAtHeightsOfTheirOwn) {
  PageBuilder sheet(1, 842, 595);
  const double third = 842.0 / 3;
  const std::vector<std::string> panel{"เรื่องที่ทำ", "๑. ติดป้ายค่าธรรมเนียมทุกช่อง", "ผู้รับผิดชอบ : กองคลัง", "ระยะเวลา : มีนาคม"};
  double y = 60;
  for (const double left : {0.0, third, 2 * third}) lines(sheet, left + 30, y += 7, panel);
  EXPECT_EQ(text_of(sheet), joined(panel) + "\n" + joined(panel) + "\n" + joined(panel));
}

TEST(Sheets, ColumnsOfATableAreNoPanels) {
  PageBuilder sheet(1, 842, 595);
  const double third = 842.0 / 3;
  sheet.centred(0, 842, 40, "คะแนนในสามปีที่ผ่านมา", kBold);
  for (const double y : {100.0, 140.0, 180.0}) {
    for (const double left : {0.0, third, 2 * third}) sheet.line(left + 30, y, "ปี ๒๕๖๗ ได้ ๘๘.๒๐ คะแนน");
  }
  EXPECT_EQ(read_sheet(sheet.page()).size(), 1U);
}

TEST(Sheets, ATableOverTheMiddleIsOnePage) {
  PageBuilder sheet(1, 842, 595);
  const std::vector<double> xs{40, 240, 440, 640, 800};
  sheet.grid(xs, {100, 130, 160});
  sheet.row(xs, 120, {"ประเด็น", "มาตรการ", "ผู้ทำ", "เวลา"}, kBold).row(xs, 150, {"หนึ่ง", "ทำทะเบียน", "กอง", "มีนาคม"});
  lines(sheet, 40, 200, {full("หมายเหตุ"), full("หมายเหตุ")});
  const Document document = assemble({sheet.page()});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].cols, 4);
}

}  // namespace
}  // namespace prongsai::tables
