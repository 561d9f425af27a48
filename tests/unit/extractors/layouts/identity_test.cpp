// Whose report, of which year: by place, not by count.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extracted.hpp"
#include "extractors/layouts/identity/office_name.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;

std::string agency_of(const DocumentBuilder& builder) {
  return extract(builder).agency.value_or("-");
}

int year_of(const DocumentBuilder& builder) {
  return extract(builder).fiscal_year.value_or(0);
}

TEST(Agency, KindsThatNoListKnowsAsPrintedInPlacesOfTheirOwn) {
  for (const std::string name :
       {"สำนักพัฒนาระบบข้อมูลกลาง", "กรมส่งเสริมงานหัตถกรรมไทย", "สถาบันวิจัยเมล็ดพันธุ์ภาคกลาง", "วิทยาลัยการอาชีพบ้านโคกสะแบง",
        "วิทยาลัยเกษตรและเทคโนโลยีบ้านโคกสะแบง", "การน้ำบาดาลแห่งประเทศไทย", "องค์การส่งเสริมการทอผ้าพื้นถิ่น", "สำนักงานเขตสุขภาพที่ 15",
        "โรงพยาบาลร่มเกล้าธารใส 72 พรรษา", "สำนักงานคณะกรรมการกำกับการจัดการน้ำ"}) {
    EXPECT_EQ(agency_of(DocumentBuilder().text("แผนปฏิบัติราชการ").text(name).text("ปีงบประมาณ พ.ศ. 2567")), name);
    EXPECT_EQ(agency_of(DocumentBuilder().text("ส่วนราชการ " + name + " โทร. 0 2000 0000")), name);
    EXPECT_EQ(agency_of(DocumentBuilder().text("แผนปฏิบัติราชการ " + name + " ประจำปีงบประมาณ 2567")), name);
    EXPECT_EQ(agency_of(DocumentBuilder().text("ประกาศ" + name)), name);
  }
}

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

TEST(Agency, KindsThatOnlyALinesEndTells) {
  const auto titled = [](const std::string& line) {
    return agency_of(DocumentBuilder().text("รายงานผลการวิเคราะห์").text(line).text("ปีงบประมาณ พ.ศ. 2567"));
  };
  EXPECT_EQ(titled("การคลังสินค้าริมโขงแห่งชาติ (ครช.)"), "การคลังสินค้าริมโขงแห่งชาติ");
  EXPECT_EQ(titled("คลังภาพถ่ายท้องถิ่น (องค์การมหาชน)"), "คลังภาพถ่ายท้องถิ่น (องค์การมหาชน)");
  EXPECT_EQ(titled("การประชุมเครือข่ายแห่งชาติ"), "-");
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

TEST(Agency, TheNameOfAListedOfficeThatGoesOnIsAnothers) {
  EXPECT_EQ(
      agency_of(
          DocumentBuilder().text("ผลการประเมิน ITA").text("องค์การบริหารส่วนจังหวัดน่านนาสมมุติ").text("ปีงบประมาณ พ.ศ. 2567")),
      "องค์การบริหารส่วนจังหวัดน่านนาสมมุติ");
}

TEST(Agency, ANameEndsWhereTheOfficeDoesSomething) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานการใช้น้ำ")
                          .text("ที่ทำการปกครองอำเภอเวียงสมมุติได้รายงานปริมาณการใช้น้ำแล้ว")
                          .text("ปีงบประมาณ พ.ศ. 2567")),
            "ที่ทำการปกครองอำเภอเวียงสมมุติ");
  EXPECT_EQ(agency_of(DocumentBuilder().text("คะแนนของเรือนจำเรา").text("เรือนจำจังหวัดนาสมมุติ").text("ปี 2567")),
            "เรือนจำจังหวัดนาสมมุติ")
      << "\"our prison\" is no name";
}

TEST(Agency, ALegalFormInBracketsIsPartOfTheNameItStandsBehind) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("สถาบันเห็ดป่าแห่งประเทศ (องค์การมหาชน)").text("ปีงบประมาณ พ.ศ. 2567")),
            "สถาบันเห็ดป่าแห่งประเทศ (องค์การมหาชน)");
}

// Its words are not those of the line, so that no place inside the line is the name's.
TEST(Agency, BehindAnOfficersTitleHasTheWholeLineForItsPlace) {
  const Labels labels(test::kDataFolder / "layouts" / "common" / "labels.yaml");
  const text::Agencies agencies(test::kDataFolder / "agencies");
  const std::string line = "ศึกษาธิการจังหวัดสมมุตินคร";
  const auto office = OfficeNames(labels, agencies).behind_title(line);
  ASSERT_TRUE(office);
  EXPECT_EQ(office->name, "สำนักงานศึกษาธิการจังหวัดสมมุตินคร");
  EXPECT_EQ(office->begin, 0U);
  EXPECT_EQ(office->end, line.size());
  EXPECT_FALSE(OfficeNames(labels, agencies).behind_title("ครู วิทยฐานะชำนาญการ"));
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

TEST(Agency, ASetOfOfficesIsNone) {
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("ผลการประเมินคุณธรรมของสถานีตำรวจในสังกัด ย้อนหลัง ๓ ปี").text("ตำรวจภูธรจังหวัดสมมุตินคร")),
      "ตำรวจภูธรจังหวัดสมมุตินคร");
}

TEST(Agency, ANewslettersIssueIsNoPartOfItsOffice) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("จดหมายข่าว ITA").text("สำนักงานประมงจังหวัดสมมุตินคร พฤศจิกายน – ธันวาคม 2567")),
            "สำนักงานประมงจังหวัดสมมุตินคร");
}

TEST(Agency, ATitleMayBreakBeforeAnItemsCode) {
  const Record record = extract(DocumentBuilder()
                                    .lines({"แบบถามตอบการนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร (ข้อ", "O๒๕)"})
                                    .text("ประจำปีงบประมาณ พ.ศ. ๒๕๖๙")
                                    .text("กรมพัฒนาฝายชุมชน"));
  EXPECT_EQ(record.agency, "กรมพัฒนาฝายชุมชน");
  EXPECT_EQ(record.fiscal_year_from, "cover");
}

TEST(Agency, AFormsNextLabelEndsTheName) {
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("แบบตรวจสอบมาตรการ").text("หน่วยงาน สำนักงานสาธารณสุขจังหวัดสมมุตินคร ประเภท สสจ.")),
      "สำนักงานสาธารณสุขจังหวัดสมมุตินคร");
}

TEST(Agency, AProvinceOrDistrictIsOneWhereItIssues) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("ประกาศจังหวัดสมมุตินคร").text("เรื่อง ผลการประเมิน ปีงบประมาณ พ.ศ. 2567")),
            "จังหวัดสมมุตินคร");
  EXPECT_EQ(agency_of(DocumentBuilder().text("รายงานผล").text("จังหวัดสมมุตินคร").text("ปีงบประมาณ พ.ศ. 2567")), "-");
}

TEST(Agency, AStateEnterpriseSaysSo) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("รายงานผลการประเมิน ITA").text("การท่าอากาศชายเขา (รัฐวิสาหกิจ)")),
            "การท่าอากาศชายเขา");
}

TEST(Agency, WhomSomethingComesFromIsAnother) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานผลการประเมิน ITA")
                          .text("ได้รับผลการประเมินจากสำนักงาน ป.ป.ช. แล้ว ปีงบประมาณ พ.ศ. 2567")),
            "-");
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

TEST(Agency, TheWordForAKindOfOfficeIsNoName) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("ประกาศผลการประเมินของสำนักงานศึกษาธิการจังหวัด").text("ปีงบประมาณ พ.ศ. 2567")),
            "-");
}

// The line that a year is compared in breaks before it.
TEST(FiscalYear, IsNotTheOneThatItIsComparedWith) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("องค์การส่งเสริมการทอผ้าพื้นถิ่น")
                        .lines({"สรุปผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566 เทียบกับ", "ปีงบประมาณ พ.ศ. 2567"})),
            2566);
}

TEST(FiscalYear, TheAssessmentsOwnNameTellsOfNoWorkOfTheYear) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("รายงานของโรงพยาบาลร่มเกล้าธารใส")
                        .text("ประจำปีงบประมาณ พ.ศ. 2566")
                        .text("ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565")),
            2566);
}

TEST(Agency, ANameEndsWhereTheSentenceGoesOn) {
  for (const std::string rest :
       {"ได้ตรวจสอบผลแล้ว", "มีหน้าที่ให้บริการ", "จะปรับปรุงต่อไป", "อำเภอเมือง จังหวัดน่าน", "ประจำปี 2567"}) {
    EXPECT_EQ(agency_of(DocumentBuilder().text("รายงานผล").text("วิทยาลัยการอาชีพบ้านโคกสะแบง " + rest)),
              "วิทยาลัยการอาชีพบ้านโคกสะแบง")
        << rest;
  }
}

TEST(Agency, ANameEndsWhereTheSentenceGoesOnWithoutABlank) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานประจำปี 2567")
                          .text("สำนักงานสหกรณ์จังหวัดเกาะทอง")
                          .page()
                          .text("ผลการประเมินคุณธรรมและความโปร่งใส สำนักงานสหกรณ์จังหวัดเกาะทองมีหน้าที่ตรวจสหกรณ์")),
            "สำนักงานสหกรณ์จังหวัดเกาะทอง");
  EXPECT_EQ(agency_of(DocumentBuilder().text("ผลการประเมิน ITA สำนักงานสหกรณ์จังหวัดเกาะทองได้คะแนนภาพรวม 92.61 คะแนน")),
            "สำนักงานสหกรณ์จังหวัดเกาะทอง");
}

TEST(Agency, ANameEndsWhereOneTextShowsIt) {
  DocumentBuilder alone;
  alone.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567").text("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาแก่งหิน");
  alone.text("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาแก่งหินเข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน");
  EXPECT_EQ(agency_of(alone), "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาแก่งหิน");
  DocumentBuilder broken;
  broken.lines({"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567 ของสำนักงานศึกษาธิการจังหวัดแก่ง", "หินทอง"});
  broken.text("ผลการประเมิน ปีงบประมาณ พ.ศ. 2566 สำนักงานศึกษาธิการจังหวัดแก่งหินทองได้ร้อยละ ๙๒.๐๔ อยู่ในระดับ A");
  EXPECT_EQ(agency_of(broken), "สำนักงานศึกษาธิการจังหวัดแก่งหินทอง");
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

TEST(Agency, AKindAsALevelIsNoName) {
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("รายงานการวิเคราะห์ผลการประเมิน ITA ระดับสถานีตำรวจ").text("สถานีตำรวจภูธรบ้านสวน")),
      "สถานีตำรวจภูธรบ้านสวน");
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

TEST(FiscalYear, ASentenceUnderATitleIsNoPartOfIt) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("รายงานการกำกับติดตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส")
                        .text("รอบ 12 เดือน ปีงบประมาณ พ.ศ. 2568")
                        .lines({"จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานได้คะแนนรวม 90.36 คะแนน ข้อ",
                                "คำถามที่ประชาชนให้คะแนนต่ำ มีดังนี้"})
                        .text("ตารางที่ ๑ คะแนน OIT รายข้อ ปีงบประมาณ พ.ศ. ๒๕๖๗")),
            2568);
}

TEST(Agency, LawsHopesProjectsAndAddresseesNameNobody) {
  const std::string prose =
      "ข้อความของเอกสารนี้เขียนไว้ยาวพอที่จะเป็นเนื้อความ ไม่ใช่หัวเรื่อง และกล่าวถึงการทำงานในแต่ละวันโดยละเอียดพอสมควร ";
  for (const std::string text : {"วิสัยทัศน์ มุ่งสู่มหาวิทยาลัยดิจิทัล", "ตามระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง",
                                 "โครงการห้องสมุดโรงเรียนบ้านโคกสูง", "เรียน ผู้อำนวยการโรงพยาบาลบ้านโคกสะแบง"}) {
    EXPECT_EQ(agency_of(DocumentBuilder().text("แผนการทำงานประจำปี").text(prose + text)), "-") << text;
    EXPECT_EQ(agency_of(DocumentBuilder().text(text)), "-") << text;
  }
}

TEST(Agency, AMentionByTheWayIsNoName) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานผลการดำเนินงาน")
                          .table({"โครงการ", "ผล"}, {{"อบรมครูที่โรงเรียนบ้านหนองแดง", "อบรมแล้ว"}})),
            "-");
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

TEST(FiscalYear, ABudgetYearBeatsASchoolYear) {
  EXPECT_EQ(year_of(DocumentBuilder().text("รายงานการประเมินตนเอง ปีการศึกษา 2565 / ปีงบประมาณ 2566")), 2566);
  EXPECT_EQ(year_of(DocumentBuilder().text("รายงานการประเมินตนเอง").text("ปีงบประมาณ 2566").text("ปีการศึกษา 2565")), 2566);
}

TEST(FiscalYear, TheReportsOwnBeatsTheAssessedOne) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("รายงานผลการวิเคราะห์รายข้อ ITA ปีงบประมาณ พ.ศ. 2564")
                        .text("และข้อเสนอเพื่อกำหนดมาตรการ ปีงบประมาณ พ.ศ. 2565")),
            2565);
}

TEST(FiscalYear, WhatAnAssessmentLeadsToIsTheReportsOwn) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("สำนักงานพัฒนาห้องสมุดชุมชน")
                        .text("จาก ITA ปีงบประมาณ พ.ศ. 2566 สู่องค์กรที่ดีขึ้น ปีงบประมาณ พ.ศ.")
                        .text("2567")),
            2567);
}

TEST(FiscalYear, AYearThatATitleBreaksBefore) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("ผลประเมิน ITA ปีงบประมาณ พ.ศ. 2566")
                        .text("กับ 3 มาตรการที่เราจะทำในปีงบประมาณ")
                        .text("พ.ศ. 2567")),
            2567);
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

TEST(Agency, ANameEndsBeforeTheOneAbove) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานผลการดำเนินการตามมาตรการ")
                          .text("โรงพยาบาลเวียงสมมุติ สังกัดสำนักงานปลัดกระทรวงสาธารณสุข")),
            "โรงพยาบาลเวียงสมมุติ");
}

// The cover of a leaflet is narrow; the panels before it tell what was assessed.
TEST(FiscalYear, OfATitleThatIsBrokenOverThreeLines) {
  DocumentBuilder builder;
  builder.text("ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. 2568").text("ได้ 93.48 คะแนน");
  builder.text("มาตรการส่งเสริม").text("คุณธรรมและความ").text("โปร่งใส").text("ประจำปีงบประมาณ พ.ศ. 2569");
  EXPECT_EQ(year_of(builder), 2569);
}

TEST(FiscalYear, OfATitleOverMeasuresWhereTheReportsOwnTellsResults) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566 จำแนกตามฝ่าย").text("มาตรการ ปีงบประมาณ พ.ศ. 2567");
  builder.table({"มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"}, {{"ติดป้ายขั้นตอนทุกจุด", "ฝ่ายบริการ", "พ.ย. 66"}});
  EXPECT_EQ(year_of(builder), 2567);
}

TEST(FiscalYear, ASentenceThatStatesAScoreIsNoTitle) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("แนวทางพัฒนาองค์กร ปีงบประมาณ พ.ศ. 2567")
                        .lines({"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566 ของสำนักงานอยู่ที่ 91.02", "คะแนน ระดับ ผ่านดี"})
                        .text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566 ด้าน IIT 90.15 คะแนน")),
            2567);
}

TEST(FiscalYear, AYearOfAStatedFigureIsNotTheReports) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. 2567")
                        .text("ปีงบประมาณ พ.ศ. 2566 ได้ 90.05 คะแนน")),
            2567);
}

TEST(FiscalYear, OfYearsSideBySideTheLastOne) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("ประกาศผลการประเมินคุณธรรมและความโปร่งใส")
                        .text("ปีงบประมาณ พ.ศ. ๒๕๖๕ ปีงบประมาณ พ.ศ. ๒๕๖๖")),
            2566);
}

TEST(FiscalYear, ACoverOutweighsCopiedTimeFrames) {
  DocumentBuilder builder;
  builder.text("แผนยกระดับการทำงาน").text("ประจำปีงบประมาณ พ.ศ. 2567").page();
  for (int i = 1; i < 8; ++i) {
    builder.table({"ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลาดำเนินการ"},
                  {{"ทำทะเบียนครั้งที่ " + std::to_string(i), "ต.ค. 2562 - ก.ย. 2563"}});
  }
  EXPECT_EQ(year_of(builder), 2567);
}

TEST(FiscalYear, ALineOfItsOwnOnTheFirstPageOutweighsTimeFrames) {
  DocumentBuilder builder;
  builder.text("ก 1 -")
      .text("แนวทางแก้ไขตามที่ผู้อ่านเสนอ")
      .text("งานยืมคืน")
      .text("ปีงบประมาณ 2566")
      .text("ปีการศึกษา 2565")
      .page();
  for (int i = 1; i < 4; ++i) {
    builder.table({"ข้อเสนอแนะ", "แนวทางแก้ไข", "ระยะเวลา"},
                  {{"เพิ่มโต๊ะชุดที่ " + std::to_string(i), "จัดซื้อ", "มิ.ย. - ก.ค. 65"}});
  }
  EXPECT_EQ(year_of(builder), 2566);
}

TEST(FiscalYear, TheItemsUnderAnIssueAreNoCover) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใส ภายในหน่วยงาน")
      .text("ประเด็นที่ ๑.๑ กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ")
      .text("- O11 แผนดำเนินงานประจำปีงบประมาณ พ.ศ. 2565")
      .text("- O12 รายงานการใช้งบประมาณ ประจำปีงบประมาณ พ.ศ. 2565");
  EXPECT_NE(extract(builder).fiscal_year_from, "cover");
}

TEST(FiscalYear, WhatAScanMakesOfACrestEndsNoCover) {
  DocumentBuilder builder;
  builder.text("1").text("๔").text("แนวทางปรับปรุงห้องสมุดประชาชน").text("ปีงบประมาณ พ.ศ. 2566").scanned();
  const Record record = extract(builder);
  EXPECT_EQ(record.fiscal_year, 2566);
  EXPECT_EQ(record.fiscal_year_from, "cover");
}

// A map between the cover sheet and the cover, of which OCR made letters.
TEST(FiscalYear, APageThatWasHardlyReadIsNoCover) {
  Document document = DocumentBuilder()
                          .scanned()
                          .text("๔๑ ธ3A ๒7๙ nm -๓ ก๖๔ๆ ๑๑ ท๒๒ 8iวว")
                          .page()
                          .text("แนวทางปรับปรุงห้องสมุดประชาชน")
                          .text("ปีงบประมาณ พ.ศ. 2566")
                          .build();
  for (Paragraph& paragraph : document.paragraphs) {
    if (paragraph.at.page_no > 1) continue;
    paragraph.at.confidence = 0.3;
    for (TextLine& line : paragraph.lines) line.at.confidence = 0.3;
  }
  EXPECT_EQ(engine().extract(document, Submission()).fiscal_year_from, "cover");
}

TEST(FiscalYear, OctoberToDecemberAreOfTheNextBudgetYear) {
  DocumentBuilder builder;
  builder.text("ตารางการทำงาน")
      .table({"ที่", "กิจกรรม", "พ.ศ. 2565 ต.ค.", "พ.ศ. 2565 พ.ย.", "พ.ศ. 2566 ม.ค."}, {{"1", "ประชุม", "x", "", ""}});
  EXPECT_EQ(year_of(builder), 2566);
}

TEST(FiscalYear, TheDocumentsOwnPlaceBeatsTheManifestAMentionDoesNot) {
  Submission submission;
  submission.manifest = ManifestRow{};
  submission.manifest->fiscal_year = 2565;
  submission.manifest->agency = "สำนักงานศึกษาธิการจังหวัดน่าน";
  const Record own =
      extract(DocumentBuilder().text("แผนยกระดับ ประจำปีงบประมาณ พ.ศ. 2567").text("สำนักงานศึกษาธิการจังหวัดเลย"), submission);
  EXPECT_EQ(own.fiscal_year, 2567);
  EXPECT_EQ(own.agency, "สำนักงานศึกษาธิการจังหวัดเลย");
  const Record none = extract(DocumentBuilder().text("ตารางการทำงาน"), submission);
  EXPECT_EQ(none.fiscal_year, 2565);
  EXPECT_EQ(none.agency, "สำนักงานศึกษาธิการจังหวัดน่าน");
  EXPECT_EQ(none.agency_from, "manifest");
}

TEST(ItemCode, OfAFormThatSaysWhichItemItIsFor) {
  const auto item = [](const std::string& line) {
    DocumentBuilder builder;
    builder.text(line)
        .text("แบบจัดทำมาตรการภายในสถานศึกษา")
        .text("ประจำปีงบประมาณ พ.ศ. 2568")
        .text("ส่งพร้อมรายงานผลตามข้อ O37 ต่อไป");
    return extract(builder).item_code.value_or("-");
  };
  EXPECT_EQ(item("แบบ 036"), "O36");
  EXPECT_EQ(item("แบบ ๐๓๖"), "O36");
  EXPECT_NE(item("แบบ 2"), "O2");
}

TEST(ItemCode, OfTheHeadLineThatBeginsWithIt) {
  const auto item_of = [](const DocumentBuilder& builder) { return extract(builder).item_code.value_or("-"); };
  EXPECT_EQ(item_of(DocumentBuilder().text("O29 ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริต").text("เทศบาลตำบลบ้านสวน")), "O29");
  EXPECT_EQ(item_of(DocumentBuilder().text("รายการ O12, O13 และ O14").text("เทศบาลตำบลบ้านสวน")), "-");
  EXPECT_EQ(item_of(DocumentBuilder().text("แผนปฏิบัติการ").text("ตามข้อ O12 รายงานการกำกับติดตามผล")), "-");
}

}  // namespace
}  // namespace prongsai::layouts
