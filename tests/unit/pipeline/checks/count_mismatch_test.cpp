// A count that is announced, and what is counted.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(CountMismatch, NumberedParagraphs) {
  Report report("D_narrative", 2566);
  report.paragraph("พบว่ามีข้อบกพร่องหรือจุดอ่อน จำนวน ๖ ข้อ ดังนี้")
      .paragraph("(๑) ล่าช้า")
      .paragraph("(๒) ไม่ครบ")
      .paragraph("(๓) ไม่ชัด");
  const auto findings = report.run(count_mismatch);
  ASSERT_THAT(places(findings), ElementsAre("count_mismatch - - -"));
  EXPECT_THAT(findings[0].evidence, HasSubstr("6 / 3"));
}

TEST(CountMismatch, ARepeatedNumberIsAnItemToo) {
  Report report("C_chapters", 2566);
  report.paragraph("กำหนดไว้ จำนวน 3 มาตรการ ดังนี้")
      .paragraph("1. ก")
      .paragraph("2. ข")
      .paragraph("2. ค")
      .paragraph("3. ง");
  EXPECT_THAT(report.raised(count_mismatch), SizeIs(1));
}

TEST(CountMismatch, RowsOfTheTableThatFollows) {
  Report report("B_form");
  report.paragraph("กำหนดวิธีการนำผลไปสู่การปฏิบัติ จำนวน ๓ ประเด็น ดังนี้");
  report.table("form_application", {"how_applied", "responsible"});
  for (int n = 1; n <= 4; ++n) report.row({"เร่งรัด", "กลุ่มอำนวยการ"}, n);
  EXPECT_THAT(report.raised(count_mismatch), SizeIs(1));
}

TEST(CountMismatch, ATitleSaysHowManyItsTableHolds) {
  for (const char* title : {"แผนมาตรการของสำนักงาน (จำนวน ๔ มาตรการ)", "4 มาตรการ ปีงบประมาณ พ.ศ. 2569"}) {
    Report report("B_form");
    report.paragraph(title);
    report.table("", {"sequence", "measure", "responsible"});
    for (const char* no : {"1", "2", "3"}) report.row({no, "ติดป้าย", "กองคลัง"});
    EXPECT_THAT(report.raised(count_mismatch), SizeIs(1)) << title;
    report.row({"4", "อบรม", "กองคลัง"});
    EXPECT_THAT(report.raised(count_mismatch), IsEmpty()) << title;
    report.row({"6", "ตรวจนับ", "กองคลัง"});
    EXPECT_THAT(report.raised(count_mismatch), IsEmpty()) << "a row may have been lost";
  }
}

TEST(CountMismatch, SeveralRowsMayTellOfOneThing) {
  Report report("B_form");
  report.paragraph("กำหนดวิธีการนำผลไปสู่การปฏิบัติ จำนวน ๒ ประเด็น ดังนี้");
  report.table("form_application", {"how_applied", "responsible"});
  report.row({"เร่งรัด", "กลุ่มอำนวยการ"}, 1).row({"ติดตาม", "กลุ่มอำนวยการ"}, 1).row({"ปรับปรุง", "กลุ่มอำนวยการ"}, 4);
  EXPECT_THAT(report.raised(count_mismatch), IsEmpty());
}

TEST(CountMismatch, ItemsNamedByTheirCodes) {
  Report report;
  report.paragraph("มีตัวชี้วัดที่ต้องแก้ไข จำนวน ๒ ตัวชี้วัด ดังนี้")
      .paragraph("ตัวชี้วัดข้อ ๑๗ รายงานผลการสำรวจ ได้ ๕๐ คะแนน")
      .paragraph("จึงนำมากำหนดมาตรการ");
  EXPECT_THAT(report.raised(count_mismatch), SizeIs(1));
}

TEST(CountMismatch, ListsThatAgreeOrAreNone) {
  const std::vector<std::vector<std::string>> sound = {
      {"มี จำนวน 3 ข้อ ดังนี้", "1. ก", "2. ข", "3. ค", "ข้อความต่อไป"},
      {"มี จำนวน ๓ (สาม) ข้อ ดังนี้", "(๑) ก", "- ย่อย", "(๒) ข", "ข้อความที่หน้าถัดไปตัดขาด", "(๓) ค"},
      {"เลือกไว้ จำนวน ๕ ตัวชี้วัด ดังตารางในบทที่ ๓", "บทที่ ๓"},
      {"ประเมิน จำนวน 225 เขต ดังนี้", "1. ก", "2. ข"},
      {"จำนวน ๔ มาตรการ ดังนี้", "ข้อความธรรมดาที่ไม่ใช่รายการ"},
      {"มี จำนวน 2 ข้อ ดังนี้ 1. ก 2. ข"},
      {"ดำเนินการตามขั้นตอน ดังนี้", "1. ก", "2. ข"},
  };
  for (const auto& paragraphs : sound) {
    Report report("D_narrative", 2566);
    for (const std::string& text : paragraphs) report.paragraph(text);
    EXPECT_THAT(report.raised(count_mismatch), IsEmpty()) << paragraphs.front();
  }
}

TEST(CountMismatch, ATableThatIsNamed) {
  Report report;
  report.paragraph("กำหนดมาตรการ จำนวน 3 มาตรการ รายละเอียดปรากฏตามตารางที่ 3-1 ทั้งนี้ ให้ทุกกองถือปฏิบัติ");
  report.paragraph("ตารางที่ 2-1 ผลรายตัวชี้วัด");
  report.table("", {"sequence", "other"});
  report.row({"1", "ก"}).row({"2", "ข"}).row({"3", "ค"});
  report.paragraph("ตารางที่ 3-1 มาตรการ");
  report.table("", {"sequence", "measure"});
  report.row({"1", "ติดป้าย"}).row({"2", "อบรม"});
  EXPECT_THAT(report.raised(count_mismatch), SizeIs(1));
  report.row({"3", "ตรวจนับ"});
  EXPECT_THAT(report.raised(count_mismatch), IsEmpty());
}

TEST(CountMismatch, OfficesAsColumns) {
  const auto announced = [](const std::string& count, StatedIn from) {
    Report report("F_announcement");
    report.paragraph("หน่วยงานที่เข้ารับการประเมิน จำนวน " + count + " แห่ง มีผลการประเมินดังนี้");
    TableRecord& table = report.table("announcement", {"other", "other", "other"});
    for (const std::string office : {"เทศบาลตำบลทุ่งนา", "เทศบาลตำบลบ้านสวน"}) {
      ScoreRecord& score = report.score(SubjectKind::ita, 88.24);
      score.from_table = true;
      score.agency = office;
      score.agency_from = from;
      score.at = table.at;
    }
    return report.run(count_mismatch).size();
  };
  EXPECT_EQ(announced("๓", StatedIn::column), 1U);
  EXPECT_EQ(announced("๒", StatedIn::column), 0U);
  EXPECT_EQ(announced("๓", StatedIn::row), 0U) << "an office that was not assessed has no score";
}

}  // namespace
}  // namespace prongsai::checks
