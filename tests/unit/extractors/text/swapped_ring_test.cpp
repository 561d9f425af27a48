#include "extractors/text/thai/swapped_ring.hpp"

#include <gtest/gtest.h>

namespace prongsai::text {
namespace {

TEST(SwappedRing, WordsOfReportsAreKnownByTheirAm) {
  EXPECT_EQ(mend_swapped_rings("จ้านวน ๓ หมู่บ้าน ต้าบลบ้านสวน อ้าเภอเมือง"), "จำนวน ๓ หมู่บ้าน ตำบลบ้านสวน อำเภอเมือง");
  EXPECT_EQ(mend_swapped_rings("ส้านักงานได้ด้าเนินการตามก้าหนด"), "สำนักงานได้ดำเนินการตามกำหนด");
  EXPECT_EQ(swapped_rings("ต้าแหน่ง ประจ้าปี"), 2);
}

TEST(SwappedRing, SoundWordsStay) {
  for (const char* sound : {"ห้ามเข้าบ้านเจ้าหน้าที่", "ล้าสมัย ค้าขาย ข้าราชการ", "หน้าที่ของผู้ว่าจ้าง", "ตั้งค่าใช้จ่าย", "อ้างอิง",
                            "หน้าหลักของเว็บไซต์", "ค้าปลีก", "ห้าข้อ", "ผ้าไหม", "ท้ายสุด", "เล่าให้ฟัง", "ล้านบาท"}) {
    EXPECT_EQ(mend_swapped_rings(sound), sound);
    EXPECT_EQ(swapped_rings(sound), 0) << sound;
  }
}

}  // namespace
}  // namespace prongsai::text
