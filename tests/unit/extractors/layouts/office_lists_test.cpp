// A list of offices without rulings, as a spreadsheet prints it, tells nobody's report.
#include <gtest/gtest.h>

#include "identity_of.hpp"

namespace prongsai::layouts {
namespace {

using test::agency_of;
using test::DocumentBuilder;

DocumentBuilder& list_rows(DocumentBuilder& builder) {
  return builder.text("1 สพป.ลำปาง เขต 1 99.5")
      .text("2 สพป.ลำพูน เขต 2 99.2")
      .text("3 สพป.ตรัง เขต 1 98.9")
      .text("สพป.ระนอง")
      .text("4 93.2")
      .text("สพป.แพร่ เขต 1");
}

TEST(OfficeLists, WhoeverHeadsTheListReports) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA Online ปีงบประมาณ พ.ศ. 2567")
      .text("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน")
      .text("ที่ เขตพื้นที่ คะแนน");
  EXPECT_EQ(agency_of(list_rows(builder)), "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน");
}

TEST(OfficeLists, WithoutAHeadNobodyDoes) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA Online ปีงบประมาณ พ.ศ. 2567").text("ที่ เขตพื้นที่ คะแนน");
  EXPECT_EQ(agency_of(list_rows(builder)), "-");
}

TEST(OfficeLists, OneOfThemMayHeadIt) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA Online ปีงบประมาณ พ.ศ. 2567")
      .text("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 1")
      .text("ที่ เขตพื้นที่ คะแนน");
  EXPECT_EQ(agency_of(list_rows(builder)), "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 1");
}

}  // namespace
}  // namespace prongsai::layouts
