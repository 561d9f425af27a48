// Years that contradict the report's own.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(WrongYear, WhereItStandsDecidesItsPlace) {
  Report report = sound_report();
  report.record.issues[4].timeframe = "ปีงบประมาณ พ.ศ. ๒๕๖๓";
  report.table("results", {"measure", "procedure", "result", "outcome"});
  report.row({"ลดกระดาษ", "สแกนแทนพิมพ์", "เสร็จในปีงบประมาณ พ.ศ. ๒๕๖๒", "กระดาษลดลง"});
  report.paragraph("สำนักงานจึงกำหนดแนวทางที่จะดำเนินการในปีงบประมาณ พ.ศ. ๒๕๖๑ ดังนี้");
  EXPECT_THAT(report.raised(wrong_year), ElementsAre("wrong_year - - result", "wrong_year 5 - -", "wrong_year - - -"));
}

TEST(WrongYear, ATimeframeOfItsOwnSection) {
  Report report("D_narrative", 2566);
  report.paragraph("๕. ระยะเวลาดำเนินการ", ParagraphRole::heading)
      .paragraph("เดือน ตุลาคม พ.ศ. ๒๕๖๑ ถึง เดือน กันยายน พ.ศ. ๒๕๖๒");
  EXPECT_THAT(report.raised(wrong_year), ElementsAre("wrong_year - - -"));
}

TEST(WrongYear, InATimeframeColumn) {
  Report report("B_form");
  report.table("form_application", {"how_applied", "procedure", "timeframe", "responsible"});
  report.row({"เร่งรัด", "ติดตาม", "๑ ตุลาคม ๒๕๖๒ - ๓๐ กันยายน ๒๕๖๓", "กลุ่มอำนวยการ"}, 5);
  EXPECT_THAT(report.raised(wrong_year), ElementsAre("wrong_year 5 - timeframe"));
}

TEST(WrongYear, YearsThatAreRight) {
  for (const std::string text : {
           "ผลการประเมินประจำปีงบประมาณ พ.ศ. ๒๕๖๖ นำมาวางแผนในปีงบประมาณ พ.ศ. 2567",
           "ระยะเวลาดำเนินการ ตุลาคม ๒๕๖๖ ถึง กันยายน ๒๕๖๗",
           "ระยะเวลาของปีก่อน ตุลาคม ๒๕๖๕ ถึง กันยายน ๒๕๖๖",  // of FY2566
           "ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
           "ตามคำสั่งที่ ๑๙/๒๕๖๐ สั่ง ณ วันที่ ๓ เมษายน ๒๕๖๐",
           "ยุทธศาสตร์ชาติ (พ.ศ. ๒๕๖๑ - ๒๕๘๐) และแผนแม่บท (พ.ศ. 2561 – 2580)",
           "แผนพัฒนาการศึกษาจังหวัด พ.ศ. ๒๕๖๓ - ๒๕๖๕",
           "ระบบออนไลน์เริ่มใช้ตั้งแต่ปีงบประมาณ พ.ศ. ๒๕๖๐ เป็นต้นมา",
           "เปรียบเทียบผลย้อนหลัง ปีงบประมาณ พ.ศ. ๒๕๖๓ พ.ศ. ๒๕๖๔ และ พ.ศ. ๒๕๖๕",
           "คำสั่งสำนักงาน ที่ ๖๒/๒๕๖๗ ลงวันที่ ๑๗ พฤษภาคม ๒๕๖๗",
           "โทรศัพท์ ๐๕๔-๒๕๖๑๐๐",
           "คะแนนรายข้อของปีงบประมาณ พ.ศ. ๒๕๖๕ และ พ.ศ. ๒๕๖๖ อยู่ในตารางที่ ๓",
           "ได้คะแนนรวม ๘๘.๖๕ คะแนน ซึ่งสูงกว่าปีงบประมาณ พ.ศ. 2564",
       }) {
    EXPECT_THAT(Report().paragraph(text).raised(wrong_year), IsEmpty()) << text;
  }
}

TEST(WrongYear, APlanOfTheNextYear) {
  Report report("F_announcement");
  report.table("", {"measure", "timeframe"});
  report.row({"ติดป้าย", "พ.ย. ๒๕๖๗"}).row({"อบรม", "ม.ค. – มี.ค. ๒๕๖๘"});
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
  report.row({"ตรวจนับ", "พ.ย. ๒๕๖๖"});
  EXPECT_THAT(report.raised(wrong_year), ElementsAre("wrong_year - - timeframe")) << "the others are of this year";
}

TEST(WrongYear, ResultsOfAYearAreFollowedByMeasuresOfTheNext) {
  Report report("F_announcement");  // of 2567
  report.paragraph("มาตรการส่งเสริมสนับสนุนหน่วยงาน ปีงบประมาณ พ.ศ. ๒๕๖๘");
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
}

TEST(WrongYear, AnAnalysisSetsOutMeasuresOfTheNextYear) {
  Report report("D_narrative");  // of 2567
  report.table("other", {"how_applied", "responsible", "timeframe"});
  report.row({"เพิ่มช่องทาง", "งานประชาสัมพันธ์", "ไตรมาส 1 ปี 2568"});
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
  report.row({"ประชุม", "งานแผน", "ธันวาคม 2566"});
  EXPECT_THAT(report.raised(wrong_year), SizeIs(1)) << "another measure is of the report's own year";
}

TEST(WrongYear, AYearWithAScoreOfItsOwn) {
  Report report;
  report.paragraph("ได้ ๙๔.๕๑ คะแนน (ปีงบประมาณ พ.ศ. ๒๕๖๔ เมื่อปรับเกณฑ์แล้วนับได้ ๙๒.๒๓ คะแนน)");
  EXPECT_THAT(report.raised(wrong_year), SizeIs(1));
  ScoreRecord score;
  score.fiscal_year = 2564;
  score.year_from = StatedIn::sentence;
  score.raw_figure = "๙๒.๒๓";
  score.at = report.record.paragraphs.back().at;
  report.record.scores.push_back(score);
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
}

TEST(WrongYear, AYearWithAFigureBehindItIsThatFigures) {
  for (const std::string text : {"แล้วปีก่อนหน้านั้นล่ะ ปีงบประมาณ 2565 ได้ 90.35 คะแนน เราขยับขึ้นมาเล็กน้อย",
                                 "อยู่ในระดับผ่านดี (ปีงบประมาณ พ.ศ. ๒๕๖๕ ได้ ๘๘.๑๒ คะแนน)"}) {
    Report report = sound_report();
    report.paragraph(text);
    EXPECT_THAT(report.raised(wrong_year), IsEmpty()) << text;
  }
  Report report = sound_report();
  report.paragraph("จัดกิจกรรมในปีงบประมาณ พ.ศ. ๒๕๖๕ จำนวน ๓ ครั้ง");
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
  report.paragraph("จะดำเนินการในปีงบประมาณ พ.ศ. ๒๕๖๒ ให้แล้วเสร็จ ๓ กิจกรรม");
  EXPECT_THAT(report.raised(wrong_year), SizeIs(1));
}

TEST(WrongYear, AWeaknessMayBeOld) {
  const auto raised = [](const std::string& text, const std::string& column) {
    Report report;
    report.table("", {"measure", column});
    report.row({"ทบทวนคู่มือ", text});
    return report.raised(wrong_year);
  };
  EXPECT_THAT(raised("คู่มือของกองช่างใช้มาแต่ปี ๒๕๖๒ ไม่แสดงระยะเวลา", "weakness"), IsEmpty());
  EXPECT_THAT(raised("ปรับปรุงคู่มือฉบับปี ๒๕๖๒", "activity"), IsEmpty());
  EXPECT_THAT(raised("จัดอบรมภายในปี ๒๕๖๒", "activity"), SizeIs(1));
}

TEST(WrongYear, WorkOfTheYearMayLastIntoTheNext) {
  Report report;
  report.table("issue_table", {"weakness", "timeframe"}, 1);
  report.row({"ไม่มีทะเบียน", "ธ.ค. 66 – ก.ย. 67 และต่อเนื่องปีงบประมาณ 2568"});
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
  report.row({"ไม่มีคู่มือ", "ตลอดปีงบประมาณ 2568"});
  EXPECT_THAT(report.raised(wrong_year), SizeIs(1)) << "nothing of it is of the report's year";
}

TEST(WrongYear, OrdersAndLawsInCells) {
  Report report;
  report.table("issue_table", kIssueColumns, 1);
  report.row({"ไม่รู้ระเบียบพัสดุ พ.ศ. ๒๕๖๐", "อบรมตามพระราชบัญญัติการจัดซื้อจัดจ้าง พ.ศ. ๒๕๖๐",
              "คณะทำงานตามคำสั่งที่ ๕/๒๕๖๒ ลงวันที่ ๔ มกราคม ๒๕๖๒", "๑. ทบทวนประกาศ พ.ศ. ๒๕๕๙", "รายงานทุกปี"});
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
}

TEST(WrongYear, RowsOfSeveralYears) {
  const auto raised = [](const std::vector<std::string>& years, const std::string& column) {
    Report report;
    report.table("", {column, "other"});
    for (const std::string& year : years) report.row({year, "๙๔.๖๐"});
    return report.raised(wrong_year);
  };
  EXPECT_THAT(raised({"คะแนนเต็ม", "พ.ศ. ๒๕๖๓", "พ.ศ. ๒๕๖๔", "ปีงบประมาณ พ.ศ. ๒๕๖๖", "-"}, "sequence"), IsEmpty());
  EXPECT_THAT(raised({"พ.ศ. ๒๕๖๓", "พ.ศ. ๒๕๖๗", "พ.ศ. ๒๕๖๗"}, "sequence"), SizeIs(1))
      << "one was left from an old report";
  EXPECT_THAT(raised({"พ.ศ. ๒๕๖๓", "พ.ศ. ๒๕๖๗ ต่อเนื่อง"}, "sequence"), SizeIs(1));
  EXPECT_THAT(raised({"พ.ศ. ๒๕๖๓", "พ.ศ. ๒๕๖๗"}, "timeframe"), SizeIs(1));
  EXPECT_THAT(raised({"พ.ศ. ๒๕๖๓"}, "sequence"), SizeIs(1));
}

TEST(WrongYear, AMeasuresTimeThatWasOverBeforeTheAssessmentWas) {
  const auto raised = [](const std::vector<std::string>& times, const std::string& column = "timeframe") {
    Report report;
    report.table("", {"procedure", column});
    for (const std::string& time : times) report.row({"จัดประชุม", time});
    return report.raised(wrong_year);
  };
  EXPECT_THAT(raised({"ม.ค. – มี.ค. ๖๗", "เม.ย. ๖๗", "มี.ค. – เม.ย. ๖๖"}), SizeIs(1)) << "left from last year's report";
  EXPECT_THAT(raised({"ม.ค. – มี.ค. ๖๗", "เม.ย. ๖๗", "ส.ค. – ก.ย. ๖๖"}), IsEmpty()) << "at once after the results";
  EXPECT_THAT(raised({"ม.ค. – มี.ค. ๖๗", "มี.ค. – เม.ย. ๖๖"}), IsEmpty()) << "as many of the one as of the other";
  EXPECT_THAT(raised({"ต.ค. – ธ.ค. ๖๖", "เม.ย. ๖๗"}), IsEmpty()) << "October is the new year's";
  EXPECT_THAT(raised({"ม.ค. ๖๗", "เม.ย. ๖๗", "มี.ค. ๖๖"}, "result"), IsEmpty()) << "only where times are set";
}

TEST(WrongYear, AHeadOverMonthsOfAnotherYear) {
  const auto raised = [](const std::string& head, const std::vector<std::string>& months) {
    Report report;
    TableRecord& table = report.table("", {"other", "other", "other", "other"});
    for (std::size_t i = 0; i < months.size(); ++i) table.columns[i + 1].header = {head, months[i]};
    report.row({"ค่าวัสดุ", "๑๐", "๒๐", "๓๐"});
    return report.raised(wrong_year);
  };
  EXPECT_THAT(raised("แผนการเบิกจ่าย ปี ๒๕๖๓", {"ต.ค. ๖๖", "พ.ย. ๖๖", "ม.ค. ๖๗"}), SizeIs(1));
  EXPECT_THAT(raised("แผนการเบิกจ่าย ปีงบประมาณ พ.ศ. ๒๕๖๗", {"ต.ค. ๖๖", "พ.ย. ๖๖", "ม.ค. ๖๗"}), IsEmpty());
  EXPECT_THAT(raised("แผนการเบิกจ่าย ปี ๒๕๖๖", {"ต.ค. ๖๖", "พ.ย. ๖๖", "ธ.ค. ๖๖"}), IsEmpty()) << "the calendar's year";
  EXPECT_THAT(raised("แผนการเบิกจ่าย ปี ๒๕๖๓", {"ก.ย. ๖๖", "พ.ย. ๖๖", "ม.ค. ๖๗"}), IsEmpty()) << "months of two years";
}

TEST(WrongYear, ATitleOverTwoLinesMayTellOfNextYearsPlan) {
  Report report;
  report.paragraph("ปฏิทินงานและแผนการเบิกจ่าย").paragraph("ปีงบประมาณ พ.ศ. ๒๕๖๘");
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
  Report other;
  other.paragraph("ผลการทำงานและการเบิกจ่าย").paragraph("ปีงบประมาณ พ.ศ. ๒๕๖๘");
  EXPECT_THAT(other.raised(wrong_year), SizeIs(1));
}

// A report's own year is the first to be doubted where all that contradicts it is of the next one.
TEST(WrongYear, SeveralPlacesOfTheNextYearDoubtTheReportsOwn) {
  Report report("B_form");
  report.table("form_application", {"how_applied", "procedure", "timeframe", "responsible"});
  report.row({"เร่งรัด", "ติดตาม", "มกราคม ๒๕๖๘ - กันยายน ๒๕๖๘", "กลุ่มอำนวยการ"}, 5);
  EXPECT_THAT(report.raised(wrong_year), ElementsAre("wrong_year 5 - timeframe"));
  report.row({"ทบทวน", "ประชุม", "ปีงบประมาณ พ.ศ. ๒๕๖๘", "กลุ่มแผนงาน"}, 6);
  const auto findings = report.run(wrong_year);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].code, "low_confidence");
  EXPECT_EQ(findings[0].values.at("variant"), "own_year");
  report.row({"ทบทวน", "ประชุม", "ปีงบประมาณ พ.ศ. ๒๕๖๓", "กลุ่มแผนงาน"}, 7);
  EXPECT_THAT(report.run(wrong_year), SizeIs(3)) << "an older year is another report's";
}

TEST(WrongYear, SilentWithoutAFiscalYear) {
  Report report;
  report.record.fiscal_year.reset();
  EXPECT_THAT(report.paragraph("ปีงบประมาณ พ.ศ. ๒๕๕๐").raised(wrong_year), IsEmpty());
}

TEST(WrongYear, LaterYearsThatSomethingIsMeantFor) {
  for (const char* text : {"(สำหรับการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘)", "จัดทำคำของบประมาณปีงบประมาณ พ.ศ. ๒๕๖๙",
                           "ดำเนินการต่อเนื่องถึงปีงบประมาณ พ.ศ. ๒๕๖๙", "แบบฟอร์ม (ปรับปรุง ปีงบประมาณ พ.ศ. ๒๕๖๕)"}) {
    Report report = sound_report();
    report.paragraph(text);
    EXPECT_THAT(report.raised(wrong_year), IsEmpty()) << text;
  }
}

// Sentences only: a time of work of the next year alone is another report's.
TEST(WrongYear, NoReportIsCopiedFromALaterOne) {
  Report report;
  report.paragraph("สรุป ณ วันที่ ๒๐ ตุลาคม ๒๕๖๗ เสนอผู้บริหารและใช้ยื่นประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘");
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
  report.paragraph("ระบบทะเบียนของปีงบประมาณ พ.ศ. ๒๕๖๘ ทำแทนที่ระบบทะเบียนของปีงบประมาณ พ.ศ. ๒๕๖๓");
  const auto findings = report.run(wrong_year);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].values.at("year"), "2563");
}

TEST(WrongYear, ARemarkInAColumnThatNoFormAsksFor) {
  const auto raised = [](const std::string& column) {
    Report report;
    report.table("measures", {"measure", column});
    report.row({"ทบทวนคู่มือ", "ไฟล์ที่แนบเป็นของปี ๒๕๖๓"}, 1);
    return report.run(wrong_year).size();
  };
  EXPECT_EQ(raised("other"), 0U);
  EXPECT_EQ(raised("result"), 1U);
}

TEST(WrongYear, AWeaknessTellsOfAnyYearButTheAssessments) {
  const auto weakness = [](const std::string& text) {
    Report report = sound_report();
    for (CellRecord& cell : report.record.cells) {
      if (cell.column_key == ColumnKey::weakness && cell.issue_no == 1) cell.text = text;
    }
    return report.raised(wrong_year);
  };
  EXPECT_THAT(weakness("การเบิกจ่ายปีงบประมาณ พ.ศ. ๒๕๖๔ ล่าช้า"), IsEmpty());
  EXPECT_THAT(weakness("ระบบที่จัดซื้อในปีงบประมาณ พ.ศ. ๒๕๖๔ ใช้งานยาก"), IsEmpty());
  EXPECT_THAT(weakness("จากผลการประเมินประจำปีงบประมาณ พ.ศ. ๒๕๖๔"), SizeIs(1));
}

}  // namespace
}  // namespace prongsai::checks
