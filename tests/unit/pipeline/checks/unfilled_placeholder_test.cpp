// Blanks of a form left open.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(UnfilledPlaceholder, AnInstructionWhereItsAnswerBelongs) {
  for (const std::string text :
       {"มาตรการของ (ระบุชื่อหน่วยงาน) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "จัดทำโดย [โปรดระบุชื่อผู้จัดทำ]", "(ระบุผู้รับผิดชอบ)"}) {
    Report report;
    report.paragraph(text);
    EXPECT_THAT(report.raised(unfilled_placeholder), SizeIs(1)) << text;
  }
  for (const std::string text : {"ผู้รับผิดชอบ (ระบุตำแหน่ง)", "อื่น ๆ (ระบุ)", "ข้อเสนอของ (อื่น ๆ)",
                                 "หน่วยงาน (ระบุชื่อหน่วยงาน) เทศบาลตำบลดงคำ", "ของ (ระบุ) ประธาน"}) {
    Report report;
    report.paragraph(text);
    EXPECT_THAT(report.raised(unfilled_placeholder), IsEmpty()) << text;
  }
}

TEST(UnfilledPlaceholder, InTheHeadOfATableAndOfThePages) {
  Report head;
  TableRecord& table = head.table("", {"other", "other"});
  table.columns[0].header = {"คู่มือการทำงาน"};
  table.columns[1].header = {"เอกสารเลขที่ : ............", "วันที่บังคับใช้ ........... เป็นต้นไป"};
  EXPECT_THAT(head.raised(unfilled_placeholder), SizeIs(2));
  Report running;
  for (int page = 1; page <= 4; ++page) {
    PageRecord out;
    out.page_no = page;
    out.text = "แก้ไขครั้งที่........\nขั้นตอนที่ " + std::to_string(page);
    running.record.pages.push_back(out);
  }
  EXPECT_THAT(running.raised(unfilled_placeholder), SizeIs(1)) << "once, not once a page";
  EXPECT_EQ(running.run(unfilled_placeholder).front().at->page_no, 1);
}

TEST(Placeholder, BlanksOfAForm) {
  for (const std::string text : {"มาตรการของสำนักงาน..... ประจำปี พ.ศ. 2567", "พิมพ์ปีงบประมาณ พ.ศ.... ผิดพลาด",
                                 "จังหวัด………… อำเภอ…………", "มีผู้เข้าร่วม จำนวน ............ คน", "ชื่อ ______ ตำแหน่ง ______",
                                 "มอบหมายให้ ร้อยตำรวจเอก ........................ ตำแหน่ง รองสารวัตร เป็นผู้รับผิดชอบ"}) {
    EXPECT_THAT(Report().paragraph(text).raised(unfilled_placeholder), ElementsAre("unfilled_placeholder - - -"))
        << text;
  }
}

TEST(Placeholder, DottedLinesThatAreNone) {
  for (const std::string text : {
           "เดือนตุลาคม.๒๕๖๖.....เดือนกันยายน.๒๕๖๗",
           "วันที่...๒๙...เดือน...พฤษภาคม...พ.ศ. ...๒๕๖๗",
           "สำนักงาน.....ศึกษาธิการจังหวัดน่าน.....",
           "ที่ ศธ ๐๒๕๘/.............. วันที่ ๒๐ พฤษภาคม ๒๕๖๗",
           "ข้าพเจ้า.................นางอารี มีสุข.................ตำแหน่ง.......ครู.......",
           "บทที่ ๒ การวิเคราะห์ผล ........................ ๕",
           "(ลงชื่อ) ........................................",
           "(........................................)",
           "(นายธารา มั่นคง) วันที่...../......../........",
           "ลงชื่อ.......... (นางสาวมณี ดีงาม) ตำแหน่ง ครู วันที่ ..... เดือน .............. พ.ศ. ........",
           "ที่ ศธ.๐๒๑๐๗/..... วันที่ ๒๙ พฤษภาคม ๒๕๖๗",
           "การวิเคราะห์ผลการประเมิน..",
           "เผยแพร่ผ่านเฟซบุ๊ก ไลน์ ยูทูบ ...",
           "ติดตามผลการดำเนินการ... และอื่น ๆ ของหน่วยงาน...",
           "............................",
       }) {
    EXPECT_THAT(Report().paragraph(text).raised(unfilled_placeholder), IsEmpty()) << text;
  }
}

TEST(Placeholder, ADayThatNobodySignsForIsABlank) {
  for (const std::string text : {"ประกาศ ณ วันที่ ..... เดือน .............. พ.ศ. ........",
                                 "ประชุมวันที่...../......../........", "(ฉบับแก้ไข) มีผลวันที่ ......"}) {
    EXPECT_THAT(Report().paragraph(text).raised(unfilled_placeholder), SizeIs(1)) << text;
  }
}

TEST(Placeholder, DotsBehindAValueFillTheLine) {
  EXPECT_THAT(Report().paragraph("ระยะเวลา ตลอดปีงบประมาณ ..............").raised(unfilled_placeholder), IsEmpty());
  EXPECT_THAT(Report().paragraph("มาตรการของปีงบประมาณ ..............").raised(unfilled_placeholder), SizeIs(1));
}

TEST(Placeholder, AFormForOthersToFillIn) {
  Report report;
  for (int i = 0; i < 5; ++i) report.paragraph("ชื่อ........................ วันที่..................");
  for (ParagraphRecord& paragraph : report.record.paragraphs) paragraph.at.page_no = 15;
  EXPECT_THAT(report.raised(unfilled_placeholder), IsEmpty());
}

TEST(Placeholder, APageThatSaysWhoseTheReportIsIsItsOwnHoweverManyItsBlanks) {
  Report report;
  for (int i = 0; i < 5; ++i) report.paragraph("ชื่อ........................ วันที่..................");
  for (ParagraphRecord& paragraph : report.record.paragraphs) paragraph.at.page_no = 1;
  report.record.fiscal_year_at = Evidence{1, {60, 40, 300, 60}, TextSource::text, 1.0};
  EXPECT_THAT(report.raised(unfilled_placeholder), SizeIs(5));
}

TEST(Placeholder, EvidenceShortensTheLine) {
  const auto findings =
      Report().paragraph("มาตรการของสำนักงาน................................ ประจำปี").run(unfilled_placeholder);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].evidence, "มาตรการของสำนักงาน..... ประจำปี");
}

}  // namespace
}  // namespace prongsai::checks
