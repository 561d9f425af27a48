// Letters of another script inside Thai words.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ForeignScript, InsideThaiWords) {
  Report report;
  report.table("measures", {"measure", "activity"});
  report.row({"จัดหาวัสดุอย่างคุ้มค่า", "ซื้อพัสดुรายเดือน"});
  report.paragraph("การจัดหาวस्तुของสำนักงาน");
  const auto findings = report.run(foreign_script);
  EXPECT_THAT(places(findings), ElementsAre("foreign_script - - activity", "foreign_script - - -"));
  EXPECT_EQ(findings.at(1).values.at("letters"), "स्तु");
}

TEST(ForeignScript, ALetterThatItsFontCannotName) {
  EXPECT_THAT(Report().paragraph("อธิบายอย่างชั\uFFFDเจน").raised(foreign_script), ElementsAre("foreign_script - - -"));
  EXPECT_THAT(Report().paragraph("\uFFFD อธิบายอย่างชัดเจน").raised(foreign_script), IsEmpty()) << "a bullet";
}

TEST(ForeignScript, OtherSignsAreNoScript) {
  for (const std::string text : {"ระบบ E-Service (Q&A) ร้อยละ ๙๕.๓๕ ≥ 85 → ผ่าน ☑ ✓ “ดี” – ฿", "ค่า α และ µ",
                                 "日本 สำนักงาน", "ชื่อโครงการ Zero Tolerance"}) {
    EXPECT_THAT(Report().paragraph(text).raised(foreign_script), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace prongsai::checks
