// Tables of scores in shapes and wordings of their own: what runs along rows and columns is told by the table as a
// whole.
#include <gtest/gtest.h>

#include "extractors/tables/assemble.hpp"
#include "scores_of.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;

TEST(ScoreShapes, SchoolsThatNoListKnowsUnderHeadsOfTwoLevels) {
  DocumentBuilder builder;
  builder.text("ประกาศสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตาก เขต 1");
  builder.text("เรื่อง ผลการประเมินคุณธรรมและความโปร่งใสของสถานศึกษาออนไลน์ ปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.table({"ที่", "รายชื่อสถานศึกษาที่เข้ารับการประเมิน", "ผลการประเมิน ITA", "ผลการประเมิน ITA", "ผลการประเมิน ITA",
                 "ผลการประเมิน ITA", "ผล"},
                {{"", "", "แบบวัด IIT", "แบบวัด EIT", "แบบวัด OIT", "คะแนนเฉลี่ยรวม", ""},
                 {"๑", "บ้านดอนมะเกลือวิทยา", "๒๗.๑๕", "๒๖.๒๐", "๓๘.๔๐", "๙๑.๗๕", "ผ่านดี"},
                 {"๒", "การงานอาชีพพัฒนาเหนือ", "๒๔.๐๐", "๒๕.๕๐", "๓๐.๘๐", "๘๐.๓๐", "ต้องปรับปรุง"}});
  EXPECT_EQ(scores_of(builder),
            "IIT 27.15 - 2567 บ้านดอนมะเกลือวิทยา #1\nEIT 26.2 - 2567 บ้านดอนมะเกลือวิทยา #1\n"
            "OIT 38.4 - 2567 บ้านดอนมะเกลือวิทยา #1\nITA 91.75 ผ่านดี 2567 บ้านดอนมะเกลือวิทยา #1\n"
            "IIT 24 - 2567 การงานอาชีพพัฒนาเหนือ #2\nEIT 25.5 - 2567 การงานอาชีพพัฒนาเหนือ #2\n"
            "OIT 30.8 - 2567 การงานอาชีพพัฒนาเหนือ #2\nITA 80.3 ต้องปรับปรุง 2567 การงานอาชีพพัฒนาเหนือ #2\n");
}

TEST(ScoreShapes, IndicatorsByOffice) {
  DocumentBuilder builder;
  builder.text("เปรียบเทียบผลการประเมิน ITA รายตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๖");
  builder.table({"ตัวชี้วัด", "อบต.ทุ่งสมมุติ", "เทศบาลตำบลวังนาค"}, {{"๑ การปฏิบัติหน้าที่", "๙๑.๐๐", "๘๐.๒๕"},
                                                             {"๒ การใช้งบประมาณ", "๘๘.๕๐", "๗๙.๗๕"},
                                                             {"คะแนนภาพรวม", "๙๐.๑๐", "๘๑.๐๕"},
                                                             {"ระดับ", "A", "B"}});
  EXPECT_EQ(scores_of(builder),
            "indicator1 91 - 2566 องค์การบริหารส่วนตำบลทุ่งสมมุติ\nindicator1 80.25 - 2566 เทศบาลตำบลวังนาค\n"
            "indicator2 88.5 - 2566 องค์การบริหารส่วนตำบลทุ่งสมมุติ\nindicator2 79.75 - 2566 เทศบาลตำบลวังนาค\n"
            "ITA 90.1 A 2566 องค์การบริหารส่วนตำบลทุ่งสมมุติ\nITA 81.05 B 2566 เทศบาลตำบลวังนาค\n");
}

// A sign of noise behind one figure, a figure that is missing: the rows below belong to the table all the same.
TEST(ScoreShapes, ARowWithoutAReadableFigureIsNoHeadOfWhatFollows) {
  for (const char* spoilt : {"๘๕.๐๗?", "๘๕.๐๗..", "-"}) {
    DocumentBuilder builder;
    builder.text("คะแนนการประเมิน ITA รายตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๖");
    builder.table({"ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนน"}, {{"๑", "การปฏิบัติหน้าที่", "๙๐.๑๔"},
                                                   {"๒", "การใช้งบประมาณ", spoilt},
                                                   {"๓", "การใช้อำนาจ", "๘๘.๙๐"},
                                                   {"๔", "การใช้ทรัพย์สินของทางราชการ", "๘๙.๕๐"}});
    EXPECT_EQ(scores_of(builder), "indicator1 90.14 - 2566 -\nindicator3 88.9 - 2566 -\nindicator4 89.5 - 2566 -\n")
        << spoilt;
  }
}

TEST(ScoreShapes, NamesAndFiguresUnderEachOtherInOneRowBelongTogetherLineByLine) {
  DocumentBuilder builder;
  builder.text("ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ย้อนหลังสองปี");
  builder.table({"ปีงบประมาณ", "แบบวัด", "คะแนน"}, {{"๒๕๖๗", "IIT\nEIT\nรวม ITA", "๒๘.๗๓\n๒๘.๐๔\n๙๕.๒๖"},
                                                  {"๒๕๖๖", "IIT\nEIT\nรวม ITA", "๒๗.๓๔\n๒๕.๘๕\n๙๐.๐๖"}});
  EXPECT_EQ(scores_of(builder),
            "IIT 28.73 - 2567 -\nEIT 28.04 - 2567 -\nITA 95.26 - 2567 -\n"
            "IIT 27.34 - 2566 -\nEIT 25.85 - 2566 -\nITA 90.06 - 2566 -\n");
}

// As many names as figures, or which is whose is not told.
TEST(ScoreShapes, OfUnequalStacksNothingIsTold) {
  DocumentBuilder builder;
  builder.text("ผลการประเมินคุณธรรมและความโปร่งใส (ITA)");
  builder.table({"ปีงบประมาณ", "แบบวัด", "คะแนน"}, {{"๒๕๖๗", "IIT\nEIT\nOIT\nรวม ITA", "๒๘.๗๓\n๓๘.๔๙\n๙๕.๒๖"},
                                                  {"๒๕๖๖", "IIT\nEIT\nOIT\nรวม ITA", "๒๗.๓๔\n๓๖.๘๗\n๙๐.๐๖"}});
  EXPECT_EQ(extract(builder).scores.size(), 0U);
}

// Two tables of two columns each, which share the upright rule between them.
std::string touching_tables(const std::string& left_year, const std::string& right_year) {
  const std::vector<double> columns{40, 190, 298, 448, 556};
  tables::testing::PageBuilder page;
  page.line(60, 60, "ผลการประเมินคุณธรรมและความโปร่งใส (ITA)");
  page.line(100, 90, left_year);
  page.line(360, 90, right_year);
  page.grid(columns, {110, 140, 170, 200, 230});
  page.row(columns, 130, {"แบบวัด", "คะแนน", "แบบวัด", "คะแนน"}, tables::testing::kBold);
  page.row(columns, 160, {"IIT", "๒๙.๐๙", "IIT", "๒๙.๒๐"}).row(columns, 190, {"EIT", "๒๗.๐๙", "EIT", "๒๕.๑๔"});
  page.row(columns, 220, {"รวม ITA", "๙๒.๔๗", "รวม ITA", "๘๙.๕๙"});
  return scores_of(engine().extract(tables::assemble({page.page()}), {}));
}

TEST(ScoreShapes, TablesThatShareARuleAreEachOfTheYearOverIt) {
  EXPECT_EQ(touching_tables("ปีงบประมาณ พ.ศ. ๒๕๖๖", "ปีงบประมาณ พ.ศ. ๒๕๖๗"),
            "IIT 29.09 - 2566 -\nIIT 29.2 - 2567 -\nEIT 27.09 - 2566 -\nEIT 25.14 - 2567 -\n"
            "ITA 92.47 - 2566 -\nITA 89.59 - 2567 -\n");
}

TEST(ScoreShapes, TablesThatShareARuleAndAYearTellNothing) {
  EXPECT_EQ(touching_tables("ปีงบประมาณ พ.ศ. ๒๕๖๗", "ปีงบประมาณ พ.ศ. ๒๕๖๗"), "unclear: repeated\n");
  EXPECT_EQ(touching_tables("รอบแรก", "รอบสอง"), "unclear: repeated\n");
}

TEST(ScoreShapes, PlacesFromFirstToLastAreNoScoresWhateverTheirOrder) {
  for (const char* head : {"ลำดับจากสูงไปต่ำ", "มากไปน้อย"}) {
    DocumentBuilder builder;
    builder.text("คะแนนการประเมิน ITA จำแนกตามตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๖");
    builder.table({"แบบวัด", "ตัวชี้วัดที่", "ตัวชี้วัด", "คะแนน", head}, {{"IIT", "๑", "การปฏิบัติหน้าที่", "๙๐.๑๔", "๒"},
                                                                {"IIT", "๒", "การใช้งบประมาณ", "๘๕.๐๗", "๔"},
                                                                {"EIT", "๖", "คุณภาพการดำเนินงาน", "๘๘.๙๐", "๓"},
                                                                {"OIT", "๙", "การเปิดเผยข้อมูล", "๙๙.๕๐", "๑"}});
    EXPECT_EQ(scores_of(builder),
              "indicator1 90.14 - 2566 -\nindicator2 85.07 - 2566 -\n"
              "indicator6 88.9 - 2566 -\nindicator9 99.5 - 2566 -\n")
        << head;
  }
}

TEST(ScoreShapes, ASignBehindAFigureSaysThatItRoseOrFell) {
  DocumentBuilder builder;
  builder.text("เปรียบเทียบคะแนน ITA ย้อนหลัง");
  builder.table({"หน่วยงาน", "คะแนนปี ๒๕๖๖", "คะแนนปี ๒๕๖๗", "ผลต่าง"},
                {{"อบต.ทุ่งสมมุติ", "84.10", "90.25 ▲", "+6.15"}, {"อบต.วังนาค", "86.30", "85.75↓", "-0.55"}});
  EXPECT_EQ(scores_of(builder),
            "ITA 84.1 - 2566 องค์การบริหารส่วนตำบลทุ่งสมมุติ\nITA 90.25 - 2567 องค์การบริหารส่วนตำบลทุ่งสมมุติ\n"
            "ITA 86.3 - 2566 องค์การบริหารส่วนตำบลวังนาค\nITA 85.75 - 2567 องค์การบริหารส่วนตำบลวังนาค\n");
}

// An instrument over the rows of its indicators, and its figure over the same rows, beside theirs.
TEST(ScoreShapes, AFigureOverSeveralRowsIsOfWhatStandsOverTheSameRows) {
  DocumentBuilder builder;
  builder.text("ผลการประเมินคุณธรรมและความโปร่งใส จำแนกตามตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.table({"เครื่องมือ", "น้ำหนัก", "ตัวชี้วัด", "คะแนน", "คะแนนแบบวัด"},
                {{"แบบวัด IIT", "30", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "96.20", "94.65"}});
  builder.row({"แบบวัด IIT", "30", "ตัวชี้วัดที่ 2 การใช้งบประมาณ", "93.10", "94.65"});
  builder.reaching_down(0).reaching_down(1).reaching_down(4);
  builder.row({"แบบวัด EIT", "30", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "92.60", "90.90"});
  builder.row({"แบบวัด EIT", "30", "ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", "89.20", "90.90"});
  builder.reaching_down(0).reaching_down(1).reaching_down(4);
  builder.row({"แบบวัด OIT", "40", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "98.00", "98.00"});
  EXPECT_EQ(scores_of(builder),
            "indicator1 96.2 - 2567 -\nIIT 94.65 - 2567 -\nindicator2 93.1 - 2567 -\nindicator6 92.6 - 2567 -\n"
            "EIT 90.9 - 2567 -\nindicator7 89.2 - 2567 -\nindicator9 98 - 2567 -\n");
}

TEST(ScoreShapes, YearsInTwoLanguages) {
  DocumentBuilder builder;
  builder.text("Integrity and Transparency Assessment (ITA)");
  builder.table({"Instrument / เครื่องมือ", "FY2022 (ปีงบประมาณ 2565)", "FY2023 (ปีงบประมาณ 2566)"},
                {{"IIT (Internal / ภายใน)", "81.20", "84.25"}, {"OIT (Open Data)", "92.50", "95.00"}});
  EXPECT_EQ(scores_of(builder), "IIT 81.2 - 2565 -\nIIT 84.25 - 2566 -\nOIT 92.5 - 2565 -\nOIT 95 - 2566 -\n");
}

TEST(ScoreShapes, AFigureAsScoredStandsBeforeItAsWeighted) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗ รายตัวชี้วัด");
  builder.table({"ตัวชี้วัด", "คะแนน (เต็ม 100)", "น้ำหนัก (ร้อยละ)", "คะแนนถ่วงน้ำหนัก"}, {});
  builder.spanning("แบบวัด EIT");
  builder.row({"6. คุณภาพการดำเนินงาน", "87.30", "10", "8.73"});
  builder.row({"7. ประสิทธิภาพการสื่อสาร", "82.60", "10", "8.26"});
  builder.row({"8. การปรับปรุงระบบการทำงาน", "85.90", "10", "8.59"});
  builder.row({"รวม EIT", "", "30", "25.58"});
  builder.spanning("แบบวัด OIT");
  builder.row({"9. การเปิดเผยข้อมูล", "95.00", "20", "19.00"});
  builder.row({"10. การป้องกันการทุจริต", "92.50", "20", "18.50"});
  builder.row({"รวม OIT", "", "40", "37.50"});
  EXPECT_EQ(scores_of(builder),
            "indicator6 87.3 - 2567 -\nindicator7 82.6 - 2567 -\nindicator8 85.9 - 2567 -\nEIT 25.58 - 2567 -\n"
            "indicator9 95 - 2567 -\nindicator10 92.5 - 2567 -\nOIT 37.5 - 2567 -\n");
}

TEST(ScoreShapes, AYearWithAFigureOfItsOwnIsNotTheTablesYear) {
  DocumentBuilder builder;
  builder.text("สรุปผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. 2567");
  builder.text("ปีงบประมาณ พ.ศ. 2566 ได้ 90.05 คะแนน");
  builder.table({"แบบวัด", "คะแนน"}, {{"IIT", "28.13"}, {"EIT", "27.21"}, {"OIT", "38.28"}});
  const Record record = extract(builder);
  for (const auto& score : record.scores) {
    EXPECT_EQ(score.fiscal_year, score.subject == SubjectKind::ita ? 2566 : 2567) << word_of(score.subject);
  }
  EXPECT_EQ(record.fiscal_year, 2567);
}

TEST(ScoreShapes, TwoHalvesOfARankingSideBySide) {
  DocumentBuilder builder;
  builder.text("ลำดับผลการประเมิน ITA ของโรงพยาบาลในเขตสุขภาพ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕");
  builder.table({"อันดับ", "หน่วยบริการ", "ผลคะแนน", "อันดับ", "หน่วยบริการ", "ผลคะแนน"},
                {{"1", "รพ.เขาสมมุติ", "96.20", "3", "รพ.สต.บึงกะโล่", "91.07"},
                 {"2", "รพ.ท่าลี่นอก", "93.44", "4", "รพ.สต.บึงกะเหรี่ยง", "88.12"}});
  EXPECT_EQ(scores_of(builder),
            "ITA 96.2 - 2565 โรงพยาบาลเขาสมมุติ #1\nITA 91.07 - 2565 โรงพยาบาลส่งเสริมสุขภาพตำบลบึงกะโล่ #3\n"
            "ITA 93.44 - 2565 โรงพยาบาลท่าลี่นอก #2\nITA 88.12 - 2565 โรงพยาบาลส่งเสริมสุขภาพตำบลบึงกะเหรี่ยง #4\n");
}

TEST(ScoreShapes, PartsBelowEachOtherUnderHeadsOfTheirOwn) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๖ ของสำนักงานศึกษาธิการจังหวัดตาก");
  builder.table(
      {"ตัวชี้วัด", "คะแนน"},
      {{"การปฏิบัติหน้าที่", "90.10"}, {"การใช้อำนาจ", "91.20"}, {"ข้อคำถาม", "คะแนนที่ได้"}, {"i1", "88.00"}, {"e12", "77.50"}});
  EXPECT_EQ(scores_of(builder),
            "indicator1 90.1 - 2566 สำนักงานศึกษาธิการจังหวัดตาก\nindicator3 91.2 - 2566 สำนักงานศึกษาธิการจังหวัดตาก\n"
            "itemI1 88 - 2566 สำนักงานศึกษาธิการจังหวัดตาก\nitemE12 77.5 - 2566 สำนักงานศึกษาธิการจังหวัดตาก\n");
}

TEST(ScoreShapes, AFormsLineStatesTheScore) {
  DocumentBuilder builder;
  builder.text("แบบสรุปผลการประเมินคุณธรรมและความโปร่งใส (ITA)");
  builder.table({"", ""}, {{"ชื่อหน่วยงาน", "สำนักงานศึกษาธิการจังหวัดตาก"},
                           {"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๖", "ร้อยละ ๘๙.๗๗"},
                           {"ผู้กรอกข้อมูล", "กลุ่มอำนวยการ"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 1U);
  EXPECT_EQ(record.scores[0].subject, SubjectKind::ita);
  EXPECT_DOUBLE_EQ(record.scores[0].value, 89.77);
  EXPECT_EQ(record.scores[0].unit, ScoreUnit::percent);
  EXPECT_EQ(record.scores[0].fiscal_year, 2566);
  EXPECT_EQ(record.scores[0].subject_from, StatedIn::row);
}

TEST(ScoreShapes, YearsUnderTheirOwnGroups) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ย้อนหลัง");
  builder.table({"หน่วยงาน", "ปี ๒๕๖๕", "ปี ๒๕๖๕", "ปี ๒๕๖๖", "ปี ๒๕๖๖"}, {{"", "คะแนน", "ระดับ", "คะแนน", "ระดับ"},
                                                                      {"กองคลังสมมุติ", "84.10", "B", "90.25", "A"},
                                                                      {"กองช่างสมมุติ", "86.30", "A", "95.75", "AA"}});
  EXPECT_EQ(scores_of(builder),
            "ITA 84.1 B 2565 กองคลังสมมุติ\nITA 90.25 A 2566 กองคลังสมมุติ\n"
            "ITA 86.3 A 2565 กองช่างสมมุติ\nITA 95.75 AA 2566 กองช่างสมมุติ\n");
}

TEST(ScoreShapes, WhatIsNoScore) {
  const auto of = [](const std::string& title, const std::vector<std::string>& headers,
                     const std::vector<std::vector<std::string>>& rows) {
    DocumentBuilder builder;
    builder.text("รายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. ๒๕๖๖").text(title).table(headers, rows);
    return scores_of(builder);
  };
  EXPECT_EQ(of("ตารางที่ ๒ จำนวนผู้ตอบแบบวัด", {"แบบวัด", "จำนวน", "ร้อยละ"},
               {{"IIT", "52", "34.67"}, {"EIT", "98", "65.33"}, {"รวม", "150", "100.00"}}),
            "");
  EXPECT_EQ(of("สัดส่วนคะแนน", {"เครื่องมือ", "น้ำหนัก (ร้อยละ)"}, {{"IIT", "30.00"}, {"EIT", "30.00"}, {"OIT", "40.00"}}), "");
  EXPECT_EQ(of("ความพึงพอใจต่อการให้บริการ", {"ด้าน", "ค่าเฉลี่ย", "ร้อยละ", "ระดับ"},
               {{"เจ้าหน้าที่", "4.31", "86.20", "A"}, {"รวม", "4.12", "82.40", "A"}}),
            "");
  EXPECT_EQ(of("ผลการจัดซื้อจัดจ้างจำแนกตามวิธี", {"วิธี", "โครงการ", "ร้อยละ"},
               {{"๑. วิธีเฉพาะเจาะจง", "40", "80.00"}, {"รวม", "50", "100.00"}}),
            "");
}

TEST(ScoreShapes, ADocumentThatDoesNotNameTheAssessmentStatesNoScore) {
  DocumentBuilder builder;
  builder.text("รายงานการประเมินตนเอง").text("ตัวชี้วัดที่ 1 ได้คะแนน 4.50 คะแนน ภาพรวมได้คะแนน 86.40 คะแนน อยู่ในระดับ A");
  builder.table({"ตัวชี้วัด", "คะแนน"}, {{"ตัวชี้วัดที่ 5", "90.50"}, {"รวม", "91.00"}});
  EXPECT_EQ(scores_of(builder), "");
}

// Instruments and their total are of the assessment, whatever the line above speaks of; each level is of its own year.
// Other assessments number their indicators, too.
TEST(ScoreShapes, IndicatorsOfAReportThatOnlyMentionsTheAssessmentAreNoScores) {
  const auto self_assessment = [](const std::string& caption) {
    DocumentBuilder builder;
    builder.text("รายงานการประเมินตนเองของสถานศึกษา").text("โรงเรียนบ้านสมมุติ ปีการศึกษา ๒๕๖๗");
    for (int i = 0; i < 16; ++i) builder.text("สภาพทั่วไปของโรงเรียน ข้อที่ " + std::to_string(i + 1));
    builder.page().text("โรงเรียนเข้ารับการประเมินคุณธรรมและความโปร่งใส (ITA) ทุกปี").page();
    builder.text(caption);
    builder.table({"ตัวชี้วัด", "คะแนน"}, {{"ตัวชี้วัดที่ 1", "๘๘.๕๐"}, {"ตัวชี้วัดที่ 2", "๙๑.๒๕"}, {"ตัวชี้วัดที่ 3", "๗๙.๐๐"}});
    return builder;
  };
  EXPECT_EQ(scores_of(self_assessment("ตารางที่ ๓ ผลการประเมินรายตัวชี้วัด")), "");
  EXPECT_EQ(scores_of(self_assessment("ผลการประเมินการประกันคุณภาพการศึกษาภายใน รายตัวชี้วัด")), "");
  EXPECT_NE(scores_of(self_assessment("ตารางที่ ๓ ผลการประเมิน ITA รายตัวชี้วัด")), "");
  DocumentBuilder prose = self_assessment("ตารางที่ ๓");
  prose.page().text("มาตรฐานที่ ๑ ตัวชี้วัดที่ ๒ การใช้สื่อการสอน ได้ ๘๔.๒๐ คะแนน");
  EXPECT_EQ(scores_of(prose), "");
}

TEST(ScoreShapes, OfficesAsColumnsWithTotalsOfTwoYears) {
  DocumentBuilder builder;
  builder.text("สรุปผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. ๒๕๖๗")
      .text("หน่วยงานที่เข้ารับการประเมิน จำนวน ๒ แห่ง ดังนี้");
  builder.table({"รายการ", "อบต.ทุ่งสมมุติ", "เทศบาลตำบลวังนาค"}, {{"แบบวัด IIT (๓๐ คะแนน)", "๒๗.๖๑", "๒๘.๐๒"},
                                                              {"แบบวัด EIT (๓๐ คะแนน)", "๒๖.๙๐", "๒๗.๔๔"},
                                                              {"แบบตรวจ OIT (๔๐ คะแนน)", "๓๗.๒๐", "๓๘.๖๐"},
                                                              {"คะแนนรวม ปี ๒๕๖๗", "๙๑.๗๑", "๙๔.๐๖"},
                                                              {"ระดับผลการประเมิน", "ผ่านดี", "ผ่านดี"},
                                                              {"คะแนนรวม ปี ๒๕๖๖", "๘๙.๑๔", "๙๐.๕๕"},
                                                              {"เพิ่มขึ้น", "๒.๕๗", "๓.๕๑"}});
  const std::string scores = scores_of(builder);
  EXPECT_NE(scores.find("ITA 91.71 ผ่านดี 2567 องค์การบริหารส่วนตำบลทุ่งสมมุติ"), std::string::npos) << scores;
  EXPECT_NE(scores.find("ITA 89.14 - 2566 องค์การบริหารส่วนตำบลทุ่งสมมุติ"), std::string::npos) << scores;
  EXPECT_EQ(scores.find("2.57"), std::string::npos) << scores;
}

// What weights have made is a score; an asterisk points to a note.
TEST(ScoreShapes, FiguresAfterWeighting) {
  DocumentBuilder builder;
  builder.text("การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 สำนักงานสรรพสามิตพื้นที่เกาะทอง");
  builder.table({"เครื่องมือ", "น้ำหนัก", "คะแนนหลังถ่วงน้ำหนัก"},
                {{"IIT", "30", "26.33"}, {"EIT", "30", "25.49*"}, {"OIT", "40", "37.50"}, {"รวม", "100", "89.32"}});
  const std::string office = " - 2567 สำนักงานสรรพสามิตพื้นที่เกาะทอง\n";
  EXPECT_EQ(scores_of(builder),
            "IIT 26.33" + office + "EIT 25.49" + office + "OIT 37.5" + office + "ITA 89.32" + office);
}

TEST(ScoreShapes, AColumnThatNamesTheInstrumentToMend) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๘ ของหน่วยงานในสังกัด");
  builder.table({"ลำดับ", "หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ", "เครื่องมือที่ต้องเร่งแก้ไข"},
                {{"๑", "กรมชลประทานชุมชน", "๒๖.๔๐", "๒๔.๑๘", "๓๓.๖๐", "๘๔.๑๘", "ต้องปรับปรุง", "EIT"},
                 {"๒", "กรมถนนสายรอง", "๒๔.๘๗", "๒๔.๔๒", "๓๑.๖๐", "๘๐.๘๙", "ต้องปรับปรุง", "OIT"}});
  EXPECT_EQ(scores_of(builder),
            "IIT 26.4 - 2568 กรมชลประทานชุมชน #1\nEIT 24.18 - 2568 กรมชลประทานชุมชน #1\n"
            "OIT 33.6 - 2568 กรมชลประทานชุมชน #1\nITA 84.18 ต้องปรับปรุง 2568 กรมชลประทานชุมชน #1\n"
            "IIT 24.87 - 2568 กรมถนนสายรอง #2\nEIT 24.42 - 2568 กรมถนนสายรอง #2\n"
            "OIT 31.6 - 2568 กรมถนนสายรอง #2\nITA 80.89 ต้องปรับปรุง 2568 กรมถนนสายรอง #2\n");
}

// The word for a budget year is none for a budget; what stands in brackets behind an instrument is its working.
TEST(ScoreShapes, IndicatorsUnderABudgetYear) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ของสำนักงานสาธารณสุขอำเภอบ้านสวน");
  builder.table({"ตัวชี้วัด", "คะแนนรายปีงบประมาณ"}, {{"", "2567"},
                                                 {"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "92.10"},
                                                 {"ตัวชี้วัดที่ 2 การใช้งบประมาณ", "88.45"},
                                                 {"รวม IIT (เฉลี่ยตัวชี้วัดที่ 1–2)", "90.28"}});
  const std::string office = " - 2567 สำนักงานสาธารณสุขอำเภอบ้านสวน\n";
  EXPECT_EQ(scores_of(builder), "indicator1 92.1" + office + "indicator2 88.45" + office + "IIT 90.28" + office);
}

TEST(ScoreShapes, RowsThatNothingNamesAreUnclear) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๖ สำนักงานศึกษาธิการจังหวัดตาก");
  builder.table({"ลำดับ", "IIT", "EIT", "OIT", "รวม"},
                {{"๑", "28.10", "27.20", "38.30", "93.60"}, {"๒", "26.10", "25.20", "36.30", "87.60"}});
  EXPECT_EQ(scores_of(builder), "unclear: repeated\n");
}

DocumentBuilder report_of_tak() {
  DocumentBuilder builder;
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก").text("รายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  return builder;
}

TEST(ScoreShapes, WhatAFigureChangedByIsNoFigure) {
  const std::string tak = " สำนักงานศึกษาธิการจังหวัดตาก\n";
  for (const std::string cell :
       {"86.05 ▲ 3.10", "86.05 ▼3.10", "86.05 (+3.10)", "86.05 (เพิ่มขึ้น 3.10)", "86.05 (▲ 3.10)"}) {
    EXPECT_EQ(scores_of(report_of_tak().table({"แบบวัด", "ปี 2566", "ปี 2567"}, {{"IIT", "82.95", cell}})),
              "IIT 82.95 - 2566" + tak + "IIT 86.05 - 2567" + tak)
        << cell;
  }
  for (const std::string cell : {"86.05 - 88.10", "86.05 3.10"}) {
    EXPECT_EQ(scores_of(report_of_tak().table({"แบบวัด", "ปี 2566", "ปี 2567"}, {{"IIT", "82.95", cell}})),
              "IIT 82.95 - 2566" + tak)
        << cell;
  }
}

TEST(ScoreShapes, ACellMayHoldTheYearBeforeInBrackets) {
  const std::string tak = " สำนักงานศึกษาธิการจังหวัดตาก\n";
  const auto under = [](const std::string& header) {
    return scores_of(report_of_tak().table({"ตัวชี้วัด", header},
                                           {{"การปฏิบัติหน้าที่", "๙๑.๔๐ (๘๘.๑๐)"}, {"การใช้งบประมาณ", "๘๖.๗๕ (๘๒.๓๔)"}}));
  };
  EXPECT_EQ(under("คะแนนปี ๒๕๖๗ (ปี ๒๕๖๖)"), "indicator1 91.4 - 2567" + tak + "indicator1 88.1 - 2566" + tak +
                                               "indicator2 86.75 - 2567" + tak + "indicator2 82.34 - 2566" + tak);
  EXPECT_EQ(under("คะแนน").find("88.1"), std::string::npos) << "nothing says what stands in the brackets";
}

// ลำดับ (order) may number the lines.
TEST(ScoreShapes, TheNumberOfALineIsNoRank) {
  const auto table = [](const std::vector<std::string>& first, const std::string& second_total) {
    return scores_of(report_of_tak().table(
        {"ลำดับ", "หน่วยงาน", "คะแนนรวม ITA", "อันดับของจังหวัด"},
        {{"๑", "เทศบาลตำบลแก่งหิน", "๙๐.๑๐", first[0]}, {"๒", "เทศบาลตำบลทุ่งเสลา", second_total, first[1]}}));
  };
  EXPECT_EQ(table({"-", "-"}, "๘๘.๒๐"), "ITA 90.1 - 2567 เทศบาลตำบลแก่งหิน #1\nITA 88.2 - 2567 เทศบาลตำบลทุ่งเสลา #2\n");
  EXPECT_EQ(table({"-", "-"}, "๙๓.๒๐"), "ITA 90.1 - 2567 เทศบาลตำบลแก่งหิน\nITA 93.2 - 2567 เทศบาลตำบลทุ่งเสลา\n");
  EXPECT_EQ(table({"๗/๒๔", "๓/๒๔"}, "๙๓.๒๐"),
            "ITA 90.1 - 2567 เทศบาลตำบลแก่งหิน #7\nITA 93.2 - 2567 เทศบาลตำบลทุ่งเสลา #3\n");
  EXPECT_EQ(table({"อันดับที่ ๗ จาก ๒๔ แห่ง", "อันดับที่ ๓ จาก ๒๔ แห่ง"}, "๙๓.๒๐"),
            "ITA 90.1 - 2567 เทศบาลตำบลแก่งหิน #7\nITA 93.2 - 2567 เทศบาลตำบลทุ่งเสลา #3\n");
}

TEST(ScoreShapes, ALevelAmongFiguresIsOfTheOneBeforeIt) {
  const std::string tak = " สำนักงานศึกษาธิการจังหวัดตาก\n";
  EXPECT_EQ(scores_of(report_of_tak().table(
                {"ตัวชี้วัด", "คะแนน", "ระดับ", "คะแนนถ่วงน้ำหนัก"},
                {{"การปฏิบัติหน้าที่", "96.21", "AA", "5.77"}, {"การใช้งบประมาณ", "89.38", "A", "5.36"}})),
            "indicator1 96.21 AA 2567" + tak + "indicator2 89.38 A 2567" + tak);
}

TEST(ScoreShapes, TheWholeBesideItsPartsIsTheReportingOffice) {
  const auto with_last = [](const std::string& head) {
    DocumentBuilder builder;
    builder.text("มหาวิทยาลัยสมมุติสายธาร");
    builder.text("ผลการประเมิน ITA รายส่วนงาน ปีงบประมาณ พ.ศ. ๒๕๖๘");
    builder.table({"รายการ", "คณะวิทยาศาสตร์", "คณะศิลปกรรม", head}, {{"IIT", "90.15", "88.33", "89.24"},
                                                                   {"EIT", "88.26", "86.91", "87.59"},
                                                                   {"OIT", "95.00", "91.25", "93.13"},
                                                                   {"คะแนนรวม", "91.52", "89.07", "90.30"}});
    return scores_of(builder);
  };
  EXPECT_NE(with_last("ภาพรวมมหาวิทยาลัย").find("EIT 87.59 - 2568 มหาวิทยาลัยสมมุติสายธาร\n"), std::string::npos);
  EXPECT_EQ(with_last("ภาพรวมโรงเรียน").find("87.59"), std::string::npos) << "of another kind: it is not told whose";
  EXPECT_EQ(with_last("ภาพรวมจังหวัด").find("87.59"), std::string::npos);
}

TEST(ScoreShapes, ALabelThatAloneBeginsWithAnInstrumentNamesIt) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA โรงเรียนบ้านสมมุติ ปีงบประมาณ พ.ศ. ๒๕๖๘");
  builder.table({"IIT คนใน", "EIT ผู้มาติดต่อ", "OIT การเปิดเผยข้อมูล"}, {{"94.08", "88.62", "96.15"}});
  EXPECT_NE(scores_of(builder).find("OIT 96.15 - 2568 โรงเรียนบ้านสมมุติ"), std::string::npos) << scores_of(builder);
  DocumentBuilder indicators;
  indicators.text("ผลการประเมิน ITA โรงเรียนบ้านสมมุติ ปีงบประมาณ พ.ศ. ๒๕๖๘");
  indicators.table({"ตัวชี้วัด", "คะแนน"}, {{"OIT การเปิดเผยข้อมูล", "96.15"}, {"OIT การป้องกันการทุจริต", "90.00"}});
  EXPECT_NE(scores_of(indicators).find("indicator9 96.15"), std::string::npos) << scores_of(indicators);
}

TEST(ScoreShapes, WordsThatCountWhatIsListedAreNoOtherMatter) {
  DocumentBuilder builder;
  builder.text("ประกาศสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดสมมุติ");
  builder.text("เรื่อง ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. ๒๕๖๘");
  builder.text("ได้ประกาศผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ๒๕๖๘ แล้ว");
  builder.text("จึงประกาศผลของโครงการ จำนวน ๒ แห่ง เรียงตามลำดับคะแนน ดังนี้");
  builder.table({"ลำดับที่", "หน่วยงาน", "คะแนนปี ๒๕๖๗", "คะแนนปี ๒๕๖๘"},
                {{"๑", "อบต.นาสมมุติ", "๙๓.๐๘", "๙๖.๓๕"}, {"๒", "อบต.โคกสมมุติ", "๙๑.๖๖", "๙๔.๗๒"}});
  EXPECT_NE(scores_of(builder).find("ITA 96.35 - 2568 องค์การบริหารส่วนตำบลนาสมมุติ #1"), std::string::npos)
      << scores_of(builder);
}

TEST(ScoreShapes, PartsOfAnInstrumentAreNotItsScores) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ของเทศบาลตำบลวังนาค");
  builder.table({"แบบวัด", "ปี 2566", "ปี 2567"}, {{"IIT", "81.52", "87.44"},
                                                {"EIT (รวม)", "84.30", "86.10"},
                                                {"EIT ส่วนที่ 1 (ผู้รับบริการ)", "80.90", "83.05"},
                                                {"EIT ตอน 2 (เจ้าหน้าที่เก็บ)", "87.70", "89.15"},
                                                {"OIT", "90.62", "94.79"}});
  EXPECT_EQ(scores_of(builder),
            "IIT 81.52 - 2566 เทศบาลตำบลวังนาค\nIIT 87.44 - 2567 เทศบาลตำบลวังนาค\nEIT 84.3 - 2566 เทศบาลตำบลวังนาค\n"
            "EIT 86.1 - 2567 เทศบาลตำบลวังนาค\nOIT 90.62 - 2566 เทศบาลตำบลวังนาค\nOIT 94.79 - 2567 เทศบาลตำบลวังนาค\n");
}

// The total over the table comes again in it: both are of the year that stands beside it.
TEST(ScoreShapes, AFigureThatComesAgainTellsTheTablesYear) {
  DocumentBuilder builder;
  builder.text("เทศบาลตำบลวังนาค ปีงบประมาณ พ.ศ. 2568");
  builder.text("เทศบาลตำบลวังนาคได้คะแนน ITA ปีงบประมาณ พ.ศ. 2567 รวม 90.32 คะแนน ดังตาราง");
  builder.table({"รายการ", "คะแนน"},
                {{"แบบวัด IIT", "88.40"}, {"แบบวัด EIT", "88.67"}, {"แบบวัด OIT", "93.00"}, {"คะแนนรวม ITA", "90.32"}});
  EXPECT_EQ(scores_of(builder),
            "ITA 90.32 - 2567 เทศบาลตำบลวังนาค\nIIT 88.4 - 2567 เทศบาลตำบลวังนาค\nEIT 88.67 - 2567 เทศบาลตำบลวังนาค\n"
            "OIT 93 - 2567 เทศบาลตำบลวังนาค\n");
}

TEST(ScoreShapes, IndicatorsByTheirNumbersBelowTheWord) {
  DocumentBuilder builder;
  builder.text("ผลคะแนน ITA ย้อนหลังของเทศบาลตำบลวังนาค");
  builder.table({"ปีงบประมาณ", "ตัวชี้วัดที่", "ตัวชี้วัดที่", "ตัวชี้วัดที่", "คะแนนรวม"},
                {{"", "1", "2", "3", ""},
                 {"2566", "88.00", "83.50", "85.60", "84.52"},
                 {"2567", "91.50", "88.20", "89.70", "88.19"}});
  EXPECT_EQ(scores_of(builder),
            "indicator1 88 - 2566 เทศบาลตำบลวังนาค\nindicator2 83.5 - 2566 เทศบาลตำบลวังนาค\n"
            "indicator3 85.6 - 2566 เทศบาลตำบลวังนาค\nITA 84.52 - 2566 เทศบาลตำบลวังนาค\n"
            "indicator1 91.5 - 2567 เทศบาลตำบลวังนาค\nindicator2 88.2 - 2567 เทศบาลตำบลวังนาค\n"
            "indicator3 89.7 - 2567 เทศบาลตำบลวังนาค\nITA 88.19 - 2567 เทศบาลตำบลวังนาค\n");
}

// An announcement sorted by level: a row over each group names the level of the totals below.
TEST(ScoreShapes, ARowMayHeadTheOfficesOfOneLevel) {
  DocumentBuilder builder;
  builder.text("องค์การบริหารส่วนจังหวัดน่านเหนือ").text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 จำแนกตามระดับ");
  builder.table({"หน่วยงาน", "IIT", "คะแนน ITA"}, {{"ระดับ ผ่านดีเยี่ยม (1 แห่ง)", "", ""},
                                                  {"เทศบาลตำบลดอนตาล", "97.10", "97.81"},
                                                  {"ระดับ ผ่านดี (1 แห่ง)", "", ""},
                                                  {"เทศบาลตำบลหนองแวง", "94.20", "94.63"}});
  EXPECT_EQ(scores_of(builder),
            "IIT 97.1 - 2568 เทศบาลตำบลดอนตาล\nITA 97.81 ผ่านดีเยี่ยม 2568 เทศบาลตำบลดอนตาล\n"
            "IIT 94.2 - 2568 เทศบาลตำบลหนองแวง\nITA 94.63 ผ่านดี 2568 เทศบาลตำบลหนองแวง\n");
}

TEST(ScoreShapes, OfEachOfficeAFigureAYear) {
  DocumentBuilder builder;
  builder.text("สรุปผลการประเมินคุณธรรมและความโปร่งใส (ITA)")
      .text("ประจำปีงบประมาณ พ.ศ. 2568")
      .text("สำนักงานเขตพื้นที่การศึกษาตาก");
  builder.table({"ที่", "หน่วยงาน", "ปี 2567", "ปี 2568", "ผลต่าง"}, {{"1", "โรงเรียนบ้านสวน", "79.32", "90.14", "+10.82"},
                                                                {"2", "โรงเรียนบ้านนา", "78.08", "87.36", "+9.28"},
                                                                {"3", "โรงเรียนบ้านไร่", "85.14", "81.10", "-4.04"}});
  const std::string scores = scores_of(builder);
  EXPECT_NE(scores.find("ITA 90.14 - 2568 โรงเรียนบ้านสวน"), std::string::npos) << scores;
  EXPECT_NE(scores.find("ITA 85.14 - 2567 โรงเรียนบ้านไร่"), std::string::npos) << scores;
  EXPECT_EQ(scores.find("10.82"), std::string::npos);
}

TEST(ScoreShapes, TwoTablesOfOneHeadUnderOneTitle) {
  const auto scores = [](const std::string& between, const std::vector<std::string>& head) {
    DocumentBuilder builder;
    builder.text("ผลการประเมิน ITA ของหน่วยงานในสังกัด ปีงบประมาณ พ.ศ. 2568").text("สำนักงานเขตพื้นที่การศึกษาตาก");
    builder.table({"ที่", "หน่วยงาน", "คะแนน"}, {{"1", "โรงเรียนบ้านสวน", "90.14"}, {"2", "โรงเรียนบ้านนา", "88.20"}});
    builder.text(between);
    builder.table(head, {{"1", "โรงเรียนบ้านไร่", "81.10"}, {"2", "โรงเรียนบ้านดอน", "80.20"}});
    return scores_of(builder);
  };
  const std::string found = "ITA 81.1 - 2568 โรงเรียนบ้านไร่";
  EXPECT_NE(scores("กลุ่มที่ 2 ไม่ผ่านเกณฑ์", {"ที่", "หน่วยงาน", "คะแนน"}).find(found), std::string::npos);
  EXPECT_EQ(scores("ผลการประกวดห้องน้ำสะอาด", {"ที่", "หน่วยงาน", "คะแนน"}).find(found), std::string::npos);
  EXPECT_EQ(scores("กลุ่มที่ 2 ไม่ผ่านเกณฑ์", {"ที่", "หน่วยงาน", "คะแนนสอบ"}).find(found), std::string::npos);
}

TEST(ScoreShapes, IndicatorsCountedUnderTheirScores) {
  DocumentBuilder builder;
  builder.text("ตารางจัดลำดับผลคะแนน ITA ปี 2566").text("สำนักงานเขตพื้นที่การศึกษาตาก");
  const std::string over = "คะแนนรายตัวชี้วัด";
  builder.table({"", "", "", "", ""}, {{"หน่วยงาน", over, over, over, "รวม"},
                                       {"", "1", "2", "3", ""},
                                       {"โรงเรียนบ้านสวน", "90.14", "91.15", "92.16", "91.15"},
                                       {"โรงเรียนบ้านนา", "80.14", "81.15", "82.16", "81.15"}});
  EXPECT_NE(scores_of(builder).find("indicator2 91.15 - 2566 โรงเรียนบ้านสวน"), std::string::npos) << scores_of(builder);
}

TEST(ScoreShapes, IndicatorsBesideTheirInstrumentUnderAHeadOfOtherWords) {
  DocumentBuilder builder;
  builder.text("ตารางที่ 1 คะแนน ITA ตามตัวชี้วัด ปีงบประมาณ พ.ศ. 2566").text("โรงพยาบาลหนองสะแก");
  builder.table({"ด้านที่", "ประเด็นการประเมิน (ตัวชี้วัด)", "แบบวัด", "คะแนนเฉลี่ยที่ได้", "เรียงจากมากไปน้อย"},
                {{"1", "การปฏิบัติหน้าที่", "IIT", "93.10", "2"},
                 {"2", "การใช้งบประมาณ", "IIT", "88.45", "3"},
                 {"3", "คุณภาพการดำเนินงาน", "EIT", "94.25", "1"}});
  const std::string scores = scores_of(builder);
  EXPECT_NE(scores.find("indicator2 88.45 - 2566"), std::string::npos) << scores;
  EXPECT_NE(scores.find("indicator6 94.25 - 2566"), std::string::npos) << scores;
}

TEST(ScoreShapes, HeadsInTwoLanguages) {
  DocumentBuilder builder;
  builder.text("คะแนน ITA ตามตัวชี้วัด / Scores by Indicator").text("มหาวิทยาลัยหนองสะแก");
  builder.table({"ตัวชี้วัด Indicator", "รายการ Description", "ปีงบประมาณ 2567 FY2024", "ปีงบประมาณ 2568 (2025)"},
                {{"1", "การปฏิบัติหน้าที่ Performance of Duties", "92.25", "95.10"},
                 {"2", "การใช้งบประมาณ Use of Budget", "89.40", "92.80"},
                 {"3", "การใช้อำนาจ Use of Power", "90.10", "93.45"}});
  const std::string scores = scores_of(builder);
  EXPECT_NE(scores.find("indicator2 89.4 - 2567"), std::string::npos) << scores;
  EXPECT_NE(scores.find("indicator3 93.45 - 2568"), std::string::npos) << scores;
}

}  // namespace
}  // namespace prongsai::layouts
