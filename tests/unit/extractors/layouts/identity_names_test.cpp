// Names that are none, and names that stand without a blank behind other words.
#include <gtest/gtest.h>

#include "identity_of.hpp"

namespace prongsai::layouts {
namespace {

using test::agency_of;
using test::DocumentBuilder;
using test::year_of;

TEST(CountedNames, AKindOfOfficesIsNoOffice) {
  const auto agency = [](const std::string& said) {
    DocumentBuilder builder;
    builder.text("ผลการประเมิน ITA ของโรงพยาบาลชุมชน ปีงบประมาณ พ.ศ. ๒๕๖๘").text(said);
    return agency_of(builder);
  };
  EXPECT_EQ(agency("โรงพยาบาลชุมชน ๑๒ แห่ง เรียงตามตัวอักษร"), "-");
  EXPECT_EQ(agency("ในจำนวนโรงพยาบาลชุมชนทั้ง 12 แห่ง"), "-");
  EXPECT_EQ(agency("โรงพยาบาลชุมชน ๑๒ เตียง"), "โรงพยาบาลชุมชน");
}

TEST(FiscalYear, TheYearOfAnAimIsNotTheReports) {
  DocumentBuilder builder;
  builder.text("ตารางจัดลำดับผลคะแนน ITA ปี 2567").text("กรมหัตถกรรมพื้นถิ่น");
  builder.table({"หน่วยงาน", "ปี 2567", "เป้าหมายปี 2568"}, {{"โรงเรียนบ้านสวน", "90.11", "95"}});
  builder.text("โดยเป้าหมายปีงบประมาณ พ.ศ. 2568 คือ ทุกหน่วยงานต้องได้ 90 คะแนนขึ้นไป");
  EXPECT_EQ(year_of(builder), 2567);
}

TEST(Headlines, TheirVerbIsNoPartOfTheName) {
  const auto agency = [](const std::string& headline, const std::string& body) {
    return agency_of(DocumentBuilder().text(headline).text("ข่าวประชาสัมพันธ์ 5 สิงหาคม 2567").text(body));
  };
  const std::string body = "ผู้อำนวยการโรงพยาบาลหนองสะแก ระบุว่า โรงพยาบาลหนองสะแก ได้คะแนนรวม 93.07 คะแนน";
  EXPECT_EQ(agency("โรงพยาบาลหนองสะแกติดอันดับ 5 ของประเทศ ITA ปี 2567", body), "โรงพยาบาลหนองสะแก");
  EXPECT_EQ(agency("โรงพยาบาลหนองสะแกเผยผล ITA ปี 2567", body), "โรงพยาบาลหนองสะแก");
  EXPECT_EQ(agency("โรงพยาบาลหนองสะแกใหญ่ ได้รับผล ITA ปี 2567", body), "โรงพยาบาลหนองสะแกใหญ่") << "another place";
  const std::string seat = "ผู้อำนวยการสำนักงานหัตถกรรมเขต 7 แจ้งว่า สำนักงานหัตถกรรมเขต ได้คะแนน และสำนักงานหัตถกรรมเขต อื่น";
  EXPECT_EQ(agency("สำนักงานหัตถกรรมเขต 7", seat), "สำนักงานหัตถกรรมเขต 7");
  const std::string parts = "กองกฎหมาย แจ้งว่า กองกฎหมาย ได้รับเรื่องแล้ว";
  EXPECT_EQ(agency("กองกฎหมายกรมหัตถกรรมพื้นถิ่น", parts), "กองกฎหมายกรมหัตถกรรมพื้นถิ่น");
}

TEST(Minutes, TheOfficeStandsBehindWhoMet) {
  const auto agency = [](const std::string& title) {
    return agency_of(DocumentBuilder().text(title).text("ครั้งที่ ๑๐/๒๕๖๘").text("ผู้มาประชุม"));
  };
  EXPECT_EQ(agency("รายงานการประชุมคณะกรรมการบริหารโรงพยาบาลหนองสะแกทอง"), "โรงพยาบาลหนองสะแกทอง");
  EXPECT_EQ(agency("รายงานการประชุมหัวหน้าส่วนราชการกรมหัตถกรรมพื้นถิ่น"), "กรมหัตถกรรมพื้นถิ่น");
  EXPECT_EQ(agency("รายงานการประชุมกรมการจังหวัดสะแกทอง"), "-");
}

}  // namespace
}  // namespace prongsai::layouts
