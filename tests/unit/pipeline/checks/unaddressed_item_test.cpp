// Failed items that no issue analyses.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Unaddressed, FailedItemsThatNoIssueAnalyses) {
  Report report = sound_report();
  report.paragraph("ให้หน่วยงานเลือกตัวที่ไม่ผ่านมาวิเคราะห์เป็นลำดับแรก");
  ScoreRecord& failed = report.score(SubjectKind::item, 0);
  failed.subject_no = "O29";
  failed.quote = "ตัวชี้วัดข้อ ๒๙ ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริต คณะกรรมการให้ ๐ คะแนน";
  EXPECT_THAT(report.raised(unaddressed_item), ElementsAre("unaddressed_item - O29 -"));
  report.record.scores.back().value = 50;
  EXPECT_THAT(report.raised(unaddressed_item), IsEmpty());
}

TEST(Unaddressed, AnalysedByCodeOrByName) {
  for (const std::string weakness : {"ข้อ O29 ไม่ผ่านเพราะลงผิดหน้า", "ข้อมูลสถิติเรื่องร้องเรียนการทุจริตไม่เป็นปัจจุบัน"}) {
    Report report = sound_report();
    report.paragraph("โดยเลือกตัวที่ไม่ผ่านมาวิเคราะห์เป็นลำดับแรก");
    ScoreRecord& failed = report.score(SubjectKind::item, 0);
    failed.subject_no = "O29";
    failed.quote = "ตัวชี้วัดข้อ ๒๙ ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริต คณะกรรมการให้ ๐ คะแนน";
    report.record.cells[0].text = weakness;
    EXPECT_THAT(report.raised(unaddressed_item), IsEmpty()) << weakness;
  }
}

TEST(Unaddressed, SilentWhereTheReportDoesNotShowTheDemand) {
  Report report = sound_report();
  report.score(SubjectKind::item, 0).subject_no = "O29";
  EXPECT_THAT(report.raised(unaddressed_item), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
