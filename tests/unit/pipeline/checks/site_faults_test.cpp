// misplaced_page, not_on_main_site and external_host from the manifest, from links and from the report's own words.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> all_raised(const Report& report) {
  std::vector<std::string> out;
  for (const CheckFunction check : {misplaced_page, not_on_main_site, external_host}) {
    for (std::string& found : report.raised(check)) out.push_back(std::move(found));
  }
  return out;
}

Report with_manifest(std::optional<std::string> published,
                     std::optional<std::string> main = "https://www.peo-example.go.th") {
  Report report;
  ManifestRow row;
  row.item_code = "O34";
  row.main_site = std::move(main);
  row.published_url = std::move(published);
  report.submission.manifest = row;
  return report;
}

TEST(SiteFaults, OfTheManifest) {
  EXPECT_THAT(all_raised(with_manifest("https://www.peo-example.go.th/ita/o34.pdf")), IsEmpty());
  EXPECT_THAT(all_raised(with_manifest("https://hr.peo-example.go.th/o34.pdf")), ElementsAre("misplaced_page - O34 -"));
  EXPECT_THAT(all_raised(with_manifest("https://drive.google.com/file/d/1")), ElementsAre("external_host - O34 -"));
  EXPECT_THAT(all_raised(with_manifest("หน้าเว็บ")), ElementsAre("not_on_main_site - O34 -"));
  EXPECT_THAT(all_raised(with_manifest(std::nullopt)), ElementsAre("not_on_main_site - O34 -"));
}

TEST(SiteFaults, AManifestThatSaysNothingOfSites) {
  EXPECT_THAT(all_raised(with_manifest(std::nullopt, std::nullopt)), IsEmpty());
  EXPECT_THAT(all_raised(Report()), IsEmpty());
}

TEST(SiteFaults, TheRecordsItemWhereTheManifestNamesNone) {
  Report report = with_manifest("https://www.facebook.com/peo");
  report.submission.manifest->item_code.reset();
  EXPECT_THAT(all_raised(report), ElementsAre("external_host - O34 -"));
}

struct Sentence {
  std::string text;
  std::vector<std::string> raised;
};

TEST(SiteFaults, InTheReportsOwnWords) {
  const std::vector<Sentence> sentences = {
      {"ตัวชี้วัดข้อ ๒๙ ข้อมูลสถิติ ผู้ตรวจแจ้งว่าไฟล์ไม่ได้อยู่บนเว็บไซต์หลัก แต่นำไปวางไว้บนหน้ากลุ่มงานแทน ได้ ๐ คะแนน",
       {"misplaced_page - O29 -"}},
      {"ข้อ O17 ถูกวางไว้บนเว็บไซต์ของกลุ่มนโยบายและแผน ไม่ใช่หน้าหลัก", {"misplaced_page - O17 -"}},
      {"ตัวชี้วัดข้อ ๓๐ การมีส่วนร่วม คณะกรรมการไม่พบข้อมูลบนเว็บไซต์หลัก จึงให้ ๐ คะแนน", {"not_on_main_site - O30 -"}},
      {"ข้อ O๒๖ ผู้ประเมินตรวจไม่พบบนหน้าหลักของเว็บไซต์", {"not_on_main_site - O26 -"}},
      {"ข้อ O5 และข้อ O6 ไม่มีการเผยแพร่บนเว็บไซต์หลักของหน่วยงาน", {"not_on_main_site - O5 -", "not_on_main_site - O6 -"}},
      {"ข้อ O3 มีครบ ส่วนข้อ O8 ไม่พบข้อมูลบน เว็บไซต์ หลัก", {"not_on_main_site - O8 -"}},
      {"ข้อ O1 นำไปเผยแพร่ที่หน้าเว็บของกลุ่มอำนวยการ ข้อ O2 ไม่พบข้อมูลบนเว็บไซต์หลัก",
       {"misplaced_page - O1 -", "not_on_main_site - O2 -"}},
      {"ผู้ตรวจประเมินแจ้งว่าไม่พบข้อมูลบนเว็บไซต์หลัก จึงไม่ได้คะแนน", {"not_on_main_site - - -"}},
  };
  for (const Sentence& sentence : sentences) {
    EXPECT_THAT(all_raised(Report().paragraph(sentence.text)), ::testing::UnorderedElementsAreArray(sentence.raised))
        << sentence.text;
  }
}

TEST(SiteFaults, WordsThatBlameNobody) {
  for (const std::string text : {
           "เผยแพร่ข้อ O29 บนเว็บไซต์หลักของหน่วยงานทุกเดือน",
           "ผู้มาติดต่อบางรายไม่พบข้อมูลบนหน้าแรกของเว็บไซต์ จึงควรจัดเมนูใหม่",  // visitors, no item, no evaluator
           "ข้อ O29 ควรเผยแพร่บนเว็บไซต์หลัก ไม่ควรวางไว้บนหน้ากลุ่มงาน",     // advice
           "ตรวจสอบข้อ O29 ไม่พบเรื่องร้องเรียนการทุจริตในรอบปี",
           "ข้อ O12 ปรับปรุงเว็บไซต์ของกลุ่มงานให้เป็นปัจจุบัน",
           "ข้อนั้นจะได้ 0 คะแนน เช่น ข้อ O12 หากนำไปวางไว้บนหน้ากลุ่มงานจะไม่พบข้อมูล",
           "สมาชิกถามว่าข้อ O13 ไม่พบบนเว็บไซต์หลักใช่หรือไม่ ปลัดตอบว่าไม่ใช่",
           "ข้อ O22 ไม่พบบนเว็บไซต์หลัก ณ วันตรวจสอบ ผู้รับตรวจชี้แจงว่านำขึ้นเว็บไซต์หลักแล้ว",
       }) {
    EXPECT_THAT(all_raised(Report().paragraph(text)), IsEmpty()) << text;
  }
}

TEST(SiteFaults, ACodeAnnouncedByTheLineBefore) {
  Report report;
  report.paragraph("ข้อ O29 ข้อมูลเชิงสถิติเรื่องร้องเรียน").paragraph("ผู้ตรวจไม่พบข้อมูลบนเว็บไซต์หลัก ให้ ๐ คะแนน");
  EXPECT_THAT(all_raised(report), ElementsAre("not_on_main_site - O29 -"));
}

TEST(SiteFaults, ASentenceThatTheReaderOfThePageCut) {
  Report report;
  report.paragraph("ข้อ O29 ข้อมูลสถิติ ผู้ตรวจแจ้งว่าไม่ได้อยู่บนเว็บไซต์หลัก")
      .paragraph("ของหน่วยงาน แต่นำไปวางไว้บนหน้ากลุ่มงาน ได้ ๐ คะแนน");
  report.record.paragraphs[0].at.box.x0 = 90;  // the first line's indent
  EXPECT_THAT(all_raised(report), ElementsAre("misplaced_page - O29 -"));
}

TEST(SiteFaults, InACellToo) {
  Report report("E_results");
  report.table("results", {"measure", "procedure", "result", "outcome"});
  report.row({"ลดขั้นตอน", "ทบทวน", "เสร็จแล้ว ส่วนข้อ O29 ถูกวางไว้บนหน้ากลุ่มงานของเว็บไซต์", "ดีขึ้น"});
  EXPECT_THAT(all_raised(report), ElementsAre("misplaced_page - O29 -"));
}

TEST(SiteFaults, ARowThatSettlesItOrIsAnothers) {
  Report report("E_results");
  report.table("results", {"other", "result", "outcome"});
  report.row({"เรื่องร้องเรียน", "ประชาชนแจ้งว่าไม่พบข้อมูล O9 บนเว็บไซต์หลัก", "ตรวจสอบแล้วพบข้อมูลตามปกติ"});
  report.row({"สำนักงานศึกษาธิการจังหวัดตาก", "O11 ได้ 0 คะแนน ไม่พบบนเว็บไซต์หลัก", "แนะนำแล้ว"});
  EXPECT_THAT(all_raised(report), IsEmpty());
}

TEST(SiteFaults, LinksBesideItemCodes) {
  Report report = with_manifest("https://www.peo-example.go.th/ita/o34.pdf");
  report.paragraph("O7 ข่าวประชาสัมพันธ์ https://www.peo-example.go.th/news")
      .paragraph("O9 แผนงาน https://www.peo-example.go.th/group/plan/o9")
      .paragraph("O12 รายงาน https://drive.google.com/file/d/9")
      .paragraph("O3 ช่องทางเพิ่มเติม https://www.facebook.com/peo.example")
      .paragraph("เว็บไซต์อื่น https://www.another.go.th/");
  EXPECT_THAT(all_raised(report), UnorderedElementsAre("misplaced_page - O9 -", "external_host - O12 -"));
}

TEST(SiteFaults, ALinkAnnotationOverACell) {
  Report report = with_manifest("https://www.peo-example.go.th/ita/o34.pdf");
  report.table("other", {"sequence", "other"});
  report.row({"O20", "O20 ประกาศจัดซื้อจัดจ้าง ดูเอกสาร"});
  const CellRecord& cell = report.record.cells.back();
  report.record.links.push_back({cell.at.page_no, cell.at.box, "https://1drv.ms/b/s!x"});
  report.record.links.push_back({cell.at.page_no + 1, cell.at.box, "https://1drv.ms/b/s!y"});  // beside nothing
  EXPECT_THAT(all_raised(report), ElementsAre("external_host - O20 -"));
}

// A check-list's cell speaks for who looked, whether it names an item or not.
TEST(SiteFaults, WhatACheckListDidNotFind) {
  for (const bool checklist : {true, false}) {
    Report report;
    report.paragraph(checklist ? "แบบ ก.๑ แบบตรวจสอบการเผยแพร่ข้อมูลของหน่วยงาน" : "แผนงานของหน่วยงาน");
    report.table("", {"sequence", "other", "other"});
    report.row({"๑", "เผยแพร่มาตรการ", "ไม่พบข้อมูลบนเว็บไซต์หลัก พบเฉพาะหน้ากลุ่มงานนิติการ"});
    report.row({"๒", "เผยแพร่สถิติ", "ไม่พบข้อมูลบนเว็บไซต์หลัก"});
    if (checklist)
      EXPECT_THAT(all_raised(report), ElementsAre("misplaced_page - - -", "not_on_main_site - - -"));
    else
      EXPECT_THAT(all_raised(report), IsEmpty());
  }
}

TEST(SiteFaults, RulesOthersAndWhatIsSettledBlameNobody) {
  for (const char* text :
       {"คู่มือกำหนดว่า หน่วยงานที่ไม่ได้เผยแพร่ข้อ O12 บนเว็บไซต์หลัก จะได้ ๐ คะแนน",
        "สำนักงานศึกษาธิการจังหวัดตากได้ ๐ คะแนนในข้อ O29 เพราะไม่พบข้อมูลบนเว็บไซต์หลัก",
        "อุทธรณ์ข้อ O30 ซึ่งผู้ประเมินแจ้งว่าไม่พบข้อมูลบนเว็บไซต์หลัก", "ข้อ O12 ไม่ได้อยู่บนเว็บไซต์หลัก ปัจจุบันได้ย้ายมาไว้แล้ว",
        "หากผู้ดูแลพบว่าข้อ O7 ถูกนำไปวางไว้บนหน้ากลุ่มงาน ให้ย้ายภายในหนึ่งวัน",
        "รับทราบว่า หากตรวจพบว่าข้อ O17 ไม่ได้อยู่บนเว็บไซต์หลัก หน่วยงานจะถูกปรับเป็น 0 คะแนน",
        "ตัวอย่างของหน่วยงานที่พลาด: ข้อ O22 ไม่พบข้อมูลบนเว็บไซต์หลัก ผู้ประเมินจึงให้ ๐ คะแนน",
        "ตามที่แจ้งผลว่าข้อ O16 ไม่พบข้อมูลบนเว็บไซต์หลักนั้น ขอเรียนว่าข้อมูลดังกล่าวเผยแพร่แล้ว จึงขอให้ทบทวน"}) {
    Report report;
    report.paragraph(text);
    EXPECT_THAT(all_raised(report), IsEmpty()) << text;
  }
  Report report;
  report.paragraph("ข้อ O12 ไม่ได้อยู่บนเว็บไซต์หลัก");
  EXPECT_THAT(all_raised(report), ElementsAre("not_on_main_site - O12 -"));
}

}  // namespace
}  // namespace prongsai::checks
