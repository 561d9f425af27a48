#include <gtest/gtest.h>

#include "document_builder.hpp"
#include "extractors/layouts/columns/roles.hpp"
#include "extractors/layouts/columns/vocabulary.hpp"

namespace prongsai::layouts {
namespace {

const ColumnVocabulary& vocabulary() {
  static const ColumnVocabulary kVocabulary(test::kDataFolder / "layouts" / "common" / "columns.yaml");
  return kVocabulary;
}

// The key of a column that has this header and nothing below it.
std::string key_of(std::vector<std::string> levels) {
  return std::string(word_of(assign_roles({{std::move(levels), 0, {}}}, vocabulary()).front().key));
}

TEST(ColumnVocabulary, KnowsTheContractsHeadersAndTheirVariants) {
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
  for (const auto& c : cases) EXPECT_EQ(key_of({c.header}), c.key) << c.header;
}

TEST(ColumnVocabulary, TakesHeadersByTheirWords) {
  const struct {
    const char* header;
    const char* key;
  } cases[] = {
      {"ขั้นตอน", "procedure"},
      {"วิธีดำเนินการ", "procedure"},
      {"ทำอย่างไร", "procedure"},
      {"เจ้าภาพ", "responsible"},
      {"เจ้าภาพหลัก", "responsible"},
      {"ใครทำ", "responsible"},
      {"ใครเป็นผู้ดูแล", "responsible"},
      {"กองที่รับผิดชอบ", "responsible"},
      {"ผู้ขับเคลื่อนงาน", "responsible"},
      {"กำหนดเสร็จ", "timeframe"},
      {"เมื่อไร", "timeframe"},
      {"ห้วงเวลาปฏิบัติ", "timeframe"},
      {"คาดว่าแล้วเสร็จเมื่อ", "timeframe"},
      {"สิ่งที่ควรพัฒนา", "improvement"},
      {"เรื่องที่อยากให้ดีขึ้น", "improvement"},
      {"จุดที่ควรปรับปรุง", "improvement"},
      {"เรื่องที่อยากให้ดีขนึ้", "improvement"},  // as a poor text layer has it
      {"แนวทางแก้ไข", "measure"},
      {"แนวทางแก้ไขปัญหา", "measure"},
      {"วิธีแก้ไข", "measure"},
      {"มาตรการปรับปรุง", "measure"},
      {"จุดอ่อน/ปัญหา", "weakness"},
      {"ปัญหา/จุดอ่อนที่พบ", "weakness"},
      {"ติดตามอย่างไร", "follow_up"},
      {"การติดตามและประเมินผล", "follow_up"},
      {"วิธีกำกับติดตาม", "follow_up"},
      {"กิจกรรมที่จะทำ", "activity"},
      {"ผลที่เกิดขึ้น", "outcome"},
      {"ความก้าวหน้า", "result"},
      {"ผลการดำเนินงานรอบ ๖ เดือน", "result"},
      {"ประเด็นที่วิเคราะห์พบ", "issue"},
      // What no key means.
      {"ตัวชี้วัดความสำเร็จ", "other"},
      {"ตัวชี้วัด/เป้าหมาย", "other"},
      {"เป้าหมาย", "other"},
      {"งบประมาณ", "other"},
      {"ปัญหา/อุปสรรค", "other"},
      {"ปัญหาและอุปสรรค", "other"},
      {"ข้อเสนอแนะ", "other"},
      {"ผลที่คาดว่าจะได้รับ", "other"},
      {"ร้อยละ", "other"},
      {"หน้าที่ความรับผิดชอบ", "other"},
      {"กลุ่มเป้าหมาย", "other"},
      {"ผู้รับบริการ", "other"},
      {"วิธีจัดซื้อ", "other"},
      {"ผลการประเมิน", "other"},
      {"ระดับความสำเร็จ", "other"},
  };
  for (const auto& c : cases) EXPECT_EQ(key_of({c.header}), c.key) << c.header;
}

TEST(ColumnVocabulary, TheLowestLevelTellsAndTheGroupWhereThatSaysLittle) {
  EXPECT_EQ(key_of({"การกำกับติดตาม", "รอบ ๖ เดือน"}), "follow_up");
  EXPECT_EQ(key_of({"ระยะเวลา", "เม.ย."}), "timeframe");
  EXPECT_EQ(key_of({"ระยะเวลาดำเนินการ", "ไตรมาส ๑"}), "timeframe");
  EXPECT_EQ(key_of({"ผู้รับผิดชอบ", "หลัก"}), "responsible");
  EXPECT_EQ(key_of({"งบประมาณ", "ต.ค."}), "other");
  EXPECT_EQ(key_of({"การวิเคราะห์ผลการประเมิน", "จุดอ่อน"}), "weakness");
  EXPECT_EQ(key_of({"ผลการดำเนินงาน", "ร้อยละ"}), "other");
}

std::vector<std::string> keys_of(const std::vector<ColumnEvidence>& columns) {
  std::vector<std::string> keys;
  for (const auto& role : assign_roles(columns, vocabulary())) keys.emplace_back(word_of(role.key));
  return keys;
}

using Keys = std::vector<std::string>;

TEST(ColumnRoles, WhatAColumnHoldsTellsWhereItsHeaderDoesNot) {
  const ColumnContent periods{{"periods", 1.0}};
  const ColumnContent people{{"people", 1.0}};
  const ColumnContent steps{{"steps", 1.0}};
  EXPECT_EQ(
      keys_of({{{"มาตรการ"}, 0, {}}, {{"กิจกรรม"}, 0, {}}, {{"ก"}, 0, steps}, {{"ข"}, 0, people}, {{"ค"}, 0, periods}}),
      (Keys{"measure", "activity", "procedure", "responsible", "timeframe"}));
  EXPECT_EQ(keys_of({{{"มาตรการ"}, 0, {}}, {{"กิจกรรม"}, 0, {}}, {{"หน่วยงาน"}, 0, people}}),
            (Keys{"measure", "activity", "responsible"}));
  // A list of offices, persons or dates that is no table of measures.
  EXPECT_EQ(keys_of({{{"ที่"}, 0, {}}, {{"หน่วยงาน"}, 0, people}, {{"คะแนน"}, 0, {}}}),
            (Keys{"sequence", "other", "other"}));
  EXPECT_EQ(keys_of({{{"ชื่อ"}, 0, people}, {{"ก"}, 0, people}, {{"ข"}, 0, periods}}), (Keys{"other", "other", "other"}));
  // A sure header stands against what stands below it: the office mixed its columns up.
  EXPECT_EQ(keys_of({{{"มาตรการ"}, 0, {}}, {{"ผู้รับผิดชอบ"}, 0, periods}, {{"ระยะเวลา"}, 0, people}}),
            (Keys{"measure", "responsible", "timeframe"}));
}

TEST(ColumnRoles, OneColumnAKeyUnlessUnderOneHeader) {
  EXPECT_EQ(keys_of({{{"มาตรการ"}, 0, {}}, {{"แนวทาง"}, 0, {}}}), (Keys{"measure", "other"}));
  EXPECT_EQ(keys_of({{{"ระยะเวลา", "ต.ค."}, 1, {}}, {{"ระยะเวลา", "พ.ย."}, 1, {}}, {{"ระยะเวลา", "ธ.ค."}, 1, {}}}),
            (Keys{"timeframe", "timeframe", "timeframe"}));
  // Both say so themselves.
  EXPECT_EQ(keys_of({{{"วันเริ่ม"}, 0, {}}, {{"วันสิ้นสุด"}, 0, {}}}), (Keys{"timeframe", "timeframe"}));
}

// Each column may as well be `other`: 4096 choices of the same weight, more than the search carries on.
TEST(ColumnRoles, ManyChoicesOfOneWeight) {
  std::vector<ColumnEvidence> columns;
  for (const char* head : {"ผลการวิเคราะห์", "ข้อบกพร่อง", "การนำผล", "มาตรการ", "กิจกรรม", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา",
                           "กำกับติดตาม", "ผลการดำเนิน", "ผลลัพธ์", "ข้อจำกัด"})
    columns.push_back({{std::string("ก/") + head + "/หมายเหตุ"}, 0, {}});
  const auto roles = assign_roles(columns, vocabulary());
  ASSERT_EQ(roles.size(), columns.size());
  for (const ColumnRole& role : roles) EXPECT_NEAR(role.margin, 0, 1e-9) << word_of(role.key);
}

TEST(ColumnRoles, KeepTheMarginAndWhatTold) {
  const auto roles = assign_roles({{{"ผู้รับผิดชอบ"}, 0, {}}, {{"ปัญหา"}, 0, {}}}, vocabulary());
  EXPECT_EQ(roles[0].key, ColumnKey::responsible);
  EXPECT_EQ(roles[0].because, "ผู้รับผิดชอบ");
  EXPECT_EQ(roles[0].runner_up, ColumnKey::other);
  EXPECT_NEAR(roles[0].margin, 0.45, 0.01);
  EXPECT_EQ(roles[1].key, ColumnKey::other);
}

}  // namespace
}  // namespace prongsai::layouts
