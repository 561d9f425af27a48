#include "extractors/layouts/column_names.hpp"

#include <gtest/gtest.h>

#include "document_builder.hpp"

namespace prongsai::layouts {
namespace {

TEST(ColumnNames, KnowsTheContractsHeadersAndTheirVariants) {
  const ColumnNames names(test::kDataFolder / "layouts" / "common" / "columns.yaml");
  const struct {
    const char* header;
    const char* key;
  } cases[] = {
      {"ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อน ที่จะต้องแก้ไข โดยเร่งด่วน", "weakness"},
      {"ประเด็นที่จะพัฒนาให้ดีขึ้นที่มีความสอดคล้องกับผลการประเมิน", "improvement"},
      {"ประเด็นที่จะต้องพัฒนาให้ดีขึ้นที่มีความสอดคล้องกับผลการประเมินฯ", "improvement"},
      {"การกำหนด ผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง", "responsible"},
      {"ผู้รับผิดชอบ/ ผู้เกี่ยวข้อง", "responsible"},
      {"หน่วยงานผู้รับผิดชอบ", "responsible"},
      {"ขั้นตอนหรือวิธีการปฏิบัติ", "procedure"},
      {"การกำหนดขั้นตอนหรือวิธีการปฏิบัติ", "procedure"},
      {"การกำหนดแนวทางการกำกับ ติดตาม ให้นำไปสู่การปฏิบัติและ การรายงานผล", "follow_up"},
      {"การดำเนินงาน/การติดตามผล", "follow_up"},
      {"การกำกับติดตาม/รายงานผล", "follow_up"},
      {"ลำดับ", "sequence"},
      {"ข้อ", "sequence"},
      {"ที่", "sequence"},
      {"ตัวชี้วัด ที่ต้องพัฒนา", "indicator"},
      {"มาตรการ/แนวทางในการพัฒนา", "measure"},
      {"มาตรการหรือกิจกรรมที่ดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. ๒๕๖๘", "measure"},
      {"กิจกรรม", "activity"},
      {"ประเด็น", "issue"},
      {"ผลการวิเคราะห์", "analysis"},
      {"ผลการตรวจ", "analysis"},
      {"การนำผลการวิเคราะห์ไปใช้ในการปฏิบัติ", "how_applied"},
      {"ระยะเวลา", "timeframe"},
      {"ระยะเวลา ดำเนินการ", "timeframe"},
      {"สรุปผลการดำเนินการ", "result"},
      {"ผลลัพธ์/ความสำเร็จของการดำเนินการ", "outcome"},
      // Misread: a mark lost, a letter wrong.
      {"การกำหนดขันตอนหรือวิธีการปฏิบติ", "procedure"},
      {"ประเด็นที่เป็นข้อบกพร่องหรือจุคอ่อนที่จะต้องแก้ไขโดยเร่งด่วบ", "weakness"},
      // Brackets are the office's own.
      {"ระยะเวลา (เดือน)", "timeframe"},
      // Nothing known.
      {"", "other"},
      {"ประเด็นการตรวจ", "other"},
      {"องค์ประกอบด้านข้อมูล", "other"},
      {"งบประมาณ (บาท)", "other"},
      {"หมายเหตุ", "other"},
      {"IIT", "other"},
  };
  for (const auto& c : cases) EXPECT_EQ(names.key_of(c.header), c.key) << c.header;
}

TEST(ColumnNames, KeysAreTheContracts) {
  EXPECT_TRUE(is_column_key("follow_up"));
  EXPECT_TRUE(is_column_key("other"));
  EXPECT_FALSE(is_column_key("followup"));
}

}  // namespace
}  // namespace prongsai::layouts
