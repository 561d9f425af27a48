// Names of offices as printed: which words are one, and where it ends.
#include "extractors/layouts/identity/office_name.hpp"

#include <gtest/gtest.h>

#include "identity_of.hpp"

namespace prongsai::layouts {
namespace {

using test::agency_of;
using test::DocumentBuilder;

TEST(OfficeNames, KindsThatNoListKnowsAsPrintedInPlacesOfTheirOwn) {
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

TEST(OfficeNames, KindsThatOnlyALinesEndTells) {
  const auto titled = [](const std::string& line) {
    return agency_of(DocumentBuilder().text("รายงานผลการวิเคราะห์").text(line).text("ปีงบประมาณ พ.ศ. 2567"));
  };
  EXPECT_EQ(titled("การคลังสินค้าริมโขงแห่งชาติ (ครช.)"), "การคลังสินค้าริมโขงแห่งชาติ");
  EXPECT_EQ(titled("คลังภาพถ่ายท้องถิ่น (องค์การมหาชน)"), "คลังภาพถ่ายท้องถิ่น (องค์การมหาชน)");
  EXPECT_EQ(titled("การประชุมเครือข่ายแห่งชาติ"), "-");
}

TEST(OfficeNames, TheNameOfAListedOfficeThatGoesOnIsAnothers) {
  EXPECT_EQ(
      agency_of(
          DocumentBuilder().text("ผลการประเมิน ITA").text("องค์การบริหารส่วนจังหวัดน่านนาสมมุติ").text("ปีงบประมาณ พ.ศ. 2567")),
      "องค์การบริหารส่วนจังหวัดน่านนาสมมุติ");
}

TEST(OfficeNames, ANameEndsWhereTheOfficeDoesSomething) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานการใช้น้ำ")
                          .text("ที่ทำการปกครองอำเภอเวียงสมมุติได้รายงานปริมาณการใช้น้ำแล้ว")
                          .text("ปีงบประมาณ พ.ศ. 2567")),
            "ที่ทำการปกครองอำเภอเวียงสมมุติ");
  EXPECT_EQ(agency_of(DocumentBuilder().text("คะแนนของเรือนจำเรา").text("เรือนจำจังหวัดนาสมมุติ").text("ปี 2567")),
            "เรือนจำจังหวัดนาสมมุติ")
      << "\"our prison\" is no name";
}

TEST(OfficeNames, ALegalFormInBracketsIsPartOfTheNameItStandsBehind) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("สถาบันเห็ดป่าแห่งประเทศ (องค์การมหาชน)").text("ปีงบประมาณ พ.ศ. 2567")),
            "สถาบันเห็ดป่าแห่งประเทศ (องค์การมหาชน)");
}

// Its words are not those of the line, so that no place inside the line is the name's.
TEST(OfficeNames, BehindAnOfficersTitleHasTheWholeLineForItsPlace) {
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

TEST(OfficeNames, ASetOfOfficesIsNone) {
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("ผลการประเมินคุณธรรมของสถานีตำรวจในสังกัด ย้อนหลัง ๓ ปี").text("ตำรวจภูธรจังหวัดสมมุตินคร")),
      "ตำรวจภูธรจังหวัดสมมุตินคร");
}

TEST(OfficeNames, ANewslettersIssueIsNoPartOfItsOffice) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("จดหมายข่าว ITA").text("สำนักงานประมงจังหวัดสมมุตินคร พฤศจิกายน – ธันวาคม 2567")),
            "สำนักงานประมงจังหวัดสมมุตินคร");
}

TEST(OfficeNames, AFormsNextLabelEndsTheName) {
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("แบบตรวจสอบมาตรการ").text("หน่วยงาน สำนักงานสาธารณสุขจังหวัดสมมุตินคร ประเภท สสจ.")),
      "สำนักงานสาธารณสุขจังหวัดสมมุตินคร");
}

TEST(OfficeNames, AStateEnterpriseSaysSo) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("รายงานผลการประเมิน ITA").text("การท่าอากาศชายเขา (รัฐวิสาหกิจ)")),
            "การท่าอากาศชายเขา");
}

TEST(OfficeNames, WhomSomethingComesFromIsAnother) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานผลการประเมิน ITA")
                          .text("ได้รับผลการประเมินจากสำนักงาน ป.ป.ช. แล้ว ปีงบประมาณ พ.ศ. 2567")),
            "-");
}

TEST(OfficeNames, TheWordForAKindOfOfficeIsNoName) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("ประกาศผลการประเมินของสำนักงานศึกษาธิการจังหวัด").text("ปีงบประมาณ พ.ศ. 2567")),
            "-");
}

TEST(OfficeNames, ANameEndsWhereTheSentenceGoesOn) {
  for (const std::string rest :
       {"ได้ตรวจสอบผลแล้ว", "มีหน้าที่ให้บริการ", "จะปรับปรุงต่อไป", "อำเภอเมือง จังหวัดน่าน", "ประจำปี 2567"}) {
    EXPECT_EQ(agency_of(DocumentBuilder().text("รายงานผล").text("วิทยาลัยการอาชีพบ้านโคกสะแบง " + rest)),
              "วิทยาลัยการอาชีพบ้านโคกสะแบง")
        << rest;
  }
}

TEST(OfficeNames, ANameEndsWhereTheSentenceGoesOnWithoutABlank) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานประจำปี 2567")
                          .text("สำนักงานสหกรณ์จังหวัดเกาะทอง")
                          .page()
                          .text("ผลการประเมินคุณธรรมและความโปร่งใส สำนักงานสหกรณ์จังหวัดเกาะทองมีหน้าที่ตรวจสหกรณ์")),
            "สำนักงานสหกรณ์จังหวัดเกาะทอง");
  EXPECT_EQ(agency_of(DocumentBuilder().text("ผลการประเมิน ITA สำนักงานสหกรณ์จังหวัดเกาะทองได้คะแนนภาพรวม 92.61 คะแนน")),
            "สำนักงานสหกรณ์จังหวัดเกาะทอง");
}

TEST(OfficeNames, ANameEndsWhereOneTextShowsIt) {
  DocumentBuilder alone;
  alone.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567").text("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาแก่งหิน");
  alone.text("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาแก่งหินเข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน");
  EXPECT_EQ(agency_of(alone), "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาแก่งหิน");
  DocumentBuilder broken;
  broken.lines({"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567 ของสำนักงานศึกษาธิการจังหวัดแก่ง", "หินทอง"});
  broken.text("ผลการประเมิน ปีงบประมาณ พ.ศ. 2566 สำนักงานศึกษาธิการจังหวัดแก่งหินทองได้ร้อยละ ๙๒.๐๔ อยู่ในระดับ A");
  EXPECT_EQ(agency_of(broken), "สำนักงานศึกษาธิการจังหวัดแก่งหินทอง");
}

TEST(OfficeNames, AKindAsALevelIsNoName) {
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("รายงานการวิเคราะห์ผลการประเมิน ITA ระดับสถานีตำรวจ").text("สถานีตำรวจภูธรบ้านสวน")),
      "สถานีตำรวจภูธรบ้านสวน");
}

TEST(OfficeNames, LawsHopesProjectsAndAddresseesNameNobody) {
  const std::string prose =
      "ข้อความของเอกสารนี้เขียนไว้ยาวพอที่จะเป็นเนื้อความ ไม่ใช่หัวเรื่อง และกล่าวถึงการทำงานในแต่ละวันโดยละเอียดพอสมควร ";
  for (const std::string text : {"วิสัยทัศน์ มุ่งสู่มหาวิทยาลัยดิจิทัล", "ตามระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง",
                                 "โครงการห้องสมุดโรงเรียนบ้านโคกสูง", "เรียน ผู้อำนวยการโรงพยาบาลบ้านโคกสะแบง"}) {
    EXPECT_EQ(agency_of(DocumentBuilder().text("แผนการทำงานประจำปี").text(prose + text)), "-") << text;
    EXPECT_EQ(agency_of(DocumentBuilder().text(text)), "-") << text;
  }
}

TEST(OfficeNames, ANameEndsBeforeTheOneAbove) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานผลการดำเนินการตามมาตรการ")
                          .text("โรงพยาบาลเวียงสมมุติ สังกัดสำนักงานปลัดกระทรวงสาธารณสุข")),
            "โรงพยาบาลเวียงสมมุติ");
}

}  // namespace
}  // namespace prongsai::layouts
