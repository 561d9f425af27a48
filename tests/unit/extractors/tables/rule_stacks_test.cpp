// Tables of books: level rulings over the titles, under them and at the foot, none upright.
#include <gtest/gtest.h>

#include "tests/unit/extractors/tables/page_builder.hpp"
#include "tests/unit/extractors/tables/table_rows.hpp"

namespace prongsai::tables {
namespace {

using testing::kBold;
using testing::PageBuilder;
using testing::read;
using testing::Rows;
using testing::rows_of;

const std::vector<double> kThree{50, 330, 430, 545};

void rules(PageBuilder& page, const std::vector<double>& ys) {
  for (const double y : ys) page.horizontal(y, 50, 545);
}

// Titles of two lines of which none fills all columns, labels that wrap, a total over a ruling of its own.
void book_table(PageBuilder& page, double y, const std::string& last) {
  rules(page, {y, y + 50, y + 150, y + 180});
  page.row(kThree, y + 20, {"ความพึงพอใจต่อเจ้าหน้าที่", "", ""}, kBold).row(kThree, y + 32, {"", "(X)", "ระดับ"}, kBold);
  page.row(kThree, y + 44, {"(ด้านบริการ)", "", ""}, kBold);
  page.row(kThree, y + 72, {"๑. มีอัธยาศัยดี", "๔.๒๕", "มาก"}).row(kThree, y + 94, {"๒. ช่วยแก้ปัญหาได้", "๔.๒๗", "มาก"});
  page.row(kThree, y + 116, {"อย่างถูกต้อง", "", ""}).row(kThree, y + 138, {"๓. ติดตามงาน", "๔.๑๙", "มาก"});
  page.row(kThree, y + 170, {last, "๔.๒๓", "มาก"});
}

const Rows kRows{"H ความพึงพอใจต่อเจ้าหน้าที่ (ด้านบริการ)|(X)|ระดับ", "B ๑. มีอัธยาศัยดี|๔.๒๕|มาก",
                 "B ๒. ช่วยแก้ปัญหาได้อย่างถูกต้อง|๔.๒๗|มาก", "B ๓. ติดตามงาน|๔.๑๙|มาก", "B รวม|๔.๒๓|มาก"};

TEST(RuleStacks, TitlesOfSeveralLinesAndLabelsThatWrap) {
  PageBuilder page;
  book_table(page, 100, "รวม");
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(rows_of(document.tables[0]), kRows);
}

TEST(RuleStacks, TablesOfOneReachBelowEachOtherAreTwo) {
  PageBuilder page;
  book_table(page, 100, "รวม");
  page.line(60, 310, "จากตารางพบว่า ผู้ใช้บริการมีความพึงพอใจต่อเจ้าหน้าที่อยู่ในระดับมาก");
  page.line(60, 370, "ตารางที่ ๙");
  book_table(page, 385, "รวม");
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 2U);
  EXPECT_EQ(rows_of(document.tables[0]), kRows);
  EXPECT_EQ(rows_of(document.tables[1]), kRows);
}

// Heads in coloured bands, whose edges are rulings; a line under the first table, none under the second.
TEST(RuleStacks, HeadsInBandsBeginTablesOfTheirOwn) {
  const std::vector<double> columns{50, 250, 350, 450, 545};
  PageBuilder page;
  rules(page, {100, 125, 205});
  page.row(columns, 118, {"แบบวัด", "ปี ๒๕๖๕", "ปี ๒๕๖๖", "ปี ๒๕๖๗"}, kBold);
  page.row(columns, 145, {"IIT", "๘๒.๙๑", "๘๖.๐๒", "๘๘.๒๓"}).row(columns, 170, {"EIT", "๘๑.๒๔", "๘๔.๒๓", "๘๗.๖๑"});
  page.row(columns, 195, {"OIT", "๘๘.๗๕", "๙๓.๗๕", "๙๖.๘๘"});
  page.line(60, 216, "เป้าหมาย : ๙๓.๐๐");
  page.line(60, 238, "คะแนนรายตัวชี้วัด", kBold);
  rules(page, {250, 275});
  const testing::Print small{13, kBold.font};
  page.row(columns, 268, {"ตัวชี้วัด", "ปี ๒๕๖๕", "ปี ๒๕๖๖", "ปี ๒๕๖๗"}, small);
  const std::vector<std::vector<std::string>> rows{{"1. การปฏิบัติหน้าที่", "๘๖.๔๐", "๘๙.๗๒", "๙๒.๑๘"},
                                                   {"2. การใช้งบประมาณ", "๘๐.๑๕", "๘๓.๙๐", "๘๒.๖๔"},
                                                   {"3. การใช้อำนาจ", "๘๕.๒๒", "๘๘.๔๕", "๙๐.๓๗"},
                                                   {"4. การใช้ทรัพย์สิน", "๗๙.๓๘", "๘๒.๐๖", "๘๖.๙๑"}};
  for (std::size_t i = 0; i < rows.size(); ++i) page.row(columns, 295 + 22.0 * static_cast<double>(i), rows[i], small);
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 2U);
  EXPECT_EQ(rows_of(document.tables[0]), (Rows{"H แบบวัด|ปี ๒๕๖๕|ปี ๒๕๖๖|ปี ๒๕๖๗", "B IIT|๘๒.๙๑|๘๖.๐๒|๘๘.๒๓",
                                               "B EIT|๘๑.๒๔|๘๔.๒๓|๘๗.๖๑", "B OIT|๘๘.๗๕|๙๓.๗๕|๙๖.๘๘"}));
  const Rows second = rows_of(document.tables[1]);
  ASSERT_EQ(second.size(), 5U);
  for (std::size_t i = 0; i < rows.size(); ++i)
    EXPECT_EQ(second[i + 1], "B " + rows[i][0] + "|" + rows[i][1] + "|" + rows[i][2] + "|" + rows[i][3]);
}

TEST(RuleStacks, ProseBetweenRulingsIsNoTable) {
  PageBuilder page;
  rules(page, {100, 150, 250});
  page.line(60, 130, "ประกาศสำนักงาน เรื่อง มาตรการประหยัดพลังงาน");
  page.line(60, 180, "ให้ทุกส่วนราชการปิดไฟและเครื่องปรับอากาศเมื่อไม่มีผู้ใช้งาน และรายงานผล");
  page.line(60, 210, "ทุกสิ้นเดือนต่อผู้บังคับบัญชาตามลำดับชั้น");
  EXPECT_TRUE(read(page).tables.empty());
}

// A card: a frame, a banner, and lines of labels and what they say, parted by level rulings alone.
TEST(RuleStacks, CardsInAFrame) {
  PageBuilder page;
  page.vertical(50, 100, 250).vertical(545, 100, 250);
  rules(page, {100, 130, 160, 190, 220, 250});
  page.line(60, 120, "บัตรที่ ๑ การใช้ทรัพย์สินของราชการ");
  const std::vector<double> two{50, 200};
  page.row(two, 150, {"จุดอ่อน", "ไม่มีทะเบียนคุมการยืม"}).row(two, 180, {"แนวทาง", "จัดทำทะเบียนคุม"});
  page.row(two, 210, {"ผู้รับผิดชอบ", "งานพัสดุ"}).row(two, 240, {"กำหนดเสร็จ", "มีนาคม ๒๕๖๗"});
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].cols, 2);
  EXPECT_EQ(document.tables[0].rows.size(), 4U);
}

// Figures a blank apart under titles that are: a column of figures on one side parts them; a level in two lines beside.
TEST(RuleStacks, ColumnsOfFiguresMayStandABlankApart) {
  PageBuilder page;
  const std::vector<double> five{50, 170, 218, 266, 330};
  for (const double y : {100.0, 130.0, 180.0, 230.0}) page.horizontal(y, 50, 420);
  page.row(five, 120, {"หน่วยงาน", "IIT", "EIT", "OIT", "ระดับ"}, kBold);
  for (const double y : {0.0, 50.0}) {
    page.row(five, 158 + y, {y == 0 ? "กรมชลประทาน" : "กรมถนน", "๒๖.๔๐", "๒๔.๑๘", "๓๓.๖๐", ""});
    page.row(five, 149 + y, {"", "", "", "", "ต้อง"}).row(five, 170 + y, {"", "", "", "", "ปรับปรุง"});
  }
  EXPECT_EQ(rows_of(read(page).tables.at(0)),
            (Rows{"H หน่วยงาน|IIT|EIT|OIT|ระดับ", "B กรมชลประทาน|๒๖.๔๐|๒๔.๑๘|๓๓.๖๐|ต้องปรับปรุง",
                  "B กรมถนน|๒๖.๔๐|๒๔.๑๘|๓๓.๖๐|ต้องปรับปรุง"}));
}

TEST(RuleStacks, TablesAbreastAreReadOneByOne) {
  PageBuilder page;
  for (const double left : {50.0, 310.0}) {
    const double shift = left == 50 ? 0 : 8;  // their rulings need not be level with each other
    for (const double y : {100.0, 130.0, 160.0, 190.0}) page.horizontal(y + shift, left, left + 220);
    const std::vector<double> two{left, left + 150};
    page.row(two, 120 + shift, {"ประเด็นคำถาม", "คะแนน"}, kBold);
    page.row(two, 150 + shift, {"ทำตามขั้นตอน", left == 50 ? "๙๑.๒๐" : "๙๒.๔๘"});
    page.row(two, 180 + shift, {"ทำตามเวลา", left == 50 ? "๙๐.๔๔" : "๘๑.๖๖"});
  }
  const Document document = read(page);
  ASSERT_EQ(document.tables.size(), 2U);
  EXPECT_EQ(rows_of(document.tables[0]), (Rows{"H ประเด็นคำถาม|คะแนน", "B ทำตามขั้นตอน|๙๑.๒๐", "B ทำตามเวลา|๙๐.๔๔"}));
  EXPECT_EQ(rows_of(document.tables[1]), (Rows{"H ประเด็นคำถาม|คะแนน", "B ทำตามขั้นตอน|๙๒.๔๘", "B ทำตามเวลา|๘๑.๖๖"}));
}

// Cards in frames with coloured bands for titles: the ruling under the band is not drawn, another begins late where its
// dashes touch a letter, and each card's title stands over it.
TEST(RuleStacks, CardsAbreastKeepTheirFirstRowsAndTitles) {
  PageBuilder page;
  const std::vector<std::string> titles{"๑.๑ งานบริการ", "๑.๒ งานพัสดุ", "๑.๓ งานคลัง", "๑.๔ งานบุคคล"};
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const double left = i % 2 == 0 ? 50 : 310, top = i < 2 ? 100 : 240;
    page.vertical(left, top, top + 90).vertical(left + 240, top, top + 90);
    page.horizontal(top + 30, left + 20, left + 240);
    page.horizontal(top + 60, left, left + 240).horizontal(top + 90, left, left + 240);
    page.line(left + 5, top - 8, titles[i], kBold);
    const std::vector<double> two{left, left + 110};
    page.row(two, top + 20, {"จุดอ่อน", "ไม่มีคู่มือ"});
    page.row(two, top + 50, {"ผู้รับผิดชอบ", "กลุ่มแผน"});
    page.row(two, top + 80, {"ระยะเวลา", "มีนาคม"});
  }
  const Document document = read(page);
  std::vector<std::string> order;
  for (const Block& block : document.order) {
    if (block.kind == Block::Kind::paragraph)
      order.push_back(document.paragraphs[block.index].text);
    else
      for (const std::string& row : rows_of(document.tables[block.index])) order.push_back(row.substr(2));
  }
  std::vector<std::string> wanted;
  for (const std::string& title : titles) {
    for (const auto& text :
         {title, std::string("จุดอ่อน|ไม่มีคู่มือ"), std::string("ผู้รับผิดชอบ|กลุ่มแผน"), std::string("ระยะเวลา|มีนาคม")})
      wanted.push_back(text);
  }
  EXPECT_EQ(order, wanted);
}

}  // namespace
}  // namespace prongsai::tables
