#include "extractors/text/find/item_codes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace prongsai::text {
namespace {

constexpr ItemRanges kRanges{48, 15, 30};

std::string found(const std::string& text, bool code_list = false) {
  std::string codes;
  for (const ItemCode& code : find_item_codes(text, kRanges, code_list)) {
    if (!codes.empty()) codes += ',';
    codes += code.code;
  }
  return codes;
}

struct Written {
  std::string text;
  std::string code;  // "" for none
};

class ParseItemCode : public testing::TestWithParam<Written> {};

TEST_P(ParseItemCode, ReadsAWholeText) {
  EXPECT_EQ(parse_item_code(GetParam().text, kRanges).value_or(""), GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(Forms, ParseItemCode,
                         testing::Values(Written{"O34", "O34"}, Written{"o4", "O4"}, Written{" O ๓๔ ", "O34"},
                                         Written{"o_16", "O16"}, Written{"O-42", "O42"}, Written{"๐๓๔", "O34"},
                                         Written{"034", "O34"}, Written{"๐๔", "O4"}, Written{"09", "O9"},
                                         Written{"010", "O10"}, Written{"O034", "O34"}, Written{"E๑๐", "E10"},
                                         Written{"e15", "E15"}, Written{"i5", "I5"}, Written{"OIT 42", "O42"},
                                         Written{"OIT42", "O42"}, Written{"ข้อ ๐๓๔", "O34"}, Written{"ข้อ ๓๔", "O34"},
                                         Written{"ข้อ O๓๔", "O34"}, Written{"ตัวชี้วัดข้อ ๒๙", "O29"},
                                         Written{"ITA - ๐๑๖", "O16"}));

INSTANTIATE_TEST_SUITE_P(Others, ParseItemCode,
                         testing::Values(Written{"", ""}, Written{"34", ""}, Written{"๓๔", ""}, Written{"ข้อ ๓", ""},
                                         Written{"O49", ""}, Written{"E16", ""}, Written{"I31", ""}, Written{"O0", ""},
                                         Written{"ข้อ ๙.๑๔", ""}, Written{"๐๕๔-๘๒๑๕๐๐", ""}, Written{"๑๙/๒๕๖๐", ""},
                                         Written{"O34 และอื่น", ""}, Written{"ศธ.๐๒๑๐๗", ""}, Written{"0", ""},
                                         Written{"PO12", ""}, Written{"๐๐๐", ""}));

TEST(ParseItemCode, NeedsALetterWhenDigitsAloneAreNotAsked) {
  EXPECT_FALSE(parse_item_code("๐๓๔", kRanges, false));
  EXPECT_EQ(parse_item_code("O๓๔", kRanges, false).value_or(""), "O34");
}

struct Prose {
  std::string text;
  std::string codes;
};

class FindItemCodes : public testing::TestWithParam<Prose> {};

TEST_P(FindItemCodes, InRunningText) {
  EXPECT_EQ(found(GetParam().text), GetParam().codes);
}

INSTANTIATE_TEST_SUITE_P(Codes, FindItemCodes,
                         testing::Values(Prose{"ข้อ O34 มาตรการของสำนักงาน", "O34"},
                                         Prose{"ตามข้อ ๐๓๔ และข้อ ๐๓๕", "O34,O35"},
                                         Prose{"มาตรการในการพัฒนา (O42) ซึ่ง", "O42"},
                                         Prose{"OIT ๔๒ และ OIT43", "O42,O43"},
                                         Prose{"ไม่ผ่านตัวชี้วัดข้อ ๒๙ และ ๓๐ ได้ ๐ คะแนน", "O29,O30"},
                                         Prose{"e10 หน่วยงานมีช่องทาง e15 หน่วยงานปรับปรุง", "E10,E15"},
                                         Prose{"O1-O43 ครบทุกข้อ", "O1,O43"}, Prose{"แบบวัด OIT ข้อ ๓๔ ได้ ๐ คะแนน", "O34"},
                                         Prose{"แบบฟอร์ม ITA - ๐๑๖", "O16"}, Prose{"O๑๕, O๑๖,O๑๗", "O15,O16,O17"}));

INSTANTIATE_TEST_SUITE_P(
    Others, FindItemCodes,
    testing::Values(Prose{"ข้อ ๓ ของคำสั่ง", ""}, Prose{"ตามข้อ ๑๑ ของคำสั่งหัวหน้าคณะรักษาความสงบแห่งชาติ", ""},
                    Prose{"ข้อ ๑๕ แห่งระเบียบว่าด้วยการพัสดุ ตามแบบวัด OIT", ""}, Prose{"ข้อ ๙.๑๔ แผนการใช้จ่าย OIT", ""},
                    Prose{"โทร. ๐๕๔-๘๒๑๕๐๐-๒", ""}, Prose{"ที่ ศธ.๐๒๑๐๗/๐๓๔", ""}, Prose{"คำสั่งที่ ๑๙/๒๕๖๐", ""},
                    Prose{"OIT ๔๐ คะแนน จาก ITA 43 ข้อ", ""}, Prose{"ได้ ๐๓๔ คน", ""}, Prose{"เวลา 09.30 น.", ""},
                    Prose{"☑ O23 ☐ O24", ""}, Prose{"Core i5 และ E 10", ""}, Prose{"CO2 PO12 O365", ""},
                    Prose{"ข้อ ๑๒ ผู้รับจ้างต้องส่งมอบงาน", ""}, Prose{"OIT 39.00", ""}, Prose{"ข้อ ๓.๔", ""}));

class FindCodeList : public testing::TestWithParam<Prose> {};

TEST_P(FindCodeList, AlsoTakesBareNumbers) {
  EXPECT_EQ(found(GetParam().text, true), GetParam().codes);
}

INSTANTIATE_TEST_SUITE_P(Cases, FindCodeList,
                         testing::Values(Prose{"๐๔ ๐๑๑ ๐๑๒ ๐๑๓ ๐๑๔", "O4,O11,O12,O13,O14"},
                                         Prose{"- 034 การประเมินความเสี่ยง 035 การดำเนินการ", "O34,O35"},
                                         Prose{"O๘ O๙ ๑๐", "O8,O9,O10"},
                                         Prose{"O8 Q&A O9 Social Network 010 นโยบาย", "O8,O9,O10"},
                                         Prose{"E ๑๐ E๑๕", "E10,E15"}, Prose{"โทร ๐๕๔ ๘๒๑๕๐๐", ""},
                                         Prose{"๐๕๔-๘๒๑๕๐๐", ""}, Prose{"ประจำปี ๒๕๖๖", ""}, Prose{"ภายใน ๑๐ วัน", ""},
                                         Prose{"๐๑,๐๒,๐๓", "O1,O2,O3"}));

TEST(MendScannedCodes, WhatNoChecklistHas) {
  EXPECT_EQ(mend_scanned_codes("O13 รายงาน Q19 แผน O>21 สรุป Q๒๒"), "O13 รายงาน O19 แผน O21 สรุป O๒๒");
  EXPECT_EQ(mend_scanned_codes("O8 Q&A QR Code FAQ1"), "O8 Q&A QR Code FAQ1");
}

TEST(FindItemCodes, GivesTheCodesBytes) {
  const std::string text = "ตามข้อ O๓๔ ปี";
  const auto codes = find_item_codes(text, kRanges);
  ASSERT_EQ(codes.size(), 1U);
  EXPECT_EQ(text.substr(codes[0].begin, codes[0].end - codes[0].begin), "O๓๔");
}

}  // namespace
}  // namespace prongsai::text
