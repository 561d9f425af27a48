// What ordinary reports say beside their scores, and of which year and whose these are: each case is how offices write.
#include <gtest/gtest.h>

#include <string>

#include "identity_of.hpp"
#include "scores_of.hpp"

namespace prongsai::layouts {
namespace {

using test::agency_of;
using test::DocumentBuilder;
using test::year_of;

constexpr const char* kSchool = "โรงเรียนบ้านนาแวง";
constexpr const char* kArea = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตาก เขต 1";

DocumentBuilder report_of(const std::string& office) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text(office).page();
  return builder;
}

std::string said_of_school(const std::string& sentence) {
  return scores_of(report_of(kSchool).text(sentence));
}

TEST(OrdinaryReports, WhoStandsAboveGivesOrTellsHasNotGotTheFigures) {
  const std::string own = "ITA 91.09 - 2567 " + std::string(kSchool) + "\n";
  const std::string school(kSchool);
  const std::string area(kArea);
  EXPECT_EQ(said_of_school(school + " สังกัด" + area + " ได้คะแนน ITA Online เท่ากับ 91.09 คะแนน"), own);
  EXPECT_EQ(said_of_school(school + " เป็นหน่วยงานในสังกัด" + area + " มีผลการประเมิน ITA เท่ากับ 91.09 คะแนน"), own);
  EXPECT_EQ(said_of_school(school + " (" + area + ") ได้คะแนน ITA 91.09 คะแนน"), own);
  EXPECT_EQ(said_of_school(school + "ได้รับเกียรติบัตรจาก" + area + " เนื่องจากได้คะแนน ITA 91.09 คะแนน"), own);
  EXPECT_EQ(said_of_school("ตามที่" + area + " แจ้งผลการประเมิน ITA โรงเรียนได้คะแนน 91.09 คะแนน"), own);
  EXPECT_EQ(said_of_school(area + " ได้คะแนน ITA 91.09 คะแนน"), "ITA 91.09 - 2567 " + area + "\n") << "of itself";
}

TEST(OrdinaryReports, WhatTheOwnFigureIsComparedWithIsAMean) {
  EXPECT_EQ(
      said_of_school(std::string(kSchool) + "ได้คะแนน ITA 93.10 คะแนน สูงกว่าค่าเฉลี่ยของ" + kArea + " ซึ่งได้ 91.44 คะแนน"),
      "ITA 93.1 - 2567 " + std::string(kSchool) + "\n");
}

TEST(OrdinaryReports, SharesAreNoScores) {
  DocumentBuilder builder = report_of(kArea);
  builder.table({"ตัวชี้วัด", "เป้าหมาย", "ผลการดำเนินงาน"}, {{"คะแนนผลการประเมิน ITA ของสำนักงานเขตพื้นที่การศึกษา", "90", "88.03"},
                                                        {"ร้อยละของสถานศึกษาที่ผ่านการประเมิน ITA Online", "90", "98.63"}});
  EXPECT_EQ(scores_of(builder), "ITA 88.03 - 2567 " + std::string(kArea) + "\n");
  EXPECT_EQ(said_of_school("บุคลากรตอบแบบประเมิน IIT ร้อยละ 95.12"), "");
  EXPECT_EQ(said_of_school("อัตราการตอบแบบวัด EIT เท่ากับร้อยละ 96.50"), "");
}

TEST(OrdinaryReports, PointsOfFiveBesideTheirSharesAreASurveys) {
  DocumentBuilder builder = report_of(kSchool);
  builder.text("ผลการสำรวจความคิดเห็นเพื่อยกระดับ ITA")
      .table({"ด้าน", "ค่าเฉลี่ย", "ร้อยละ"}, {{"การปฏิบัติหน้าที่", "4.21", "84.20"}, {"การใช้งบประมาณ", "4.10", "82.00"}});
  EXPECT_TRUE(extract(builder).scores.empty());
}

TEST(OrdinaryReports, KindsOfOfficesHaveMeansOnly) {
  DocumentBuilder builder = report_of("สำนักงาน ป.ป.ช.");
  builder.text("สรุปผลการประเมิน ITA จำแนกตามประเภทหน่วยงาน")
      .table({"ประเภทหน่วยงาน", "จำนวน", "คะแนนเฉลี่ย"},
             {{"องค์กรอิสระ", "5", "93.55"}, {"รัฐวิสาหกิจ", "51", "94.07"}, {"จังหวัด", "76", "93.57"}});
  EXPECT_TRUE(extract(builder).scores.empty());
}

TEST(OrdinaryReports, ByHowMuchTwoOfficesDifferIsNoOffices) {
  DocumentBuilder builder = report_of("เทศบาลตำบลนาแวง");
  builder.text("เปรียบเทียบผลการประเมิน ITA")
      .table({"ตัวชี้วัด", "เทศบาลตำบลนาแวง", "เทศบาลตำบลท่าทราย", "ช่องว่าง (Gap)"},
             {{"การปฏิบัติหน้าที่", "85.29", "92.35", "7.06"},
              {"การใช้งบประมาณ", "93.66", "99.07", "5.41"},
              {"การใช้อำนาจ", "86.10", "93.03", "6.93"}});
  const Record record = extract(builder);
  EXPECT_EQ(record.scores.size(), 6U);
  for (const ScoreRecord& score : record.scores) EXPECT_GT(score.value, 80);
}

TEST(OrdinaryReports, ABaselineIsOfAYearThatOnlyItsHeadCanTell) {
  const auto plan = [](const std::string& baseline) {
    DocumentBuilder builder;
    builder.text("แผนปฏิบัติการป้องกันการทุจริต").text("เทศบาลตำบลนาแวง").text("ตัวชี้วัดและค่าเป้าหมาย ITA");
    builder.table({"ตัวชี้วัด", baseline, "เป้าหมาย 2568"}, {{"คะแนนการประเมิน ITA ภาพรวม", "89.50", "90"}});
    return extract(builder).scores.size();
  };
  EXPECT_EQ(plan("ข้อมูลฐาน"), 0U);
}

TEST(OrdinaryReports, AnExampleIsMadeUp) {
  DocumentBuilder builder;
  builder.text("แนวทางการจัดทำมาตรการ ITA ปีงบประมาณ พ.ศ. 2567").text(kArea);
  builder.text("(ตัวอย่างการเขียน)").text("สพป. ........................ มีผลการประเมิน ITA ได้คะแนน 87.65 คะแนน");
  builder.table({"ตัวชี้วัด", "คะแนน"}, {{"การใช้งบประมาณ", "79.12"}, {"การใช้อำนาจ", "82.55"}});
  EXPECT_EQ(scores_of(builder), "");
  EXPECT_EQ(said_of_school("ตัวอย่างเช่น หน่วยงาน ก ได้คะแนนแบบวัด IIT เท่ากับ 85.50 คะแนน"), "");
}

TEST(OrdinaryReports, WhatTwoIndicatorsTogetherGotIsNotTheLastOnes) {
  EXPECT_EQ(said_of_school("เข้ารับการประเมิน ITA เฉพาะตัวชี้วัดที่ 9 และตัวชี้วัดที่ 10 ได้คะแนนร้อยละ 95.35 "
                           "โดยตัวชี้วัดที่ 9 ได้ 96.67 คะแนน"),
            "indicator9 96.67 - 2567 โรงเรียนบ้านนาแวง\n");
}

TEST(OrdinaryReports, AListOfItemsIsNoItem) {
  DocumentBuilder builder = report_of(kSchool);
  builder.text("ผลการประเมิน ITA รายประเด็น")
      .table({"ประเด็น", "ข้อคำถาม", "คะแนนเฉลี่ย"},
             {{"1.1 กระบวนการปฏิบัติงาน", "O4, O11, O12", "91.84"}, {"1.2 การให้บริการ", "O15, O16", "86.56"}});
  EXPECT_TRUE(extract(builder).scores.empty());
}

TEST(OrdinaryReports, IndicatorsThatAreSharesAreAnotherReports) {
  EXPECT_EQ(said_of_school("ตัวชี้วัดที่ 2 ร้อยละของการเบิกจ่ายงบประมาณ ผลการดำเนินงานร้อยละ 97.80"), "");
}

TEST(OrdinaryReports, TheModelThatWasVisited) {
  EXPECT_EQ(said_of_school("หน่วยงานต้นแบบดำเนินการ IIT โดยให้บุคลากรตอบครบ ได้คะแนน IIT 99.12 คะแนน"),
            "unclear: several_offices\n");
}

TEST(OrdinaryReports, AShortFormBehindAPrepositionThatALinesEndGluedToIt) {
  EXPECT_EQ(scores_of(report_of("สำนักงานศึกษาธิการจังหวัดแพร่")
                          .text("โดย ศธจ.ตาก ได้รับคะแนน OIT 97.50 คะแนน ขณะที่ศธจ.แพร่ ได้รับคะแนน OIT 99.20 คะแนน")),
            "OIT 97.5 - 2567 สำนักงานศึกษาธิการจังหวัดตาก\nOIT 99.2 - 2567 สำนักงานศึกษาธิการจังหวัดแพร่\n");
}

DocumentBuilder plan_of_2567() {
  DocumentBuilder builder;
  builder.lines({"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "เทศบาลตำบลนาแวง ประจำปีงบประมาณ พ.ศ. 2567"});
  return builder;
}

TEST(OrdinaryReports, TheYearOfAPlansTitleIsThatOfItsMeasures) {
  DocumentBuilder builder = plan_of_2567();
  builder.table({"ตัวชี้วัด", "คะแนน ITA"},
                {{"การปฏิบัติหน้าที่", "87.68"}, {"การใช้งบประมาณ", "85.70"}, {"การใช้อำนาจ", "92.21"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 3U);
  EXPECT_EQ(record.scores.front().fiscal_year, 2566);
  EXPECT_EQ(record.fiscal_year, 2567);
}

TEST(OrdinaryReports, AForewordSaysWhoseResultsAreTakenUp) {
  DocumentBuilder builder;
  builder.text("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสเพื่อกำหนดมาตรการ");
  builder.text("เทศบาลตำบลนาแวง ประจำปีงบประมาณ พ.ศ. 2567");
  builder.text("เอกสารนี้จัดทำขึ้นเพื่อนำผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 มาวิเคราะห์และกำหนดมาตรการ").page();
  builder.text("คะแนนรายตัวชี้วัด").table({"ตัวชี้วัด", "คะแนน"}, {{"การปฏิบัติหน้าที่", "87.68"}, {"การใช้งบประมาณ", "85.70"}});
  for (const ScoreRecord& score : extract(builder).scores) EXPECT_EQ(score.fiscal_year, 2566);
  EXPECT_EQ(extract(builder).scores.size(), 2U);
}

TEST(OrdinaryReports, ASentenceTellsTheYearOfTheHeadingsBehindIt) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน").text("เทศบาลตำบลนาแวง ประจำปีงบประมาณ พ.ศ. 2568");
  builder.text("เทศบาลตำบลนาแวง มีผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 เท่ากับ 93.50 คะแนน");
  builder.bold("เครื่องมือ IIT ได้คะแนน 93.76 คะแนน").bold("เครื่องมือ EIT ได้คะแนน 95.00 คะแนน");
  for (const ScoreRecord& score : extract(builder).scores) EXPECT_EQ(score.fiscal_year, 2567);
  EXPECT_EQ(extract(builder).scores.size(), 3U);
}

TEST(OrdinaryReports, TheTimeOfAMeasureDatesNoScore) {
  DocumentBuilder builder = plan_of_2567();
  builder.text("นำผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 มาวิเคราะห์รายตัวชี้วัด");
  builder.table({"ตัวชี้วัด", "คะแนน", "มาตรการ", "ระยะเวลา"}, {{"การปฏิบัติหน้าที่", "87.68", "ลดขั้นตอน", "ปีงบประมาณ 2567"},
                                                            {"การใช้งบประมาณ", "85.70", "ชี้แจงแผน", "ปีงบประมาณ 2567"}});
  for (const ScoreRecord& score : extract(builder).scores) EXPECT_EQ(score.fiscal_year, 2566);
  EXPECT_EQ(extract(builder).scores.size(), 2U);
}

TEST(OrdinaryReports, OfResultsToldOverYearsTheReportsIsTheLast) {
  EXPECT_EQ(year_of(DocumentBuilder().text("แนวโน้มผลการประเมิน ITA เทศบาลตำบลนาแวง ปี 2564 - 2567")), 2567);
  EXPECT_EQ(
      year_of(DocumentBuilder().text("ผลการประเมิน ITA เทศบาลตำบลนาแวง").text("เปรียบเทียบปีงบประมาณ พ.ศ. 2566 และ 2567")),
      2567);
  EXPECT_EQ(year_of(DocumentBuilder().text("แผนปฏิบัติการป้องกันการทุจริต เทศบาลตำบลนาแวง พ.ศ. 2566 - 2570")), 0)
      << "as good as each other";
}

TEST(OrdinaryReports, WhoStandsAboveBeginsALineOfTheHead) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("ผลการประเมิน ITA โรงเรียนเทศบาลวัดกลาง")
                          .lines({"ตารางที่ 1 คะแนนรายตัวชี้วัดของโรงเรียนเทศบาลวัดกลาง สังกัด",
                                  "เทศบาลนครขอนแก่น ปีงบประมาณ พ.ศ. 2567"})),
            "โรงเรียนเทศบาลวัดกลาง");
}

TEST(OrdinaryReports, ANameThatStandsTwiceIsOne) {
  EXPECT_EQ(agency_of(DocumentBuilder().lines({"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายใน" + std::string(kSchool),
                                               std::string(kSchool) + " ประจำปีงบประมาณ พ.ศ. 2567"})),
            kSchool);
}

}  // namespace
}  // namespace prongsai::layouts
