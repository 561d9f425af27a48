#include "pipeline/checks/damage.hpp"

#include "tests/unit/pipeline/checks/report.hpp"

namespace prongsai::checks {

std::vector<Finding> damaged_part(const CheckInput&);

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

void give_pages(Report& report, int count) {
  for (int page_no = 1; page_no <= count; ++page_no) {
    PageRecord page;
    page.page_no = page_no;
    page.source = PageSource::text;
    report.record.pages.push_back(page);
  }
}

Finding at_page(const std::string& code, int page_no) {
  Finding finding;
  finding.code = code;
  if (page_no > 0) finding.at = Evidence{page_no, {}, TextSource::text, 1};
  return finding;
}

std::vector<std::string> left(const Report& report, std::vector<Finding> findings) {
  hold_back(findings, report.record, shipped_rules());
  std::vector<std::string> codes;
  for (const Finding& finding : findings) codes.push_back(finding.code);
  return codes;
}

TEST(DamagedPart, IsOneFindingForAllPagesOfWhichTheSameIsSaid) {
  Report report;
  give_pages(report, 9);
  for (const int page : {2, 3, 4}) {
    report.record.damages.push_back({page, DamageEffect::lost, "no data in object 1" + std::to_string(page), 1});
  }
  report.record.damages.push_back({7, DamageEffect::lost, "Unknown operator", 5});
  report.record.damages.push_back({8, DamageEffect::harmless, "recovered stream length", 1});
  const auto findings = report.run(damaged_part);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].values.at("pages"), "7");
  EXPECT_EQ(findings[1].values.at("pages"), "2–4");
  EXPECT_EQ(findings[1].at->page_no, 2);
}

TEST(DamagedPart, TellsAFileOfBlankPages) {
  Report report;
  give_pages(report, 3);
  EXPECT_THAT(report.run(damaged_part), IsEmpty());
  for (PageRecord& page : report.record.pages) page.source = PageSource::blank;
  ASSERT_EQ(report.run(damaged_part).size(), 1U);
  EXPECT_EQ(report.run(damaged_part)[0].values.at("variant"), "blank");
}

TEST(DamagedPart, DoesNotCallAPageThatOnlyDoesNotShowDamaged) {
  Report report;
  give_pages(report, 1);
  report.record.damages = {{1, DamageEffect::unseen, "words, but nothing shows", 1}};
  EXPECT_THAT(report.raised(damaged_part), ElementsAre("damaged_file - - -"));
}

TEST(HoldBack, LaysNothingToTheOfficeThatDamageMayExplain) {
  Report report;
  give_pages(report, 9);
  report.record.agency_at = Evidence{1, {}, TextSource::text, 1};
  report.record.fiscal_year_at = Evidence{1, {}, TextSource::text, 1};
  const std::vector<Finding> findings = {at_page("missing_issue", 0), at_page("empty_cell", 5),
                                         at_page("empty_cell", 6),    at_page("empty_cell", 8),
                                         at_page("wrong_year", 8),    at_page("external_host", 0)};
  EXPECT_EQ(left(report, findings).size(), findings.size());
  report.record.damages = {{6, DamageEffect::harmless, "recovered stream length", 1}};
  EXPECT_EQ(left(report, findings).size(), findings.size());
  report.record.damages = {{6, DamageEffect::lost, "no data", 1}};
  EXPECT_THAT(left(report, findings), ElementsAre("empty_cell", "wrong_year", "external_host"));
  report.record.damages.push_back({1, DamageEffect::lost, "no data", 1});
  EXPECT_THAT(left(report, findings), ElementsAre("empty_cell", "external_host"));
  report.record.damages = {{0, DamageEffect::lost, "no data", 1}};
  EXPECT_THAT(left(report, findings), ElementsAre("external_host"));
}

TEST(HoldBack, CountsAPageThatWasNotRead) {
  Report report;
  give_pages(report, 3);
  report.record.pages[1].unreadable = true;
  EXPECT_THAT(left(report, {at_page("missing_issue", 0), at_page("unreadable_page", 2)}),
              ElementsAre("unreadable_page"));
}

}  // namespace
}  // namespace prongsai::checks
