// Another office's name left in.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

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
           "สำนักงานศึกษาธิการจังหวัดแพร่ซึ่งได้คะแนนสูงสุดของกลุ่ม มีคะแนน ๙๘.๑๒ คะแนน",
       }) {
    EXPECT_THAT(Report().paragraph(text).raised(foreign_agency), IsEmpty()) << text;
  }
}

TEST(ForeignAgency, NotOnAPageThatListsOfficesLineByLine) {
  const std::vector<std::string> rows = {"1 ศธจ.แพร่ 98.12", "ศธจ.พะเยา", "3 ศธจ.ตาก 91.02", "4 ศธจ.น่าน 90.11"};
  Report list;
  for (const std::string& row : rows) list.paragraph(row);
  EXPECT_THAT(list.raised(foreign_agency), IsEmpty());
  EXPECT_THAT(Report().paragraph(rows[1]).raised(foreign_agency), SizeIs(1)) << "one name alone is none";
}

TEST(ForeignAgency, NeitherPartiesOfAnAgreementNorThoseWhoTookPart) {
  Report agreement;
  agreement.paragraph("บันทึกข้อตกลงความร่วมมือ").paragraph("สำนักงานศึกษาธิการจังหวัดตากได้ตกลงร่วมกันดังนี้");
  EXPECT_THAT(agreement.raised(foreign_agency), IsEmpty());
  Report list;
  list.table("", {"other", "other"});
  list.row({"สำนักงานศึกษาธิการจังหวัดตาก", "12"});
  EXPECT_THAT(list.raised(foreign_agency), IsEmpty());
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
  ScoreRecord& score = report.score(SubjectKind::ita, 88.24);
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

TEST(ForeignAgency, NotOneThatTheOwnIsComparedWith) {
  for (const std::string text : {"เป็นลำดับที่ ๒ รองจากสำนักงานศึกษาธิการจังหวัดตาก", "ให้ดูตัวอย่างสำนักงานศึกษาธิการจังหวัดตาก",
                                 "สำนักงานศึกษาธิการจังหวัดตาก ซึ่งได้ ๙๕.๖๖ คะแนน"}) {
    Report report = sound_report();
    report.paragraph(text);
    EXPECT_THAT(report.raised(foreign_agency), IsEmpty()) << text;
  }
}

TEST(ForeignAgency, AHeadingRightAboveMaySayThatOthersAreComparedWith) {
  for (const bool heading : {true, false}) {
    Report report = sound_report();
    report.paragraph(heading ? "๔. เทียบกับจังหวัดข้างเคียง" : "๔. งานของปี");
    report.paragraph("สำนักงานศึกษาธิการจังหวัดตากได้คะแนน LPA ๙๐.๐๕ คะแนน");
    EXPECT_THAT(report.raised(foreign_agency), testing::SizeIs(heading ? 0 : 1));
  }
}

TEST(ForeignAgency, MinutesNameWhomASpeakerLikes) {
  for (const bool minutes : {true, false}) {
    Report report;
    report.paragraph(minutes ? "รายงานการประชุมคณะกรรมการ ครั้งที่ ๒/๒๕๖๗" : "รายงานผลการดำเนินงาน");
    report.paragraph("ประธานเล่าว่าสำนักงานศึกษาธิการจังหวัดตาก มีป้ายบอกขั้นตอนครบทุกช่อง");
    EXPECT_THAT(report.run(foreign_agency), testing::SizeIs(minutes ? 0 : 1));
  }
}

TEST(ForeignAgency, SilentWhereTheOwnOfficeIsUnknown) {
  Report report;
  report.record.agency.reset();
  EXPECT_THAT(report.paragraph("สำนักงานศึกษาธิการจังหวัดตาก").raised(foreign_agency), IsEmpty());
}

TEST(ForeignAgency, OnlyWhereTheNameStandsForTheOwnOne) {
  const auto raised = [](const std::string& text) {
    Report report;
    report.paragraph(text);
    return report.run(foreign_agency).size();
  };
  EXPECT_EQ(raised("สำนักงานศึกษาธิการจังหวัดตาก ได้กำหนดมาตรการไว้ดังนี้"), 1U);
  EXPECT_EQ(raised("เจตจำนงของสำนักงานศึกษาธิการจังหวัดตาก"), 1U);
  for (const char* text :
       {"ขอขอบคุณสำนักงานศึกษาธิการจังหวัดตาก", "ประชุม ณ สำนักงานศึกษาธิการจังหวัดตาก", "สำเนาส่ง: สำนักงานศึกษาธิการจังหวัดตาก",
        "สำนักงานศึกษาธิการจังหวัดตาก ได้ส่งวิทยากรมา", "สำนักงานศึกษาธิการจังหวัดน่าน และสำนักงานศึกษาธิการจังหวัดตาก ลงนามร่วมกัน"})
    EXPECT_EQ(raised(text), 0U) << text;
}

TEST(ForeignAgency, PartnersInACell) {
  const auto raised = [](const std::string& column, const std::string& text) {
    Report report = sound_report();
    report.table("measures", {"weakness", column});
    report.row({"ขาดคู่มือ", text}, 1);
    return report.run(foreign_agency).size();
  };
  const std::string other = "สำนักงานศึกษาธิการจังหวัดตาก";
  for (const std::string& text :
       {"เชิญผู้เชี่ยวชาญจาก" + other, "ทำหนังสือถึง" + other, "วางระบบตามแบบอย่างของ" + other, "ตั้งเครือข่ายซึ่งประกอบด้วย " + other,
        other + " เป็นหน่วยงานพี่เลี้ยง", "ได้ลำดับที่ ๒ รองจากหน่วยงานที่ได้ลำดับแรกคือ" + other})
    EXPECT_EQ(raised("measure", text), 0U) << text;
  EXPECT_EQ(raised("measure", "ติดประกาศที่อาคารของ" + other), 1U);
  EXPECT_EQ(raised("result", "มีเรื่องร้องเรียน ๖ เรื่อง" + other + " ตอบกลับครบ"), 1U)
      << "the end of a line parts the sentences";
  EXPECT_EQ(raised("responsible", "กลุ่มอำนวยการ " + other), 1U);
}

TEST(ForeignAgency, WhatAnotherGotBesideTheOwnScores) {
  const auto raised = [](const std::string& text, bool own) {
    Report report;
    if (own) report.score(SubjectKind::ita, 91.2).agency = report.record.agency;
    report.paragraph(text);
    return report.run(foreign_agency).size();
  };
  EXPECT_EQ(raised("สำนักงานศึกษาธิการจังหวัดตาก ได้ ๙๔.๓๕ ในปีเดียวกัน", true), 0U);
  EXPECT_EQ(raised("สำนักงานศึกษาธิการจังหวัดตาก ได้ ๙๔.๓๕ ในปีเดียวกัน", false), 1U) << "it may be another's text";
  EXPECT_EQ(raised("ผลตามแบบวัด (IIT) สำนักงานศึกษาธิการจังหวัดตาก ได้คะแนน ๒๙.๗๓", true), 1U);
  EXPECT_EQ(raised("สำนักงานศึกษาธิการจังหวัดตาก ได้กำหนดมาตรการไว้ดังนี้", true), 1U);
}

}  // namespace
}  // namespace prongsai::checks
