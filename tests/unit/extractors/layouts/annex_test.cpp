// Blank forms that are annexed to a report.
#include <gtest/gtest.h>

#include <algorithm>

#include "extracted.hpp"
#include "issue_form.hpp"

namespace prongsai::layouts {
namespace {

using test::add_issues;
using test::DocumentBuilder;
using test::kIssueHeaders;
using test::kIssueTitles;
using test::thai_digit;

TEST(Annex, AnAnnexedFormIsNotTheReports) {
  DocumentBuilder builder;
  builder.text("แบบฟอร์มมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  for (std::size_t issue : {1U, 2U}) {
    builder.text("ประเด็นที่ ๓." + thai_digit(issue) + " " + kIssueTitles[issue - 1]).text("๐๔");
    builder.table(kIssueHeaders, {{"", "", "", "", ""}, {"", "", "", "", ""}});
  }
  builder.page();
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน").text("สำนักงานศึกษาธิการจังหวัดตาก ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  add_issues(builder, 1, 4);
  builder.text("ประเด็นที่ ๑.๕ " + kIssueTitles[4]).table(kIssueHeaders, {{"", "", "", "", ""}});
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 5U);
  EXPECT_EQ(record.issues[0].at.page_no, 2);
  ASSERT_EQ(record.tables.size(), 7U);
  EXPECT_TRUE(record.tables[0].annexed_template);
  EXPECT_EQ(record.tables[0].issue_no, 1);
  EXPECT_TRUE(record.tables[1].annexed_template);
  EXPECT_FALSE(record.tables[2].annexed_template);
  EXPECT_FALSE(record.tables[6].annexed_template) << "left blank by the report itself";
  EXPECT_EQ(record.tables[6].issue_no, 5);
  EXPECT_EQ(record.paragraphs[0].role, ParagraphRole::annex);
}

TEST(Annex, AReportMayKeepTheFormsTitle) {
  DocumentBuilder builder;
  builder.text("แบบฟอร์มมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน").text("สำนักงานศึกษาธิการจังหวัดตาก");
  add_issues(builder, 1, 7);
  const Record record = extract(builder);
  EXPECT_EQ(record.issues.size(), 7U);
  EXPECT_TRUE(
      std::none_of(record.tables.begin(), record.tables.end(), [](const auto& t) { return t.annexed_template; }));
}

}  // namespace
}  // namespace prongsai::layouts
