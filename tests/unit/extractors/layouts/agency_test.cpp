// Whose report: by place, not by count.
#include <gtest/gtest.h>

#include "identity_of.hpp"

namespace prongsai::layouts {
namespace {

using test::agency_of;
using test::DocumentBuilder;
using test::year_of;

// The lists vouch for the name of the office above, and not for the station's: the report is the station's all the
// same.
TEST(Agency, OfTwoLinesTheOfficeBelowTheOtherReports) {
  const auto titled = [](const std::string& first, const std::string& second) {
    DocumentBuilder builder;
    builder.text("รายงานผลการดำเนินการตามมาตรการ").text(first).text(second).text("ปีงบประมาณ พ.ศ. 2567");
    return agency_of(builder);
  };
  const std::string school = "โรงเรียนบ้านดงมะเกลือ";
  const std::string area = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 1";
  EXPECT_EQ(titled(school, area), school);
  EXPECT_EQ(titled(area, school), school);
  EXPECT_EQ(titled("สถานีตำรวจภูธรดงมะเกลือ", "ตำรวจภูธรจังหวัดลำปาง"), "สถานีตำรวจภูธรดงมะเกลือ");
  EXPECT_EQ(titled("โรงพยาบาลดงมะเกลือ", "สำนักงานสาธารณสุขจังหวัดลำปาง"), "โรงพยาบาลดงมะเกลือ");
  EXPECT_EQ(titled("มาตรการป้องกันการทุจริต", area + " " + school), school) << "in one breath, the other way round";
}

// The cover was scanned and misread by one letter; the pages behind it are typed.
TEST(Agency, AScannedNameIsSpeltAsItIsTyped) {
  DocumentBuilder builder;
  builder.scanned().text("รายงานผลการดำเนินการ").text("โรงเรียนบ้านกูพานทองวิทยา").text("ปีงบประมาณ พ.ศ. 2567");
  Document document = builder.build();
  document.paragraphs.push_back(document.paragraphs.back());
  Paragraph& typed = document.paragraphs.back();
  typed.text = "โรงเรียนบ้านภูพานทองวิทยา ขอรายงานผล";
  typed.at.source = TextSource::text;
  typed.lines.clear();
  EXPECT_EQ(engine().extract(document, {}).agency, "โรงเรียนบ้านภูพานทองวิทยา");
}

TEST(Agency, OfTwoNamedInOneBreathTheFirstReports) {
  const auto titled = [](const std::string& line) {
    return agency_of(DocumentBuilder().text("รายงานผลการดำเนินการตามมาตรการ").text(line).text("ปีงบประมาณ พ.ศ. 2567"));
  };
  EXPECT_EQ(titled("แขวงทางหลวงผาสมมุติ กรมทางหลวง"), "แขวงทางหลวงผาสมมุติ");
  EXPECT_EQ(titled("ทัณฑสถานบ้านร่ม กรมราชทัณฑ์"), "ทัณฑสถานบ้านร่ม");
  EXPECT_EQ(titled("กระทรวงการคลัง กรมธนารักษ์"), "กรมธนารักษ์") << "a ministry stands above";
}

TEST(Agency, AFundComesBeforeTheOfficeOfItsManager) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("ผลการประเมิน ITA ปี 2568")
                          .text("กองทุนส่งเสริมงานช่างแห่งชาติ")
                          .text("สำนักงานผู้จัดการกองทุน ธันวาคม 2568")),
            "กองทุนส่งเสริมงานช่างแห่งชาติ");
  EXPECT_EQ(agency_of(DocumentBuilder().text("กองทุนหลักประกันสุขภาพ").text("เทศบาลตำบลทุ่งสมมุติ").text("ปีงบประมาณ 2568")),
            "เทศบาลตำบลทุ่งสมมุติ");
}

TEST(Agency, WhoIsInChargeOfAMeasureDoesNotReport) {
  DocumentBuilder builder;
  builder.text("แผนมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2568").text("จังหวัดสมมุตินคร (จำนวน 5 มาตรการ)");
  builder.table({"ที่", "มาตรการ", "ผู้รับผิดชอบ"}, {{"1", "ติดประกาศ", "สำนักงานจังหวัดสมมุตินคร"},
                                               {"2", "อบรม", "ที่ทำการปกครองจังหวัด"},
                                               {"3", "ตรวจนับ", "สำนักงานคลังจังหวัด"},
                                               {"4", "เผยแพร่", "กลุ่มงานยุทธศาสตร์"},
                                               {"5", "สอบถาม", "ศูนย์ดำรงธรรม"}});
  EXPECT_EQ(agency_of(builder), "จังหวัดสมมุตินคร");
}

TEST(Agency, TheOfficeAboveMayFollowInTheSameLine) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("รายงานผลการประเมิน ITA").text("สถานีตำรวจภูธรบ้านสวน ตำรวจภูธรจังหวัดสมมุตินคร")),
            "สถานีตำรวจภูธรบ้านสวน");
}

TEST(Agency, ATitleMayBreakBeforeAnItemsCode) {
  const Record record = extract(DocumentBuilder()
                                    .lines({"แบบถามตอบการนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร (ข้อ", "O๒๕)"})
                                    .text("ประจำปีงบประมาณ พ.ศ. ๒๕๖๙")
                                    .text("กรมพัฒนาฝายชุมชน"));
  EXPECT_EQ(record.agency, "กรมพัฒนาฝายชุมชน");
  EXPECT_EQ(record.fiscal_year_from, "cover");
}

TEST(Agency, AProvinceOrDistrictIsOneWhereItIssues) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("ประกาศจังหวัดสมมุตินคร").text("เรื่อง ผลการประเมิน ปีงบประมาณ พ.ศ. 2567")),
            "จังหวัดสมมุตินคร");
  EXPECT_EQ(agency_of(DocumentBuilder().text("รายงานผล").text("จังหวัดสมมุตินคร").text("ปีงบประมาณ พ.ศ. 2567")), "-");
}

TEST(Agency, WhatIsSaidBelowATableOfDataIsNoMasthead) {
  DocumentBuilder builder;
  builder.text("เปรียบเทียบคะแนน ITA ย้อนหลัง");
  builder.text("สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอสมมุติ");
  builder.table({"หน่วยงาน", "2566", "2567"}, {{"อบต.ทุ่งสมมุติ", "84.10", "90.25"},
                                              {"อบต.วังนาค", "86.30", "95.75"},
                                              {"อบต.หนองไทร", "82.30", "85.15"},
                                              {"อบต.โคกยาว", "81.30", "85.25"},
                                              {"เทศบาลตำบลวังนาค", "76.30", "85.50"}});
  builder.text("หน่วยงานที่ได้คะแนนสูงสุด คือ เทศบาลตำบลวังนาค");
  EXPECT_EQ(agency_of(builder), "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอสมมุติ");
}

TEST(Agency, WhoCameToAMeetingIsNoMasthead) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานการประชุมหัวหน้าส่วนราชการ")
                          .text("องค์การบริหารส่วนตำบลทุ่งสมมุติ")
                          .text("ผู้มาประชุม")
                          .text("๑. นายสมมุติ ใจดี นายกองค์การบริหารส่วนตำบลทุ่งสมมุติ ประธาน")
                          .text("๒. นางสมมุติ ใจงาม ปลัดองค์การบริหารส่วนตำบล")),
            "องค์การบริหารส่วนตำบลทุ่งสมมุติ");
}

TEST(Agency, OverItsAddressAndTelephoneNumber) {
  DocumentBuilder builder;
  builder.text(
      "ผู้บริหารและพนักงาน ๒๖ คน ได้ศึกษาแนวทางการเปิดเผยข้อมูลสาธารณะตามที่ประชุมเห็นชอบให้ปรับปรุงการทำงานของทุกฝ่าย "
      "และกลับมาจัดทำป้ายบอกขั้นตอนไว้หน้าช่องบริการทุกช่อง กับบัตรยืมพัสดุที่มีรูปถ่ายของสิ่งของไว้ด้วย");
  builder.text("ติดต่อเรา").text("เทศบาลตำบลทุ่งสมมุติ").text("๑๒ หมู่ ๓ ถนนทุ่งสมมุติ").text("โทร. ๐ ๒๐๐๐ ๐๐๐๐");
  builder.page().text("ผู้รับผิดชอบ : สำนักปลัด").text("ระยะเวลา : มกราคม ๒๕๖๙");
  const Record record = extract(builder);
  EXPECT_EQ(record.agency, "เทศบาลตำบลทุ่งสมมุติ");
  EXPECT_EQ(record.agency_from, "contact");
}

TEST(Agency, MinutesOfACouncilAreOfItsOffice) {
  DocumentBuilder builder;
  builder.text("บันทึกการประชุมสภาองค์การบริหารส่วนตำบลทุ่งสมมุติ").text("สมัยประชุมสามัญ สมัยที่ ๔ ประจำปี พ.ศ. ๒๕๖๘");
  builder.text("ที่ประชุมรับทราบผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗");
  EXPECT_EQ(agency_of(builder), "องค์การบริหารส่วนตำบลทุ่งสมมุติ");
  EXPECT_NE(year_of(builder), 2568) << "a council's year is no budget year";
}

TEST(Agency, OfAFacultyAndItsUniversityTheFaculty) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("มาตรการภายในหน่วยงาน").text("คณะวิทยาการอาหาร มหาวิทยาลัยบ้านสวน")),
            "คณะวิทยาการอาหาร");
}

TEST(Agency, APartBeforeTheNameOfItsWholeIsOneThoughInACell) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .table({"คู่มือการทำงาน", "ฉบับที่"}, {{"กองแผนที่และระเบียบกรมสื่อสารบ้านสวน", "1"}})
                          .text("คู่มือนี้เป็นแนวทางแก่บุคลากร")),
            "กองแผนที่และระเบียบกรมสื่อสารบ้านสวน");
}

TEST(Agency, APartOfAnOfficeThatOnlySignsIsNone) {
  EXPECT_EQ(
      agency_of(
          DocumentBuilder().text("ใบประมาณการ (ปร.4)").text("งานวางท่อระบายน้ำ").page().text("ผู้อำนวยการกองช่างโยธา")),
      "-");
}

TEST(Agency, AFormsLabelMayStandOverTheName) {
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("ระบบรายงาน ITA สถานีตำรวจ").text("ชื่อหน่วยงาน สังกัด").text("สถานีตำรวจภูธรบ้านสวน")),
      "สถานีตำรวจภูธรบ้านสวน");
}

// Beside the number of an official letter, over the address; the name may take two lines.
TEST(Agency, OfALetterheadBeforeWhoSignsACopy) {
  DocumentBuilder letter;
  letter.text("ที่ ชบ ๐๐๒๓.๗/ว ๒๑๕๔ ที่ว่าการอำเภอบ้านสวน").text("ถนนสุขสวัสดิ์ ๒๐๑๐๐").text("เรื่อง ส่งสำเนาประกาศ");
  letter.page().text("ประกาศผลการประเมิน").text("สำนักงานคณะกรรมการกำกับการจัดการน้ำ");
  EXPECT_EQ(agency_of(letter), "ที่ว่าการอำเภอบ้านสวน");
}

TEST(Agency, AMentionByTheWayIsNoName) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานผลการดำเนินงาน")
                          .table({"โครงการ", "ผล"}, {{"อบรมครูที่โรงเรียนบ้านหนองแดง", "อบรมแล้ว"}})),
            "-");
}

// A crest and a frame read as strokes and figures, as a list would begin.
TEST(Agency, StrokesOfACrestEndNoCover) {
  DocumentBuilder builder;
  builder.scanned().text("- ๗๒๗๖//").text("แนวทางการให้บริการ").text("กลุ่มงานทะเบียนกลาง").text("สำนักพัฒนาระบบข้อมูลกลาง");
  EXPECT_EQ(layouts::extract(builder.text("ปีงบประมาณ 2567")).agency_from, "cover");
}

TEST(Agency, TheCoverBeatsManyMentions) {
  DocumentBuilder builder;
  builder.text("รายงานประจำปี").text("สถาบันวิจัยเมล็ดพันธุ์ภาคกลาง").page();
  for (int i = 0; i < 20; ++i) {
    builder.text("ครั้งที่ " + std::to_string(i) +
                 " ส่งตัวอย่างให้โรงพยาบาลน่าน ตรวจในห้องปฏิบัติการของโรงพยาบาลตามแผนที่ตกลงไว้ระหว่างกันแล้วรายงานผลกลับมา");
  }
  EXPECT_EQ(agency_of(builder), "สถาบันวิจัยเมล็ดพันธุ์ภาคกลาง");
}

TEST(Agency, AWholeOfficeComesBeforeItsParts) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("คู่มือการทำงาน").text("กองแผนงาน").text("กรมส่งเสริมงานหัตถกรรมไทย")),
            "กรมส่งเสริมงานหัตถกรรมไทย");
}

TEST(Agency, SaysWhereItWasRead) {
  EXPECT_EQ(extract(DocumentBuilder().text("ส่วนราชการ สำนักพัฒนาระบบข้อมูลกลาง")).agency_from, "memo_head");
  EXPECT_EQ(extract(DocumentBuilder().text("รายงาน").text("สำนักพัฒนาระบบข้อมูลกลาง")).agency_from, "cover");
}

TEST(Agency, WhoAssessedSomethingInTheLastLinesDoesNotSign) {
  DocumentBuilder builder;
  builder.text("จดหมายข่าวเทศบาลตำบลบ้านสมมุติ")
      .text("ปีที่ 4 ฉบับที่ 9 ประจำเดือนกันยายน 2568")
      .text("ผลการประเมิน ITA ได้ 91.66 คะแนน");
  builder.page().text("งานทะเบียน 95.20").text("สำรวจโดยวิทยาลัยชุมชนสมมุติ ผู้ตอบ 400 คน");
  EXPECT_EQ(agency_of(builder), "เทศบาลตำบลบ้านสมมุติ");
}

TEST(Agency, WhoseNameBeginsALineOfProseAtTheEndDoesNotSign) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567").text("ได้คะแนนรวม 91.18 คะแนน").page();
  builder.lines({"มีเรื่องทุจริตสองเรื่องซึ่งส่งให้แล้วตามระเบียบ", "สำนักงานไต่สวนกลาง ดำเนินการตามกฎหมายทั้งสองเรื่อง",
                 "และรายงานผลให้ทราบภายในสามสิบวันแล้ว"});
  EXPECT_EQ(agency_of(builder), "-");
}

TEST(Agency, ATitleNamesAnOfficeThatNoListKnows) {
  const auto agency = [](const std::vector<std::string>& lines) {
    DocumentBuilder builder;
    for (const std::string& line : lines) builder.text(line);
    const Record record = extract(builder);
    EXPECT_EQ(record.fiscal_year, 2567);
    return record.agency.value_or("none");
  };
  EXPECT_EQ(agency({"รายงานผลการประเมิน ITA ประจำปี พ.ศ. ๒๕๖๗", "องค์การบริหารส่วนตำบลทุ่งสมมุติ", "รายละเอียดดังนี้"}),
            "องค์การบริหารส่วนตำบลทุ่งสมมุติ");
  EXPECT_EQ(agency({"รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ องค์การบริหารส่วน", "ตำบลทุ่งสมมุติ", "รายละเอียดดังนี้"}),
            "องค์การบริหารส่วนตำบลทุ่งสมมุติ")
      << "the first line is full";
}

}  // namespace
}  // namespace prongsai::layouts
