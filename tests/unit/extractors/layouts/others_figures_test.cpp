// Figures that are another's: an office named by the way, another examination's, another plan's, an example's; and
// those of the year that stands behind them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "scores_of.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kOwn = "องค์การบริหารส่วนตำบลหนองแวง";

std::string said(const std::string& sentence) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text(kOwn).page().text(sentence);
  return scores_of(builder);
}

std::string table_under(const std::string& title, const std::vector<std::string>& head,
                        const std::vector<std::vector<std::string>>& rows) {
  DocumentBuilder builder;
  builder.text(title).text(kOwn).table(head, rows);
  return scores_of(builder);
}

const std::string kOfOwn = std::string(" - 2567 ") + kOwn + "\n";

TEST(OthersFigures, ANameBehindAPrepositionIsNotTheSubject) {
  const std::string own = kOwn;
  EXPECT_EQ(said(own + " ได้คะแนนสูงกว่าเทศบาลตำบลเรือนแพ โดยได้ 92.74 คะแนน"), "ITA 92.74" + kOfOwn);
  EXPECT_EQ(said(own + " ซึ่งมีพื้นที่ติดกับเทศบาลตำบลเรือนแพ ได้คะแนน ITA 91.93 คะแนน"), "ITA 91.93" + kOfOwn);
  EXPECT_EQ(said(own + " ภายใต้การกำกับดูแลของอำเภอบ้านสวน ได้รับคะแนน ITA 90.34 คะแนน"), "ITA 90.34" + kOfOwn);
  EXPECT_EQ(said(own + " ได้คะแนน ITA 91.93 คะแนน สูงกว่าเทศบาลตำบลเรือนแพ ซึ่งได้ 90.12 คะแนน"),
            "ITA 91.93" + kOfOwn + "ITA 90.12 - 2567 เทศบาลตำบลเรือนแพ\n")
      << "more is said of the other one";
}

// The one that reports stands above the one that got the figure.
TEST(OthersFigures, WhoIsUnderTheOwnOfficeGotItsOwn) {
  DocumentBuilder builder;
  const std::string area = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 3";
  builder.text("ข่าวประชาสัมพันธ์ " + area);
  builder.text("โรงเรียนวัดทุ่งสมมุติในสังกัด" + area + " ได้คะแนน ITA Online ปี 2567 99.10 คะแนน");
  EXPECT_EQ(scores_of(builder), "ITA 99.1 - 2567 โรงเรียนวัดทุ่งสมมุติ\n");
}

TEST(OthersFigures, AnotherExaminationsPartsMayBeNamedAfterTheInstruments) {
  EXPECT_THAT(table_under("ผลการทดสอบความรู้เรื่องการประเมิน ITA ปีงบประมาณ พ.ศ. 2567", {"หัวข้อ", "ก่อน", "หลัง"},
                          {{"IIT", "61.20", "85.50"}, {"EIT", "58.40", "83.10"}, {"OIT", "55.90", "88.80"}}),
              Not(HasSubstr("IIT")));
  EXPECT_EQ(table_under("ผลการประเมินโครงการคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567", {"กิจกรรม", "ผล (ร้อยละ)"},
                        {{"อบรม ITA", "91.30"}, {"การเปิดเผยข้อมูล", "95.50"}, {"การป้องกันการทุจริต", "93.70"}}),
            "");
}

TEST(OthersFigures, TheThirdIndicatorOfAPlanMayBeTheAssessmentAsAWhole) {
  EXPECT_EQ(said("ตัวชี้วัดที่ 3 ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ได้ 90.93 คะแนน"), "ITA 90.93" + kOfOwn);
  EXPECT_EQ(said("ตัวชี้วัดที่ 3 การใช้อำนาจ ได้ 90.93 คะแนน"), "indicator3 90.93" + kOfOwn);
}

TEST(OthersFigures, NobodyIsCalledByOneLetter) {
  EXPECT_EQ(table_under("วิธีจัดอันดับผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567", {"หน่วยงาน", "IIT", "EIT", "OIT"},
                        {{"หน่วยงาน ก", "85.50", "90.25", "95.00"}, {"หน่วยงาน ข", "80.00", "82.00", "88.00"}}),
            "");
}

TEST(OthersFigures, UnderANumberedLineWithAnOfficesNameFiguresAreThatOffices) {
  DocumentBuilder builder;
  builder.text("รายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567").text(kOwn);
  builder.text("๑. เทศบาลตำบลเรือนแพ")
      .table({"ตัวชี้วัด", "คะแนน"}, {{"ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "97.18"}, {"ตัวชี้วัดที่ 10 การป้องกันการทุจริต", "91.04"}});
  EXPECT_EQ(scores_of(builder),
            "indicator9 97.18 - 2567 เทศบาลตำบลเรือนแพ\nindicator10 91.04 - 2567 เทศบาลตำบลเรือนแพ\n");
}

TEST(OthersFigures, AYearBehindAFigureIsItsOwnWhereNoOtherFigureFollows) {
  const std::string of_2566 = std::string(" - 2566 ") + kOwn + "\n";
  EXPECT_EQ(
      said("เพื่อให้ปีงบประมาณ พ.ศ. 2567 ดีขึ้น หลังจากได้คะแนน ITA 88.06 คะแนน เมื่อปีงบประมาณ พ.ศ. 2566 เทศบาลจึงประกาศมาตรการ"),
      "ITA 88.06" + of_2566);
  EXPECT_EQ(said("มีผลการประเมิน ITA ร้อยละ 90.90 ในปีงบประมาณที่ผ่านมา (พ.ศ. 2566) จึงกำหนดมาตรการในปีงบประมาณ พ.ศ. 2567"),
            "ITA 90.9" + of_2566);
}

TEST(OthersFigures, AnInstrumentsOwnWeightIsNoScore) {
  EXPECT_EQ(said("เครื่องมือ IIT (30%) คะแนน"), "");
}

}  // namespace
}  // namespace prongsai::layouts
