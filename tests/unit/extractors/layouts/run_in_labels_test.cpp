// Entries that stand in the text behind their label.
#include <gtest/gtest.h>

#include "extracted.hpp"
#include "issue_form.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;
using test::filled_row;
using test::kIssueHeaders;
using test::kIssueTitles;
using test::thai_digit;

TEST(RunInLabels, ReadsEntriesBelowTheTable) {
  DocumentBuilder builder;
  builder.text("ประเด็นที่ ๑.๑ " + kIssueTitles[0]).table(kIssueHeaders, {filled_row()});
  builder.text("ระยะเวลาดำเนินการ").text("ตุลาคม ๒๕๖๖ ถึง กันยายน ๒๕๖๗");
  builder.text("ข้อจำกัดของหน่วยงาน").lines({"ผู้รับผิดชอบมีหน้าที่หลายด้านและต้องเดินทาง", "บ่อยครั้ง"});
  builder.text("ประเด็นที่ ๑.๒ " + kIssueTitles[1]).table(kIssueHeaders, {filled_row()});
  builder.text("ระยะเวลาดำเนินการ : ..........")
      .text("ข้อจำกัดของหน่วยงาน : -")
      .text("(นายสมมติ ใจงาม)")
      .text("ศึกษาธิการจังหวัดน่าน");
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 2U);
  EXPECT_EQ(record.issues[0].timeframe, "ตุลาคม ๒๕๖๖ ถึง กันยายน ๒๕๖๗");
  EXPECT_EQ(record.issues[0].limitation, "ผู้รับผิดชอบมีหน้าที่หลายด้านและต้องเดินทางบ่อยครั้ง");
  EXPECT_EQ(record.issues[1].timeframe, std::nullopt) << "dots are no timeframe";
  EXPECT_EQ(record.issues[1].limitation, std::nullopt) << "a dash is none, and a signature is no part of it";
  EXPECT_EQ(record.agency, "สำนักงานศึกษาธิการจังหวัดน่าน") << "its head signs for an office";
  EXPECT_EQ(record.fiscal_year, 2567);
}

// What is stated in one line ends where the next measure begins with its number.
TEST(RunInLabels, ATimeFrameEndsBeforeTheNextNumberedMeasure) {
  DocumentBuilder builder;
  builder.text("มาตรการที่จะทำ").text("๑. ติดป้ายค่าธรรมเนียม").text("ระยะเวลา : ธันวาคม ๒๕๖๗");
  builder.text("๒. ปักป้ายหน้างาน").text("ระยะเวลา : ตลอดปีงบประมาณ");
  const Record record = extract(builder);
  ASSERT_EQ(record.paragraphs.size(), 5U);
  EXPECT_EQ(record.paragraphs[2].role, ParagraphRole::timeframe);
  EXPECT_EQ(record.paragraphs[3].role, ParagraphRole::prose);
}

// The report's own way of setting labels: before a blank, in most of its issues.
TEST(RunInLabels, LabelsThatBeginALineInMostIssues) {
  DocumentBuilder builder;
  for (std::size_t issue = 1; issue <= 4; ++issue) {
    builder.text("ประเด็นที่ ๑." + thai_digit(issue) + " " + kIssueTitles[issue - 1]);
    builder.text("ระยะเวลา มกราคม ๒๕๖๘ – มีนาคม ๒๕๖๘").text("ผู้ติดตาม หัวหน้ากลุ่มงาน").text("ข้อจำกัด งบซ่อมหมดในเดือนมิถุนายน");
  }
  builder.text("ประเด็นที่ ๑.๕ " + kIssueTitles[4]).text("ข้อจำกัด ไม่มีคนขับรถ").text("ความเห็น ควรจ้างเพิ่ม");
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 5U);
  EXPECT_EQ(record.issues[1].timeframe, "มกราคม ๒๕๖๘ – มีนาคม ๒๕๖๘");
  EXPECT_EQ(record.issues[1].limitation, "งบซ่อมหมดในเดือนมิถุนายน");
  EXPECT_EQ(record.issues[4].timeframe, std::nullopt);
}

// The entries of an issue run on in its paragraph, and a line ends within a label.
TEST(RunInLabels, ALabelThatALineEndBreaksIsWhole) {
  DocumentBuilder builder;
  for (std::size_t issue = 1; issue <= 5; ++issue) {
    builder.text("ประเด็นที่ ๑." + thai_digit(issue) + " " + kIssueTitles[issue - 1]);
    builder.lines({"ปรับปรุงขั้นตอนให้สั้นลง ผู้รับผิดชอบได้แก่ กองกลาง ระยะเวลา", "ดำเนินการ ภายใน ๓๐ เมษายน ๒๕๖๗ ข้อจำกัด",
                   "ของหน่วยงาน บุคลากรมีน้อย"});
  }
  const Record record = extract(builder);
  ASSERT_EQ(record.issues.size(), 5U);
  for (const IssueRecord& issue : record.issues) {
    EXPECT_EQ(issue.timeframe, "ภายใน ๓๐ เมษายน ๒๕๖๗");
    EXPECT_EQ(issue.limitation, "บุคลากรมีน้อย");
  }
}

}  // namespace
}  // namespace prongsai::layouts
