// A report that is another one than the list says: another office's, last year's, another item's.
#include "tests/unit/pipeline/checks/report.hpp"

namespace prongsai::checks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The report says on its cover whose it is; the list says the same.
Report listed() {
  Report report;
  report.record.agency_from = report.record.fiscal_year_from = report.record.item_from = "cover";
  report.record.agency_at = report.record.fiscal_year_at = report.next_place();
  report.record.pages = {
      {.page_no = 1, .source = PageSource::text, .text = "สำนักงานศึกษาธิการจังหวัดน่าน ปีงบประมาณ ๒๕๖๗ O34"}};
  report.submission.manifest = ManifestRow{};
  report.submission.manifest->agency = "สำนักงานศึกษาธิการจังหวัดน่าน";
  report.submission.manifest->fiscal_year = 2567;
  report.submission.manifest->item_code = "O34";
  return report;
}

std::vector<std::string> told(const Report& report) {
  std::vector<std::string> facts;
  for (const Finding& finding : report.run(manifest_mismatch)) facts.push_back(finding.values.at("variant"));
  return facts;
}

TEST(ManifestMismatch, TellsEachFactThatIsAnothers) {
  EXPECT_THAT(told(listed()), IsEmpty());
  Report office = listed();
  office.submission.manifest->agency = "สำนักงานศึกษาธิการจังหวัดลำปาง";
  EXPECT_THAT(told(office), ElementsAre("agency"));
  Report year = listed();
  year.submission.manifest->fiscal_year = 2565;
  EXPECT_THAT(told(year), ElementsAre("fiscal_year"));
  Report item = listed();
  item.submission.manifest->item_code = "O42";
  EXPECT_THAT(told(item), ElementsAre("item"));
}

TEST(ManifestMismatch, AccusesNobodyOfWhatWasReadWithDoubtOrStandsThereToo) {
  Report mention = listed();
  mention.submission.manifest->agency = "สำนักงานศึกษาธิการจังหวัดลำปาง";
  mention.record.agency_from = "mention";
  EXPECT_THAT(told(mention), IsEmpty());
  Report both = listed();
  both.submission.manifest->fiscal_year = 2566;
  both.record.pages[0].text += " ผลการประเมิน พ.ศ. ๒๕๖๖";
  EXPECT_THAT(told(both), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
