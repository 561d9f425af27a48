#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extracted.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;
using ::testing::ElementsAre;

std::vector<std::string> cells_of(const Record& record, std::string_view column) {
  std::vector<std::string> cells;
  for (const CellRecord& cell : record.cells) {
    if (word_of(cell.column_key) == column) cells.push_back(cell.text);
  }
  return cells;
}

DocumentBuilder two_measures() {
  DocumentBuilder builder;
  builder.text("แบบรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส");
  builder.text("มาตรการที่ ๑ ติดป้ายค่าธรรมเนียมที่จุดบริการ").text("ผลการดำเนินการ ติดแล้ว ๔ จุด");
  builder.text("ผู้รับผิดชอบ กองคลัง ระยะเวลาดำเนินการ พ.ย. ๖๗").text("ปัญหา/อุปสรรค ป้ายซีดเร็ว");
  builder.text("มาตรการที่ ๒ นัดหมายล่วงหน้าทางโทรศัพท์").text("ผลการดำเนินการ มีผู้นัด ๑๒ ราย");
  builder.text("ผู้รับผิดชอบ สำนักปลัด ระยะเวลาดำเนินการ").text("ปัญหา/อุปสรรค สายไม่ว่าง");
  return builder;
}

TEST(LabelledRecords, AreATableThatNobodyRuled) {
  const Record record = extract(two_measures());
  EXPECT_THAT(cells_of(record, "sequence"), ElementsAre("๑", "๒"));
  EXPECT_THAT(cells_of(record, "measure"), ElementsAre("ติดป้ายค่าธรรมเนียมที่จุดบริการ", "นัดหมายล่วงหน้าทางโทรศัพท์"));
  EXPECT_THAT(cells_of(record, "result"), ElementsAre("ติดแล้ว ๔ จุด", "มีผู้นัด ๑๒ ราย"));
  EXPECT_THAT(cells_of(record, "responsible"), ElementsAre("กองคลัง", "สำนักปลัด"));
  EXPECT_THAT(cells_of(record, "timeframe"), ElementsAre("พ.ย. ๖๗", "")) << "nothing was written in";
  ASSERT_FALSE(record.cells.empty());
  EXPECT_EQ(record.cells.front().at.page_no, 1);
}

// Cards under the headings of issues, without numbers and rulings.
TEST(LabelledRecords, UnderTheHeadingsOfIssues) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  const std::vector<std::string> titles{"กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", "การให้บริการและระบบ E-Service"};
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const std::string no = std::to_string(i + 1);
    builder.text("ประเด็นที่ 1." + no + " " + titles[i]).text("รหัสข้อ: O4 O11 O12");
    builder.text("จุดอ่อน คู่มือไม่ครบชุดที่ " + no).text("สิ่งที่จะพัฒนา จัดทำคู่มือชุดที่ " + no).text("เจ้าภาพ กลุ่มที่ " + no);
    builder.text("ขั้นตอน วิเคราะห์ความเสี่ยง ทดลองใช้ แล้วเผยแพร่").text("ให้ทุกกลุ่มทราบ").text("ช่วงเวลา ธันวาคม 2566");
  }
  const Record record = extract(builder);
  EXPECT_THAT(cells_of(record, "weakness"), ElementsAre("คู่มือไม่ครบชุดที่ 1", "คู่มือไม่ครบชุดที่ 2"));
  EXPECT_THAT(cells_of(record, "procedure"), ElementsAre("วิเคราะห์ความเสี่ยง ทดลองใช้ แล้วเผยแพร่ให้ทุกกลุ่มทราบ",
                                                         "วิเคราะห์ความเสี่ยง ทดลองใช้ แล้วเผยแพร่ให้ทุกกลุ่มทราบ"));
  ASSERT_EQ(record.issues.size(), 2U);
  EXPECT_EQ(record.issues[1].timeframe, "ธันวาคม 2566");
  ASSERT_FALSE(record.cells.empty());
  EXPECT_EQ(record.cells.back().issue_no, 2);
}

TEST(LabelledRecords, TextAroundThemStays) {
  DocumentBuilder builder = two_measures();
  builder.text("๔. ข้อเสนอแนะ ขอให้จังหวัดจัดอบรม");
  const Record record = extract(builder);
  ASSERT_EQ(record.paragraphs.size(), 2U);
  EXPECT_EQ(record.paragraphs[1].text, "๔. ข้อเสนอแนะ ขอให้จังหวัดจัดอบรม");
}

TEST(LabelledRecords, OneAloneOrMeasuresWithoutLabelsAreNone) {
  DocumentBuilder builder;
  builder.text("มาตรการที่ ๑ ติดป้ายค่าธรรมเนียม").text("มาตรการที่ ๒ นัดหมายล่วงหน้า").text("มาตรการที่ ๓ อบรมพนักงาน");
  EXPECT_TRUE(extract(builder).cells.empty());
  DocumentBuilder one;
  one.text("มาตรการที่ ๑ ติดป้าย").text("ผู้รับผิดชอบ กองคลัง ระยะเวลา พ.ย. ๖๗").text("ผลการดำเนินการ ติดแล้ว");
  EXPECT_TRUE(extract(one).cells.empty());
}

TEST(LabelledRecords, ALabelThatALinesEndCutsAndOneWithItsWordsOnTheNext) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  for (const std::string issue :
       {"ประเด็นที่ ๑.๑ กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", "ประเด็นที่ ๑.๒ การให้บริการและระบบ E-Service"}) {
    builder.text(issue);
    builder.text("ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดย").text("เร่งด่วน : ป้ายเลือน");
    builder.text("ประเด็นที่จะต้องพัฒนาให้ดีขึ้น : ทำป้ายใหม่").text("การกำหนดผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง : กองช่าง");
    builder.text("การกำหนดขั้นตอนหรือวิธีการปฏิบัติ :").text("๑. สำรวจ ๒. ติดตั้ง").text("การกำกับติดตาม : รายงานทุกเดือน");
  }
  const Record record = extract(builder);
  EXPECT_THAT(cells_of(record, "weakness"), ElementsAre("ป้ายเลือน", "ป้ายเลือน"));
  EXPECT_THAT(cells_of(record, "procedure"), ElementsAre("๑. สำรวจ ๒. ติดตั้ง", "๑. สำรวจ ๒. ติดตั้ง"));
}

// Where labels end with a colon, what has none is said by the one before, whatever it begins with; so is the next item
// of a list.
TEST(LabelledRecords, ALineWithoutTheColonOfTheOthersIsNoLabel) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  for (const std::string no : {"1", "2"}) {
    builder.text("ประเด็นที่ 1." + no + " กระบวนการปฏิบัติงานที่โปร่งใส");
    builder.text("จุดอ่อน : ผู้รับบริการยังไม่ทราบ").text("ระยะเวลาที่ชัดเจน");
    builder.text("ประเด็นที่จะต้องพัฒนาให้ดีขึ้น :").text("ปรับปรุงคู่มือและลดขั้นตอน");
    builder.text("ขั้นตอน : ๑. ทบทวนคู่มือ ๒. ประกาศใช้").text("๓. แจ้งเวียน").text("ผู้รับผิดชอบ : กลุ่มที่ " + no);
    builder.text("การกำกับติดตาม : รายงานทุกไตรมาส").text("ระยะเวลา : ต.ค. 66 - ก.ย. 67").text("ข้อจำกัด : คนน้อย");
  }
  const Record record = extract(builder);
  EXPECT_THAT(cells_of(record, "weakness"),
              ElementsAre("ผู้รับบริการยังไม่ทราบระยะเวลาที่ชัดเจน", "ผู้รับบริการยังไม่ทราบระยะเวลาที่ชัดเจน"));
  EXPECT_THAT(cells_of(record, "improvement"), ElementsAre("ปรับปรุงคู่มือและลดขั้นตอน", "ปรับปรุงคู่มือและลดขั้นตอน"));
  EXPECT_THAT(cells_of(record, "procedure"),
              ElementsAre("๑. ทบทวนคู่มือ ๒. ประกาศใช้ ๓. แจ้งเวียน", "๑. ทบทวนคู่มือ ๒. ประกาศใช้ ๓. แจ้งเวียน"));
  EXPECT_THAT(cells_of(record, "follow_up"), ElementsAre("รายงานทุกไตรมาส", "รายงานทุกไตรมาส"));
}

}  // namespace
}  // namespace prongsai::layouts
