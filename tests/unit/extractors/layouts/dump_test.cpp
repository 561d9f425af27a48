#include "extractors/layouts/dump.hpp"

#include <gtest/gtest.h>

namespace prongsai::layouts {
namespace {

TEST(Dump, IsStable) {
  Record record;
  record.agency = "สำนักงาน ก";
  record.fiscal_year = 2567;
  record.layout = "A_seven_issue";
  record.page_count = 2;
  record.issues.push_back(
      {.issue_no = 1, .title = "ชื่อ", .item_codes = {"O4", "O11"}, .timeframe = "ทั้งปี", .at = {1, {1.4, 2, 3, 4.6}}});
  record.scores.push_back({.subject = SubjectKind::ita,
                           .value = 91.2,
                           .unit = ScoreUnit::points,
                           .quote = "ได้ 91.20",
                           .at = {2, {}, TextSource::ocr}});
  EXPECT_EQ(dump_record(record),
            "agency \"สำนักงาน ก\"\nfiscal_year 2567\nitem_code -\nlayout A_seven_issue\npages 2\n"
            "issue 1 p1 [1,2,3,5] \"ชื่อ\" codes O4,O11\n  timeframe \"ทั้งปี\"\n  limitation -\n"
            "score ITA - 91.20 points grade - year - agency - rank - of - p2 [0,0,0,0] ocr \"ได้ 91.20\"\n");
}

}  // namespace
}  // namespace prongsai::layouts
