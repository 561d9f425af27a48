// An office's name that a line's end cuts is whole, or it is none.
#include <gtest/gtest.h>

#include "identity_of.hpp"

namespace prongsai::layouts {
namespace {

using test::agency_of;
using test::DocumentBuilder;

std::string headed_by(const std::string& first, const std::string& second) {
  return agency_of(DocumentBuilder()
                       .text("สรุปการประเมิน ITA ปีงบประมาณ พ.ศ. 2567")
                       .text(first)
                       .text(second)
                       .text("1. แบบวัด OIT ดำเนินการแล้วเสร็จ"));
}

TEST(CutNames, TheNumberOfAnAreaMayStandInTheNextLine) {
  const std::string area = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษานนทบุรี เขต 2";
  EXPECT_EQ(headed_by("สำนักงานเขตพื้นที่การศึกษาประถมศึกษานนทบุรี", "เขต 2"), area);
  EXPECT_EQ(headed_by("สำนักงานเขตพื้นที่การศึกษาประถมศึกษานนทบุรี เขต", "2"), area);
  EXPECT_EQ(headed_by("สำนักงานเขตพื้นที่การศึกษาประถมศึกษานนทบุรี", "เขต ๒ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"), area);
}

TEST(CutNames, AfterTheWordForAKindComesTheName) {
  EXPECT_EQ(headed_by("วิทยาลัยการอาชีพ", "ทุ่งสมมุติ"), "วิทยาลัยการอาชีพทุ่งสมมุติ");
  EXPECT_EQ(headed_by("ข่าว สำนักงานเขตพื้นที่การศึกษาประถมศึกษา", "ลำปาง เขต 3"), "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 3");
  EXPECT_EQ(headed_by("วิทยาลัยการอาชีพ", "ประจำปีงบประมาณ พ.ศ. 2567"), "-") << "a kind is no name";
}

TEST(CutNames, ANumberedItemIsNoArea) {
  EXPECT_EQ(headed_by("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำพูน เขต 1", "2. ข้อมูลทั่วไป"),
            "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำพูน เขต 1");
}

// "อันดับที่ 12 ของ…": a place among those of the office that is named.
TEST(CutNames, WhoseListRanksTheOfficeIsNotTheOffice) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("มาตรการส่งเสริมคุณธรรม โรงเรียนบ้านดงมะเกลือ ปีงบประมาณ พ.ศ. 2568")
                          .text("จัดอยู่ในอันดับที่ 12 ของสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 1")),
            "โรงเรียนบ้านดงมะเกลือ");
}

}  // namespace
}  // namespace prongsai::layouts
