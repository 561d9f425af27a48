// Issues and reports that do not say what limits the office.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MissingLimitation, OfAnIssue) {
  Report report = sound_report();
  report.record.issues[2].limitation = "…………………";
  EXPECT_THAT(report.raised(missing_limitation), ElementsAre("missing_limitation 3 - -"));
  report.record.issues[2].limitation = "ไม่มี";  // none is a statement
  EXPECT_THAT(report.raised(missing_limitation), IsEmpty());
}

TEST(MissingLimitation, FourthPartOfTheForm) {
  Report report("B_form");
  report.paragraph("ส่วนที่ ๔ การวิเคราะห์ข้อจำกัดของหน่วยงาน", ParagraphRole::heading);
  EXPECT_THAT(report.raised(missing_limitation), ElementsAre("missing_limitation - - -")) << "heading alone";
  report.paragraph(" - ").paragraph("(นางสมพร ใจเย็น)").paragraph("ศึกษาธิการจังหวัดน่าน");
  EXPECT_THAT(report.raised(missing_limitation), ElementsAre("missing_limitation - - -"))
      << "a signature is no text of it";
}

TEST(MissingLimitation, FourthPartFilled) {
  Report report("B_form");
  report.paragraph("ส่วนที่ ๔ การวิเคราะห์ข้อจำกัดของหน่วยงาน").paragraph("๑. บุคลากรย้ายบ่อย");
  EXPECT_THAT(report.raised(missing_limitation), IsEmpty());
  EXPECT_THAT(Report("B_form").raised(missing_limitation), ElementsAre("missing_limitation - - -"));
  EXPECT_THAT(Report("D_narrative").raised(missing_limitation), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
