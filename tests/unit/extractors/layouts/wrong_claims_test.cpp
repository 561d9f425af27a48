// What a careless reader would take for a score of the office, or for the office itself: each case is how an office may
// honestly write.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scores_of.hpp"

namespace prongsai::layouts {
namespace {

using test::DocumentBuilder;

constexpr const char* kOwn = "องค์การบริหารส่วนตำบลหนองแวง";

DocumentBuilder own_report() {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text(kOwn).page();
  return builder;
}

std::string agency_of(const DocumentBuilder& builder) {
  return extract(builder).agency.value_or("-");
}

std::string said(const std::string& sentence) {
  return scores_of(own_report().text(sentence));
}

TEST(WrongClaims, RowsAndColumnsThatAreNoOffices) {
  const auto rows = [](const std::string& head, const std::vector<std::string>& names) {
    DocumentBuilder builder = own_report();
    std::vector<std::vector<std::string>> body;
    for (const std::string& name : names) {
      const std::string digit = std::to_string(body.size() + 1);
      body.push_back({name, "8" + digit + ".10", "7" + digit + ".50", "6" + digit + ".00"});
    }
    builder.text("ผลการประเมิน ITA").table({head, "IIT", "EIT", "OIT"}, body);
    return extract(builder).scores.size();
  };
  EXPECT_EQ(rows("รอบ", {"ไตรมาส 1", "ไตรมาส 2"}), 0U);
  EXPECT_EQ(rows("กลุ่มผู้ตอบ", {"ประชาชน", "ผู้ประกอบการ"}), 0U);
  EXPECT_EQ(rows("", {"ก่อนอุทธรณ์", "หลังอุทธรณ์"}), 3U) << "what stands after the appeal is the office's";
  EXPECT_EQ(rows("หน่วยงาน", {"เรือนแพ", "ท่าน้ำ"}), 6U) << "the head says that they are offices";
  EXPECT_EQ(rows("", {"เทศบาลตำบลเรือนแพ", "เทศบาลตำบลท่าน้ำ"}), 6U) << "their words do";
  EXPECT_EQ(rows("ประเภทหน่วยงาน", {"เทศบาลเมือง", "เทศบาลตำบล"}), 0U) << "means of all of a kind";
}

TEST(WrongClaims, GroupsOfCountedOfficesHaveMeansOnly) {
  DocumentBuilder builder = own_report();
  builder.text("ผลการประเมิน ITA รายอำเภอ")
      .table({"อำเภอ", "จำนวนหน่วยงาน", "IIT", "EIT"},
             {{"บ้านเหนือ", "14", "92.10", "90.20"}, {"บ้านใต้", "9", "90.40", "86.10"}});
  EXPECT_TRUE(extract(builder).scores.empty());
}

TEST(WrongClaims, BesideAColumnOfScoresFiguresUnderOtherWordsAreNone) {
  DocumentBuilder builder = own_report();
  builder.text("ผลรายข้อคำถาม ITA");
  builder.table({"ข้อ", "มากที่สุด", "มาก", "น้อย", "คะแนน"},
                {{"i1", "70.00", "20.00", "10.00", "86.00"}, {"i2", "60.00", "30.00", "10.00", "83.33"}});
  EXPECT_EQ(scores_of(builder), std::string("itemI1 86 - 2567 ") + kOwn + "\nitemI2 83.33 - 2567 " + kOwn + "\n");
}

TEST(WrongClaims, WhatIsSupposedExpectedOrAskedFor) {
  for (const char* sentence :
       {"สมมติว่าแบบวัด OIT ได้ 98.00 คะแนน", "หากแบบวัด EIT ได้ 90.00 คะแนน คะแนนรวมจะเท่ากับ 91.25 คะแนน",
        "คาดว่าคะแนน ITA ได้ 93.00 คะแนน", "นายกมอบนโยบายให้ทุกกองร่วมกันทำให้คะแนน ITA ได้ 95.00 คะแนน",
        "คณะกรรมการเสนอให้ปรับคะแนน EIT เป็น 90.00 คะแนน"})
    EXPECT_EQ(said(sentence), "") << sentence;
  EXPECT_EQ(said("หากพิจารณารายแบบวัด แบบวัด OIT ได้ 92.00 คะแนน"), std::string("OIT 92 - 2567 ") + kOwn + "\n");
}

TEST(WrongClaims, AFigureBehindALabelOfItsOwnIsNotTheLastSubjects) {
  const std::string own = std::string(" - 2567 ") + kOwn + "\n";
  EXPECT_EQ(said("แบบวัด OIT 92.00 คะแนน และได้คะแนนพิเศษจากโครงการเสริมอีกหนึ่งรายการ 1.50 คะแนน"), "OIT 92" + own);
  EXPECT_EQ(said("แบบวัด EIT 85.20 คะแนน แบบสำรวจเชิงประจักษ์เพิ่มเติม 72.00 คะแนน"), "EIT 85.2" + own);
  EXPECT_EQ(said("แบบวัด IIT 90.10 คะแนน ถูกหักไปทั้งสิ้น 9.90 คะแนน"), "IIT 90.1" + own);
  EXPECT_EQ(said("แบบวัด EIT ส่วนที่ 1 ได้ 88.20 คะแนน"), "");
  EXPECT_EQ(said("แบบวัด EIT Part 1 ได้ 88.20 คะแนน"), "");
  EXPECT_EQ(said("ผู้ตอบแบบวัด IIT ร้อยละ 92.30 เห็นด้วย"), "");
  EXPECT_EQ(said("ตัวชี้วัดอื่นนอกจากตัวชี้วัดที่ 7 ได้เฉลี่ย 91.20 คะแนน"), "");
}

TEST(WrongClaims, AFigureThatTheReportTakesBack) {
  EXPECT_EQ(said("เอกสารเดิมระบุแบบวัด OIT ได้ 91.30 คะแนน ซึ่งเป็นการพิมพ์ผิด"), "");
}

TEST(WrongClaims, ALevelThatWasNotReached) {
  EXPECT_EQ(said("คะแนน ITA 88.12 คะแนน จึงไม่ได้รับระดับ ผ่านดี"), std::string("ITA 88.12 - 2567 ") + kOwn + "\n");
}

TEST(WrongClaims, PartsAboutAnotherOffice) {
  const std::string unclear = "unclear: several_offices\n";
  DocumentBuilder prose = own_report();
  prose.text("กรณีศึกษา: เทศบาลเมืองท่าเรือน").text("หน่วยงานนี้เด่นด้านการเปิดเผยข้อมูล").text("1. แบบวัด IIT ได้ 97.20 คะแนน");
  EXPECT_EQ(scores_of(prose), unclear);
  DocumentBuilder table = own_report();
  table.text("ตัวอย่างที่ดี: เทศบาลเมืองท่าเรือน")
      .text("ผลการประเมิน ITA")
      .table({"แบบวัด", "คะแนน"}, {{"IIT", "97.20"}, {"EIT", "96.10"}});
  EXPECT_EQ(scores_of(table), unclear);
  DocumentBuilder back = own_report();
  back.text("กรณีศึกษา: เทศบาลเมืองท่าเรือน").text(std::string("ผลของ") + kOwn).text("แบบวัด IIT ได้ 87.20 คะแนน");
  EXPECT_EQ(scores_of(back), std::string("IIT 87.2 - 2567 ") + kOwn + "\n");
}

TEST(WrongClaims, ALetterSpeaksOfItsAddresseesScores) {
  EXPECT_EQ(said("ผลการประเมิน ITA ของปีนี้ หน่วยงานของท่านได้ 88.12 คะแนน"), "unclear: several_offices\n");
}

TEST(WrongClaims, TheTitleTellsThatMeasuresAnswerTheYearBefore) {
  DocumentBuilder builder;
  builder.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568").text(kOwn).page();
  builder.text("ผลการประเมิน ITA คะแนนรวม 88.12 คะแนน");
  EXPECT_EQ(scores_of(builder), std::string("ITA 88.12 - 2567 ") + kOwn + "\n");
}

TEST(WrongClaims, APartOfAnOfficeIsNotTheReportingOne) {
  EXPECT_EQ(agency_of(DocumentBuilder().text(std::string("ส่วนราชการ สำนักปลัด ") + kOwn + " โทร. 0 2000 0000")), kOwn);
  EXPECT_EQ(agency_of(DocumentBuilder().text(std::string("ส่วนราชการ สำนักปลัด") + kOwn + " โทร. 0 2000 0000")), kOwn);
}

TEST(WrongClaims, ASentenceInTheHeadOnlySpeaksOfTheOfficesThatItNames) {
  for (const char* sentence :
       {"ขอขอบคุณสำนักงานศึกษาธิการจังหวัดลำพูนที่ให้คำปรึกษา", "คะแนนมากกว่าสำนักงานศึกษาธิการจังหวัดลำพูนซึ่งได้ 87.90 คะแนน",
        "โดยสังกัดสำนักงานศึกษาธิการจังหวัดลำพูน"}) {
    DocumentBuilder builder;
    builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("สำนักงานศึกษาธิการจังหวัดลำปาง").text(sentence);
    EXPECT_EQ(agency_of(builder), "สำนักงานศึกษาธิการจังหวัดลำปาง") << sentence;
  }
  DocumentBuilder school;
  school.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text("โรงเรียนบ้านหนองแวง");
  school.text("สังกัดสำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำปาง เขต 1");
  EXPECT_EQ(agency_of(school), "โรงเรียนบ้านหนองแวง");
}

TEST(WrongClaims, ANameMayBeginWithAWordOfSentences) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567").text("สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์ จังหวัดบางชะนี");
  EXPECT_EQ(agency_of(builder), "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดบางชะนี");
}

TEST(WrongClaims, OtherOfficesInTheHead) {
  const auto with = [](const std::vector<std::string>& lines) {
    DocumentBuilder builder;
    builder.text("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567").text(kOwn);
    for (const std::string& line : lines) builder.text(line);
    return agency_of(builder);
  };
  EXPECT_EQ(with({"เสนอต่อ", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดลำปาง"}), kOwn);
  EXPECT_EQ(with({"* คะแนนของสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดลำปาง"}), kOwn);
  EXPECT_EQ(with({"ประชุม ณ สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดลำปาง"}), kOwn);
}

TEST(WrongClaims, AMemoOfAPartThatAnyOfficeHasSaysNotWhoseItIs) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("ส่วนราชการ สำนักปลัดเทศบาล โทร. 0 2000 0000")), "-");
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("ส่วนราชการ กองนโยบายและแผน สำนักงานอธิการบดี มหาวิทยาลัยราชภัฏศรีธารา โทร. 1122")),
      "มหาวิทยาลัยราชภัฏศรีธารา");
}

TEST(WrongClaims, ASchoolOfASeriesKeepsItsNumber) {
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("แผนปฏิบัติการ").text("โรงเรียนเทศบาล 4 (บ้านท่าน้ำ)").text("ปีงบประมาณ พ.ศ. 2567")),
      "โรงเรียนเทศบาล 4");
}

TEST(WrongClaims, ANameEndsWhereASentenceGoesOn) {
  DocumentBuilder builder;
  builder.text("รายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567").text(std::string(kOwn) + "ขอส่งรายงานมาพร้อมนี้");
  EXPECT_EQ(agency_of(builder), kOwn);
}

TEST(WrongClaims, ATitleEndsWhereAFigureOrAListBegins) {
  DocumentBuilder builder;
  builder.text("รายงานผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567").text(kOwn);
  builder.text("ผลการประเมินในภาพรวมได้ 88.12 คะแนน").text("กรณีศึกษา: เทศบาลเมืองท่าเรือน");
  EXPECT_EQ(agency_of(builder), kOwn);
  DocumentBuilder list;
  list.text("มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2568").text(kOwn);
  list.text("วิเคราะห์เจ็ดเรื่อง ดังนี้")
      .text("เจ้าของงาน: กองคลัง เมื่อใด: ตุลาคม 2567")
      .text("เจ้าของงาน: กองคลัง เมื่อใด: มีนาคม 2568");
  EXPECT_EQ(agency_of(list), kOwn);
}

TEST(WrongClaims, AnOfficeNamedByItsPurposeAndOneBehindASpeck) {
  EXPECT_EQ(agency_of(DocumentBuilder().text("แผนปฏิบัติการ").text("ธนาคารเพื่อการประมงชายฝั่ง").text("ปีงบประมาณ พ.ศ. 2567")),
            "ธนาคารเพื่อการประมงชายฝั่ง");
  EXPECT_EQ(agency_of(DocumentBuilder().scanned().text("ชื่อหน่วยงาน ลสำนักงานบังคับคดีจังหวัดท่าเรือน")),
            "สำนักงานบังคับคดีจังหวัดท่าเรือน");
}

TEST(WrongClaims, TwoFiguresForOneScoreOfWhichNoneNamesItsOffice) {
  DocumentBuilder columns = own_report();
  columns.text("ผลของสองแห่ง").text("แบบวัด IIT 88.10 คะแนน").text("แบบวัด IIT 97.30 คะแนน");
  EXPECT_EQ(scores_of(columns), "unclear: rivals\n");
  // What is told again is the office's, and what looks misprinted is a conflict of the report's own.
  DocumentBuilder again = own_report();
  again.text("แบบวัด IIT 88.10 คะแนน").text("แบบวัด IIT 97.30 คะแนน").text("สรุปได้ว่าแบบวัด IIT ได้ 88.10 คะแนน");
  EXPECT_EQ(scores_of(again), "IIT 88.1 - 2567 " + std::string(kOwn) + "\nunclear: rivals\n");
  EXPECT_EQ(extract(own_report().text("คะแนนรวม ITA 87.36 คะแนน").text("คะแนนรวม ITA 87.63 คะแนน")).scores.size(), 2U);
}

TEST(WrongClaims, AFigureThatNamesItsOfficeOutdoesOneThatDoesNot) {
  DocumentBuilder builder = own_report();
  builder.text(std::string(kOwn) + "ได้คะแนน ITA 88.12 คะแนน")
      .text("คะแนน ITA เฉลี่ยสองแห่ง")
      .text("คะแนน ITA 94.65 คะแนน");
  EXPECT_EQ(scores_of(builder), "ITA 88.12 - 2567 " + std::string(kOwn) + "\nunclear: rivals\n");
}

TEST(WrongClaims, CaptionsBelowTheirTables) {
  DocumentBuilder builder = own_report();
  const auto table = [&](const std::string& iit, const std::string& eit, const std::string& oit) {
    builder.table({"แบบวัด", "คะแนน"}, {{"IIT", iit}, {"EIT", eit}, {"OIT", oit}});
  };
  table("88.00", "83.00", "84.00");
  builder.text("ตารางที่ 1 คะแนน ITA ของเทศบาลเมืองท่าเรือน ปีงบประมาณ พ.ศ. 2566");
  table("90.10", "85.20", "92.00");
  builder.text("ตารางที่ 2 คะแนน ITA ของ" + std::string(kOwn) + " ปีงบประมาณ พ.ศ. 2567");
  const std::string own(kOwn);
  EXPECT_EQ(scores_of(builder),
            "IIT 88 - 2566 เทศบาลเมืองท่าเรือน\nEIT 83 - 2566 เทศบาลเมืองท่าเรือน\n"
            "OIT 84 - 2566 เทศบาลเมืองท่าเรือน\nIIT 90.1 - 2567 " +
                own + "\nEIT 85.2 - 2567 " + own + "\nOIT 92 - 2567 " + own + "\n");
}

TEST(WrongClaims, YearsInWhichSomethingElseHappened) {
  const std::string own = " - 2567 " + std::string(kOwn) + "\n";
  EXPECT_EQ(said("สำนักงาน ป.ป.ช. ประกาศผลเมื่อปี 2568 ว่าคะแนน ITA 88.12 คะแนน"), "ITA 88.12" + own);
  EXPECT_EQ(said("เมื่อเทียบกับปี 2565 เพิ่มขึ้น 5 คะแนน คะแนน IIT ได้ 90.10 คะแนน"), "IIT 90.1" + own);
  EXPECT_EQ(said("สำนักงานก่อตั้งเมื่อ พ.ศ. 2560 คะแนน ITA 88.12 คะแนน"), "ITA 88.12" + own);
}

TEST(WrongClaims, OfTwoOfficesInOneBreathTheFirstReports) {
  const auto titled = [](const std::string& line) {
    return agency_of(DocumentBuilder().text("รายงานผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567").text(line));
  };
  EXPECT_EQ(titled("โรงเรียนบ้านหนองแวงวิทยา สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุรินทร์ เขต 2"), "โรงเรียนบ้านหนองแวงวิทยา");
  EXPECT_EQ(titled("โรงเรียนบ้านหนองแวงวิทยา สำนักงานเขตพื้นที่การศึกษา ประถมศึกษาสุรินทร์ เขต 2"), "โรงเรียนบ้านหนองแวงวิทยา");
}

TEST(WrongClaims, ListsOfContentsStateNoScores) {
  DocumentBuilder builder = own_report();
  builder.text("สารบัญตาราง")
      .table({"ตารางที่", "หน้า"}, {{"1 คะแนน IIT ปีงบประมาณ พ.ศ. 2567", "12"}, {"2 คะแนน EIT ปีงบประมาณ พ.ศ. 2567", "15"}});
  builder.text("1. กราฟคะแนน IIT . . . . . . 13")
      .text("2. กราฟคะแนน EIT . . . . . . 16")
      .text("3. ผลการประเมิน ITA ..... 19");
  builder.text("คะแนน ITA 88.12 คะแนน");
  EXPECT_EQ(scores_of(builder), "ITA 88.12 - 2567 " + std::string(kOwn) + "\n");
}

TEST(WrongClaims, AListOfContentsEndsAtTheReportsFirstHeading) {
  DocumentBuilder builder = own_report();
  builder.text("สารบัญ").text("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 ..... 4").text("บทที่ 1");
  builder.text("คะแนนรวม ITA ได้ 88.12 คะแนน จากผู้ตอบแบบวัด 3");
  EXPECT_EQ(scores_of(builder), "ITA 88.12 - 2567 " + std::string(kOwn) + "\n");
}

TEST(WrongClaims, ExercisesSpeakOfNoOffice) {
  DocumentBuilder builder = own_report();
  builder.bold("แบบทดสอบก่อนเรียน").text("1. หน่วยงานที่ได้คะแนน ITA 92.00 คะแนน จะอยู่ในระดับใด");
  builder.bold("กรณีศึกษาที่ 1").text("หน่วยงาน ก มีผลการประเมิน คือ IIT 91.20 คะแนน EIT 79.40 คะแนน");
  builder.bold("ผลการประเมินของหน่วยงาน").text("คะแนน ITA 88.12 คะแนน");
  EXPECT_EQ(scores_of(builder), "ITA 88.12 - 2567 " + std::string(kOwn) + "\n");
}

TEST(WrongClaims, LettersLinksAndHelpersDoNotReport) {
  const auto titled = [](const std::vector<std::string>& lines) {
    DocumentBuilder builder;
    for (const std::string& line : lines) builder.text(line);
    return agency_of(builder);
  };
  EXPECT_EQ(titled({"เรื่อง แจ้งผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567", "ด้วยสำนักงาน ป.ป.ช. ได้ประกาศผลการประเมินแล้ว"}), "-");
  EXPECT_EQ(titled({"โครงการศึกษาเพื่อยกระดับผลการประเมิน ITA", "ของการท่าเรือบกแห่งประเทศไทย", "โดย มหาวิทยาลัยราชภัฏศรีธารา"}),
            "การท่าเรือบกแห่งประเทศไทย");
  EXPECT_EQ(titled({"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 คะแนนรวม 88.79 คะแนน", "ลิงก์: อบจ.ลำปาง | กรมบัญชีกลาง",
                    "© 2567 สงวนลิขสิทธิ์โดย เทศบาลตำบลหนองแวงใต้"}),
            "เทศบาลตำบลหนองแวงใต้");
  EXPECT_EQ(titled({"รายงานประจำปี 2567", "สำนักงานกองทุนฟื้นฟูเมืองท่า", "ทุนหมุนเวียน (กรมบัญชีกลาง)"}), "สำนักงานกองทุนฟื้นฟูเมืองท่า");
}

TEST(WrongClaims, NamesThatGoOnAndNamesThatAreCut) {
  const auto titled = [](const std::string& line) {
    return agency_of(DocumentBuilder().text("รายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567").text(line));
  };
  EXPECT_EQ(titled("โรงเรียนเทศบาล 2 วัดท่าเรือน"), "โรงเรียนเทศบาล 2 วัดท่าเรือน");
  EXPECT_EQ(titled("สำนักงานป้องกันการทุจริต ประจำจังหวัดชลธี"), "สำนักงานป้องกันการทุจริต ประจำจังหวัดชลธี");
  EXPECT_EQ(titled("สำนักงา"), "-");
  EXPECT_EQ(scores_of(own_report().text("เทศบาลตำบลหนองแวงใต้มีผลคะแนนการประเมิน ITA เท่ากับ 87.15 คะแนน")),
            "ITA 87.15 - 2567 เทศบาลตำบลหนองแวงใต้\n");
  EXPECT_EQ(scores_of(own_report().text("เทศบาลตำบลแม่สรวยคว้าคะแนน ITA 95.10 คะแนน")),
            "ITA 95.1 - 2567 เทศบาลตำบลแม่สรวย\n");
  EXPECT_EQ(scores_of(own_report().text("คะแนน ITA ของเทศบาลตำบลแม่สรวยเท่ากับ 82.14 คะแนน")),
            "ITA 82.14 - 2567 เทศบาลตำบลแม่สรวย\n");
}

TEST(WrongClaims, IndicatorsOfAnotherAgreement) {
  EXPECT_EQ(said("ตัวชี้วัดที่ 1 ร้อยละการเบิกจ่ายงบลงทุน ผลงานร้อยละ 91.35"), "");
  EXPECT_EQ(said("ตัวชี้วัดที่ 5 การป้องกันอุบัติเหตุ ผลงาน 84.25 คะแนน"), "");
  const std::string own = " - 2567 " + std::string(kOwn) + "\n";
  EXPECT_EQ(said("ตัวชี้วัดที่ 5 แก้ปัญหาทุจริต ได้ 84.25 คะแนน"), "indicator5 84.25" + own);
  EXPECT_EQ(said("ตัวชี้วัดที่ 5 ซึ่งเป็นจุดอ่อน ได้ 84.25 คะแนน"), "indicator5 84.25" + own);
}

TEST(WrongClaims, SharesOfAnswersAndThePastYear) {
  EXPECT_EQ(said("ผู้ตอบร้อยละ 3.20 ในข้อ e11 ระบุว่าเคยพบเห็น และข้อ e12 มีผู้ตอบว่าเคยใช้ร้อยละ 11.05"), "");
  EXPECT_EQ(said("ปีที่ผ่านมา แบบวัด IIT ได้ 91.77 คะแนน"), "IIT 91.77 - 2566 " + std::string(kOwn) + "\n");
}

TEST(WrongClaims, WhatASetOfOfficesHas) {
  EXPECT_EQ(said("หน่วยงานภาครัฐทั่วประเทศมีคะแนน ITA 93.05 คะแนน แบ่งเป็น IIT 94.05 คะแนน และ OIT 93.92 คะแนน"), "");
  EXPECT_EQ(said("สำหรับกลุ่มหน่วยงานประเภทเดียวกัน มีคะแนน OIT 95.11 คะแนน"), "");
  EXPECT_EQ(said("ระดับประเทศได้คะแนน ITA 93.05 คะแนน ส่วน" + std::string(kOwn) + "ได้คะแนน ITA 88.12 คะแนน"),
            "ITA 88.12 - 2567 " + std::string(kOwn) + "\n");
}

TEST(WrongClaims, AnAimIsOfNoYearThatWasAssessed) {
  DocumentBuilder builder = own_report();
  builder.text("หน่วยงานที่มีผลการประเมิน ITA ผ่านเกณฑ์ ร้อยละ 100 ในปี 2570").text("ตัวชี้วัดที่ 8 ได้ 81.44 คะแนน");
  EXPECT_EQ(scores_of(builder), "indicator8 81.44 - 2567 " + std::string(kOwn) + "\n");
}

TEST(WrongClaims, NumberedLinesAndTablesOfOfficesDoNotReport) {
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("สรุปผล ITA ปีงบประมาณ พ.ศ. 2567")
                          .text("1. เทศบาลเมืองท่าเรือน (97.33)")
                          .text("2. เทศบาลตำบลหนองแวงใต้ (93.12)")),
            "-");
  EXPECT_EQ(
      agency_of(DocumentBuilder().text("แบบรายงาน ITA ปีงบประมาณ พ.ศ. 2567").text("1. ชื่อหน่วยงาน เทศบาลเมืองท่าเรือน")),
      "เทศบาลเมืองท่าเรือน");
  DocumentBuilder table;
  table.text("สรุปผล LPA และ ITA ปีงบประมาณ พ.ศ. 2567");
  table.table({"อปท.", "LPA"}, {{"เทศบาลเมืองท่าเรือน", "91.00"}, {"เทศบาลตำบลหนองแวงใต้", "85.70"}});
  EXPECT_EQ(agency_of(table), "-");
  EXPECT_EQ(agency_of(DocumentBuilder()
                          .text("รายงานผล ITA ปีงบประมาณ พ.ศ. 2567")
                          .text("กองทุนพัฒนาเมืองชายแดน")
                          .page()
                          .text("ขอขอบคุณ สำนักงาน ป.ป.ช.")),
            "กองทุนพัฒนาเมืองชายแดน");
}

TEST(WrongClaims, ARowThatNamesAnotherOffice) {
  DocumentBuilder builder = own_report();
  builder.text("ปัญหาที่นำมาปรึกษา ITA");
  builder.table({"ผู้รับคำปรึกษา", "ปัญหา"},
                {{"เทศบาลเมืองท่าเรือน", "แบบวัด IIT ได้ 78.00 คะแนน เพราะระบบล่ม"}, {"เทศบาลตำบลหนองแวงใต้", "ยังไม่มีผู้ตอบ"}});
  EXPECT_EQ(scores_of(builder), "unclear: several_offices\n");
}

TEST(WrongClaims, WhoAssessedIsNotWhoseScoreItIs) {
  DocumentBuilder builder = own_report();
  builder.text("ผลการประเมิน ITA และอื่น ๆ");
  builder.table({"การประเมิน", "หน่วยงานผู้ประเมิน", "ผลคะแนน"},
                {{"ITA", "สำนักงาน ป.ป.ช.", "90.15"}, {"LPA", "กรมส่งเสริมการปกครองท้องถิ่น", "88.20"}});
  EXPECT_EQ(scores_of(builder).find("ป้องกัน"), std::string::npos);
  EXPECT_EQ(scores_of(builder).find("88.2 "), std::string::npos);
}

TEST(WrongClaims, TimesAndPagesAndFormerFiguresOfATable) {
  EXPECT_EQ(said("กำหนดการอบรม บรรยาย IIT 10.30 น. พักกลางวัน"), "");
  const auto of = [](const std::vector<std::string>& header, const std::vector<std::string>& row) {
    DocumentBuilder builder = own_report();
    builder.text("ผลการประเมิน ITA").table(header, {row});
    return scores_of(builder);
  };
  EXPECT_EQ(of({"แบบวัด", "ได้", "ขาดอีก", "ต้องเพิ่มร้อยละ"}, {"IIT", "92.00", "3.00", "3.26"}).find("3.26"),
            std::string::npos);
  EXPECT_EQ(of({"ข้อ", "ชื่อเอกสาร", "หน้า"}, {"O2", "ข้อมูลผู้บริหาร", "3"}), "");
}

TEST(WrongClaims, TheOfficeAboveIsNamedBehindTheFirstWordOfALetter) {
  EXPECT_EQ(said("ด้วยกรมสรรพสามิตมีผลการประเมิน ITA จำนวน 97.05 คะแนน"), "ITA 97.05 - 2567 กรมสรรพสามิต\n");
}

TEST(WrongClaims, ColumnsOfYearsInTheHeadAreNotTheReportsYear) {
  DocumentBuilder builder;
  builder.text("ข้อมูลสำคัญขององค์กร").text(kOwn);
  builder.table({"รายการ", "2564", "2565", "2566"}, {{"บุคลากร", "11", "12", "13"}});
  EXPECT_EQ(extract(builder).fiscal_year, std::nullopt);
}

TEST(WrongClaims, NumbersOfIssuesAndHalvesOfFigures) {
  EXPECT_EQ(said("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ประเด็นที่ 1.1"), "");
  EXPECT_EQ(said("แบบวัด OIT ได้ 97. 10 คะแนน"), "unclear: half_figure\n");
}

TEST(WrongClaims, WhatAPartOfTheOfficeGot) {
  EXPECT_EQ(said("จากตาราง สำนักช่างได้คะแนน IIT 79.45 คะแนน ต่ำกว่ากองอื่น"), "unclear: several_offices\n");
}

TEST(WrongClaims, WhatTheOfficeAboveGotIsItsOwn) {
  const auto branch = [](const std::string& sentence) {
    DocumentBuilder builder;
    builder.text("มาตรการส่งเสริมความโปร่งใส ปีงบประมาณ พ.ศ. 2568").text("สำนักงานท่าเรือจังหวัดโขงใหม่").page();
    return scores_of(builder.text(sentence));
  };
  EXPECT_EQ(branch("ตามที่กรมท่าเรือได้รับผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 คะแนน 94.66 คะแนน ระดับผ่านดี"),
            "ITA 94.66 ผ่านดี 2567 กรมท่าเรือ\n");
  EXPECT_EQ(branch("จากการที่กรมท่าเรือ ได้รับคะแนน ITA 91.90 คะแนน ในปีงบประมาณ พ.ศ. 2567 โดยมี EIT 85.30 คะแนน"),
            "ITA 91.9 - 2567 กรมท่าเรือ\nEIT 85.3 - 2567 กรมท่าเรือ\n");
  EXPECT_EQ(
      branch("สำนักงานท่าเรือจังหวัดโขงใหม่ใช้ผลการประเมินของกรมท่าเรือ ซึ่งได้คะแนน ITA ปีงบประมาณ พ.ศ. 2568 จำนวน 93.77 คะแนน"),
      "ITA 93.77 - 2568 กรมท่าเรือ\n");
  EXPECT_EQ(branch("กรมท่าเรือ ได้คะแนน ITA 91.90 คะแนน ส่วนสำนักงานได้ EIT 85.30 คะแนน"),
            "ITA 91.9 - 2568 กรมท่าเรือ\nEIT 85.3 - 2568 สำนักงานท่าเรือจังหวัดโขงใหม่\n")
      << "up to where the office speaks of itself";
  EXPECT_EQ(
      branch("กรมท่าเรือ ได้คะแนน ITA 91.90 คะแนน เมืองท่าใหม่ได้คะแนน EIT 85.30 คะแนน").find("EIT 85.3 - 2568 กรมท่าเรือ"),
      std::string::npos)
      << "up to where somebody else gets something";
}

TEST(WrongClaims, WhatIsPaidOrChosenUponAScore) {
  EXPECT_EQ(said("ผู้บริหารจะได้รับเงินรางวัลเมื่อ ITA ได้ 92.00 คะแนน"), "");
  EXPECT_EQ(said("จ่ายเงินงวดสุดท้ายเมื่อคะแนน OIT เป็น 95.00 คะแนน"), "");
  EXPECT_EQ(said("ผู้เสนอราคาต้องมีผลงานทำให้หน่วยงานมีคะแนน ITA 90 คะแนน"), "");
  EXPECT_EQ(said("คะแนน EIT 85 คะแนน เป็นอย่างน้อย"), "");
  EXPECT_EQ(said("เราจะพัฒนาต่อไป เมื่อเปรียบเทียบกับปีก่อน คะแนน EIT ได้ 85.20 คะแนน").substr(0, 3), "EIT");
}

TEST(WrongClaims, FiguresOfOtherScales) {
  EXPECT_EQ(said("ค่าความเชื่อมั่นของแบบวัด IIT เท่ากับ 0.93 ค่าเฉลี่ยความคิดเห็นต่อ OIT เท่ากับ 3.94"), "");
  EXPECT_EQ(said("แบบวัด OIT ได้ 0 คะแนน"), "OIT 0 - 2567 องค์การบริหารส่วนตำบลหนองแวง\n");
}

TEST(WrongClaims, WhoAssessedAndWhereFiguresComeFrom) {
  const auto of = [](const std::string& head) {
    DocumentBuilder builder = own_report();
    builder.table({"ตัวชี้วัด", "หน่วยนับ", head, "ปี 2566", "ปี 2567"},
                  {{"คะแนน ITA", "คะแนน", "สำนักงาน ป.ป.ช.", "91.20", "92.44"},
                   {"ความเชื่อมั่น", "ร้อยละ", "สำนักงานสถิติแห่งชาติ", "80.00", "82.00"}});
    return scores_of(builder);
  };
  EXPECT_EQ(of("แหล่งข้อมูล").find("สำนักงานคณะกรรมการป้องกัน"), std::string::npos) << of("แหล่งข้อมูล");
  EXPECT_EQ(of("หน่วยงานผู้ประเมิน").find("สำนักงานคณะกรรมการป้องกัน"), std::string::npos);
}

TEST(WrongClaims, TheYearOfATableInTheNextChapter) {
  const auto of = [](const std::string& told, const std::string& heading) {
    DocumentBuilder builder = own_report();
    for (int line = 0; line < 3; ++line) builder.text("คณะทำงานประชุมทุกเดือนและรายงานผู้บริหาร");
    builder.text(told);
    if (!heading.empty()) builder.bold(heading);
    builder.table({"ตัวชี้วัด", "คะแนน"}, {{"1. การปฏิบัติหน้าที่", "96.10"}, {"2. การใช้งบประมาณ", "93.30"}});
    const std::string scores = scores_of(builder);
    return scores.substr(scores.find("indicator1"));
  };
  const std::string own = "indicator1 96.1 - 2567 องค์การบริหารส่วนตำบลหนองแวง\n";
  const std::string two = "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 ได้ 92.61 คะแนน ส่วนปีงบประมาณ พ.ศ. 2566 ได้ 85.40 คะแนน";
  EXPECT_EQ(of(two, "").substr(0, own.size()), own) << "of two years told apart the later one";
  EXPECT_EQ(of("ผลการประเมินในปีงบประมาณ พ.ศ. 2565 มีข้อที่ยังไม่เผยแพร่", "ผลรายตัวชี้วัด").substr(0, own.size()), own)
      << "running text hands no year over a heading";
  EXPECT_NE(of("ผลการประเมินในปีงบประมาณ พ.ศ. 2565 มีดังนี้", "").find(" 2565 "), std::string::npos);
}

TEST(WrongClaims, PersonsTimesAndDocumentsAreNoOffices) {
  const auto of = [](const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    DocumentBuilder builder = own_report();
    builder.text("ผลการประเมิน ITA").table(header, rows);
    return scores_of(builder);
  };
  EXPECT_EQ(of({"ชื่อ", "IIT", "EIT"}, {{"นางสาวสายชล ใจงาม", "81.10", "82.50"}, {"นายพร ขยัน", "84.10", "85.50"}})
                .find("สายชล"),
            std::string::npos);
  EXPECT_EQ(of({"ที่", "ชื่อ-สกุล", "สังกัด", "IIT", "EIT"}, {{"1", "นางสาวสายชล ใจงาม", "เทศบาลตำบลเรือนแพ", "28", "27"},
                                                       {"2", "นายพร ขยัน", "เทศบาลตำบลท่าน้ำ", "25", "29"}}),
            "")
      << "marks of persons, whose offices stand beside them";
  EXPECT_EQ(of({"ข้อ", "ชื่อเอกสาร", "แฟ้มที่"}, {{"O1", "โครงสร้าง", "11"}, {"O11", "คู่มือ", "13"}}), "");
  EXPECT_EQ(of({"ชื่อ", "OIT"}, {{"ม.ค.–มี.ค. 68", "72.50"}, {"เม.ย.–มิ.ย. 68", "80.50"}}).find("ม.ค."), std::string::npos);
}

TEST(WrongClaims, WhatManyOfficesHaveTogether) {
  EXPECT_EQ(said("มีหน่วยงานเข้าร่วม 8,325 แห่ง ได้คะแนนภาพรวม 93.05 คะแนน"), "");
  EXPECT_EQ(said("องค์กรปกครองส่วนท้องถิ่น 7,850 แห่ง มีคะแนน ITA 92.82 คะแนน"), "");
  EXPECT_EQ(said("ควรเชิญหน่วยงานที่ได้ ITA 100 คะแนน มาเล่า"), "");
}

TEST(WrongClaims, YearsInTheHeadsOfLabelsAndOffices) {
  DocumentBuilder corner = own_report();
  corner.table({"แบบวัด (ปี 2566)", "คะแนน"}, {{"IIT", "81.20"}, {"EIT", "79.90"}, {"OIT", "88.00"}});
  EXPECT_EQ(scores_of(corner).substr(0, 17), "IIT 81.2 - 2566 \xE0") << scores_of(corner);
  DocumentBuilder heads = own_report();
  heads.table({"แบบวัด", "เทศบาลตำบลเรือนแพ (2566)", "เทศบาลตำบลท่าน้ำ (2567)"},
              {{"IIT", "81.20", "83.10"}, {"EIT", "79.90", "80.50"}});
  EXPECT_EQ(scores_of(heads),
            "IIT 81.2 - 2566 เทศบาลตำบลเรือนแพ\nIIT 83.1 - 2567 เทศบาลตำบลท่าน้ำ\n"
            "EIT 79.9 - 2566 เทศบาลตำบลเรือนแพ\nEIT 80.5 - 2567 เทศบาลตำบลท่าน้ำ\n");
}

TEST(WrongClaims, AYearThatIsAimedAtOverATable) {
  DocumentBuilder builder;
  builder.text("ประกาศผลการประเมิน ITA").text("ปีงบประมาณ พ.ศ. 2567").text(kOwn).page();
  builder.text("ค่าเฉลี่ยของกลุ่ม 88.32 คะแนน ปี 2566 ค่าเฉลี่ย 85.61 คะแนน เป้าหมายปี 2569 ไม่น้อยกว่า 91 คะแนน");
  builder.table({"หน่วยงาน", "IIT", "EIT"},
                {{"เทศบาลตำบลเรือนแพ", "81.20", "83.10"}, {"เทศบาลตำบลท่าน้ำ", "79.90", "80.50"}});
  EXPECT_EQ(scores_of(builder).find("2569"), std::string::npos);
}

TEST(WrongClaims, WhatOthersGotThatPronounsStandFor) {
  EXPECT_EQ(said("ไปศึกษาดูงานปี 2567 ที่นั่นได้ 97.95 คะแนน โดย OIT ได้ 100 คะแนน").find(kOwn), std::string::npos);
  EXPECT_EQ(said("เราชื่นชมเพื่อนบ้าน เขาได้ EIT 96.40 คะแนน").find(kOwn), std::string::npos);
  EXPECT_NE(said("องค์การบริหารส่วนตำบลหนองแวงได้ EIT 86.40 คะแนน").find(kOwn), std::string::npos);
}

TEST(WrongClaims, AYearGluedBehindAFigure) {
  EXPECT_EQ(said("เคยอยู่ท้ายตาราง ITA คะแนนรวม 48.20 คะแนนในปี 2563 วันนี้ดีขึ้นมาก"),
            "ITA 48.2 - 2563 " + std::string(kOwn) + "\n");
}

TEST(WrongClaims, OfTwoYearsOfATitleTheLaterIsTheReports) {
  DocumentBuilder builder;
  builder.text("ผลการประเมิน ITA รายข้อคำถาม เปรียบเทียบสองปี")
      .text(kOwn)
      .text("ปีงบประมาณ พ.ศ. 2567 และ พ.ศ. 2568 (คะแนน)")
      .page();
  EXPECT_EQ(extract(builder).fiscal_year, 2568);
}

TEST(WrongClaims, ABracketsYearEndsWithTheBracket) {
  EXPECT_EQ(said("ผลการประเมิน ITA ได้ 97.29 คะแนน (ปี 2566: 95.80 คะแนน) โดย IIT 97.81 คะแนน").find("IIT 97.8 - 2566"),
            std::string::npos);
  EXPECT_NE(said("ผลการประเมิน ITA ได้ 97.29 คะแนน (ปี 2566: 95.80 คะแนน) โดย IIT 97.81 คะแนน").find("IIT 97.81 - 2567"),
            std::string::npos);
}

TEST(WrongClaims, DraftsThatSaySoThemselves) {
  DocumentBuilder builder = own_report();
  builder.table({"แบบวัด", "คะแนน"}, {{"IIT", "99.99"}, {"EIT", "99.99"}, {"OIT", "99.99"}});
  builder.text("หมายเหตุ ตัวเลขในร่างนี้เป็นตัวเลขสมมติเพื่อจัดรูปแบบ ยังไม่ใช่ผลจริง");
  EXPECT_EQ(scores_of(builder), "unclear: draft\n");
  EXPECT_EQ(said("ผลจริง ITA คือ 91.32 คะแนน").substr(0, 9), "ITA 91.32");
}

TEST(WrongClaims, WhatMoneyWasSpentOnAnInstrument) {
  EXPECT_EQ(said("ใช้งบประมาณด้าน EIT ร้อยละ 22.79").find("EIT"), std::string::npos);
  EXPECT_EQ(said("ค่าใช้จ่ายด้าน OIT คิดเป็นร้อยละ 46.33 ของงบประมาณโครงการ").find("OIT"), std::string::npos);
  EXPECT_EQ(said("คะแนนด้าน EIT ได้ 82.79 คะแนน").substr(0, 9), "EIT 82.79");
}

TEST(WrongClaims, ANameThatGoesOnBehindAListedOne) {
  EXPECT_EQ(said("องค์การบริหารส่วนจังหวัดน่านพัฒนา ได้ EIT 94.30 คะแนน"), "EIT 94.3 - 2567 องค์การบริหารส่วนจังหวัดน่านพัฒนา\n");
  EXPECT_EQ(said("องค์การบริหารส่วนจังหวัดน่าน ได้ EIT 94.30 คะแนน"), "EIT 94.3 - 2567 องค์การบริหารส่วนจังหวัดน่าน\n");
}

TEST(WrongClaims, YearsOfFiguresInTheLineAboveATableAreNotTheTables) {
  DocumentBuilder builder;
  builder.text("ผลการประเมินคุณธรรมและความโปร่งใส (ITA)")
      .text("ปีงบประมาณ พ.ศ. 2568")
      .text(kOwn)
      .text("จำนวน 3 แห่ง ค่าเฉลี่ย 88.32 คะแนน ปี 2567 ค่าเฉลี่ย 85.61 คะแนน เป้าหมายปี 2569 ไม่น้อยกว่า 91 คะแนน")
      .table({"หน่วยงาน", "IIT"}, {{"โรงเรียนบ้านสวน", "90.11"}, {"โรงเรียนบ้านนา", "91.22"}, {"โรงเรียนบ้านไร่", "92.33"}});
  EXPECT_NE(scores_of(builder).find("IIT 90.11 - 2568 โรงเรียนบ้านสวน"), std::string::npos) << scores_of(builder);
}

TEST(WrongClaims, AYearThatOnlyPlansNameIsNotTheAssessedOne) {
  DocumentBuilder builder;
  builder.text(kOwn).text("ผลการประเมิน ITA").text("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ 98.35 คะแนน");
  builder.table({"มาตรการ", "ผู้รับผิดชอบ", "กำหนดเสร็จ"}, {{"แจ้งสถานะทางข้อความ", "กองคลัง", "พ.ย. 2568"},
                                                       {"สลับผู้ตรวจรายเดิม", "กองช่าง", "ธ.ค. 2568"},
                                                       {"ติดป้ายค่าธรรมเนียม", "นิติกร", "ม.ค. 2569"}});
  EXPECT_EQ(extract(builder).fiscal_year, 2569);
  EXPECT_EQ(scores_of(builder).find("2569"), std::string::npos) << scores_of(builder);
}

TEST(WrongClaims, AnotherAssessmentsFigureBesideThisOnes) {
  const std::string scores = said("ผลการประเมิน LPA ได้ร้อยละ 91.50 ผลการประเมิน ITA ได้ 90.22 คะแนน");
  EXPECT_EQ(scores.find("91.5"), std::string::npos) << scores;
  EXPECT_NE(scores.find("ITA 90.22 - 2567"), std::string::npos) << scores;
}

TEST(WrongClaims, AnotherYearBehindAListOfInstruments) {
  const std::string scores =
      said("แบ่งเป็น IIT 90.10 คะแนน EIT 88.20 คะแนน OIT 94.17 คะแนน เมื่อเทียบกับปีงบประมาณ พ.ศ. 2566 (88.15 คะแนน) เพิ่มขึ้น");
  EXPECT_EQ(scores.find("88.15"), std::string::npos) << scores;
  EXPECT_NE(scores.find("OIT 94.17 - 2567"), std::string::npos) << scores;
}

}  // namespace
}  // namespace prongsai::layouts
