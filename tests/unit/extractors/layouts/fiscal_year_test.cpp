// Of which year a report is: by place, not by count.
#include <gtest/gtest.h>

#include "identity_of.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;
using test::year_of;

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

TEST(FiscalYear, ASentenceUnderATitleIsNoPartOfIt) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("รายงานการกำกับติดตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส")
                        .text("รอบ 12 เดือน ปีงบประมาณ พ.ศ. 2568")
                        .lines({"จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานได้คะแนนรวม 90.36 คะแนน ข้อ",
                                "คำถามที่ประชาชนให้คะแนนต่ำ มีดังนี้"})
                        .text("ตารางที่ ๑ คะแนน OIT รายข้อ ปีงบประมาณ พ.ศ. ๒๕๖๗")),
            2568);
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

TEST(FiscalYear, ATableThatComparesYearsSaysNothingOfTheReportsOwn) {
  DocumentBuilder builder;
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.table({"ตัวชี้วัด", "ผลคะแนน ปี ๒๕๖๖", "ผลคะแนน ปี ๒๕๖๗"}, {{"การปฏิบัติหน้าที่", "๙๐.๑๐", "๙๑.๒๐"}});
  EXPECT_EQ(extract(builder).fiscal_year, 2567);
}

TEST(FiscalYear, OfYearsSideBySideTheLast) {
  EXPECT_EQ(year_of(DocumentBuilder()
                        .text("ผลการประเมิน ITA เทศบาลตำบลเรือนแพ")
                        .text("เปรียบเทียบปีงบประมาณ พ.ศ. 2566 และ 2567")
                        .text("ปีงบประมาณ พ.ศ. 2566")),
            2567);
}

TEST(FiscalYear, MeasuresAreOfTheYearInWhichTheyAreAnnounced) {
  const auto announced = [](const std::string& day) {
    return year_of(DocumentBuilder()
                       .text("ประกาศเทศบาลตำบลเรือนแพ")
                       .text("เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน")
                       .text("ตามที่เทศบาลได้คะแนนการประเมิน ITA 91.20 คะแนน จึงประกาศมาตรการ ดังนี้")
                       .text("ประกาศ ณ วันที่ " + day));
  };
  EXPECT_EQ(announced("10 มกราคม พ.ศ. 2567"), 2567);
  EXPECT_EQ(announced("10 พฤศจิกายน พ.ศ. 2566"), 2567);
  EXPECT_EQ(announced("10 สิงหาคม พ.ศ. 2567"), 0) << "they may be of the next";
}

}  // namespace
}  // namespace prongsai::layouts
