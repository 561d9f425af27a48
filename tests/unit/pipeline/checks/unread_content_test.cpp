// What stands on a page or hangs on a file and is not in its reading.
#include "tests/unit/pipeline/checks/report.hpp"

namespace prongsai::checks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> told(const Report& report) {
  std::vector<std::string> out;
  for (const Finding& finding : report.run(unread_content)) {
    const auto variant = finding.values.find("variant");
    out.push_back((variant == finding.values.end() ? "-" : variant->second) + " " + finding.evidence);
  }
  return out;
}

TEST(UnreadContent, NothingOfAReportThatIsReadWhole) {
  EXPECT_THAT(told(Report()), IsEmpty());
}

TEST(UnreadContent, OneAPageAtItsLargestPlace) {
  Report report;
  report.record.asides = {{2, Aside::Kind::unread, "", {10, 10, 20, 20}},
                          {2, Aside::Kind::unread, "", {10, 30, 90, 90}}};
  const auto findings = report.run(unread_content);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].at->page_no, 2);
  EXPECT_EQ(findings[0].at->box, (Box{10, 30, 90, 90}));
}

TEST(UnreadContent, AttachedFilesAreNamedWhetherReadApartOrNot) {
  Report report;
  report.record.asides = {{0, Aside::Kind::attached, "ข้อมูล.xlsx", {}}, {0, Aside::Kind::attached, "ภาพ.zip", {}}};
  report.record.attached = {{1, "รายงาน.pdf", "", 10}};
  EXPECT_THAT(told(report), ElementsAre("attached ข้อมูล.xlsx, ภาพ.zip", "read_apart รายงาน.pdf"));
}

}  // namespace
}  // namespace prongsai::checks
