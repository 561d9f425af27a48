// Scores that running text, slides and posters state.
#include <gtest/gtest.h>

#include "scores_of.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;

TEST(ProseScores, TheOneNamedInTheSentenceIsItsOwner) {
  const Record record =
      extract(DocumentBuilder()
                  .text("สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอสมมุติ")
                  .text("ผลการประเมิน ITA ปี 2568 ที่ได้คะแนนสูงสุดของอำเภอ คือ เทศบาลตำบลวังนาค ได้คะแนนรวม 95.16 คะแนน"));
  ASSERT_EQ(record.scores.size(), 1U);
  EXPECT_EQ(record.scores[0].agency, "เทศบาลตำบลวังนาค");
}

TEST(ProseScores, SharesOfTheInstrumentsAreNoScoresThoughOneIsMisread) {
  EXPECT_EQ(
      scores_of(DocumentBuilder().text("ผลการประเมิน ITA โดยคะแนนรวมคิดจาก IIT ร้อยละ ๓๐ EIT ร้อยละ ๓ และ OIT ร้อยละ ๔๐")),
      "");
}

TEST(ProseScores, DotsLeadFromLabelsToFigures) {
  DocumentBuilder builder;
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก").text("ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ๒๕๖๖");
  builder.text("การปฏิบัติหน้าที่ ................ ๙๐.๑๐").text("การใช้งบประมาณ ................ ๘๘.๒๐ คะแนน");
  builder.text("แบบวัด OIT ................ ๙๔.๔๐").text("ภาพรวม ................ ๙๑.๐๐ (A)");
  EXPECT_EQ(scores_of(builder),
            "indicator1 90.1 - 2566 สำนักงานศึกษาธิการจังหวัดตาก\nindicator2 88.2 - 2566 สำนักงานศึกษาธิการจังหวัดตาก\n"
            "OIT 94.4 - 2566 สำนักงานศึกษาธิการจังหวัดตาก\nITA 91 A 2566 สำนักงานศึกษาธิการจังหวัดตาก\n");
}

// The lines of a bar chart: name, bar, figure.
TEST(ProseScores, BareLinesOfIndicatorsAndTheirFigures) {
  const auto chart = [](const std::string& title) {
    DocumentBuilder builder;
    builder.text("การวิเคราะห์ผลการประเมิน ITA ของวิทยาลัยการอาชีพบ้านสวน ปีงบประมาณ พ.ศ. 2567");
    builder.text(title).text("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ 93.50").text("2. การใช้งบประมาณ 90.15");
    return builder.text("ตัวชี้วัดที่ 3 การใช้อำนาจ 92.90");
  };
  EXPECT_EQ(scores_of(chart("คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2567")),
            "indicator1 93.5 - 2567 วิทยาลัยการอาชีพบ้านสวน\nindicator2 90.15 - 2567 วิทยาลัยการอาชีพบ้านสวน\n"
            "indicator3 92.9 - 2567 วิทยาลัยการอาชีพบ้านสวน\n");
  EXPECT_EQ(scores_of(chart("เป้าหมายรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2567")), "");
}

// A chapter of an annual report on another assessment.
TEST(ProseScores, AFigureIsOfTheAssessmentWhoseChapterItStandsIn) {
  DocumentBuilder builder;
  builder.text("รายงานประจำปี 2567").text("สำนักงานสหกรณ์จังหวัดเกาะทอง").page();
  for (int i = 1; i <= 14; ++i) builder.text("สหกรณ์ที่ตรวจแล้ว แห่งที่ " + std::to_string(i));
  builder.text("ส่วนที่ 2 ผลการดำเนินงาน").text("ผลการประเมินส่วนราชการได้ 91.85 คะแนน อยู่ในระดับ A").page();
  builder.text("ส่วนที่ 3 ผลการประเมินคุณธรรมและความโปร่งใส (ITA)").text("ภาพรวมได้คะแนน 92.61 คะแนน ระดับ “ผ่านดี”");
  EXPECT_EQ(scores_of(builder), "ITA 92.61 ผ่านดี 2567 สำนักงานสหกรณ์จังหวัดเกาะทอง\n");
}

TEST(ProseScores, AFigureIsNeverCutToItsFirstHalf) {
  const auto of = [](const std::string& figure) {
    DocumentBuilder builder;
    builder.text("สำนักงานศึกษาธิการจังหวัดตาก ได้คะแนน ITA เท่ากับ " + figure + " คะแนน ในปีงบประมาณ พ.ศ. ๒๕๖๖");
    std::string out;
    const Record record = extract(builder);
    for (const auto& score : record.scores)
      out += std::to_string(score.value).substr(0, 5) + (is_doubtful(score) ? "!" : "");
    for (const auto& reading : record.score_readings) out += reading.unclear.value_or("");
    return out;
  };
  EXPECT_EQ(of("๘๗,๖๕"), "87.65");
  EXPECT_EQ(of("9O.25"), "90.25!");
  EXPECT_EQ(of("๘๗.๖๕/๑๐๐"), "87.65");
  EXPECT_EQ(of("๗๑.๕๐๘๗.๖๕"), "half_figure");
}

TEST(ProseScores, AYearOfComparisonHoldsForItsOwnFigureOnly) {
  DocumentBuilder builder;
  builder.text("วิเคราะห์ผลการประเมิน ITA สำนักงานศึกษาธิการจังหวัดตาก");
  builder.text(
      "ในปีงบประมาณ พ.ศ. ๒๕๖๗ มีผลคะแนนรวม ๙๑.๓๐ คะแนน เพิ่มขึ้นจากปีงบประมาณ พ.ศ. ๒๕๖๖ ซึ่งได้ ๘๕.๑๐ คะแนน โดย IIT ได้ ๙๐.๒๐ "
      "คะแนน");
  const std::string own = " สำนักงานศึกษาธิการจังหวัดตาก\n";
  EXPECT_EQ(scores_of(builder), "ITA 91.3 - 2567" + own + "ITA 85.1 - 2566" + own + "IIT 90.2 - 2567" + own);
}

TEST(ProseScores, AGradeBelongsToOneFigure) {
  DocumentBuilder builder;
  builder.text(
      "สำนักงานศึกษาธิการจังหวัดตาก ปีงบประมาณ พ.ศ. ๒๕๖๖ ได้คะแนน ITA ๘๗.๙๐ คะแนน อยู่ในระดับ A แบ่งเป็น IIT ๒๖.๓๐ คะแนน EIT ๒๕.๖๐ "
      "คะแนน OIT ๓๖.๐๐ คะแนน");
  const std::string own = " 2566 สำนักงานศึกษาธิการจังหวัดตาก\n";
  EXPECT_EQ(scores_of(builder), "ITA 87.9 A" + own + "IIT 26.3 -" + own + "EIT 25.6 -" + own + "OIT 36 -" + own);
}

TEST(ProseScores, QuestionsByTheirCodesInRunningText) {
  DocumentBuilder builder;
  builder.text("รายงานผลการประเมิน ITA โรงเรียนบ้านสมมุติ ปีงบประมาณ พ.ศ. ๒๕๖๘");
  builder.text("ข้อที่ต้องเร่งพัฒนาคือข้อ e ๔ ซึ่งได้ ๗๑.๒๐ คะแนน และข้อ I7 ได้ 74.55 คะแนน");
  const std::string own = " - 2568 โรงเรียนบ้านสมมุติ\n";
  EXPECT_EQ(scores_of(builder), "itemE4 71.2" + own + "itemI7 74.55" + own);
}

// An official letter: it tells its addressee what that office scored, and goes on without naming it.
TEST(ProseScores, ALettersLaterFiguresAreTheAddressees) {
  DocumentBuilder builder;
  builder.text("ที่ ปช ๐๐๙๙/๐๘๗๗ สำนักงาน ป.ป.ช. ประจำจังหวัดสมมุติ");
  builder.text("๑๘ สิงหาคม ๒๕๖๘");
  builder.text("เรื่อง แจ้งผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. ๒๕๖๘");
  builder.text("เรียน นายกองค์การบริหารส่วนตำบลนาสมมุติ");
  builder.text(
      "บัดนี้ การประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๘ เสร็จสิ้นแล้ว องค์การบริหารส่วนตำบลนาสมมุติได้คะแนนรวม ๘๓.๕๓ คะแนน ทั้งนี้ "
      "ในปีงบประมาณ พ.ศ. ๒๕๖๗ องค์การบริหารส่วนตำบลนาสมมุติได้คะแนนรวม ๘๐.๑๒ คะแนน");
  builder.text("จึงขอให้ท่านกำหนดมาตรการ โดยให้ความสำคัญกับข้อ e ๔ ซึ่งได้ ๗๑.๒๐ คะแนน");
  const std::string own = " องค์การบริหารส่วนตำบลนาสมมุติ\n";
  EXPECT_EQ(scores_of(builder), "ITA 83.53 - 2568" + own + "ITA 80.12 - 2567" + own + "itemE4 71.2 - 2568" + own);
}

// A poster prints the figure large and its unit and level below it.
TEST(ProseScores, TheLevelInTheLineBelowAFigureIsItsOwn) {
  DocumentBuilder builder;
  builder.text("เทศบาลตำบลบ้านสมมุติ").text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568").text("93.48").text("คะแนน ระดับผ่านดี");
  builder.text("IIT 92.74 คะแนน").text("EIT 90.18 คะแนน").text("OIT 96.50 คะแนน");
  EXPECT_EQ(scores_of(builder),
            "ITA 93.48 ผ่านดี 2568 เทศบาลตำบลบ้านสมมุติ\nIIT 92.74 - 2568 เทศบาลตำบลบ้านสมมุติ\n"
            "EIT 90.18 - 2568 เทศบาลตำบลบ้านสมมุติ\nOIT 96.5 - 2568 เทศบาลตำบลบ้านสมมุติ\n");
}

TEST(ProseScores, ALevelBehindAFigureThatIsNobodysGoesToNoOther) {
  DocumentBuilder builder;
  builder.text("เทศบาลตำบลบ้านสมมุติ").text("เทียบผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 กับเพื่อนบ้าน");
  builder.text("เทศบาลเมืองพี่เลี้ยง ซึ่งช่วยเราทุกปี ได้ 96.02 คะแนน ระดับผ่านดีเยี่ยม ส่วนองค์การบริหารส่วนตำบลบึงสมมุติได้ 84.37 คะแนน");
  EXPECT_EQ(scores_of(builder).find("84.37 ผ่าน"), std::string::npos);
}

TEST(ProseScores, AnOfficeOfWhichMoreIsSaidGotItsOwnTotal) {
  DocumentBuilder builder;
  builder.text("สำนักงานศาลสมมุติ").text("การประเมินคุณธรรมและความโปร่งใส (ITA) เข้าร่วมมาตั้งแต่ปีงบประมาณ พ.ศ. 2558");
  builder.text("ในปีงบประมาณ พ.ศ. 2568 ได้คะแนนรวม 92.77 คะแนน โดยแบบวัด IIT ได้ 92.14 คะแนน");
  builder.text("ในปีเดียวกัน สำนักงานผู้ไต่สวนสมมุติซึ่งเป็นหน่วยงานในกลุ่มเดียวกันได้คะแนน 95.12 คะแนน");
  builder.text("ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน ได้ 85.10 คะแนน");
  EXPECT_EQ(scores_of(builder),
            "ITA 92.77 - 2568 สำนักงานศาลสมมุติ\nIIT 92.14 - 2568 สำนักงานศาลสมมุติ\n"
            "ITA 95.12 - 2568 สำนักงานผู้ไต่สวนสมมุติ\nindicator8 85.1 - 2568 สำนักงานศาลสมมุติ\n");
}

TEST(ProseScores, ALevelWithAFigureOfItsOwnIsNotThatOfTheFigureAbove) {
  DocumentBuilder builder;
  builder.text("เทศบาลตำบลบ้านสมมุติ").text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 ได้ 93.48");
  builder.text("ระดับผ่านดี ต้องได้ 85.00 คะแนนขึ้นไป");
  EXPECT_EQ(scores_of(builder), "ITA 93.48 - 2568 เทศบาลตำบลบ้านสมมุติ\n");
}

TEST(ProseScores, AnEarlierYearsTotalStandsBeforeWhatIsSaidOfOthers) {
  DocumentBuilder builder;
  builder.text("เทศบาลตำบลบ้านสมมุติ").text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 ได้ 93.48 คะแนน");
  builder.text("ปีงบประมาณ พ.ศ. 2567 ได้ 90.61 คะแนน ค่าเฉลี่ยเทศบาลตำบลทั้งประเทศปีเดียวกันคือ 91.87 คะแนน");
  EXPECT_EQ(scores_of(builder), "ITA 93.48 - 2568 เทศบาลตำบลบ้านสมมุติ\nITA 90.61 - 2567 เทศบาลตำบลบ้านสมมุติ\n");
}

TEST(ProseScores, ARankBehindAnotherOfficesNameIsThatOffices) {
  EXPECT_EQ(scores_of(DocumentBuilder()
                          .text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568")
                          .text("ในกลุ่มเดียวกันเทศบาลตำบลวังนาคได้ 97.15 คะแนน ซึ่งสูงสุด เทศบาลตำบลบ้านธารอยู่ลำดับที่ 2 จาก 6 แห่ง")),
            "ITA 97.15 - 2568 เทศบาลตำบลวังนาค\n");
}

TEST(ProseScores, AnOfficesNameMayStandInTheMiddleOfASentence) {
  EXPECT_EQ(scores_of(DocumentBuilder()
                          .text("องค์การส่งเสริมการทอผ้าพื้นถิ่น")
                          .text("ขอแสดงความยินดีกับองค์การนมสดสมมุติ ที่ได้คะแนน ITA ปีงบประมาณ พ.ศ. 2567 รวม 97.44 คะแนน")),
            "ITA 97.44 - 2567 องค์การนมสดสมมุติ\n");
}

TEST(ProseScores, AnEarlierYearThatWasLookedBackToIsNotHandedDown) {
  EXPECT_EQ(scores_of(DocumentBuilder()
                          .text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 ของเทศบาลตำบลวังนาค ได้คะแนนรวม 88.93 คะแนน")
                          .text("ก่อนหน้านี้ ปีงบประมาณ พ.ศ. 2565 ได้ 74.35 คะแนน")
                          .text("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ได้ 74.10 คะแนน")),
            "ITA 88.93 - 2567 เทศบาลตำบลวังนาค\nITA 74.35 - 2565 เทศบาลตำบลวังนาค\n"
            "indicator7 74.1 - 2567 เทศบาลตำบลวังนาค\n");
}

// Below each office's name its figures, as on a sheet without rulings.
TEST(ProseScores, ALineThatIsANameTellsWhoseTheFiguresBelowAre) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("องค์การบริหารส่วนตำบลหนองแวง").page();
  builder.text("องค์การบริหารส่วนตำบลหนองแวง").text("IIT 90.10 EIT 85.20");
  builder.text("องค์การบริหารส่วนตำบลดอนตาล อำเภอเมือง").text("IIT 80.10 EIT 75.20");
  EXPECT_EQ(scores_of(builder),
            "IIT 90.1 - 2567 องค์การบริหารส่วนตำบลหนองแวง\nEIT 85.2 - 2567 องค์การบริหารส่วนตำบลหนองแวง\n"
            "IIT 80.1 - 2567 องค์การบริหารส่วนตำบลดอนตาล\nEIT 75.2 - 2567 องค์การบริหารส่วนตำบลดอนตาล\n");
}

TEST(ProseScores, FiguresUnderTheNamesOfTwoOfficesAreNobodys) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("องค์การบริหารส่วนตำบลหนองแวง").page();
  builder.text("อบต.หนองแวง อบต.ดอนตาล").text("คะแนน ITA 88.12 คะแนน ITA 93.45");
  EXPECT_EQ(scores_of(builder), "unclear: several_offices\n");
}

// A school, and the area office above it.
TEST(ProseScores, AnOfficeAndTheOneAboveItAreNotTwoOfOneKind) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("โรงเรียนบ้านหนองแวง");
  builder.text("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 1").text("ได้คะแนน ITA 88.12 คะแนน");
  EXPECT_EQ(scores_of(builder), "ITA 88.12 - 2567 โรงเรียนบ้านหนองแวง\n");
}

TEST(ProseScores, WordsBeforeAListTellWhoseItIsTillTheReportSpeaksOfItself) {
  DocumentBuilder builder;
  builder.text("รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. 2567");
  builder.text("องค์การบริหารส่วนตำบลหนองแวง").page();
  builder.text("คะแนนของเทศบาลตำบลดอนตาลซึ่งเป็นต้นแบบในการศึกษาดูงาน มีดังนี้");
  builder.text("- แบบวัด IIT 97.10 คะแนน").text("คะแนนของเรา");
  builder.text("- แบบวัด IIT 87.10 คะแนน");
  EXPECT_EQ(scores_of(builder), "IIT 97.1 - 2567 เทศบาลตำบลดอนตาล\nIIT 87.1 - 2567 องค์การบริหารส่วนตำบลหนองแวง\n");
}

// A row of a table whose rulings and head were not seen.
TEST(ProseScores, FiguresBesideEachOtherBehindOneNameAreNobodys) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("องค์การบริหารส่วนตำบลหนองแวง").page();
  builder.text("คะแนนรวม 79.32 89.32").text("คะแนนรวม IIT 79.32 89.32");
  EXPECT_EQ(scores_of(builder), "unclear: figures_in_row\n");
}

TEST(ProseScores, AnOfficeAboveIsTheOwnerOfWhatItGot) {
  DocumentBuilder builder;
  builder.text("รายงานการประเมิน ITA ปี 2567").text("องค์การบริหารส่วนตำบลหนองแวง").page();
  builder.text("กรมส่งเสริมการปกครองท้องถิ่นมีผลคะแนน ITA 92.20 ส่วนองค์การบริหารส่วนตำบลหนองแวงมีผลคะแนน 88.12");
  EXPECT_EQ(scores_of(builder),
            "ITA 92.2 - 2567 กรมส่งเสริมการปกครองท้องถิ่น\nITA 88.12 - 2567 องค์การบริหารส่วนตำบลหนองแวง\n");
}

// What the parts in brackets are, the sentence does not go on with; and เขต 1 is not เขต 2.
TEST(ProseScores, BehindBracketsTheSentenceGoesOnWithTheFigureBeforeThem) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 2").page();
  builder.text(
      "เขตพื้นที่ได้คะแนนรวม 94.86 คะแนน (IIT 95.20 EIT 93.00 OIT 96.00) เป็นลำดับที่ 63 จาก 183 เขต ขณะที่เขต 1 ได้ 97.44 คะแนน");
  const std::string own = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 2";
  EXPECT_EQ(scores_of(builder), "ITA 94.86 - 2567 " + own + " #63\nIIT 95.2 - 2567 " + own + "\nEIT 93 - 2567 " + own +
                                    "\nOIT 96 - 2567 " + own +
                                    "\nITA 97.44 - 2567 สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 1\n");
}

TEST(ProseScores, GoalsForOthersAndMeansOfAllAreNoScores) {
  const auto said = [](const std::string& sentence) {
    DocumentBuilder builder;
    builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("องค์การบริหารส่วนตำบลหนองแวง").page();
    return scores_of(builder.text("องค์การบริหารส่วนตำบลหนองแวงได้คะแนน ITA 84.72 คะแนน " + sentence));
  };
  const std::string own = "ITA 84.72 - 2567 องค์การบริหารส่วนตำบลหนองแวง\n";
  EXPECT_EQ(said("จังหวัดกำหนดเป้าหมายให้ทุกอำเภอได้ 87 คะแนน"), own);
  EXPECT_EQ(said("ส่วนองค์การปกครองทั้งหมดมีค่าเฉลี่ย ITA 92.44 คะแนน"), own);
}

TEST(ProseScores, ARankBehindWhatAFigureRoseFromIsTheFigures) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA").text("องค์การบริหารส่วนตำบลหนองแวง").page();
  builder.text(
      "ในปีงบประมาณ พ.ศ. 2568 ได้คะแนน ITA 92.98 คะแนน เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2567 ที่ได้ 90.46 คะแนน จัดเป็นลำดับที่ 18 จาก 51 "
      "แห่ง");
  EXPECT_EQ(scores_of(builder),
            "ITA 92.98 - 2568 องค์การบริหารส่วนตำบลหนองแวง #18\nITA 90.46 - 2567 องค์การบริหารส่วนตำบลหนองแวง\n");
}

// A line names two years: the one of the report, and the one whose results it uses.
TEST(ProseScores, TheYearWhoseResultsAreUsedIsTheFiguresBelow) {
  DocumentBuilder builder;
  builder.text("แบบรายงานผลการประเมินคุณธรรมและความโปร่งใส").text("เทศบาลตำบลหนองแวง");
  builder.text("ปีงบประมาณที่รายงาน พ.ศ. 2568 ใช้ผลการประเมินของปีงบประมาณ พ.ศ. 2567").text("คะแนน ITA 89.05");
  EXPECT_EQ(scores_of(builder), "ITA 89.05 - 2567 เทศบาลตำบลหนองแวง\n");
}

TEST(ProseScores, ARowOfFiguresIsSharedOutInOrder) {
  const auto said = [](const std::string& sentence) {
    DocumentBuilder builder;
    builder.text("รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("องค์การบริหารส่วนตำบลหนองแวง").page();
    return scores_of(builder.text(sentence));
  };
  const std::string own = " - 2567 องค์การบริหารส่วนตำบลหนองแวง\n";
  const std::string three = "IIT 90.1" + own + "EIT 85.2" + own + "OIT 92.3" + own;
  EXPECT_EQ(said("คะแนนแบบวัด IIT, EIT และ OIT เท่ากับ 90.10, 85.20 และ 92.30 ตามลำดับ"), three);
  EXPECT_EQ(said("แบบวัด IIT EIT และ OIT ได้คะแนน 90.10 85.20 และ 92.30"), three);
  EXPECT_EQ(said("คะแนน ITA ปี 2566 และ 2567 เท่ากับ 85.10 และ 88.12 ตามลำดับ"),
            "ITA 85.1 - 2566 องค์การบริหารส่วนตำบลหนองแวง\nITA 88.12" + own);
  EXPECT_EQ(said("อบต.หนองแวง และ อบต.ดอนตาล ได้คะแนน ITA 88.12 และ 93.45 คะแนน ตามลำดับ"),
            "ITA 88.12" + own + "ITA 93.45 - 2567 องค์การบริหารส่วนตำบลดอนตาล\n");
  EXPECT_EQ(said("แบบวัด IIT และ EIT ได้คะแนน 90.10 85.20 และ 92.30 ตามลำดับ"), "unclear: figures_in_row\n");
}

// The highest number beside a chart's axis, below the chart's title.
TEST(ProseScores, ABareNumberBelowATitleIsAnAxis) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("องค์การบริหารส่วนตำบลหนองแวง").page();
  EXPECT_EQ(scores_of(builder.text("คะแนน ITA รวม").text("100").text("90").text("80")), "");
}

std::string said_by_own(const std::string& sentence) {
  return scores_of(
      DocumentBuilder().text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("เทศบาลตำบลนาแวง").page().text(sentence));
}

TEST(ProseScores, AFigureMayStandBeforeWhatItIsAScoreOf) {
  EXPECT_EQ(
      said_by_own("เทศบาลตำบลนาแวงได้ 92.33 คะแนนในแบบวัด IIT และ 85.10 คะแนนในแบบวัด EIT และ 79.02 คะแนนสำหรับแบบวัด OIT"),
      "IIT 92.33 - 2567 เทศบาลตำบลนาแวง\nEIT 85.1 - 2567 เทศบาลตำบลนาแวง\nOIT 79.02 - 2567 เทศบาลตำบลนาแวง\n");
  EXPECT_EQ(said_by_own("ผลการประเมิน ITA ภาพรวม 81.20 คะแนน โดยได้ 70.50 คะแนนจากตัวชี้วัดที่ 9"),
            "ITA 81.2 - 2567 เทศบาลตำบลนาแวง\nindicator9 70.5 - 2567 เทศบาลตำบลนาแวง\n");
}

TEST(ProseScores, ASubjectNamedBeforeItsFigureKeepsIt) {
  EXPECT_EQ(said_by_own("แบบวัด IIT ได้ 92.33 คะแนน ในแบบวัด EIT ได้ 85.10 คะแนน"),
            "IIT 92.33 - 2567 เทศบาลตำบลนาแวง\nEIT 85.1 - 2567 เทศบาลตำบลนาแวง\n");
  EXPECT_EQ(said_by_own("แบบวัด IIT เทศบาลตำบลนาแวงได้ 92.33 คะแนน จากตัวชี้วัดที่ 1 ถึงตัวชี้วัดที่ 5"),
            "IIT 92.33 - 2567 เทศบาลตำบลนาแวง\n");
}

TEST(ProseScores, TwoNamesThatAWordJoinsAreTwoOffices) {
  EXPECT_EQ(said_by_own("เทศบาลตำบลหนองแสง และองค์การบริหารส่วนตำบลบ้านโคก ได้คะแนน ITA 61.20 คะแนน"),
            "unclear: several_offices\n");
  EXPECT_EQ(said_by_own("องค์การบริหารส่วนตำบลหนองแสงและองค์การบริหารส่วนตำบลบ้านโคกได้คะแนน ITA 61.20 คะแนน"),
            "unclear: several_offices\n");
}

TEST(ProseScores, AFacultysAreNotItsUniversitys) {
  EXPECT_EQ(
      scores_of(
          DocumentBuilder()
              .text("บันทึกข้อความ")
              .text("ส่วนราชการ คณะวิศวกรรมศาสตร์ มหาวิทยาลัยราชภัฏนาแวง")
              .text("เรื่อง รายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567")
              .text("ตามที่มหาวิทยาลัยราชภัฏนาแวงเข้ารับการประเมิน ITA นั้น คณะวิศวกรรมศาสตร์ขอรายงานว่า มหาวิทยาลัยมีผลการประเมิน ITA "
                    "92.15 คะแนน โดยคณะวิศวกรรมศาสตร์ได้คะแนน IIT 88.70 คะแนน")),
      "ITA 92.15 - 2567 มหาวิทยาลัยราชภัฏนาแวง\nIIT 88.7 - 2567 คณะวิศวกรรมศาสตร์\n");
}

}  // namespace
}  // namespace prongsai::layouts
