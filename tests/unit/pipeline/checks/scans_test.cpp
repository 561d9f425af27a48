// What a scan's misread letters and digits must not raise, and what they must not hide.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Scans, ANumberThatLostItsPoint) {
  Report report;
  report.table("other", {"procedure"}, 2);
  report.row({"๑. ทบทวนแนวปฏิบัติ ๒ แจ้งเวียนแบบฟอร์ม ๓. ตรวจทะเบียนทุกไตรมาส"});
  EXPECT_THAT(report.raised(numbering_gap), SizeIs(1)) << "in a text layer nothing gets lost";
  EXPECT_THAT(report.scanned().raised(numbering_gap), IsEmpty());
}

TEST(Scans, ANumberMisreadAsItsNeighbourOrAsAnyOther) {
  for (const std::string text : {"๑. ก ๒. ข ๓. ค ๔. ง ๔. จ ๖. ฉ", "1. ก 2. ข 8. ค 4. ง"}) {
    Report report;
    report.table("other", {"procedure"}, 2);
    report.row({text}).scanned();
    EXPECT_THAT(report.raised(numbering_gap), IsEmpty()) << text;
    EXPECT_THAT(report.raised(numbering_repeat), IsEmpty()) << text;
  }
}

TEST(Scans, GapsAndRepeatsAreStillFound) {
  Report report;
  report.table("other", {"procedure"}, 2);
  report.row({"๑) สำรวจ ๓) สรุป ๔) เสนอ"}).row({"(๑) ถาม (๑) อบรม (๒) สรุป"}).scanned();
  EXPECT_THAT(report.raised(numbering_gap), SizeIs(1));
  EXPECT_THAT(report.raised(numbering_repeat), SizeIs(1));
}

TEST(Scans, MisreadNumbersOfParagraphs) {
  Report repeat("C_chapters", 2566);
  repeat.paragraph("(๓) ก").paragraph("(๔) ข").paragraph("(๔) ค").paragraph("(๖) ง").scanned();
  EXPECT_THAT(repeat.raised(numbering_repeat), IsEmpty());
  Report point("C_chapters", 2566);
  point.paragraph("1. ก").paragraph("2 ข").paragraph("3. ค").scanned();
  EXPECT_THAT(point.raised(numbering_gap), IsEmpty());
  Report first("C_chapters", 2566);
  first.paragraph("๑.๑ ก").paragraph("๑.๑ ข").paragraph("๑.๓ ค").scanned();
  EXPECT_THAT(first.raised(numbering_gap), IsEmpty());
  Report gap("C_chapters", 2566);
  gap.paragraph("1. ก").paragraph("2. ข").paragraph("4. ค").paragraph("5. ง").scanned();
  EXPECT_THAT(gap.raised(numbering_gap), SizeIs(1));
}

TEST(Scans, AListWhoseFirstNumbersContradictEachOtherIsLeftAlone) {
  Report report("C_chapters", 2566);
  report.paragraph("(๓) ระดับต้น").paragraph("(1) ระดับกลาง").paragraph("(๓) ระดับปลาย").scanned();
  EXPECT_THAT(report.raised(numbering_gap), IsEmpty());
}

TEST(Scans, AnItemWithoutItsNumberIsCountedByTheLastNumber) {
  Report report("C_chapters", 2566);
  report.paragraph("กำหนดไว้ จำนวน ๓ มาตรการ ดังนี้").paragraph("๑. ก").paragraph("ข ที่เลขหายไป").paragraph("๓. ค");
  EXPECT_THAT(report.scanned().raised(count_mismatch), IsEmpty());
}

TEST(Scans, ARepeatedNumberStillCounts) {
  Report report("C_chapters", 2566);
  report.paragraph("กำหนดไว้ จำนวน 3 มาตรการ ดังนี้")
      .paragraph("1. ก")
      .paragraph("2. ข")
      .paragraph("2. ค")
      .paragraph("3. ง");
  EXPECT_THAT(report.scanned().raised(count_mismatch), SizeIs(1));
}

TEST(Scans, ALawWhoseFirstWordsWereMisread) {
  Report report("E_results", 2566);
  report.table("results", {"measure", "procedure", "result", "outcome"});
  report.row({"อบรม", "ทบทวนพระราชบัญฆัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐพ.ศ. ๒๕๖๐ ให้เป็นปัจจุบัน", "อบรมแล้ว", "เข้าใจ"})
      .scanned();
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
}

TEST(Scans, ATimeframeHalfOfWhichIsRight) {
  Report report;
  report.issue(4).timeframe = "เดือนตุลาคม ๒๕๖๖ - เดือนกันยายน ๒๕๖๓";
  EXPECT_THAT(report.raised(wrong_year), SizeIs(1));
  EXPECT_THAT(report.scanned().raised(wrong_year), IsEmpty());
  report.record.issues[0].timeframe = "ปีงบประมาณ พ.ศ. ๒๕๖๓";
  EXPECT_THAT(report.raised(wrong_year), ElementsAre("wrong_year 4 - -")) << "nothing in it is right";
}

TEST(Scans, ASumThatOneDigitWouldMend) {
  Report report("B_form");
  report.score(SubjectKind::ita, 92.11);
  report.score(SubjectKind::iit, 27.72);  // 27.32 misread
  report.score(SubjectKind::eit, 28.41);
  report.score(SubjectKind::oit, 36.38);
  EXPECT_THAT(report.raised(score_sum_mismatch), SizeIs(1));
  EXPECT_THAT(report.scanned().raised(score_sum_mismatch), IsEmpty());
  EXPECT_THAT(report.run(low_confidence), SizeIs(4)) << "the figures are doubted, not passed over";
  report.record.scores[0].value = 93.95;
  EXPECT_THAT(report.raised(score_sum_mismatch), SizeIs(1)) << "no single digit explains 1.44";
}

TEST(Scans, AnIndicatorsNumberMisread) {
  Report report("C_chapters", 2566);
  report.score(SubjectKind::indicator, 91.69).subject_no = "4";
  report.record.scores.back().quote = "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ ร้อยละ ๙๑.๖๙";
  report.score(SubjectKind::indicator, 89.93).subject_no = "4";
  report.record.scores.back().quote = "ตัวชี้วัดที่ ๔ การแก้ไขปัญหาการทุจริต ร้อยละ ๘๙.๙๓";
  report.scanned();
  EXPECT_THAT(report.raised(score_conflict), IsEmpty());
  EXPECT_THAT(report.run(low_confidence), SizeIs(1));
}

TEST(Scans, AStrayLetterInAnOfficesName) {
  Report report;
  report.paragraph("สำนักงานูศึกษาธิการจังหวัดสิงห์บุรี โดยกลุ่มอำนวยการ").paragraph("เสนอศึกษาธิการจังหวัดตรวจสอบ");
  EXPECT_THAT(report.scanned().raised(foreign_agency), ElementsAre("foreign_agency - - -"));
  Report own;
  own.paragraph("สำนักงานูศึกษาธิการจังหวัดน่าน โดยกลุ่มอำนวยการ");
  EXPECT_THAT(own.scanned().raised(foreign_agency), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
