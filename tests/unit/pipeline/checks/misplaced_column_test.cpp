// Words in a column that they do not belong to.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::SizeIs;

struct Cell {
  std::string column;
  std::string text;
  std::string belongs;  // "" where nothing is wrong
};

TEST(MisplacedColumn, OnlyInTablesOfAKnownKind) {
  for (const std::string role : {"issue_table", ""}) {
    Report report;
    report.table(role, {"weakness"});
    report.row({"ช่วงเวลา"}).row({"ม.ค. – พ.ค. ๒๕๖๗"});
    EXPECT_THAT(report.raised(misplaced_column), SizeIs(role.empty() ? 0 : 1)) << "a card's label and what it labels";
  }
}

TEST(MisplacedColumn, ByTheColumnsVocabulary) {
  const std::vector<Cell> cells = {
      {"responsible", "ภายในเดือนมิถุนายน ๒๕๖๗", "timeframe"},
      {"responsible", "ปีงบประมาณ พ.ศ. ๒๕๖๗", "timeframe"},
      {"responsible", "- กลุ่มอำนวยการ ให้แล้วเสร็จภายในวันที่ ๓๐ มีนาคม ๒๕๖๗", "timeframe"},
      {"responsible", "กลุ่มนโยบายและแผน ดำเนินการระหว่างเดือนมกราคม - เดือนมีนาคม ๒๕๖๗", "timeframe"},
      {"responsible", "กลุ่มอำนวยการ ให้แล้วเสร็จภายใน ๓๐ วัน", "timeframe"},
      {"procedure", "๑. สำรวจ ๒. สรุป ผู้รับผิดชอบ : นายประสิทธิ์ ใจงาม ตำแหน่ง นักวิชาการศึกษา", "responsible"},
      {"procedure", "๑. สำรวจ ๒. สรุป ผู้รับผิดชอบคือกลุ่มอำนวยการ", "responsible"},
      {"weakness", "ขาดทะเบียน นางสาวมาลี แก้วใส ตำแหน่งเจ้าพนักงานธุรการ เป็นผู้รับผิดชอบ", "responsible"},
      {"procedure", "- กลุ่มอำนวยการ - หน่วยตรวจสอบภายใน", "responsible"},
      {"timeframe", "กลุ่มบริหารงานบุคคล", "responsible"},
      {"procedure", "ตุลาคม ๒๕๖๖ - กันยายน ๒๕๖๗", "timeframe"},
      {"responsible", "- กลุ่มอำนวยการ - ทุกกลุ่มและหน่วย", ""},
      {"responsible", "คณะทำงานตามคำสั่งสำนักงาน ที่ ๖๒/๒๕๖๗ ลงวันที่ ๑๗ พฤษภาคม ๒๕๖๗", ""},
      {"responsible", "นายประสิทธิ์ ใจงาม ตำแหน่ง นักวิชาการศึกษา", ""},
      {"procedure", "๑. แต่งตั้งผู้รับผิดชอบ ๒. รายงานภายในวันที่ ๕ ของเดือนถัดไป", ""},
      {"procedure", "๑. กลุ่มอำนวยการจัดทำแผน ๒. เสนอศึกษาธิการจังหวัดเห็นชอบ", ""},
      {"procedure", "กลุ่มนิเทศ ติดตาม และประเมินผล สรุปรายงานเสนอผู้บริหาร", ""},
      {"follow_up", "ผู้รับผิดชอบสรุปและรายงานผลทุกไตรมาส", ""},
      {"follow_up", "ให้ผู้รับผิดชอบแต่ละตัวชี้วัดดำเนินการให้แล้วเสร็จ", ""},
      {"timeframe", "ปีงบประมาณ พ.ศ. ๒๕๖๗ (เดือนตุลาคม ๒๕๖๖ - เดือนกันยายน ๒๕๖๗)", ""},
      {"weakness", "ไม่มีการกำหนดผู้รับผิดชอบดูแลห้องประชุม", ""},
      {"result", "ดำเนินการแล้วเสร็จภายในไตรมาสที่ ๓", ""},
  };
  for (const Cell& cell : cells) {
    Report report;
    report.table("other", {cell.column}, 2);
    report.row({cell.text});
    const auto findings = report.run(misplaced_column);
    ASSERT_THAT(findings, SizeIs(cell.belongs.empty() ? 0 : 1)) << cell.column << ": " << cell.text;
    if (findings.empty()) continue;
    EXPECT_EQ(findings[0].values.at("variant"), cell.belongs) << cell.text;
    EXPECT_EQ(place(findings[0]), "misplaced_column 2 - " + cell.column);
  }
}

}  // namespace
}  // namespace prongsai::checks
