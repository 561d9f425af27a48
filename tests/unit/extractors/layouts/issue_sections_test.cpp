// Where the section of an issue begins and ends.
#include <gtest/gtest.h>

#include "extracted.hpp"
#include "extractors/layouts/dump.hpp"
#include "issue_form.hpp"

namespace prongsai::layouts {
namespace {

using test::add_issues;
using test::DocumentBuilder;
using test::filled_row;
using test::kIssueHeaders;
using test::kIssueTitles;
using test::thai_digit;

TEST(IssueSections, AListOfIssuesIsNoSection) {
  DocumentBuilder builder;
  builder.text("การวิเคราะห์แบ่งเป็น ๗ ประเด็น ดังนี้");
  for (std::size_t issue = 1; issue <= 7; ++issue) builder.text(thai_digit(issue) + ". " + kIssueTitles[issue - 1]);
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");
  add_issues(builder, 1, 3);
  const Record record = extract(builder);
  EXPECT_EQ(record.issues.size(), 3U);
}

TEST(IssueSections, ARunningHeadEndsNoSection) {
  DocumentBuilder builder;
  const std::string title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน";
  builder.text(title).text("ประเด็นที่ ๑.๑ " + kIssueTitles[0]).text("๐๔ ๐๑๑").page();
  builder.text(title).table(kIssueHeaders, {filled_row()});
  const Record record = extract(builder);
  ASSERT_EQ(record.tables.size(), 1U);
  EXPECT_EQ(record.tables[0].issue_no, 1) << dump_record(record);
}

TEST(IssueSections, TitlesReadFromPixelsAreMended) {
  DocumentBuilder builder;
  builder.scanned();
  builder.text("ประเด็นที่ ๑.๔ กระบวนการกำกับดแลการใช้ทรัพย์สนของราชการ").table(kIssueHeaders, {filled_row()});
  builder.text("ประเด็นที่ ๑.๕ " + kIssueTitles[4]).table(kIssueHeaders, {filled_row()});
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 2U);
  EXPECT_EQ(record.issues[0].title, kIssueTitles[3]);
  EXPECT_EQ(record.paragraphs[0].raw_text, "ประเด็นที่ ๑.๔ กระบวนการกำกับดแลการใช้ทรัพย์สนของราชการ");
}

}  // namespace
}  // namespace prongsai::layouts
