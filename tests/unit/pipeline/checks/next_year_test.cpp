// Next year's assessment is one file of data: the checks follow it.
#include <filesystem>
#include <fstream>

#include "report.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::checks {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Fictional: half of the total is disclosure, the form has an eighth issue, and A takes 90 points.
constexpr const char* kNextYear = R"(year: 2571
instruments:
  IIT: {weight: 0.25, indicators: {1: [การปฏิบัติหน้าที่]}}
  EIT: {weight: 0.25, indicators: {2: [คุณภาพการดำเนินงาน]}}
  OIT: {weight: 0.5, indicators: {3: [การเปิดเผยข้อมูล]}}
last_items: {O: 61, E: 15, I: 30}
grades:
  letter:
    - {name: A, min: 90}
    - {name: B, min: 0}
issues:
  - {no: 1, title: ประเด็นหนึ่ง, items: [O1]}
  - {no: 2, title: ประเด็นสอง, items: [O2]}
  - {no: 3, title: ประเด็นสาม, items: [O3]}
  - {no: 4, title: ประเด็นสี่, items: [O4]}
  - {no: 5, title: ประเด็นห้า, items: [O5]}
  - {no: 6, title: ประเด็นหก, items: [O6]}
  - {no: 7, title: ประเด็นเจ็ด, items: [O7]}
  - {no: 8, title: ประเด็นแปด, items: [O61]}
schemes:
  MOE-ITA:
    measures: O60
    results: O61
    certain: true
    items: {unstated: {O60: มาตรการ, O61: ผลของมาตรการ}}
)";

const Rules& next_rules() {
  static const Rules kRules = [] {
    const samples::TempFolder temporary;
    const fs::path& folder = temporary.path();
    for (const char* part : {"checks", "messages", "rubrics", "layouts", "assessment"})
      fs::copy(kData / part, folder / part, fs::copy_options::recursive);
    std::ofstream(folder / "assessment" / "2571.yaml") << kNextYear;
    return Rules(folder);
  }();
  return kRules;
}

std::vector<Finding> run(CheckFunction check, const Report& report) {
  return check({report.submission, report.record, shipped_agencies(), next_rules()});
}

Report with_issues(std::optional<int> year, int last) {
  Report report;
  report.record.fiscal_year = year;
  for (int number = 1; number <= last; ++number) report.issue(number);
  return report;
}

Report with_scores(std::optional<int> year, double ita, double iit, double eit, double oit) {
  Report report("B_form");
  report.score(SubjectKind::ita, ita).fiscal_year = year;
  report.score(SubjectKind::iit, iit).fiscal_year = year;
  report.score(SubjectKind::eit, eit).fiscal_year = year;
  report.score(SubjectKind::oit, oit).fiscal_year = year;
  return report;
}

TEST(NextYear, ItsFormAsksForItsIssues) {
  const auto findings = run(missing_issue, with_issues(2571, 7));
  EXPECT_THAT(places(findings), ElementsAre("missing_issue 8 - -"));
  EXPECT_EQ(findings[0].values.at("asked"), "8");
  EXPECT_THAT(run(missing_issue, with_issues(2570, 7)), IsEmpty()) << "the years before keep theirs";
  EXPECT_THAT(run(missing_issue, with_issues(2571, 8)), IsEmpty());
  EXPECT_THAT(run(missing_issue, with_issues(std::nullopt, 7)), IsEmpty()) << "of no known year: what every form asks";
  EXPECT_THAT(places(run(missing_issue, with_issues(std::nullopt, 6))), ElementsAre("missing_issue 7 - -"));
}

TEST(NextYear, ItsItemsStandUnderItsIssues) {
  Report report = with_issues(2571, 8);
  report.record.issues[7].item_codes = {"O61"};
  report.record.issues[0].item_codes = {"O61", "O1"};
  const auto findings = run(misplaced_item, report);
  ASSERT_THAT(places(findings), ElementsAre("misplaced_item 1 O61 -"));
  EXPECT_EQ(findings[0].values.at("home"), "1.8");
}

TEST(NextYear, ItsWeightsMakeTheTotal) {
  // 90, 80 and 70 of 100 make 77.5 by its weights and 79 by those of the years before.
  EXPECT_THAT(run(score_sum_mismatch, with_scores(2571, 77.5, 90, 80, 70)), IsEmpty());
  EXPECT_THAT(run(score_sum_mismatch, with_scores(2570, 77.5, 90, 80, 70)), SizeIs(1));
  EXPECT_THAT(run(score_sum_mismatch, with_scores(2571, 79, 90, 80, 70)), SizeIs(1));
  EXPECT_THAT(run(score_sum_mismatch, with_scores(2570, 79, 90, 80, 70)), IsEmpty());
  for (const double total : {77.5, 79.0})
    EXPECT_THAT(run(score_sum_mismatch, with_scores(std::nullopt, total, 90, 80, 70)), IsEmpty()) << "either year's";
  EXPECT_THAT(run(score_sum_mismatch, with_scores(std::nullopt, 85, 90, 80, 70)), SizeIs(1)) << "no year's";
  // Weighted parts of its own: 45 is more than 40, but not than 50.
  EXPECT_THAT(run(score_sum_mismatch, with_scores(2571, 85, 20, 20, 45)), IsEmpty());
}

TEST(NextYear, ItsGradesHold) {
  const auto wrong = [](std::optional<int> year, double points, const char* grade) {
    Report report("B_form");
    report.score(SubjectKind::ita, points, grade).fiscal_year = year;
    return !run(grade_mismatch, report).empty();
  };
  EXPECT_FALSE(wrong(2570, 88, "A"));
  EXPECT_TRUE(wrong(2571, 88, "A"));
  EXPECT_FALSE(wrong(2571, 91, "A"));
  EXPECT_FALSE(wrong(std::nullopt, 88, "A")) << "right in some year";
  EXPECT_TRUE(wrong(std::nullopt, 84, "A")) << "wrong in every year";
  EXPECT_FALSE(wrong(2571, 86, "ผ่าน")) << "a scale that it leaves out goes on";
}

TEST(NextYear, ItsItemAsksForMeasures) {
  EXPECT_TRUE(next_rules().assessments().asks_for_measures("O60", 2571));
  EXPECT_FALSE(shipped_rules().assessments().asks_for_measures("O60", std::nullopt));
}

}  // namespace
}  // namespace prongsai::checks
