// Numbers of lists that are skipped or repeated.
#include "pipeline/checks/numbering.hpp"

#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Numbering, Steps) {
  using Numbers = std::vector<int>;
  const auto faults = [](const Numbers& numbers) {
    std::string out;
    for (const ListFault& fault : list_faults(numbers)) out += fault.step == Step::gap ? 'g' : 'r';
    return out;
  };
  EXPECT_EQ(faults({1, 2, 3, 4}), "");
  EXPECT_EQ(faults({1, 2, 3, 5}), "g");
  EXPECT_EQ(faults({1, 2, 2, 3}), "r");
  EXPECT_EQ(faults({1, 2, 2, 4}), "r") << "the second 2 stands for the 3";
  EXPECT_EQ(faults({1, 1, 2}), "r");
  EXPECT_EQ(faults({3, 4}), "") << "the beginning is on another page";
  EXPECT_EQ(faults({}), "");
}

TEST(Numbering, InCells) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cells = {
      {"๑. สำรวจ ๒. สรุป ๓. เสนอ ๕. เผยแพร่", {"numbering_gap 6 - procedure"}},
      {"(1) สำรวจ (2) สรุป (2) เสนอ", {"numbering_repeat 6 - procedure"}},
      {"1) สำรวจ 3) สรุป", {"numbering_gap 6 - procedure"}},
      {"(๑) ถามเจ้าหน้าที่ (๑) จัดอบรม (๒) สรุป", {"numbering_repeat 6 - procedure"}},
      {"๑. สำรวจ ๒. สรุป ๓. เสนอ", {}},
      {"1. ถามเจ้าหน้าที่ 2. สรุป 3. เสนอ", {}},  // ที่ 2. is no ordinal here
      {"๑. พิมพ์สองหน้า ๒. สรุป ๓. เสนอ", {}},
      {"๓. เสนอผู้บริหาร ๔. เผยแพร่", {}},                          // the beginning stands on the page before
      {"๑. สำรวจ ๑) ครู ๒) นักเรียน ๒. สรุป ๑) ครู ๒) นักเรียน", {}},  // inner lists begin again
      {"๑. สำรวจ ๑๕ แห่ง ๒. ประชุม ๓ ครั้ง ๓. สรุป", {}},
      {"ตาม พ.ร.บ. พ.ศ. ๒๕๖๐ และคำสั่งที่ ๕/๒๕๖๗", {}},
  };
  for (const auto& [text, raised] : cells) {
    Report report;
    report.table("other", {"procedure"}, 6);
    report.row({text});
    std::vector<std::string> all = report.raised(numbering_gap);
    for (std::string& found : report.raised(numbering_repeat)) all.push_back(std::move(found));
    EXPECT_EQ(all, raised) << text;
  }
}

Report with_sequence(const std::vector<std::string>& numbers, std::string role = "measures") {
  Report report("D_narrative", 2566);
  report.table(std::move(role), {"sequence", "measure"});
  for (const std::string& number : numbers)
    report.row({number, "มาตรการ " + std::to_string(report.record.cells.size())});
  return report;
}

TEST(Numbering, OfASequenceColumn) {
  EXPECT_THAT(with_sequence({"๑", "๒", "๔"}).raised(numbering_gap), ElementsAre("numbering_gap - - sequence"));
  EXPECT_THAT(with_sequence({"1", "2", "2", "3"}).raised(numbering_repeat),
              ElementsAre("numbering_repeat - - sequence"));
  EXPECT_THAT(with_sequence({"๑.", "", "๒.", "๓."}).raised(numbering_gap), IsEmpty());
  EXPECT_THAT(with_sequence({"34"}).raised(numbering_gap), IsEmpty());
  EXPECT_THAT(with_sequence({"1", "1", "3"}, "announcement").raised(numbering_repeat), IsEmpty()) << "shared ranks";
  EXPECT_THAT(with_sequence({"1", "1", "2", "1", "2", "3", "1"}).raised(numbering_repeat), IsEmpty())
      << "parts count anew";
}

TEST(Numbering, GroupsAndTheirMembersMayBeCountedInOneColumn) {
  EXPECT_THAT(with_sequence({"1", "1", "2", "3", "2", "4", "5", "3", "6", "7"}).raised(numbering_repeat), IsEmpty());
  EXPECT_THAT(with_sequence({"1", "1", "2", "3", "2", "4", "5", "3", "6", "7"}).raised(numbering_gap), IsEmpty());
  EXPECT_THAT(with_sequence({"1", "2", "2", "4", "5", "6"}).raised(numbering_repeat),
              ElementsAre("numbering_repeat - - sequence"));
}

TEST(Numbering, ACitizensOrAProjectsNumberCountsNoRow) {
  const Report report = with_sequence({"1", "2", "1234567890123", "9876543210987", "3"});
  EXPECT_THAT(report.raised(numbering_gap), IsEmpty());
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

TEST(Numbering, ASpannedNumberIsNoRepeat) {
  Report report("D_narrative", 2566);
  report.table("measures", {"sequence", "measure", "activity"});
  report.row({"๑", "ลดกระดาษ", "พิมพ์สองหน้า"}).row({"๑", "ลดกระดาษ", "ใช้ไฟล์"}).row({"๒", "ประหยัดไฟ", "ปิดไฟ"});
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

TEST(Numbering, RowsThatAreTickedAlikeAreNotOne) {
  Report report("D_narrative", 2566);
  report.table("measures", {"sequence", "measure", "other"});
  report.row({"๑", "มีคำสั่ง", "/"}).row({"๒", "มีช่องทาง", "/"}).row({"๒", "มีสถิติ", "/"}).row({"๓", "มีประกาศ", "-"});
  EXPECT_THAT(report.raised(numbering_repeat), ElementsAre("numbering_repeat - - sequence"));
}

Report with_paragraphs(const std::vector<std::string>& texts) {
  Report report("D_narrative", 2566);
  for (const std::string& text : texts) report.paragraph(text);
  return report;
}

TEST(Numbering, InRunningText) {
  EXPECT_THAT(with_paragraphs({"1. ก", "2. ข", "4. ค"}).raised(numbering_gap), ElementsAre("numbering_gap - - -"));
  EXPECT_THAT(with_paragraphs({"1. ก", "2. ข", "2. ค", "3. ง"}).raised(numbering_repeat),
              ElementsAre("numbering_repeat - - -"));
}

TEST(Numbering, NestedListsInRunningText) {
  const auto report = with_paragraphs({"๑. หมวดหนึ่ง", "๑. ก", "๒. ข", "๓. ค", "๒. หมวดสอง", "๑. ก", "๒. ข", "๓. หมวดสาม",
                                       "๓.๑ ก", "๓.๒ ข", "(๑) ก", "(๒) ข"});
  EXPECT_THAT(report.raised(numbering_gap), IsEmpty());
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

// (3) in the text between 3.2 and 3.4 is a number of another list.
TEST(Numbering, ANumberOfTwoLevelsIsNotItsLastFigure) {
  Report report;
  report.paragraph("๓.๑ ผลการประเมิน").paragraph("๓.๒ จุดอ่อน ได้แก่ (๑) การสื่อสาร (๒) ข้อมูล (๓) พัสดุ");
  report.paragraph("๓.๔ การมอบหมายงาน");
  EXPECT_THAT(report.raised(numbering_gap), SizeIs(1));
  Report sound;
  sound.paragraph("๓.๑ ผลการประเมิน").paragraph("๓.๒ จุดอ่อน ๓.๓ แนวทาง").paragraph("๓.๔ การมอบหมายงาน");
  EXPECT_THAT(sound.raised(numbering_gap), IsEmpty());
}

TEST(Numbering, ChaptersBeginAnew) {
  const auto report = with_paragraphs({"บทที่ ๑ บทนำ", "๑. ก", "๒. ข", "บทที่ ๒ ผล", "๒. ค", "๓. ง"});
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

TEST(Numbering, ATableEndsTheListsInsideASection) {
  Report report("D_narrative", 2566);
  report.paragraph("๓. ผู้รับผิดชอบ").paragraph("๔. มาตรการ").paragraph("๑. ก").paragraph("๒. ข").paragraph("๓. ค");
  report.table("measures", {"sequence", "measure", "activity"});
  report.paragraph("๔. ระยะเวลาดำเนินการ").paragraph("๕. กลุ่มงานที่รับผิดชอบ");
  EXPECT_THAT(report.raised(numbering_repeat), ElementsAre("numbering_repeat - - -"));
  EXPECT_THAT(report.raised(numbering_gap), IsEmpty());
}

TEST(Numbering, AHeadingPrintedAgainOnTheNextPageRepeatsNothing) {
  Report report("C_chapters", 2566);
  report.paragraph("๔.๑ งานสารบรรณ")
      .paragraph("๔.๒ งานพัสดุและอาคาร")
      .paragraph("๔.๒ งานพัสดุและอาคาร")
      .paragraph("๔.๓ งานคลัง");
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
  Report other("C_chapters", 2566);
  other.paragraph("๔.๑ งานสารบรรณ").paragraph("๔.๒ งานพัสดุและอาคาร").paragraph("๔.๒ งานคลัง");
  EXPECT_THAT(other.raised(numbering_repeat), SizeIs(1));
}

TEST(Numbering, NearlyTheSameWordsUnderOneNumberAreTwoItemsOfAPage) {
  const auto report = [](bool next_page) {
    Report out("C_chapters", 2566);
    out.paragraph("๒.๔.๑ ผู้เข้าอบรมรุ่น ก ที่มีจำนวนไม่เกิน ๑๐ คน ใช้วิทยากรหนึ่งคน")
        .paragraph("๒.๔.๑ ผู้เข้าอบรมรุ่น ข ที่มีจำนวนไม่เกิน ๑๐ คน ใช้วิทยากรหนึ่งคน")
        .paragraph("๒.๔.๓ ผู้เข้าอบรมทุกรุ่นลงชื่อก่อนเข้าห้อง");
    if (next_page) {
      for (std::size_t i = 1; i < 3; ++i) ++out.record.paragraphs[i].at.page_no;
    }
    return out;
  };
  EXPECT_THAT(report(false).raised(numbering_repeat), SizeIs(1));
  EXPECT_THAT(report(false).scanned().raised(numbering_repeat), SizeIs(1))
      << "both readers of a scan read such a number";
  Report doubted = report(false).scanned();
  const std::string number = "๒.๔.๑";
  doubted.record.paragraphs[1].doubts = {
      {0, number.size(), Certainty::conflicting, number, "๒.๔.๒", doubted.record.paragraphs[1].at}};
  EXPECT_THAT(doubted.raised(numbering_repeat), IsEmpty());
  EXPECT_THAT(report(true).raised(numbering_repeat), IsEmpty());
}

TEST(Numbering, RowsOfFiguresThatNoRulingsPartAreNoList) {
  Report report("C_chapters", 2566);
  report.paragraph("1. ความเร็ว 3.75 1.13 มาก")
      .paragraph("2. จุดบริการ 3.53 1.23 มาก")
      .paragraph("2. ความรู้ 4.27 0.80 มาก");
  EXPECT_THAT(report.raised(numbering_repeat), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
