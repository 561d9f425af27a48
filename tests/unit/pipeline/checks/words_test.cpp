// Checks of what the words say: years, offices, columns, counts, numbers of lists, blanks of forms, scripts.
#include "pipeline/checks/numbering.hpp"
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// ---- wrong_year

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
  report.paragraph("๕. ระยะเวลาดำเนินการ", "heading").paragraph("เดือน ตุลาคม พ.ศ. ๒๕๖๑ ถึง เดือน กันยายน พ.ศ. ๒๕๖๒");
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

TEST(WrongYear, AYearWithAScoreOfItsOwn) {
  Report report;
  report.paragraph("ได้ ๙๔.๕๑ คะแนน (ปีงบประมาณ พ.ศ. ๒๕๖๔ ได้ ๙๒.๒๓ คะแนน)");
  EXPECT_THAT(report.raised(wrong_year), SizeIs(1));
  ScoreRecord score;
  score.fiscal_year = 2564;
  score.year_from = StatedIn::sentence;
  score.raw_figure = "๙๒.๒๓";
  score.at = report.record.paragraphs.back().at;
  report.record.scores.push_back(score);
  EXPECT_THAT(report.raised(wrong_year), IsEmpty());
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

TEST(WrongYear, SilentWithoutAFiscalYear) {
  Report report;
  report.record.fiscal_year.reset();
  EXPECT_THAT(report.paragraph("ปีงบประมาณ พ.ศ. ๒๕๕๐").raised(wrong_year), IsEmpty());
}

// ---- foreign_agency

TEST(ForeignAgency, AnotherOfficeSpeaks) {
  Report report = sound_report();
  report.record.cells[1].text = "สำนักงานศึกษาธิการจังหวัดตากได้กำหนดแนวทางไว้แล้ว";
  report.paragraph("คำนำ สำนักงาน ศึกษาธิการ จังหวัดพะเยา ขอขอบคุณทุกฝ่าย");
  const auto findings = report.run(foreign_agency);
  EXPECT_THAT(places(findings), ElementsAre("foreign_agency 1 - improvement", "foreign_agency - - -"));
  EXPECT_EQ(findings.at(0).values.at("foreign"), "สำนักงานศึกษาธิการจังหวัดตาก");
}

TEST(ForeignAgency, OfficesThatMayBeNamed) {
  for (const std::string text : {
           "สำนักงานศึกษาธิการจังหวัดน่านได้กำหนดแนวทาง",
           "ศธจ.น่าน จัดประชุม",
           "ตามที่สำนักงานปลัดกระทรวงศึกษาธิการกำหนด",
           "ร่วมกับสำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1",
           "เครือข่ายได้แก่ สำนักงานศึกษาธิการจังหวัดแพร่ สำนักงานศึกษาธิการจังหวัดพะเยา และสำนักงานศึกษาธิการจังหวัดเชียงราย",
           "จัดอบรมร่วมกับสำนักงานศึกษาธิการจังหวัดแพร่",
           "สำนักงาน ป.ป.ช. เป็นผู้กำหนดเกณฑ์",
       }) {
    EXPECT_THAT(Report().paragraph(text).raised(foreign_agency), IsEmpty()) << text;
  }
}

TEST(ForeignAgency, NotInTablesOfResultsOrAnnexedForms) {
  Report report("F_announcement");
  report.table("announcement", {"sequence", "other"});
  report.row({"๑", "สำนักงานศึกษาธิการจังหวัดตาก"});
  report.table("issue_table", kIssueColumns, 1).annexed_template = true;
  report.row({"", "", "สำนักงานศึกษาธิการจังหวัดเลย", "", ""});
  EXPECT_THAT(report.raised(foreign_agency), IsEmpty());
}

TEST(ForeignAgency, NotAnOfficeWhoseScoresTheReportTells) {
  Report report("F_announcement");
  report.record.agency = "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอบ้านสวน";
  ScoreRecord& score = report.score("ITA", 88.24);
  score.from_table = true;
  score.agency = "องค์การบริหารส่วนตำบลทุ่งนา";
  report.table("", {"measure", "responsible"});
  report.row({"ติดป้าย", "ปลัด อบต.ทุ่งนา"});
  EXPECT_THAT(report.raised(foreign_agency), IsEmpty());
}

// The kind is known by the report's own office alone.
TEST(ForeignAgency, OfTheOwnKindThatNoListHolds) {
  for (const auto& [text, raised] : {std::pair{"รวบรวมมาตรการของสำนักงานประมงจังหวัดอ่าวเงิน เสนอประมงจังหวัด", 1U},
                                     {"– สำนักงานประมงจังหวัดอ่าวเงินจะขยายเวลาเปิดจองคิวถึงวันเสาร์", 1U},
                                     {"สำนักงานประมงจังหวัดเกาะทองได้รวบรวมมาตรการ", 0U},
                                     {"สำนักงานประมงจังหวัดแจ้งผลแล้ว และสำนักงานประมงจังหวัดทุกแห่งรับทราบ", 0U},
                                     {"ศึกษาดูงานที่สำนักงานประมงจังหวัดอ่าวเงิน เมื่อต้นปี", 0U},
                                     {"เยี่ยมชมการจัดห้องบริการของสำนักงานประมงจังหวัดอ่าวเงิน", 0U}}) {
    Report report;
    report.record.agency = "สำนักงานประมงจังหวัดเกาะทอง";
    report.paragraph(text);
    EXPECT_THAT(report.run(foreign_agency), SizeIs(raised)) << text;
  }
}

TEST(ForeignAgency, AScansLettersMayBeWrong) {
  for (const auto& [text, raised] : {std::pair{"สำนักงานศึกษาธิการจังหวัดตาก ได้คะแนน", 1U},  // an office that is there
                                     {"สำนักงานศึกษาธิการจังหวัดนาน ได้คะแนน", 0U}}) {  // น่าน without its tone mark
    Report report;
    report.paragraph(text);
    report.record.paragraphs[0].at.source = TextSource::ocr;
    EXPECT_THAT(report.run(foreign_agency), SizeIs(raised)) << text;
  }
}

// A kind of office that no list holds: told by the area in its name.
TEST(ForeignAgency, OfKindsThatNoListHolds) {
  const auto raised = [](const std::string& text, TextSource source) {
    Report report;
    report.record.agency = "สำนักงานสาธารณสุขอำเภอท่าหลวงใหม่";
    report.paragraph(text);
    report.record.paragraphs[0].at.source = source;
    return report.run(foreign_agency).size();
  };
  for (const TextSource source : {TextSource::text, TextSource::ocr}) {
    EXPECT_EQ(raised("เพื่อให้สำนักงานสาธารณสุขอำเภอโคกสะแก เป็นหน่วยงานที่โปร่งใส", source), 1U);
    EXPECT_EQ(raised("เพื่อให้สำนักงานสาธารณสุขอำเภอท่าหลวงใหม่ เป็นหน่วยงานที่โปร่งใส", source), 0U);
    EXPECT_EQ(raised("สำนักงานที่ดินอำเภอโคกสะแก ขอใช้ห้องประชุม", source), 0U) << "of another kind";
  }
  EXPECT_EQ(raised("เพื่อให้สำนักงานสาธารณสุขอำเภอทาหลวงใหม เป็นหน่วยงานที่โปร่งใส", TextSource::ocr), 0U) << "misread";
}

// "วิทยาลัย เริ่มเวลา …" (the college begins at …): the kind's word may stand for the own office.
TEST(ForeignAgency, AKindsWordInAScanIsNoName) {
  Report report;
  report.record.agency = "วิทยาลัยเทคนิคทุ่งสมุทร";
  report.paragraph("เวลาราชการของวิทยาลัย เริ่มเวลา 08.00 น.");
  report.record.paragraphs[0].at.source = TextSource::ocr;
  EXPECT_THAT(report.run(foreign_agency), IsEmpty());
}

TEST(ForeignAgency, SilentWhereTheOwnOfficeIsUnknown) {
  Report report;
  report.record.agency.reset();
  EXPECT_THAT(report.paragraph("สำนักงานศึกษาธิการจังหวัดตาก").raised(foreign_agency), IsEmpty());
}

// ---- misplaced_column

struct Cell {
  std::string column;
  std::string text;
  std::string belongs;  // "" where nothing is wrong
};

TEST(MisplacedColumn, OnlyInTablesOfAKnownKind) {
  for (const std::string role : {"issue_table", ""}) {
    Report report;
    report.table(role, {"weakness"});
    report.row({"ช่วงเวลา"}).row({"ม.ค. – พ.ค. ๒๕๖๗"});
    EXPECT_THAT(report.raised(misplaced_column), SizeIs(role.empty() ? 0 : 1)) << "a card's label and what it labels";
  }
}

TEST(MisplacedColumn, ByTheColumnsVocabulary) {
  const std::vector<Cell> cells = {
      {"responsible", "ภายในเดือนมิถุนายน ๒๕๖๗", "timeframe"},
      {"responsible", "ปีงบประมาณ พ.ศ. ๒๕๖๗", "timeframe"},
      {"responsible", "- กลุ่มอำนวยการ ให้แล้วเสร็จภายในวันที่ ๓๐ มีนาคม ๒๕๖๗", "timeframe"},
      {"responsible", "กลุ่มนโยบายและแผน ดำเนินการระหว่างเดือนมกราคม - เดือนมีนาคม ๒๕๖๗", "timeframe"},
      {"responsible", "กลุ่มอำนวยการ ให้แล้วเสร็จภายใน ๓๐ วัน", "timeframe"},
      {"procedure", "๑. สำรวจ ๒. สรุป ผู้รับผิดชอบ : นายประสิทธิ์ ใจงาม ตำแหน่ง นักวิชาการศึกษา", "responsible"},
      {"procedure", "๑. สำรวจ ๒. สรุป ผู้รับผิดชอบคือกลุ่มอำนวยการ", "responsible"},
      {"weakness", "ขาดทะเบียน นางสาวมาลี แก้วใส ตำแหน่งเจ้าพนักงานธุรการ เป็นผู้รับผิดชอบ", "responsible"},
      {"procedure", "- กลุ่มอำนวยการ - หน่วยตรวจสอบภายใน", "responsible"},
      {"timeframe", "กลุ่มบริหารงานบุคคล", "responsible"},
      {"procedure", "ตุลาคม ๒๕๖๖ - กันยายน ๒๕๖๗", "timeframe"},
      {"responsible", "- กลุ่มอำนวยการ - ทุกกลุ่มและหน่วย", ""},
      {"responsible", "คณะทำงานตามคำสั่งสำนักงาน ที่ ๖๒/๒๕๖๗ ลงวันที่ ๑๗ พฤษภาคม ๒๕๖๗", ""},
      {"responsible", "นายประสิทธิ์ ใจงาม ตำแหน่ง นักวิชาการศึกษา", ""},
      {"procedure", "๑. แต่งตั้งผู้รับผิดชอบ ๒. รายงานภายในวันที่ ๕ ของเดือนถัดไป", ""},
      {"procedure", "๑. กลุ่มอำนวยการจัดทำแผน ๒. เสนอศึกษาธิการจังหวัดเห็นชอบ", ""},
      {"procedure", "กลุ่มนิเทศ ติดตาม และประเมินผล สรุปรายงานเสนอผู้บริหาร", ""},
      {"follow_up", "ผู้รับผิดชอบสรุปและรายงานผลทุกไตรมาส", ""},
      {"follow_up", "ให้ผู้รับผิดชอบแต่ละตัวชี้วัดดำเนินการให้แล้วเสร็จ", ""},
      {"timeframe", "ปีงบประมาณ พ.ศ. ๒๕๖๗ (เดือนตุลาคม ๒๕๖๖ - เดือนกันยายน ๒๕๖๗)", ""},
      {"weakness", "ไม่มีการกำหนดผู้รับผิดชอบดูแลห้องประชุม", ""},
      {"result", "ดำเนินการแล้วเสร็จภายในไตรมาสที่ ๓", ""},
  };
  for (const Cell& cell : cells) {
    Report report;
    report.table("other", {cell.column}, 2);
    report.row({cell.text});
    const auto findings = report.run(misplaced_column);
    ASSERT_THAT(findings, SizeIs(cell.belongs.empty() ? 0 : 1)) << cell.column << ": " << cell.text;
    if (findings.empty()) continue;
    EXPECT_EQ(findings[0].values.at("variant"), cell.belongs) << cell.text;
    EXPECT_EQ(place(findings[0]), "misplaced_column 2 - " + cell.column);
  }
}

// ---- count_mismatch

TEST(CountMismatch, NumberedParagraphs) {
  Report report("D_narrative", 2566);
  report.paragraph("พบว่ามีข้อบกพร่องหรือจุดอ่อน จำนวน ๖ ข้อ ดังนี้")
      .paragraph("(๑) ล่าช้า")
      .paragraph("(๒) ไม่ครบ")
      .paragraph("(๓) ไม่ชัด");
  const auto findings = report.run(count_mismatch);
  ASSERT_THAT(places(findings), ElementsAre("count_mismatch - - -"));
  EXPECT_THAT(findings[0].evidence, HasSubstr("6 / 3"));
}

TEST(CountMismatch, ARepeatedNumberIsAnItemToo) {
  Report report("C_chapters", 2566);
  report.paragraph("กำหนดไว้ จำนวน 3 มาตรการ ดังนี้")
      .paragraph("1. ก")
      .paragraph("2. ข")
      .paragraph("2. ค")
      .paragraph("3. ง");
  EXPECT_THAT(report.raised(count_mismatch), SizeIs(1));
}

TEST(CountMismatch, RowsOfTheTableThatFollows) {
  Report report("B_form");
  report.paragraph("กำหนดวิธีการนำผลไปสู่การปฏิบัติ จำนวน ๓ ประเด็น ดังนี้");
  report.table("form_application", {"how_applied", "responsible"});
  for (int n = 1; n <= 4; ++n) report.row({"เร่งรัด", "กลุ่มอำนวยการ"}, n);
  EXPECT_THAT(report.raised(count_mismatch), SizeIs(1));
}

TEST(CountMismatch, SeveralRowsMayTellOfOneThing) {
  Report report("B_form");
  report.paragraph("กำหนดวิธีการนำผลไปสู่การปฏิบัติ จำนวน ๒ ประเด็น ดังนี้");
  report.table("form_application", {"how_applied", "responsible"});
  report.row({"เร่งรัด", "กลุ่มอำนวยการ"}, 1).row({"ติดตาม", "กลุ่มอำนวยการ"}, 1).row({"ปรับปรุง", "กลุ่มอำนวยการ"}, 4);
  EXPECT_THAT(report.raised(count_mismatch), IsEmpty());
}

TEST(CountMismatch, ItemsNamedByTheirCodes) {
  Report report;
  report.paragraph("มีตัวชี้วัดที่ต้องแก้ไข จำนวน ๒ ตัวชี้วัด ดังนี้")
      .paragraph("ตัวชี้วัดข้อ ๑๗ รายงานผลการสำรวจ ได้ ๕๐ คะแนน")
      .paragraph("จึงนำมากำหนดมาตรการ");
  EXPECT_THAT(report.raised(count_mismatch), SizeIs(1));
}

TEST(CountMismatch, ListsThatAgreeOrAreNone) {
  const std::vector<std::vector<std::string>> sound = {
      {"มี จำนวน 3 ข้อ ดังนี้", "1. ก", "2. ข", "3. ค", "ข้อความต่อไป"},
      {"มี จำนวน ๓ (สาม) ข้อ ดังนี้", "(๑) ก", "- ย่อย", "(๒) ข", "ข้อความที่หน้าถัดไปตัดขาด", "(๓) ค"},
      {"เลือกไว้ จำนวน ๕ ตัวชี้วัด ดังตารางในบทที่ ๓", "บทที่ ๓"},
      {"ประเมิน จำนวน 225 เขต ดังนี้", "1. ก", "2. ข"},
      {"จำนวน ๔ มาตรการ ดังนี้", "ข้อความธรรมดาที่ไม่ใช่รายการ"},
      {"มี จำนวน 2 ข้อ ดังนี้ 1. ก 2. ข"},
      {"ดำเนินการตามขั้นตอน ดังนี้", "1. ก", "2. ข"},
  };
  for (const auto& paragraphs : sound) {
    Report report("D_narrative", 2566);
    for (const std::string& text : paragraphs) report.paragraph(text);
    EXPECT_THAT(report.raised(count_mismatch), IsEmpty()) << paragraphs.front();
  }
}

// ---- numbering

TEST(Numbering, Steps) {
  using Numbers = std::vector<int>;
  const auto faults = [](const Numbers& numbers) {
    std::string out;
    for (const ListFault& fault : list_faults(numbers)) out += fault.step == Step::gap ? 'g' : 'r';
    return out;
  };
  EXPECT_EQ(faults({1, 2, 3, 4}), "");
  EXPECT_EQ(faults({1, 2, 3, 5}), "g");
  EXPECT_EQ(faults({1, 2, 2, 3}), "r");
  EXPECT_EQ(faults({1, 2, 2, 4}), "r") << "the second 2 stands for the 3";
  EXPECT_EQ(faults({1, 1, 2}), "r");
  EXPECT_EQ(faults({3, 4}), "") << "the beginning is on another page";
  EXPECT_EQ(faults({}), "");
}

TEST(Numbering, InCells) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cells = {
      {"๑. สำรวจ ๒. สรุป ๓. เสนอ ๕. เผยแพร่", {"numbering_gap 6 - procedure"}},
      {"(1) สำรวจ (2) สรุป (2) เสนอ", {"numbering_repeat 6 - procedure"}},
      {"1) สำรวจ 3) สรุป", {"numbering_gap 6 - procedure"}},
      {"(๑) ถามเจ้าหน้าที่ (๑) จัดอบรม (๒) สรุป", {"numbering_repeat 6 - procedure"}},
      {"๑. สำรวจ ๒. สรุป ๓. เสนอ", {}},
      {"1. ถามเจ้าหน้าที่ 2. สรุป 3. เสนอ", {}},  // ที่ 2. is no ordinal here
      {"๑. พิมพ์สองหน้า ๒. สรุป ๓. เสนอ", {}},
      {"๓. เสนอผู้บริหาร ๔. เผยแพร่", {}},                          // the beginning stands on the page before
      {"๑. สำรวจ ๑) ครู ๒) นักเรียน ๒. สรุป ๑) ครู ๒) นักเรียน", {}},  // inner lists begin again
      {"๑. สำรวจ ๑๕ แห่ง ๒. ประชุม ๓ ครั้ง ๓. สรุป", {}},
      {"ตาม พ.ร.บ. พ.ศ. ๒๕๖๐ และคำสั่งที่ ๕/๒๕๖๗", {}},
  };
  for (const auto& [text, raised] : cells) {
    Report report;
    report.table("other", {"procedure"}, 6);
    report.row({text});
    std::vector<std::string> all = report.raised(numbering_gap);
    for (std::string& found : report.raised(numbering_repeat)) all.push_back(std::move(found));
    EXPECT_EQ(all, raised) << text;
  }
}

Report with_sequence(const std::vector<std::string>& numbers, std::string role = "measures") {
  Report report("D_narrative", 2566);
  report.table(std::move(role), {"sequence", "measure"});
  for (const std::string& number : numbers)
    report.row({number, "มาตรการ " + std::to_string(report.record.cells.size())});
  return report;
}

TEST(Numbering, OfASequenceColumn) {
  EXPECT_THAT(with_sequence({"๑", "๒", "๔"}).raised(numbering_gap), ElementsAre("numbering_gap - - sequence"));
  EXPECT_THAT(with_sequence({"1", "2", "2", "3"}).raised(numbering_repeat),
              ElementsAre("numbering_repeat - - sequence"));
  EXPECT_THAT(with_sequence({"๑.", "", "๒.", "๓."}).raised(numbering_gap), IsEmpty());
  EXPECT_THAT(with_sequence({"34"}).raised(numbering_gap), IsEmpty());
  EXPECT_THAT(with_sequence({"1", "1", "3"}, "announcement").raised(numbering_repeat), IsEmpty()) << "shared ranks";
}

TEST(Numbering, ASpannedNumberIsNoRepeat) {
  Report report("D_narrative", 2566);
  report.table("measures", {"sequence", "measure", "activity"});
  report.row({"๑", "ลดกระดาษ", "พิมพ์สองหน้า"}).row({"๑", "ลดกระดาษ", "ใช้ไฟล์"}).row({"๒", "ประหยัดไฟ", "ปิดไฟ"});
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

TEST(Numbering, RowsThatAreTickedAlikeAreNotOne) {
  Report report("D_narrative", 2566);
  report.table("measures", {"sequence", "measure", "other"});
  report.row({"๑", "มีคำสั่ง", "/"}).row({"๒", "มีช่องทาง", "/"}).row({"๒", "มีสถิติ", "/"}).row({"๓", "มีประกาศ", "-"});
  EXPECT_THAT(report.raised(numbering_repeat), ElementsAre("numbering_repeat - - sequence"));
}

Report with_paragraphs(const std::vector<std::string>& texts) {
  Report report("D_narrative", 2566);
  for (const std::string& text : texts) report.paragraph(text);
  return report;
}

TEST(Numbering, InRunningText) {
  EXPECT_THAT(with_paragraphs({"1. ก", "2. ข", "4. ค"}).raised(numbering_gap), ElementsAre("numbering_gap - - -"));
  EXPECT_THAT(with_paragraphs({"1. ก", "2. ข", "2. ค", "3. ง"}).raised(numbering_repeat),
              ElementsAre("numbering_repeat - - -"));
}

TEST(Numbering, NestedListsInRunningText) {
  const auto report = with_paragraphs({"๑. หมวดหนึ่ง", "๑. ก", "๒. ข", "๓. ค", "๒. หมวดสอง", "๑. ก", "๒. ข", "๓. หมวดสาม",
                                       "๓.๑ ก", "๓.๒ ข", "(๑) ก", "(๒) ข"});
  EXPECT_THAT(report.raised(numbering_gap), IsEmpty());
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

// (3) in the text between 3.2 and 3.4 is a number of another list.
TEST(Numbering, ANumberOfTwoLevelsIsNotItsLastFigure) {
  Report report;
  report.paragraph("๓.๑ ผลการประเมิน").paragraph("๓.๒ จุดอ่อน ได้แก่ (๑) การสื่อสาร (๒) ข้อมูล (๓) พัสดุ");
  report.paragraph("๓.๔ การมอบหมายงาน");
  EXPECT_THAT(report.raised(numbering_gap), SizeIs(1));
  Report sound;
  sound.paragraph("๓.๑ ผลการประเมิน").paragraph("๓.๒ จุดอ่อน ๓.๓ แนวทาง").paragraph("๓.๔ การมอบหมายงาน");
  EXPECT_THAT(sound.raised(numbering_gap), IsEmpty());
}

TEST(Numbering, ChaptersBeginAnew) {
  const auto report = with_paragraphs({"บทที่ ๑ บทนำ", "๑. ก", "๒. ข", "บทที่ ๒ ผล", "๒. ค", "๓. ง"});
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

TEST(Numbering, ATableEndsTheListsInsideASection) {
  Report report("D_narrative", 2566);
  report.paragraph("๓. ผู้รับผิดชอบ").paragraph("๔. มาตรการ").paragraph("๑. ก").paragraph("๒. ข").paragraph("๓. ค");
  report.table("measures", {"sequence", "measure", "activity"});
  report.paragraph("๔. ระยะเวลาดำเนินการ").paragraph("๕. กลุ่มงานที่รับผิดชอบ");
  EXPECT_THAT(report.raised(numbering_repeat), ElementsAre("numbering_repeat - - -"));
  EXPECT_THAT(report.raised(numbering_gap), IsEmpty());
}

TEST(CountMismatch, ATableThatIsNamed) {
  Report report;
  report.paragraph("กำหนดมาตรการ จำนวน 3 มาตรการ รายละเอียดปรากฏตามตารางที่ 3-1 ทั้งนี้ ให้ทุกกองถือปฏิบัติ");
  report.paragraph("ตารางที่ 2-1 ผลรายตัวชี้วัด");
  report.table("", {"sequence", "other"});
  report.row({"1", "ก"}).row({"2", "ข"}).row({"3", "ค"});
  report.paragraph("ตารางที่ 3-1 มาตรการ");
  report.table("", {"sequence", "measure"});
  report.row({"1", "ติดป้าย"}).row({"2", "อบรม"});
  EXPECT_THAT(report.raised(count_mismatch), SizeIs(1));
  report.row({"3", "ตรวจนับ"});
  EXPECT_THAT(report.raised(count_mismatch), IsEmpty());
}

TEST(CountMismatch, OfficesAsColumns) {
  const auto announced = [](const std::string& count, StatedIn from) {
    Report report("F_announcement");
    report.paragraph("หน่วยงานที่เข้ารับการประเมิน จำนวน " + count + " แห่ง มีผลการประเมินดังนี้");
    TableRecord& table = report.table("announcement", {"other", "other", "other"});
    for (const std::string office : {"เทศบาลตำบลทุ่งนา", "เทศบาลตำบลบ้านสวน"}) {
      ScoreRecord& score = report.score("ITA", 88.24);
      score.from_table = true;
      score.agency = office;
      score.agency_from = from;
      score.at = table.at;
    }
    return report.run(count_mismatch).size();
  };
  EXPECT_EQ(announced("๓", StatedIn::column), 1U);
  EXPECT_EQ(announced("๒", StatedIn::column), 0U);
  EXPECT_EQ(announced("๓", StatedIn::row), 0U) << "an office that was not assessed has no score";
}

// ---- unfilled_placeholder

TEST(UnfilledPlaceholder, AnInstructionWhereItsAnswerBelongs) {
  for (const std::string text :
       {"มาตรการของ (ระบุชื่อหน่วยงาน) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "จัดทำโดย [โปรดระบุชื่อผู้จัดทำ]", "(ระบุผู้รับผิดชอบ)"}) {
    Report report;
    report.paragraph(text);
    EXPECT_THAT(report.raised(unfilled_placeholder), SizeIs(1)) << text;
  }
  for (const std::string text : {"ผู้รับผิดชอบ (ระบุตำแหน่ง)", "อื่น ๆ (ระบุ)", "ข้อเสนอของ (อื่น ๆ)",
                                 "หน่วยงาน (ระบุชื่อหน่วยงาน) เทศบาลตำบลดงคำ", "ของ (ระบุ) ประธาน"}) {
    Report report;
    report.paragraph(text);
    EXPECT_THAT(report.raised(unfilled_placeholder), IsEmpty()) << text;
  }
}

TEST(UnfilledPlaceholder, InTheHeadOfATableAndOfThePages) {
  Report head;
  TableRecord& table = head.table("", {"other", "other"});
  table.columns[0].header = {"คู่มือการทำงาน"};
  table.columns[1].header = {"เอกสารเลขที่ : ............", "วันที่บังคับใช้ ........... เป็นต้นไป"};
  EXPECT_THAT(head.raised(unfilled_placeholder), SizeIs(2));
  Report running;
  for (int page = 1; page <= 4; ++page) {
    PageRecord out;
    out.page_no = page;
    out.text = "แก้ไขครั้งที่........\nขั้นตอนที่ " + std::to_string(page);
    running.record.pages.push_back(out);
  }
  EXPECT_THAT(running.raised(unfilled_placeholder), SizeIs(1)) << "once, not once a page";
  EXPECT_EQ(running.run(unfilled_placeholder).front().at->page_no, 1);
}

TEST(Placeholder, BlanksOfAForm) {
  for (const std::string text : {"มาตรการของสำนักงาน..... ประจำปี พ.ศ. 2567", "พิมพ์ปีงบประมาณ พ.ศ.... ผิดพลาด",
                                 "จังหวัด………… อำเภอ…………", "มีผู้เข้าร่วม จำนวน ............ คน", "ชื่อ ______ ตำแหน่ง ______",
                                 "มอบหมายให้ ร้อยตำรวจเอก ........................ ตำแหน่ง รองสารวัตร เป็นผู้รับผิดชอบ"}) {
    EXPECT_THAT(Report().paragraph(text).raised(unfilled_placeholder), ElementsAre("unfilled_placeholder - - -"))
        << text;
  }
}

TEST(Placeholder, DottedLinesThatAreNone) {
  for (const std::string text : {
           "เดือนตุลาคม.๒๕๖๖.....เดือนกันยายน.๒๕๖๗",
           "วันที่...๒๙...เดือน...พฤษภาคม...พ.ศ. ...๒๕๖๗",
           "สำนักงาน.....ศึกษาธิการจังหวัดน่าน.....",
           "ที่ ศธ ๐๒๕๘/.............. วันที่ ๒๐ พฤษภาคม ๒๕๖๗",
           "ข้าพเจ้า.................นางอารี มีสุข.................ตำแหน่ง.......ครู.......",
           "บทที่ ๒ การวิเคราะห์ผล ........................ ๕",
           "(ลงชื่อ) ........................................",
           "(........................................)",
           "ที่ ศธ.๐๒๑๐๗/..... วันที่ ๒๙ พฤษภาคม ๒๕๖๗",
           "การวิเคราะห์ผลการประเมิน..",
           "เผยแพร่ผ่านเฟซบุ๊ก ไลน์ ยูทูบ ...",
           "ติดตามผลการดำเนินการ... และอื่น ๆ ของหน่วยงาน...",
           "............................",
       }) {
    EXPECT_THAT(Report().paragraph(text).raised(unfilled_placeholder), IsEmpty()) << text;
  }
}

TEST(Placeholder, AFormForOthersToFillIn) {
  Report report;
  for (int i = 0; i < 5; ++i) report.paragraph("ชื่อ........................ วันที่..................");
  for (ParagraphRecord& paragraph : report.record.paragraphs) paragraph.at.page_no = 15;
  EXPECT_THAT(report.raised(unfilled_placeholder), IsEmpty());
}

TEST(Placeholder, EvidenceShortensTheLine) {
  const auto findings =
      Report().paragraph("มาตรการของสำนักงาน................................ ประจำปี").run(unfilled_placeholder);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].evidence, "มาตรการของสำนักงาน..... ประจำปี");
}

// ---- foreign_script

TEST(ForeignScript, InsideThaiWords) {
  Report report;
  report.table("measures", {"measure", "activity"});
  report.row({"จัดหาวัสดุอย่างคุ้มค่า", "ซื้อพัสดुรายเดือน"});
  report.paragraph("การจัดหาวस्तुของสำนักงาน");
  const auto findings = report.run(foreign_script);
  EXPECT_THAT(places(findings), ElementsAre("foreign_script - - activity", "foreign_script - - -"));
  EXPECT_EQ(findings.at(1).values.at("letters"), "स्तु");
}

TEST(ForeignScript, ALetterThatItsFontCannotName) {
  EXPECT_THAT(Report().paragraph("อธิบายอย่างชั\uFFFDเจน").raised(foreign_script), ElementsAre("foreign_script - - -"));
  EXPECT_THAT(Report().paragraph("\uFFFD อธิบายอย่างชัดเจน").raised(foreign_script), IsEmpty()) << "a bullet";
}

TEST(ForeignScript, OtherSignsAreNoScript) {
  for (const std::string text : {"ระบบ E-Service (Q&A) ร้อยละ ๙๕.๓๕ ≥ 85 → ผ่าน ☑ ✓ “ดี” – ฿", "ค่า α และ µ",
                                 "日本 สำนักงาน", "ชื่อโครงการ Zero Tolerance"}) {
    EXPECT_THAT(Report().paragraph(text).raised(foreign_script), IsEmpty()) << text;
  }
}

TEST(Numbering, AHeadingPrintedAgainOnTheNextPageRepeatsNothing) {
  Report report("C_chapters", 2566);
  report.paragraph("๔.๑ งานสารบรรณ")
      .paragraph("๔.๒ งานพัสดุและอาคาร")
      .paragraph("๔.๒ งานพัสดุและอาคาร")
      .paragraph("๔.๓ งานคลัง");
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
  Report other("C_chapters", 2566);
  other.paragraph("๔.๑ งานสารบรรณ").paragraph("๔.๒ งานพัสดุและอาคาร").paragraph("๔.๒ งานคลัง");
  EXPECT_THAT(other.raised(numbering_repeat), SizeIs(1));
}

TEST(Numbering, NearlyTheSameWordsUnderOneNumberAreTwoItemsOfAPage) {
  const auto report = [](bool next_page) {
    Report out("C_chapters", 2566);
    out.paragraph("๒.๔.๑ ผู้เข้าอบรมรุ่น ก ที่มีจำนวนไม่เกิน ๑๐ คน ใช้วิทยากรหนึ่งคน")
        .paragraph("๒.๔.๑ ผู้เข้าอบรมรุ่น ข ที่มีจำนวนไม่เกิน ๑๐ คน ใช้วิทยากรหนึ่งคน")
        .paragraph("๒.๔.๓ ผู้เข้าอบรมทุกรุ่นลงชื่อก่อนเข้าห้อง");
    if (next_page) {
      for (std::size_t i = 1; i < 3; ++i) ++out.record.paragraphs[i].at.page_no;
    }
    return out;
  };
  EXPECT_THAT(report(false).raised(numbering_repeat), SizeIs(1));
  EXPECT_THAT(report(false).scanned().raised(numbering_repeat), SizeIs(1))
      << "both readers of a scan read such a number";
  Report doubted = report(false).scanned();
  doubted.record.doubtful_words.push_back({"๒.๔.๑", "๒.๔.๒", doubted.record.paragraphs[1].at});
  EXPECT_THAT(doubted.raised(numbering_repeat), IsEmpty());
  EXPECT_THAT(report(true).raised(numbering_repeat), IsEmpty());
}

TEST(Numbering, RowsOfFiguresThatNoRulingsPartAreNoList) {
  Report report("C_chapters", 2566);
  report.paragraph("1. ความเร็ว 3.75 1.13 มาก")
      .paragraph("2. จุดบริการ 3.53 1.23 มาก")
      .paragraph("2. ความรู้ 4.27 0.80 มาก");
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
