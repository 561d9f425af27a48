#include "extractors/text/person_names.hpp"

#include <gtest/gtest.h>

namespace prongsai::text {
namespace {

struct Case {
  const char* text;
  const char* masked;
};

class MaskPersonNames : public testing::TestWithParam<Case> {};

TEST_P(MaskPersonNames, MasksNamesAndNothingElse) {
  EXPECT_EQ(mask_person_names(GetParam().text), GetParam().masked);
}

INSTANTIATE_TEST_SUITE_P(Cases, MaskPersonNames,
                         testing::Values(Case{"เสนอโดย นายสมหมาย ทองแท้ หัวหน้ากลุ่ม", "เสนอโดย นาย[ชื่อบุคคล] หัวหน้ากลุ่ม"},
                                         Case{"(นางสาวแพรวา ศรีจันทร์)", "(นางสาว[ชื่อบุคคล])"},
                                         Case{"นาง พรรณี  ใจเย็น และ ดร.วิชัย", "นาง [ชื่อบุคคล] และ ดร.[ชื่อบุคคล]"},
                                         Case{"ว่าที่ร้อยตรี เก่ง กล้าหาญ", "ว่าที่ร้อยตรี [ชื่อบุคคล]"},
                                         // titles inside other words, and offices that begin like a title
                                         Case{"นายกเทศมนตรี ลงนาม", "นายกเทศมนตรี ลงนาม"},
                                         Case{"นายทะเบียน อำเภอ", "นายทะเบียน อำเภอ"}, Case{"ไม่มีชื่อใครในนี้", "ไม่มีชื่อใครในนี้"},
                                         Case{"", ""}));

}  // namespace
}  // namespace prongsai::text
