// The scores of whole documents built by hand, from prose and from tables.
#include <gtest/gtest.h>

#include <sstream>

#include "extracted.hpp"
#include "extractors/layouts/scores/records.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;

TEST(Scores, ReadsAnAnnouncementOfResults) {
  DocumentBuilder builder;
  builder.text("ประกาศผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖");
  builder.table({"ลำดับ", "หน่วยงาน", "IIT (30)", "EIT (30)", "OIT (40)", "รวม", "ระดับ"},
                {{"๑", "สำนักงานศึกษาธิการจังหวัดตาก", "๒๘.๑๐", "๒๗.๐๐", "๓๙.๕๐", "๙๔.๖๐", "A"},
                 {"๒", "สำนักงานศึกษาธิการจังหวัดน่าน", "๒๖.๐๐", "๒๕.๐๐", "๓๐.๐๐", "๘๑.๐๐", "B"}});
  const Record record = extract(builder);
  EXPECT_EQ(record.layout, "F_announcement");
  EXPECT_EQ(record.fiscal_year, 2566);
  ASSERT_EQ(record.scores.size(), 8U);
  const ScoreRecord& total = record.scores[3];
  EXPECT_EQ(total.subject, SubjectKind::ita);
  EXPECT_DOUBLE_EQ(total.value, 94.6);
  EXPECT_EQ(total.grade, "A");
  EXPECT_EQ(total.agency, "สำนักงานศึกษาธิการจังหวัดตาก");
  EXPECT_EQ(total.rank, 1);
  EXPECT_EQ(total.raw_figure, "๙๔.๖๐");
  EXPECT_EQ(record.scores[4].agency, "สำนักงานศึกษาธิการจังหวัดน่าน");
  EXPECT_EQ(record.scores[4].rank, 2);
  EXPECT_EQ(record.scores[4].grade, std::nullopt) << "the level is the total's";
}

TEST(Scores, AScansHeaderThatLostAnIIsStillIit) {
  const auto subject_of_first = [](const std::vector<std::string>& headers) {
    DocumentBuilder builder;
    builder.scanned().text("ประกาศผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๖");
    builder.table(headers, {{"สำนักงานศึกษาธิการจังหวัดตาก", "๒๘.๑๐", "๓๙.๕๐", "๓๗.๕๐"}});
    const Record record = extract(builder);
    return record.scores.empty() ? std::string("none") : std::string(word_of(record.scores[0].subject));
  };
  EXPECT_EQ(subject_of_first({"หน่วยงาน", "IT", "OIT", "จำนวน"}), "IIT");
  EXPECT_EQ(subject_of_first({"หน่วยงาน", "HT", "EIT (30)", "จำนวน"}), "IIT");
  EXPECT_EQ(subject_of_first({"หน่วยงาน", "ITT", "OIT", "จำนวน"}), "IIT");
  EXPECT_EQ(subject_of_first({"หน่วยงาน", "IT", "จำนวน", "งบประมาณ"}), "none") << "information technology";
}

TEST(Scores, ScoresStatedTwiceAreOneAndConflictsAreKept) {
  DocumentBuilder builder;
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก ในปีงบประมาณ พ.ศ. ๒๕๖๖ ได้คะแนน ITA เท่ากับ ๙๑.๒๐");
  builder.text("จากการที่สำนักงานศึกษาธิการจังหวัดตาก ได้คะแนน ITA เท่ากับ 91.20 ระดับ A ในปีงบประมาณ พ.ศ. ๒๕๖๖");
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก ในปีงบประมาณ พ.ศ. ๒๕๖๖ ได้คะแนน ITA เท่ากับ ๙๒.๒๐");
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 2U);
  EXPECT_DOUBLE_EQ(record.scores[0].value, 91.2);
  EXPECT_EQ(record.scores[0].raw_figure, "๙๑.๒๐") << "the first place is kept";
  EXPECT_EQ(record.scores[0].grade, "A") << "what the second place adds is taken";
  EXPECT_DOUBLE_EQ(record.scores[1].value, 92.2);
}

TEST(Scores, ScoresOfIndicatorsStandInTables) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕")
      .table({"ตัวชี้วัด", "คะแนนเต็ม", "คะแนน"},
             {{"ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๑๐๐", "๙๗.๒๕"}, {"การใช้งบประมาณ", "๑๐๐", "๙๐"}, {"รวม", "๑๐๐", "๙๓.๖๓"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 3U);
  EXPECT_EQ(record.scores[0].subject_no, "1");
  EXPECT_DOUBLE_EQ(record.scores[0].value, 97.25);
  EXPECT_EQ(record.scores[1].subject_no, "2");
  EXPECT_EQ(record.scores[2].subject, SubjectKind::ita);
}

TEST(Scores, SayWhereOfficeAndYearAreStated) {
  const auto places = [](const std::vector<std::string>& titles, const Submission& submission) {
    DocumentBuilder builder;
    for (const std::string& title : titles) builder.text(title);
    builder.text("ตารางที่ ๑ คะแนน ITA รายตัวชี้วัด");
    builder.table({"ตัวชี้วัด", "คะแนน"}, {{"ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๙๗.๒๕"}, {"การใช้งบประมาณ", "๙๐.๑๒"}});
    const Record record = extract(builder, submission);
    if (record.scores.empty()) return std::string("none");
    const ScoreRecord& score = record.scores.front();
    const auto word = [](const auto& from) { return from ? std::string(word_of(*from)) : std::string("-"); };
    return word(score.agency_from) + ' ' + word(score.year_from);
  };
  EXPECT_EQ(places({"ประกาศสำนักงานศึกษาธิการจังหวัดตาก เรื่อง ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"}, {}),
            "title caption");
  Submission listed;
  listed.manifest = ManifestRow{};
  listed.manifest->agency = "สำนักงานศึกษาธิการจังหวัดตาก";
  listed.manifest->fiscal_year = 2565;
  EXPECT_EQ(places({"ผลการประเมิน ITA"}, listed), "report report") << "the document says neither";
}

// "subject no value unit grade year agency", one line a score.
std::string scores_of(const DocumentBuilder& builder) {
  std::string out;
  for (const auto& score : extract(builder).scores) {
    std::ostringstream line;
    line << word_of(score.subject) << score.subject_no.value_or("") << ' ' << score.value << ' '
         << score.grade.value_or("-") << ' ' << score.fiscal_year.value_or(0) << ' ' << score.agency.value_or("-")
         << (is_doubtful(score) ? " !" : "") << '\n';
    out += line.str();
  }
  return out;
}

DocumentBuilder own_report() {
  DocumentBuilder builder;
  builder.text("สำนักงานศึกษาธิการจังหวัดตาก").text("รายงานผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  return builder;
}

const std::string kOwn = " สำนักงานศึกษาธิการจังหวัดตาก\n";

TEST(Scores, WeightsOfTheInstrumentsAreNoScores) {
  EXPECT_EQ(scores_of(own_report().text("คะแนนรวมมาจาก IIT ร้อยละ ๓๐ EIT ร้อยละ ๓๐ และ OIT ร้อยละ ๔๐ ดังนี้")), "");
  EXPECT_EQ(scores_of(own_report().text("ได้คะแนน IIT ๒๘.๕๐ คะแนน EIT ๒๗ คะแนน และ OIT ๓๘ คะแนน")),
            "IIT 28.5 - 2567" + kOwn + "EIT 27 - 2567" + kOwn + "OIT 38 - 2567" + kOwn);
}

TEST(Scores, YearsInWhichNothingWasAssessedAreNotTheScores) {
  EXPECT_EQ(
      scores_of(own_report().text("สำนักงานรับการประเมินครั้งแรกในปีงบประมาณ พ.ศ. ๒๕๖๖ โดยไม่ได้รับการประเมินในปี ๒๕๖๔ และปี ๒๕๖๕ "
                                  "ได้คะแนนรวม ITA ๘๘.๑๕ คะแนน")),
      "ITA 88.15 - 2566" + kOwn);
}

TEST(Scores, TheYearBeforeIsOfTheYearBefore) {
  EXPECT_EQ(scores_of(own_report().text("คะแนน ITA ภาพรวม ๙๑.๒๐ คะแนน ระดับ A สูงกว่าปีก่อนหน้า ซึ่งได้ ๘๘.๔๐ คะแนน")),
            "ITA 91.2 A 2567" + kOwn + "ITA 88.4 - 2566" + kOwn);
}

TEST(Scores, IndicatorsByTheirNumbersAlone) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ รายตัวชี้วัด");
  builder.table({"ตัวชี้วัดที่", "1", "2", "3", "4"}, {{"คะแนนปี 2567", "90.11", "78.25", "88.40", "81.93"}});
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 4U);
  EXPECT_EQ(record.scores[1].subject, SubjectKind::indicator);
  EXPECT_EQ(record.scores[1].subject_no, "2");
  EXPECT_DOUBLE_EQ(record.scores[1].value, 78.25);
}

TEST(Scores, TotalsOfSeveralYearsBelowOneHeading) {
  DocumentBuilder builder;
  builder.text("แบบรายงานมาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. ๒๕๖๘");
  builder.text("๒. ผลการประเมิน ITA ของหน่วยงาน");
  builder.text("ปีงบประมาณ พ.ศ. ๒๕๖๖ คะแนนรวม ๗๙.๘๔ คะแนน").text("ปีงบประมาณ พ.ศ. ๒๕๖๗ คะแนนรวม ๘๕.๑๗ คะแนน");
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 2U);
  EXPECT_DOUBLE_EQ(record.scores[1].value, 85.17);
  EXPECT_EQ(record.scores[1].fiscal_year, 2567);
}

TEST(Scores, AFigureComparedWithIsOfTheYearBehindItOrOfNone) {
  EXPECT_EQ(scores_of(own_report().text("คะแนน ITA ภาพรวม ๙๒.๔๐ คะแนน เพิ่มจาก ๘๙.๑๕ คะแนน ในปีงบประมาณ พ.ศ. ๒๕๖๕")),
            "ITA 92.4 - 2567" + kOwn + "ITA 89.15 - 2565" + kOwn);
  EXPECT_EQ(scores_of(own_report().text("คะแนน ITA ภาพรวม ๙๒.๔๐ คะแนน เพิ่มจาก ๘๙.๑๕ คะแนน")), "ITA 92.4 - 2567" + kOwn);
}

TEST(Scores, WhatATotalRoseFromIsOfTheYearBehindItsLevel) {
  const auto told = [](const std::string& text) { return scores_of(own_report().text(text)); };
  EXPECT_EQ(
      told("มีคะแนนรวม ๙๐.๗๐ คะแนน ระดับ A ในปีงบประมาณ พ.ศ. ๒๕๖๗ เพิ่มขึ้นจาก ๘๘.๓๐ คะแนน ระดับ B ในปีงบประมาณ พ.ศ. ๒๕๖๕"),
      "ITA 90.7 A 2567" + kOwn + "ITA 88.3 B 2565" + kOwn);
  EXPECT_EQ(told("มีคะแนนรวม ๙๐.๗๐ คะแนน ลดลงจาก ๙๑.๓๐ คะแนน (ปี ๒๕๖๕)"),
            "ITA 90.7 - 2567" + kOwn + "ITA 91.3 - 2565" + kOwn);
  EXPECT_EQ(told("มีคะแนนรวม ๙๐.๗๐ คะแนน เพิ่มขึ้น ๒.๔๐ คะแนน จากปี ๒๕๖๕"), "ITA 90.7 - 2567" + kOwn);
}

TEST(Scores, AnAnswerIsOfWhatTheQuestionNames) {
  EXPECT_EQ(scores_of(own_report()
                          .text("ถาม ๑")
                          .text("ปีงบประมาณ ๒๕๖๖ สำนักงานได้คะแนน ITA เท่าไร")
                          .text("ตอบ")
                          .text("90.25 คะแนน อยู่ในระดับผ่านดี")
                          .text("ถาม ๒")
                          .text("แล้วปีก่อนหน้านั้น")
                          .text("ตอบ")
                          .text("ปีงบประมาณ ๒๕๖๕ ได้ 87.40 คะแนน สูงขึ้นทุกปี")),
            "ITA 90.25 ผ่านดี 2566" + kOwn + "ITA 87.4 - 2565" + kOwn);
  EXPECT_EQ(scores_of(own_report().text("ถาม ๑").text("ผู้รับบริการพึงพอใจเท่าไร").text("ตอบ").text("90.25 คะแนน")), "");
}

// What another office got, in a text that names no part of the assessment before it.
TEST(Scores, WhatAnOfficeGotIsItsTotal) {
  const std::string best = "หน่วยงานที่ได้คะแนนสูงสุดคือสำนักงานศึกษาธิการจังหวัดน่าน ได้ ๙๘.๔๑ คะแนน";
  const std::string theirs = " สำนักงานศึกษาธิการจังหวัดน่าน\n";
  EXPECT_EQ(scores_of(own_report().text(best)), "ITA 98.41 - 2567" + theirs);
  EXPECT_EQ(scores_of(own_report().text("แบบอย่างที่ดีคือ สำนักงานศึกษาธิการจังหวัดน่าน ซึ่งได้คะแนน ๙๘.๔๑ คะแนน")),
            "ITA 98.41 - 2567" + theirs);
  EXPECT_EQ(scores_of(own_report().text("๒.๑ แบบวัด EIT").text(best)), "EIT 98.41 - 2567" + theirs);
  EXPECT_EQ(scores_of(own_report().text("ค่าเฉลี่ยระดับประเทศเท่ากับ ๙๒.๐๓ คะแนน และ" + best)), "ITA 98.41 - 2567" + theirs);
  EXPECT_EQ(scores_of(own_report().text("ผลแบบวัด EIT " + best)), "EIT 98.41 - 2567" + theirs);
  EXPECT_EQ(scores_of(own_report().text("สำนักงานศึกษาธิการจังหวัดน่าน ตั้งเป้าไม่น้อยกว่า ๙๘.๔๑ คะแนน")), "");
  EXPECT_EQ(scores_of(own_report().text("ความพึงพอใจ สำนักงานศึกษาธิการจังหวัดน่าน ได้ ๙๘.๔๑ คะแนน")), "");
}

TEST(Scores, AYearOfComparisonHoldsForTheNextFigureOnly) {
  EXPECT_EQ(scores_of(own_report()
                          .text("คะแนน ITA ภาพรวม ๙๒.๔๐ คะแนน เมื่อเทียบกับปีงบประมาณ พ.ศ. ๒๕๖๕")
                          .text("ที่ได้คะแนนภาพรวม ๙๓.๑๐ คะแนน มีแนวโน้มลดลง")
                          .text("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้ ๙๖.๒๐ คะแนน")),
            "ITA 92.4 - 2567" + kOwn + "ITA 93.1 - 2565" + kOwn + "indicator1 96.2 - 2567" + kOwn);
}

TEST(Scores, TheYearBehindAFigureEndsItsClause) {
  EXPECT_EQ(scores_of(own_report().text("ได้คะแนน ITA ๙๐.๑๕ คะแนน (ปี ๒๕๖๕)")), "ITA 90.15 - 2565" + kOwn);
  EXPECT_EQ(scores_of(own_report().text("ได้คะแนน ITA ๙๐.๑๕ คะแนน ในปี ๒๕๖๕")), "ITA 90.15 - 2565" + kOwn);
  EXPECT_EQ(scores_of(own_report().text("ได้คะแนน ITA ๙๐.๑๕ คะแนน ของปีงบประมาณ พ.ศ. ๒๕๖๖")), "ITA 90.15 - 2566" + kOwn);
  // The next clause's year is its own.
  EXPECT_EQ(scores_of(own_report().text("ได้คะแนน ITA ๙๐.๑๕ คะแนน ในปี ๒๕๖๘ จะจัดอบรมทุกเดือน")), "ITA 90.15 - 2567" + kOwn);
}

TEST(Scores, TheSentencesOwnYearBeatsTheReports) {
  EXPECT_EQ(scores_of(own_report().text("ที่มา: ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565 คะแนนรวม 86.91 คะแนน")),
            "ITA 86.91 - 2565" + kOwn);
  EXPECT_EQ(scores_of(own_report().text("ตามผลการประเมิน ITA ปีงบประมาณ พ.ศ.").text("๒๕๖๕ มีผลคะแนนรวม ๘๙.๗๔ คะแนน")),
            "ITA 89.74 - 2565" + kOwn);
}

// A name that reaches into its figures: the row's scores are in doubt, and no office is called by a figure.
TEST(Scores, ANameWithAFigureInItIsNoOffices) {
  DocumentBuilder builder = own_report();
  builder.table({"หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม"},
                {{"โรงเรียนบ้านนา", "๒๘.๑๐", "๒๗.๒๐", "๓๘.๓๐", "๙๓.๖๐"},
                 {"โรงเรียนบ้านไร่", "๒๗.๑๐", "๒๖.๒๐", "๓๗.๓๐", "๙๐.๖๐"},
                 {"โรงเรียนวัดท่าหลวง ๒๖.๑๐", "", "๒๕.๒๐", "๓๖.๓๐", "๘๗.๖๐"}});
  const Record record = extract(builder);
  EXPECT_EQ(record.scores.size(), 8U);
  for (const auto& score : record.scores) EXPECT_EQ(score.agency->find("๒๖"), std::string::npos) << *score.agency;
}

TEST(Scores, ItemsThatGotSoMuchAreNoOnes) {
  EXPECT_EQ(scores_of(own_report().text("แบบวัด OIT มีข้อที่ได้ ๑๐๐ คะแนน จำนวน ๒๕ ข้อ และข้อที่ไม่ผ่าน (ได้ ๐ คะแนน) จำนวน ๓ ข้อ")),
            "");
}

TEST(Scores, AKindOfOfficeWithASentenceBehindItIsNoName) {
  DocumentBuilder builder;
  builder.text("แผนส่งเสริมคุณธรรมและความโปร่งใส โรงพยาบาลบ้านโคกสะแบง").text("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.text("โรงพยาบาลนำผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๖ ซึ่งได้ร้อยละ ๙๐.๙๑ มาพิจารณา");
  for (const auto& score : extract(builder).scores) EXPECT_EQ(score.agency, "โรงพยาบาลบ้านโคกสะแบง");
  for (const auto& score : extract(builder.scanned()).scores) EXPECT_EQ(score.agency, "โรงพยาบาลบ้านโคกสะแบง");
}

TEST(Scores, ALevelBeforeAnotherSubjectIsNotItsOwn) {
  EXPECT_EQ(scores_of(own_report().text("ระดับ ผ่านดี OIT 34.76 คะแนน")), "OIT 34.76 - 2567" + kOwn);
  EXPECT_EQ(scores_of(own_report().text("ผลการประเมิน ITA อยู่ในระดับ A ได้คะแนน ๙๐.๑๒")), "ITA 90.12 A 2567" + kOwn);
}

TEST(Scores, ColumnsOfYearsHoldTheirYearsScores) {
  DocumentBuilder builder = own_report();
  builder.table({"ตัวชี้วัด", "ปี ๒๕๖๖", "ปีงบประมาณ พ.ศ. ๒๕๖๗", "ผลต่าง"},
                {{"๑. การปฏิบัติหน้าที่", "๙๐.๑๐", "๙๑.๒๐", "เพิ่มขึ้น ๑.๑๐"},
                 {"๒. การใช้งบประมาณ", "๘๐.๕๐", "๘๑.๖๐", "๑.๑๐"},
                 {"เป้าหมาย", "๘๕.๐๐", "๙๐.๐๐", "-"}});
  EXPECT_EQ(scores_of(builder), "indicator1 90.1 - 2566" + kOwn + "indicator1 91.2 - 2567" + kOwn +
                                    "indicator2 80.5 - 2566" + kOwn + "indicator2 81.6 - 2567" + kOwn);
}

TEST(Scores, ColumnsOfYearsOfOtherThingsAreNoScores) {
  DocumentBuilder builder = own_report();
  builder.table({"โครงการ", "ปี ๒๕๖๖", "ปี ๒๕๖๗"}, {{"อบรมคุณธรรม", "๕๐", "๖๐"}, {"รวม", "๕๐", "๖๐"}});
  EXPECT_EQ(scores_of(builder), "");
}

TEST(Scores, TargetsAreNoScores) {
  DocumentBuilder builder = own_report();
  builder.table({"ตัวชี้วัด", "ปี ๒๕๖๗", "ปี ๒๕๖๘"}, {{"การปฏิบัติหน้าที่", "๙๐", "๙๕.๕๐"}, {"การใช้งบประมาณ", "๙๐", "๙๕.๕๐"}});
  EXPECT_EQ(scores_of(builder), "");
}

TEST(Scores, ScoreAndLevelOfEachYear) {
  DocumentBuilder builder = own_report();
  builder.table({"เครื่องมือ", "คะแนน ปี ๒๕๖๖", "ระดับ ปี ๒๕๖๖", "คะแนน ปี ๒๕๖๗", "ระดับ ปี ๒๕๖๗"},
                {{"ภาพรวม (ITA)", "๘๔.๐๐", "B", "๙๖.๐๐", "ผ่านดีเยี่ยม"}});
  EXPECT_EQ(scores_of(builder), "ITA 84 B 2566" + kOwn + "ITA 96 ผ่านดีเยี่ยม 2567" + kOwn);
}

TEST(Scores, RowsOfYearsHoldTheirYearsScores) {
  DocumentBuilder builder = own_report();
  builder.table({"ปีงบประมาณ", "IIT", "EIT", "OIT", "รวม", "ระดับ"},
                {{"คะแนนเต็ม", "๓๐", "๓๐", "๔๐", "๑๐๐", ""},
                 {"พ.ศ. ๒๕๖๖", "๒๘.๑๐", "๒๗.๐๐", "๓๙.๕๐", "๙๔.๖๐", "A"},
                 {"๒๕๖๗", "๒๘.๒๐", "๒๗.๑๐", "๓๙.๖๐", "๙๔.๙๐", "ผ่าน"}});
  EXPECT_EQ(scores_of(builder), "IIT 28.1 - 2566" + kOwn + "EIT 27 - 2566" + kOwn + "OIT 39.5 - 2566" + kOwn +
                                    "ITA 94.6 A 2566" + kOwn + "IIT 28.2 - 2567" + kOwn + "EIT 27.1 - 2567" + kOwn +
                                    "OIT 39.6 - 2567" + kOwn + "ITA 94.9 ผ่าน 2567" + kOwn);
}

TEST(Scores, OneColumnOfTheTotalByYear) {
  DocumentBuilder builder = own_report();
  builder.table({"ปี", "คะแนน ITA", "ระดับ"}, {{"๒๕๖๖", "๙๔.๖๐", "A"}, {"๒๕๖๗", "๙๔.๙๐ (ผ่าน)", ""}});
  EXPECT_EQ(scores_of(builder), "ITA 94.6 A 2566" + kOwn + "ITA 94.9 ผ่าน 2567" + kOwn);
}

TEST(Scores, ATableOfOfficesMayHoldOneFigureEach) {
  const auto of = [](const std::vector<std::string>& headers, const std::string& figure, const std::string& level) {
    DocumentBuilder builder = own_report();
    builder.table(headers, {{"๑", "สำนักงานศึกษาธิการจังหวัดน่าน", figure, level}, {"", "รวม", figure, level}});
    return scores_of(builder);
  };
  const std::string right = "ITA 94.6 A 2567 สำนักงานศึกษาธิการจังหวัดน่าน\n";
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "คะแนน ITA", "ระดับ"}, "๙๔.๖๐", "A"), right);
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "ผลคะแนน", "ระดับ"}, "๙๔.๖๐", "A"), right);
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "คะแนนรวม", "ระดับ"}, "๙๔.๖๐", "A"), right);
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "รวม", "หมายเหตุ"}, "๔๕", "A"), "") << "a sum of anything";
  EXPECT_EQ(of({"ที่", "หน่วยงาน", "คะแนน", "หมายเหตุ"}, "๔๕", "ครบ"), "") << "points of anything";
}

TEST(Scores, TheTitleMayTellWhoseTotalsTheyAre) {
  const auto under = [](const std::string& title) {
    DocumentBuilder builder = own_report();
    builder.text(title).table({"หน่วยงาน", "คะแนนรวม"}, {{"สำนักงานศึกษาธิการจังหวัดน่าน", "๙๔.๖๐"}});
    return scores_of(builder);
  };
  EXPECT_EQ(under("ผลการประเมิน ITA จำแนกตามหน่วยงาน"), "ITA 94.6 - 2567 สำนักงานศึกษาธิการจังหวัดน่าน\n");
  EXPECT_EQ(under("ผลการประกวดหน่วยงานดีเด่น"), "");
}

// The assessment's own levels beside the totals of offices tell what an untold title does not.
TEST(Scores, TheLevelsMayTellWhoseTotalsTheyAre) {
  const auto under = [](const std::string& title, const std::string& level) {
    DocumentBuilder builder = own_report();
    builder.text(title).table({"สถาบัน", "คะแนนรวม", "ระดับ"},
                              {{"มหาวิทยาลัยราชภัฏแก่งหิน", "๙๔.๖๐", level}, {"มหาวิทยาลัยราชภัฏทุ่งเสลา", "๘๓.๒๐", level}});
    return scores_of(builder);
  };
  EXPECT_EQ(under("เปรียบเทียบกับกลุ่มเดียวกัน", "ผ่านดี"),
            "ITA 94.6 ผ่านดี 2567 มหาวิทยาลัยราชภัฏแก่งหิน\nITA 83.2 ผ่านดี 2567 มหาวิทยาลัยราชภัฏทุ่งเสลา\n");
  EXPECT_EQ(under("เปรียบเทียบกับกลุ่มเดียวกัน", "A"), "") << "letters are any scale's";
  EXPECT_EQ(under("ผลการประกวดหน่วยงานดีเด่น", "ผ่านดี"), "");
}

TEST(Scores, CountsAreNoScores) {
  const auto of = [](const std::vector<std::string>& headers) {
    DocumentBuilder builder = own_report();
    builder.text("ผู้ตอบแบบวัดการรับรู้ ITA").table(headers, {{"สำนักงานศึกษาธิการจังหวัดน่าน", "๒๕", "๓๐"}});
    return scores_of(builder);
  };
  EXPECT_EQ(of({"หน่วยงาน", "จำนวนผู้ตอบ IIT", "ผู้ตอบ EIT (คน)"}), "");
  EXPECT_EQ(of({"หน่วยงาน", "ชาย", "รวม"}), "");
  EXPECT_EQ(of({"หน่วยงาน", "ชาย", "ร้อยละ"}), "");
}

TEST(Scores, OfficesListedInATableAreNotTheReportingOne) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗");
  builder.table({"หน่วยงาน", "คะแนนรวม"}, {{"สำนักงานศึกษาธิการจังหวัดน่าน", "๙๔.๖๐"}});
  EXPECT_EQ(extract(builder).agency, std::nullopt);
  EXPECT_EQ(extract(builder).scores.at(0).agency, "สำนักงานศึกษาธิการจังหวัดน่าน");
}

TEST(Scores, AFigureMayStandBesideItsLevelOrBeBrokenOverLines) {
  const auto of = [](const std::string& cell) {
    DocumentBuilder builder = own_report();
    builder.table({"ตัวชี้วัด", "คะแนน"}, {{"การปฏิบัติหน้าที่", cell}});
    return scores_of(builder);
  };
  EXPECT_EQ(of("๙๕.๑๓ (AA)"), "indicator1 95.13 AA 2567" + kOwn);
  EXPECT_EQ(of("๙๕.๑๓ / ผ่านดีเยี่ยม"), "indicator1 95.13 ผ่านดีเยี่ยม 2567" + kOwn);
  EXPECT_EQ(of("๙๕.๑๓ (ของปีก่อน)"), "");
  EXPECT_EQ(of("๙๕.๑\n๓"), "indicator1 95.13 - 2567 สำนักงานศึกษาธิการจังหวัดตาก !\n");
  EXPECT_EQ(of("๙๕. ๑๓"), "indicator1 95.13 - 2567 สำนักงานศึกษาธิการจังหวัดตาก !\n");
  EXPECT_EQ(of("๙๕\n๑๓"), "") << "two figures, or one that lost its point";
  EXPECT_EQ(of("๙๕.๑๓\n๙๐.๑๒"), "");
}

// What cannot be read as one score is no score, and its cell says so; a word is no figure that was missed.
TEST(Scores, ACellOfAScoreThatCannotBeReadIsDoubted) {
  const auto doubted = [](const std::string& cell) {
    DocumentBuilder builder = own_report();
    builder.table({"ตัวชี้วัด", "คะแนน"}, {{"การปฏิบัติหน้าที่", cell}, {"อื่น ๆ", cell}});
    const Record record = extract(builder);
    EXPECT_TRUE(record.scores.empty()) << cell;
    EXPECT_FALSE(is_doubtful(record.cells.at(3))) << "nothing tells that a score stands there: " << cell;
    return is_doubtful(record.cells.at(1));
  };
  EXPECT_TRUE(doubted("๙๕.๑๓ ๙๐.๑๒"));
  EXPECT_TRUE(doubted("๙B.๑๓"));
  EXPECT_TRUE(doubted("๙๕๑๓"));
  EXPECT_FALSE(doubted("-"));
  EXPECT_FALSE(doubted("ไม่ประเมิน"));
}

TEST(Scores, FiguresReadFromPixelsThatDisagreeAreDoubted) {
  const auto doubtful = [](const std::vector<std::string>& lines) {
    DocumentBuilder builder;
    builder.scanned();
    for (const auto& line : lines) builder.text(line);
    std::string out;
    for (const auto& score : extract(builder).scores) out += is_doubtful(score) ? "!" : ".";
    return out;
  };
  EXPECT_EQ(doubtful({"ITA ได้คะแนน ๙๐.๐๐", "IIT ได้คะแนน ๒๗.๐๐", "EIT ได้คะแนน ๒๘.๐๐", "OIT ได้คะแนน ๓๕.๐๐"}), "....");
  EXPECT_EQ(doubtful({"ITA ได้คะแนน ๙๐.๐๐", "IIT ได้คะแนน ๒๗.๔๐", "EIT ได้คะแนน ๒๘.๐๐", "OIT ได้คะแนน ๓๕.๐๐"}), "!!!!");
  EXPECT_EQ(doubtful({"ITA ได้คะแนน ๒.๙๐"}), "!") << "no office gets so little";
  EXPECT_EQ(doubtful({"IIT ได้คะแนน ๒๗.๔๑", "EIT ได้คะแนน ๒๘.๔"}), ".!") << "a place is lost";
  EXPECT_EQ(
      doubtful({"OIT ได้คะแนน ๓๗.๔๐", "ตัวชี้วัดที่ 9 ได้คะแนนร้อยละ 90.00", "ตัวชี้วัดที่ 10 ได้คะแนนร้อยละ 97.00", "EIT ได้คะแนน 27.00",
                "ตัวชี้วัดที่ 6 ได้คะแนนร้อยละ 90.00", "ตัวชี้วัดที่ 7 ได้คะแนนร้อยละ 90.00", "ตัวชี้วัดที่ 8 ได้คะแนนร้อยละ 96.00"}),
      "...!!!!")
      << "the mean of 6 to 8 does not make EIT, that of 9 and 10 makes OIT";
}

TEST(Scores, AFigureThatTwoReadersReadDifferentlyIsDoubted) {
  DocumentBuilder builder;
  builder.scanned().text("ITA ได้คะแนน ๙๐.๐๐").text("IIT ได้คะแนน ๒๗.๔๒");
  EXPECT_FALSE(is_doubtful(extract(builder).scores.at(1))) << "both readers say the same";
  builder.read_twice("๒๗.๔๒", "๒๗.๔๑");
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 2U);
  EXPECT_FALSE(is_doubtful(record.scores[0]));
  ASSERT_EQ(record.scores[1].doubts.size(), 1U);
  const Doubt& doubt = record.scores[1].doubts[0];
  EXPECT_EQ(doubt.certainty, Certainty::conflicting);
  EXPECT_EQ(doubt.text, record.scores[1].raw_figure);
  EXPECT_EQ(doubt.alternative, "๒๗.๔๑");
  ASSERT_EQ(record.doubtful_words.size(), 1U);
  EXPECT_EQ(record.doubtful_words[0].alternative, "๒๗.๔๑");
  EXPECT_EQ(record.doubtful_words[0].at.box, doubt.at.box);
}

// What two readers disagree about is that figure, and no other one of the page that has the same digits.
TEST(Scores, AFigureIsDoubtedWhereItStandsAndNotWhereTheSameDigitsStand) {
  DocumentBuilder builder = own_report();
  builder.scanned().table({"ตัวชี้วัด", "คะแนน"}, {{"การปฏิบัติหน้าที่", "๙๐.๒๕"}, {"การใช้งบประมาณ", "๙๐.๒๕"}});
  builder.read_twice("๙๐.๒๕", "๙๐.๒๖");  // of the last cell
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 2U);
  EXPECT_FALSE(is_doubtful(record.scores[0]));
  EXPECT_TRUE(is_doubtful(record.scores[1]));
  EXPECT_TRUE(record.cells.at(1).doubts.empty());
  EXPECT_EQ(worst_of(record.cells.at(3).doubts), Certainty::conflicting);
  EXPECT_FALSE(is_doubtful(record.cells.at(3))) << "the figure is in doubt, not what the cell says";
}

TEST(Scores, OfTwoFiguresInOneSentenceTheOneThatWasReadTwiceIsDoubted) {
  DocumentBuilder builder;
  builder.scanned().lines({"ผลการประเมิน ITA ได้คะแนน ๙๐.๐๐ และ IIT ได้คะแนน", "๒๗.๔๒ ของปีงบประมาณ พ.ศ. ๒๕๖๗"});
  builder.read_twice("๒๗.๔๒", "๒๗.๔๑");
  const Record record = extract(builder);
  ASSERT_EQ(record.scores.size(), 2U);
  EXPECT_FALSE(is_doubtful(record.scores[0]));
  EXPECT_TRUE(is_doubtful(record.scores[1]));
}

// A ruling taken for a ๑ makes 127.42 of 27.42, a speck 27.412; the reader of figures did not see it.
TEST(Scores, OfTwoReadingsTheOneThatAScoreCanBe) {
  const auto read = [](const std::string& text, const std::string& alternative) {
    DocumentBuilder builder = own_report();
    builder.scanned().table({"ตัวชี้วัด", "คะแนน"}, {{"การปฏิบัติหน้าที่", text}});
    builder.read_twice(text, alternative);
    const Record record = extract(builder);
    if (record.scores.empty()) return is_doubtful(record.cells.at(1)) ? std::string("doubted") : std::string("lost");
    return record.scores[0].raw_figure + (is_doubtful(record.scores[0]) ? " !" : "");
  };
  EXPECT_EQ(read("๑๒๗.๔๒", "๒๗.๔๒"), "๒๗.๔๒ !");
  EXPECT_EQ(read("๑๒๗.๔๒", "๑๒๑.๔๒"), "doubted");
  EXPECT_EQ(read("๒๗.๔๑๒", "๒๗.๔๒"), "๒๗.๔๒ !");
  EXPECT_EQ(read("๒๗.๔๑๒", "๒๗.๔๑๓"), "๒๗.๔๑๒ !");
  EXPECT_EQ(read("๒๗.๔๑", "๒๗.๔๒"), "๒๗.๔๑ !") << "either can be: the first reading stands";
}

TEST(Scores, TheSameValueReadElsewhereWithoutDoubtVouchesForAFigure) {
  Record record;
  ScoreRecord score{
      .subject = SubjectKind::ita, .value = 91.2, .unit = ScoreUnit::points, .at = {1, {0, 0, 9, 9}, TextSource::ocr}};
  doubt_score(score, Certainty::conflicting);
  record.scores = {score, score};
  merge_scores(record);
  EXPECT_TRUE(is_doubtful(record.scores[0]));
  score.doubts.clear();
  record.scores.push_back(score);
  merge_scores(record);
  ASSERT_EQ(record.scores.size(), 1U);
  EXPECT_FALSE(is_doubtful(record.scores[0]));
}

}  // namespace
}  // namespace prongsai::layouts
