// A file that is handed in for an item on the assessment and is another document.
#include "tests/unit/pipeline/checks/report.hpp"

namespace prongsai::checks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// One page of running text, a paragraph a line.
Report document(const std::vector<std::string>& lines) {
  Report report("");
  std::string text;
  for (const std::string& line : lines) {
    ParagraphRecord& paragraph = report.record.paragraphs.emplace_back();
    paragraph.paragraph_no = static_cast<int>(report.record.paragraphs.size());
    paragraph.text = line;
    paragraph.at = report.next_place();
    text += line + "\n";
  }
  report.record.pages = {{.page_no = 1, .source = PageSource::text, .text = text}};
  return report;
}

const std::string kBody =
    "กองคลังได้จัดหาพัสดุตามแผนครบทุกรายการ โดยเครื่องพิมพ์และวัสดุสำนักงานส่งมอบแล้ว ส่วนงานปรับปรุงห้องประชุมอยู่ระหว่างตรวจรับ "
    "คณะกรรมการรายงานผลต่อผู้บริหารทุกไตรมาส และเผยแพร่ประกาศผู้ชนะการเสนอราคาไว้ที่ป้ายหน้าสำนักงานกับเว็บไซต์ของหน่วยงาน";

Report listed(Report report) {
  report.submission.manifest = ManifestRow{};
  report.submission.manifest->item_code = "O34";
  return report;
}

std::vector<std::string> told(const Report& report) {
  std::vector<std::string> out;
  for (const Finding& finding : report.run(unrelated_document)) {
    const auto variant = finding.values.find("variant");
    out.push_back(variant == finding.values.end() ? "silent" : variant->second);
  }
  return out;
}

TEST(UnrelatedDocument, NowhereSpeaksOfTheAssessment) {
  const Report report = listed(document({"แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", kBody, kBody}));
  EXPECT_THAT(told(report), ElementsAre("silent"));
  EXPECT_THAT(told(listed(document({"แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", kBody + " ตามหลักธรรมาภิบาล"}))),
              ElementsAre("passing"));
}

// Any assessment's report plans improvements in a table.
TEST(UnrelatedDocument, AnotherAssessmentsReportIsAnotherDocument) {
  const auto planned = [](const std::string& title) {
    Report report = listed(document({title, kBody + " ตามหลักธรรมาภิบาล", kBody}));
    CellRecord& cell = report.record.cells.emplace_back();
    cell.column_key = ColumnKey::improvement;
    cell.text = "ลอกรางระบายน้ำ";
    return told(report);
  };
  EXPECT_THAT(planned("รายงานผลการประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น"), ElementsAre("passing"));
  EXPECT_THAT(planned("รายงานผลการปรับปรุงงานของเทศบาล"), IsEmpty());
}

TEST(UnrelatedDocument, NamesTheAssessmentOverItsTitleOnly) {
  const std::string label = "ข้อ O34 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน";
  EXPECT_THAT(told(document({label, "แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", kBody, kBody})), ElementsAre("titled"));
  EXPECT_THAT(
      told(document({"เอกสารประกอบ ITA", label, "เทศบาลตำบลบึงกระจับ", "รายงานผลการสำรวจความพึงพอใจของผู้ใช้บริการ", kBody})),
      ElementsAre("titled"));
  EXPECT_THAT(told(document({label, "ประกาศเทศบาลตำบลบึงกระจับ", "เรื่อง ประกาศผู้ชนะการเสนอราคาจ้างซ่อมประปา", kBody, kBody})),
              ElementsAre("titled"));
}

TEST(UnrelatedDocument, IsNotOneWhoseTitleOrTextSpeaksOfTheAssessment) {
  const std::string label = "ข้อ O34 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน";
  EXPECT_THAT(told(document({label, "แผนมาตรการยกระดับการจัดซื้อจัดจ้าง", kBody, kBody})), IsEmpty());
  EXPECT_THAT(told(document({label, "แผนการจัดซื้อจัดจ้าง", kBody, kBody + " ตามผลการประเมิน ITA"})), IsEmpty());
  EXPECT_THAT(told(document({"แผนการจัดซื้อจัดจ้าง", kBody, kBody})), IsEmpty());
  EXPECT_THAT(told(document({label, "การใช้ระบบใหม่", kBody, kBody})), IsEmpty());
}

TEST(UnrelatedDocument, SaysNothingWhereAPageWasReadWithDoubt) {
  Report report = document({"ข้อ O34 มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "แผนการจัดซื้อจัดจ้าง", kBody, kBody});
  report.record.pages.push_back({.page_no = 2, .source = PageSource::ocr, .unreadable = true});
  EXPECT_THAT(told(report), IsEmpty());
}

TEST(UnrelatedDocument, NamesTheAssessmentInPassing) {
  const std::string note = "เผยแพร่เพื่อรองรับการประเมิน ITA ประจำปี ๒๕๖๗";
  const auto report = [&] {
    return listed(document({"รายงานผลการใช้จ่ายงบประมาณรายจ่าย ประจำปี ๒๕๖๗", "เทศบาลตำบลบึงกระจับ", kBody, kBody, note}));
  };
  EXPECT_THAT(told(report()), ElementsAre("passing"));
  Report planning = report();
  planning.table("", {"sequence", "measure"});
  planning.row({"๑", "ติดป้ายบอกขั้นตอน"});
  EXPECT_THAT(told(planning), IsEmpty()) << "it has a table of measures";
  EXPECT_THAT(told(listed(document({"รายงานการดำเนินงานประจำปี", note, note, note, kBody}))), IsEmpty())
      << "it speaks of it";
  EXPECT_THAT(told(listed(document({"รายงานผลตามมาตรการของเทศบาล", kBody, kBody, note}))), IsEmpty())
      << "the title may be its own";
}

}  // namespace
}  // namespace prongsai::checks
