// The gate: what is demanded of no report, and what was read too badly to accuse by it.
#include "pipeline/checks/gate.hpp"

#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> codes(const Report& report) {
  std::vector<std::string> out;
  for (const Finding& finding : run_checks(report.input())) out.push_back(finding.code);
  return out;
}

// A plan of indicators: the kind of table that a layout demands columns of, in a report of no such layout.
Report plan_of_indicators(const std::string& layout) {
  Report report(layout);
  report.record.issues.clear();
  report.table("indicator_results", {"indicator", "result"});
  report.row({"ร้อยละของผู้ใช้บริการที่พึงพอใจ", "ร้อยละ ๘๕"});
  return report;
}

TEST(Gate, ATableOwesWhatALayoutThatMatchedDemands) {
  EXPECT_THAT(codes(plan_of_indicators("")), Not(Contains("missing_column")));
  EXPECT_THAT(codes(plan_of_indicators("E_results")), Not(Contains("missing_column")));
  EXPECT_THAT(codes(plan_of_indicators("C_chapters")), Contains("missing_column"));
}

TEST(Gate, NoIssueAtAllSaysThatTheLayoutIsWrong) {
  Report report("A_seven_issue");
  report.table("issue_table", kIssueColumns);
  report.row({"ไม่มีทะเบียน", "ทำทะเบียน", "งานพัสดุ", "สำรวจแล้วลงทะเบียน", "รายงานทุกเดือน"});
  EXPECT_THAT(codes(report), Not(Contains("missing_issue")));
  report.issue(2);
  EXPECT_THAT(codes(report), Contains("missing_issue"));
}

TEST(Gate, APageReadBadlyAccusesNobody) {
  Report report = sound_report();
  report.record.issues[0].timeframe.reset();
  report.scanned();
  EXPECT_THAT(codes(report), Contains("missing_timeframe"));
  PageRecord page;
  page.page_no = report.record.issues[0].at.page_no;
  page.source = PageSource::ocr;
  page.confidence = 0.5;
  report.record.pages.push_back(page);
  EXPECT_THAT(codes(report), Not(Contains("missing_timeframe")));
  EXPECT_THAT(codes(report), Contains("low_confidence")) << "the page is named instead";
}

PageRecord page_of_a_scan(int page_no, double confidence) {
  PageRecord page;
  page.page_no = page_no;
  page.source = PageSource::ocr;
  page.confidence = confidence;
  return page;
}

TEST(Gate, AnIssueIsMissedOnlyInAReportWhosePagesWereAllReadWell) {
  Report report = sound_report();
  std::erase_if(report.record.issues, [](const IssueRecord& issue) { return issue.issue_no == 3; });
  report.record.pages = {page_of_a_scan(1, 0.97), page_of_a_scan(2, 0.96)};
  EXPECT_THAT(codes(report), Contains("missing_issue"));
  report.record.pages[1].confidence = 0.4;
  EXPECT_THAT(codes(report), Not(Contains("missing_issue"))) << "it may stand on the page that was read badly";
}

TEST(Gate, AnIssueWhoseItemsStandInATableOfMeasuresIsNotMissed) {
  const auto& form = shipped_rules().assessments().of(2567);
  const auto item_of_three_alone = [&] {
    for (const std::string& code : form.issues[2].items) {
      const auto holds = [&](const layouts::Issue& issue) { return std::ranges::count(issue.items, code) > 0; };
      if (std::ranges::count_if(form.issues, holds) == 1) return code;
    }
    return std::string();
  }();
  ASSERT_FALSE(item_of_three_alone.empty());
  Report report = sound_report();
  std::erase_if(report.record.issues, [](const IssueRecord& issue) { return issue.issue_no == 3; });
  ASSERT_THAT(codes(report), Contains("missing_issue"));
  report.table("", {"sequence", "measure", "result"});
  report.row({"๑", "ทบทวนช่องทางถามตอบ (" + item_of_three_alone + ")", "ทำแล้ว"});
  EXPECT_THAT(codes(report), Not(Contains("missing_issue")));
  EXPECT_THAT(codes(report), Contains("low_confidence")) << "said all the same";
}

TEST(Gate, WhatWasHeldBackAtOnePlaceIsRaisedAtAnother) {
  Report report;
  report.record.fiscal_year_at = Evidence{1, {100, 10, 200, 20}, TextSource::text, 1};
  report.record.fiscal_year_from = "cover";
  for (const int page : {4, 5}) {
    report.paragraph("ระยะเวลาดำเนินการ ปีงบประมาณ พ.ศ. ๒๕๖๑", ParagraphRole::timeframe);
    report.record.paragraphs.back().at.page_no = page;
  }
  report.record.pages = {page_of_a_scan(4, 0.4), page_of_a_scan(5, 0.97)};
  EXPECT_THAT(codes(report), Contains("wrong_year"));
  report.record.pages[1].confidence = 0.4;
  EXPECT_THAT(codes(report), Not(Contains("wrong_year")));
}

TEST(Gate, AColumnWhoseTitleStandsOutsideTheTableIsNotMissed) {
  Report report = plan_of_indicators("C_chapters");
  const auto missed = [&] {
    std::set<ColumnKey> keys;
    for (const Finding& finding : run_checks(report.input()))
      if (finding.code == "missing_column") keys.insert(finding.column_key.value());
    return keys;
  };
  PageRecord page;
  page.page_no = report.record.tables.back().at.page_no;
  page.source = PageSource::text;
  page.text = "ตัวชี้วัด\tผล\nผู้รับผิดชอบ\tผลการดำเนินงาน";
  report.record.pages.push_back(page);
  ASSERT_THAT(missed(), Contains(ColumnKey::responsible)) << "the title stands in a table: this one lacks it";
  report.record.pages.back().text += "\nผู้รับผิดชอบ กองช่าง";
  EXPECT_THAT(missed(), Not(Contains(ColumnKey::responsible)));
  EXPECT_THAT(codes(report), Contains("low_confidence"));
}

TEST(Gate, HoldsBackWhatTwoReadingsContradictAndSaysWhy) {
  Report report;
  report.record.fiscal_year_at = Evidence{1, {100, 10, 200, 20}, TextSource::text, 1};
  report.record.fiscal_year_from = "cover";
  report.paragraph("ระยะเวลาดำเนินการ ปีงบประมาณ พ.ศ. ๒๕๖๑", ParagraphRole::timeframe).scanned();
  ASSERT_THAT(codes(report), ElementsAre("wrong_year"));
  ParagraphRecord& paragraph = report.record.paragraphs[0];
  const std::string year = "๒๕๖๑";
  const std::size_t begin = paragraph.text.find(year);
  paragraph.doubts = {{begin, begin + year.size(), Certainty::conflicting, year, "๒๕๖๗", paragraph.at}};
  const auto findings = run_checks(report.input());
  EXPECT_THAT(codes(report), Not(Contains("wrong_year")));
  const auto held = std::ranges::find_if(findings, [](const Finding& finding) {
    const auto variant = finding.values.find("variant");
    return variant != finding.values.end() && variant->second == "held";
  });
  ASSERT_NE(held, findings.end());
  EXPECT_NE(held->message_en.find("2561"), std::string::npos) << held->message_en;
}

TEST(Gate, AYearIsWrongOnlyBesideOneThatStandsFast) {
  Report report;
  report.paragraph("ระยะเวลาดำเนินการ ปีงบประมาณ พ.ศ. ๒๕๖๑", ParagraphRole::timeframe);
  EXPECT_THAT(codes(report), IsEmpty()) << "the report's own year was read nowhere";
}

TEST(Gate, AReportThatSaysNowhereWhoseItIsIsWhoseItNamesOverAndOver) {
  const auto report = [](int times, const std::string& layout) {
    Report out(layout);
    out.record.agency_from = "mention";
    out.record.agency_at = Evidence{1, {100, 10, 200, 20}, TextSource::text, 1};
    for (int i = 0; i < times; ++i) {
      out.paragraph("สำนักงานศึกษาธิการจังหวัดน่าน จัดประชุมครั้งที่ " + std::to_string(i));
      out.record.paragraphs.back().at.page_no = 1 + i % 3;
    }
    out.paragraph("บุคลากรของสำนักงานศึกษาธิการจังหวัดตาก ทราบแนวปฏิบัติ");
    return out;
  };
  EXPECT_THAT(codes(report(6, "A_seven_issue")), Contains("foreign_agency"));
  EXPECT_THAT(codes(report(3, "A_seven_issue")), Not(Contains("foreign_agency"))) << "not often enough";
  EXPECT_THAT(codes(report(6, "")), Not(Contains("foreign_agency"))) << "a letter may speak of anybody";
}

TEST(Gate, EachReasonHasANameOfItsOwn) {
  std::vector<std::string> names;
  for (const GateReason& reason : gate_reasons()) {
    EXPECT_THAT(names, Not(Contains(reason.name)));
    names.push_back(reason.name);
  }
}

TEST(Gate, AColumnThatOtherTablesHaveIsNotMissedWhereAPageBreakMayHaveCutTheHeader) {
  Report report = sound_report();
  report.record.tables[5].annexed_template = true;  // of 1.6
  report.table("issue_table", {"weakness", "other", "responsible", "procedure", "follow_up"}, 6).at = {
      5, {60, 20, 500, 90}, TextSource::text, 1};
  EXPECT_THAT(codes(report), Not(Contains("missing_column")));
  report.paragraph("ประเด็นที่ ๑.๖");
  report.record.paragraphs.back().at = {5, {60, 5, 500, 15}, TextSource::text, 1};
  EXPECT_THAT(codes(report), Contains("missing_column")) << "the table does not begin its page";
}

TEST(Gate, AColumnThatNothingIsKnownOfMayBeTheOneThatIsMissed) {
  Report report = sound_report();
  report.record.tables[5].annexed_template = true;  // of 1.6
  report.table("issue_table", {"weakness", "improvement", "responsible", "procedure", "other"}, 6).at = {
      5, {60, 20, 500, 90}, TextSource::text, 1};
  report.paragraph("ประเด็นที่ ๑.๖");
  report.record.paragraphs.back().at = {5, {60, 5, 500, 15}, TextSource::text, 1};
  ColumnRecord& unknown = report.record.tables.back().columns.back();
  unknown.header = {"ใครดูต่อ"};
  EXPECT_THAT(codes(report), Not(Contains("missing_column")));
  unknown.header = {"ปัญหา"};
  unknown.because = "ปัญหา";  // which says little of what the column is for
  unknown.margin = 0.58;
  EXPECT_THAT(codes(report), Not(Contains("missing_column")));
  unknown.header = {"ผู้รับผิดชอบ"};  // a reviewer set it to something else
  EXPECT_THAT(codes(report), Contains("missing_column"));
  unknown.header = {"ใครดูต่อ"};
  unknown.because = "หมายเหตุ";  // known to be something else
  unknown.margin = 0.95;
  EXPECT_THAT(codes(report), Contains("missing_column"));
  unknown.key = ColumnKey::result;  // nothing that the form asks for
  EXPECT_THAT(codes(report), Not(Contains("missing_column")));
}

TEST(Gate, WhatASentenceTellsInOtherWordsIsNotMissed) {
  Report report = sound_report();
  report.record.issues[2].timeframe.reset();
  report.record.issues[2].limitation.reset();
  ASSERT_THAT(codes(report), AllOf(Contains("missing_timeframe"), Contains("missing_limitation")));
  report.paragraph("ทุกประเด็นดำเนินการระหว่างเดือนตุลาคม ๒๕๖๖ ถึงเดือนกันยายน ๒๕๖๗ และมีข้อจำกัดเดียวกัน");
  EXPECT_THAT(codes(report), AllOf(Not(Contains("missing_timeframe")), Not(Contains("missing_limitation"))));
}

TEST(Gate, WhatNoIssueHasUnderAKnownLabelIsCalledSomethingElse) {
  Report report = sound_report();
  for (IssueRecord& issue : report.record.issues) {
    issue.timeframe.reset();
    issue.timeframe_at.reset();
  }
  EXPECT_THAT(codes(report), Not(Contains("missing_timeframe")));
  report.record.issues[2].timeframe_at = report.record.issues[2].at;
  EXPECT_THAT(codes(report), Contains("missing_timeframe")) << "its label is printed with nothing behind it";
}

// A form whose seven parts stand on the page, whatever was made of them.
TEST(Gate, WhatTheLinesOfThePagesSayIsNotMissed) {
  Report report = sound_report();
  std::string text;
  for (int no = 1; no <= 7; ++no)
    text += "ประเด็นที่ ๑." + std::to_string(no) + " กระบวนการ\nระยะเวลา\tตลอดปี\nข้อจำกัด : คนน้อย\n";
  PageRecord& page = report.record.pages.emplace_back();
  page.page_no = 1;
  page.confidence = 1;
  page.text = text;
  report.record.issues[5].timeframe.reset();
  report.record.issues[4].limitation.reset();
  EXPECT_THAT(codes(report), AllOf(Not(Contains("missing_timeframe")), Not(Contains("missing_limitation"))));
  report.record.issues.pop_back();
  EXPECT_THAT(codes(report), Not(Contains("missing_issue")));
  page.text = "ประเด็นที่ ๑.1\nระยะเวลา\tตลอดปี\nข้อจำกัด : คนน้อย";
  EXPECT_THAT(codes(report),
              AllOf(Contains("missing_timeframe"), Contains("missing_limitation"), Contains("missing_issue")));
}

TEST(Gate, AnIssueThatAHeadingNumbersBesideAnotherIsNotMissed) {
  Report report = sound_report();
  report.record.issues.pop_back();
  ASSERT_THAT(codes(report), Contains("missing_issue"));
  report.paragraph("ประเด็นที่ ๑.๖ และ ๑.๗ วิเคราะห์รวมกัน", ParagraphRole::heading);
  EXPECT_THAT(codes(report), Not(Contains("missing_issue")));
}

TEST(Gate, AColumnMayStandInTheIssuesSecondTableOrBeToldInASentence) {
  const auto raised = [](bool second_table, const std::string& sentence) {
    Report report = sound_report();
    report.record.tables[5].annexed_template = true;  // of 1.6
    if (second_table) report.table("", {"weakness"});
    report.table("issue_table", {"improvement", "responsible", "procedure", "follow_up"}, 6);
    if (!sentence.empty()) {
      report.paragraph(sentence);
      report.record.paragraphs.back().issue_no = 6;
    }
    return codes(report);
  };
  EXPECT_THAT(raised(false, ""), Contains("missing_column"));
  EXPECT_THAT(raised(true, ""), Not(Contains("missing_column")));
  EXPECT_THAT(raised(false, "จากผลการประเมินพบว่าแผนเผยแพร่ล่าช้า จึงเห็นควรจัดทำปฏิทินการเผยแพร่"),
              Not(Contains("missing_column")));
}

TEST(Gate, LimitationsThatCloseTheReportAreNotTheLastIssuesAlone) {
  const auto raised = [](std::size_t with_limitation) {
    Report report = sound_report();
    for (std::size_t i = 0; i + with_limitation < report.record.issues.size(); ++i) {
      report.record.issues[i].limitation.reset();
      report.record.issues[i].limitation_at.reset();
    }
    return codes(report);
  };
  EXPECT_THAT(raised(1), Not(Contains("missing_limitation")));
  EXPECT_THAT(raised(3), Contains("missing_limitation"));
}

}  // namespace
}  // namespace prongsai::checks
