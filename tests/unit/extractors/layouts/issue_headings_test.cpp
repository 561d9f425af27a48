#include <gtest/gtest.h>

#include "document_builder.hpp"
#include "extractors/layouts/issues/entries.hpp"
#include "extractors/layouts/issues/headings.hpp"

namespace prongsai::layouts {
namespace {

struct Names {
  Assessments assessments{test::kDataFolder / "assessment"};
  Labels labels{test::kDataFolder / "layouts" / "common" / "labels.yaml"};
  IssueNames names{assessments, labels};
};

const Names& known() {
  static const Names kNames;
  return kNames;
}

TEST(IssueHeadings, AreKnownByNameFirstAndNumberSecond) {
  const struct {
    const char* line;
    int issue_no;  // 0: no heading
  } cases[] = {
      {"ประเด็นที่ ๑.๑ กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", 1},
      {"ประเด็นที่ ๓.๑ กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ", 1},
      {"ประเด็น 1.4 กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ", 4},
      {"2. การให้บริการและระบบ E-Service", 2},
      {"การให้บริการและระบบ E-Service", 2},
      {"ปรระเด็นที่ ๑.๓ ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ", 3},  // a sign read twice
      {"ประเด็นที่ ๑.๗ กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน E10 E15", 7},
      {"ประเด็นที่ ๑.๔ กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ (ต่อ)", 4},
      // Behind the number of a chapter or an item.
      {"บทที่ 4 ประเด็นที่ 1.4 กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ", 4},
      {"ข้อ ๒ ประเด็นที่ ๑.๒ การให้บริการและระบบ E-Service", 2},
      {"ส่วนที่ ๓ : การให้บริการและระบบ E-Service", 2},
      {"บทที่ 2 ประเด็นที่พบจากการตรวจเยี่ยม", 0},
      // As a scan may read them.
      {"ประเดนที ๑.๕ กระบวนการสรางความโปรงใสในการใชงบประมาณและการจัดซือจัดจาง", 5},
      {"ปรเด็นที่ ๑.๖ กระบวนการควบคุม ตรวจสอบการใช้อำนาจและการบริหารงานบคคล", 6},
      // Named otherwise, numbered right.
      {"ประเด็นที่ 1.5 กระบวนการส่งเสริมความโปร่งใสในการใช้งบประมาณ", 5},
      // No issues.
      {"๑.๒. จุดอ่อนของสำนักงาน", 0},
      {"5 ประเด็น ได้แก่ การบริการ", 0},
      {"ประเด็นที่ 21 การต่อต้านการทุจริตและประพฤติมิชอบ", 0},
      {"ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อน", 0},
      {"ประเด็นที่ ๑.๑ กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ พบว่าผู้รับบริการต้องรอนาน", 0},
      {"จึงได้ทบทวนการให้บริการและระบบ E-Service ของสำนักงานทั้งหมดในปีนี้", 0},
  };
  for (const auto& c : cases) {
    const auto name = known().names.heading(c.line);
    EXPECT_EQ(name ? name->issue_no : 0, c.issue_no) << c.line;
  }
}

TEST(IssueHeadings, TitleIsAsPrinted) {
  const auto name = known().names.heading("ประเด็นที่ ๑.๗ กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน E10 E15");
  ASSERT_TRUE(name);
  EXPECT_EQ(name->title, test::kIssueTitles[6]);
  EXPECT_EQ(name->tail, "E10 E15");
}

TEST(IssueHeadings, MayGoOverLines) {
  test::DocumentBuilder builder;
  builder.lines({"ประเด็นที่ ๑.๕ กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและ", "การจัดซื้อจัดจ้าง"});
  builder.text("๐๑๑ ๐๑๒");
  builder.text("ประเด็นที่ ๑.๓ ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาค").text("รัฐ");
  const Document document = builder.build();
  const Flow flow = flow_of(document);
  const auto headings = known().names.find(flow);
  ASSERT_EQ(headings.size(), 2U);
  EXPECT_EQ(headings[0].name.title, test::kIssueTitles[4]);
  EXPECT_EQ(headings[0].end - headings[0].begin, 2U);
  EXPECT_EQ(headings[1].name.title, test::kIssueTitles[2]);
}

TEST(IssueHeadings, CellsNameIssuesByNameOrNumber) {
  const struct {
    const char* cell;
    int issue_no;
  } cases[] = {
      {"๔. กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ", 4},
      {"6. กระบวนการคุ้มครองสิทธิของประชาชน", 6},
      {"ประเด็นที่ ๑.๓ ปรับปรุงข่าวบนเว็บไซต์ทุกสัปดาห์", 3},
      {"ประเด็นที่ 1.7 จัดกิจกรรมเสริมสร้างวัฒนธรรมสุจริต", 7},
      {"ปรับปรุงข่าวบนเว็บไซต์ทุกสัปดาห์", 0},
      {"๙. อื่น ๆ", 0},
  };
  for (const auto& c : cases) {
    const auto name = known().names.in_cell(c.cell);
    EXPECT_EQ(name ? name->issue_no : 0, c.issue_no) << c.cell;
  }
}

TEST(CodeList, ReadsTheWaysCodesAreWritten) {
  const struct {
    const char* line;
    std::vector<std::string> codes;
  } cases[] = {
      {"๐๔ ๐๑๑ ๐๑๒", {"O4", "O11", "O12"}},
      {"O๑๕, O๑๖, O๓๐", {"O15", "O16", "O30"}},
      {"☑ O23 นโยบายการบริหารทรัพยากรบุคคล ☐ O24 การดำเนินการตามนโยบาย", {"O23", "O24"}},
      {"011 แผนดำเนินงานและการใช้งบประมาณประจำปี 2566", {"O11"}},
      {"O12 รายงานการกำกับติดตาม รอบ 6 เดือน", {"O12"}},
      {"๐๘ ๐๙ ๑๐", {"O8", "O9", "O10"}},
      {"e10 หน่วยงานมีช่องทางแจ้งเรื่องร้องเรียน", {"E10"}},
      {"E๑๐ E๑๕", {"E10", "E15"}},
      {"O4 O4 O11", {"O4", "O11"}},
      {"การวิเคราะห์ผลการประเมิน ปี 2566", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(codes_of_line(c.line, known().assessments.item_ranges()), c.codes) << c.line;
}

}  // namespace
}  // namespace prongsai::layouts
