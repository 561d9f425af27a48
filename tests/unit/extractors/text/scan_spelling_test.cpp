#include "extractors/text/thai/scan_spelling.hpp"

#include <gtest/gtest.h>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/thai/repair.hpp"

namespace prongsai::text {
namespace {

TEST(ScanSpellingTest, AYearPartedInTheMiddleIsOne) {
  EXPECT_EQ(mend_scanned("ประจำปีงบประมาณ พ.ศ. 25 67"), "ประจำปีงบประมาณ พ.ศ. 2567");
  EXPECT_EQ(mend_scanned("พ.ศ. ๒๕ ๖๘ ครั้งที่ 25 67"), "พ.ศ. ๒๕๖๘ ครั้งที่ 25 67");
  EXPECT_EQ(mend_scanned("พ.ศ. 25 678"), "พ.ศ. 25 678");
}

TEST(MendScanned, WordsThatLostAMark) {
  const std::pair<const char*, const char*> cases[] = {
      {"ลดขันตอนทีไม่จำเป็น", "ลดขั้นตอนที่ไม่จำเป็น"},
      {"จัดทำค่มือและปรับปรงข้อมล", "จัดทำคู่มือและปรับปรุงข้อมูล"},
      {"การจัดซือจัดจ้าง", "การจัดซื้อจัดจ้าง"},
      {"เพือให้ผู้ทีเกียวข้องทราบ", "เพื่อให้ผู้ที่เกี่ยวข้องทราบ"},
      {"ตัวชีวัดที ๓", "ตัวชี้วัดที่ ๓"},
      {"๒. ประชมชีแจง ๓. สรป", "๒. ประชุมชี้แจง ๓. สรุป"},
  };
  for (const auto& [read, spelt] : cases) EXPECT_EQ(mend_scanned(read), spelt) << read;
}

TEST(MendScanned, TwinsAndMarksOfTheirKind) {
  EXPECT_EQ(mend_scanned("คู่มือมาตรจาน"), "คู่มือมาตรฐาน");
  EXPECT_EQ(mend_scanned("หลักจานการจัดชื้อจัดจ้าง"), "หลักฐานการจัดซื้อจัดจ้าง");
  EXPECT_EQ(mend_scanned("ตาก ดาก"), "ตาก ดาก") << "short words are not taken for their twins";
  EXPECT_EQ(mend_scanned("ปรับปรูงคู๋มือ"), "ปรับปรุงคู่มือ");
}

TEST(MendScanned, AnyWordOfTheDictionaryWhereMarksAloneWereLost) {
  const std::pair<const char*, const char*> cases[] = {
      {"วันมาฆบชาและวันวิสาขบชา", "วันมาฆบูชาและวันวิสาขบูชา"},
      {"เล่นฟตบอลที่สนาม", "เล่นฟุตบอลที่สนาม"},
      {"รางระบายนำที่อโมงค์", "รางระบายนำที่อุโมงค์"},
      {"มหาวิทยาลัยราชกัฏ", "มหาวิทยาลัยราชภัฏ"},
  };
  for (const auto& [read, spelt] : cases) EXPECT_EQ(mend_scanned(read), spelt) << read;
  EXPECT_EQ(mend_scanned("เครื่องปรับอากา"), "เครื่องปรับอากา") << "a line may end within a word";
}

TEST(MendScanned, ABlankLeftByALostMark) {
  EXPECT_EQ(mend_scanned("สรุปผลการปฏ บัติการ"), "สรุปผลการปฏิบัติการ");
  EXPECT_EQ(mend_scanned("เป็นกิจกา รของผู้บริหา รทุกคน"), "เป็นกิจการของผู้บริหารทุกคน");
  EXPECT_EQ(mend_scanned("เรื่องต่าง ๆ ร้อง ทุกข์ นาย ก ข้อ ข"), "เรื่องต่าง ๆ ร้อง ทุกข์ นาย ก ข้อ ข");
}

TEST(MendScanned, QrCode) {
  EXPECT_EQ(mend_scanned("ติด OR Code แบบวัด และ OR Code"), "ติด QR Code แบบวัด และ QR Code");
  EXPECT_EQ(mend_scanned("IIT OR EIT"), "IIT OR EIT");
}

TEST(MendScanned, WhatIsNoLossStays) {
  for (const char* text : {
           "", "98.34 ๙๘.๓๔ O๓๔ ITA",
           "นางสาวเรืองรอง ขันทอง นายรุ่งเรืองกุล",  // names
           "ให้มากยิ่งขึ้น ให้มาตรการมีผล ลูกเสือ เสื่อ เชือก เชื่อ", "ใหญ่ ใหม่ ใช้ ให้ ยืนยัน ยื่นคำขอ ขันน้ำ ทีม นาที ทันที เวที บางที ทีละขั้น",
           "รวมกัน ที่ดิน ส่วนที่ จำนวนที่ เกิดขึ้น สารสนเทศ ไตรมาส ภายหลัง ขอความร่วมมือ ขอความเห็นชอบ",
           "\xE0\xB8",  // cut off within a letter
       }) {
    EXPECT_EQ(mend_scanned(text), std::string(text) == "\xE0\xB8" ? "\xEF\xBF\xBD" : text) << text;
  }
}

TEST(MendScanned, LeavesEveryWordOfItsOwnListsAndOfOfficialThaiAlone) {
  for (const std::string_view list : {lexicon().scan.known}) {
    EXPECT_EQ(mend_scanned(list), list);
    EXPECT_EQ(repair_thai(list).text, list) << "the lists are spelt in canonical order";
  }
  const std::string mended = mend_scanned("จัดทำค่มือและปรับปรงข้อมลเพือให้ผู้ทีเกียวข้อง");
  EXPECT_EQ(mend_scanned(mended), mended);
}

TEST(MendScanned, TheNumberOfAVillage) {
  EXPECT_EQ(mend_scanned("หมูที่ 2 ตำบลทุ่งนา"), "หมู่ที่ 2 ตำบลทุ่งนา");
  EXPECT_EQ(mend_scanned("เลี้ยงหมูและไก่"), "เลี้ยงหมูและไก่");
}

TEST(MendScanned, CommasOfThousands) {
  EXPECT_EQ(mend_scanned("รวม ๒.๕๐๐,๐๐๐ บาท"), "รวม ๒,๕๐๐,๐๐๐ บาท");
  EXPECT_EQ(mend_scanned("1,250 000"), "1,250,000");
  EXPECT_EQ(mend_scanned("๑,๕๐๐ ๐๐๐ ๒,๐๐๐ ๐๐๐"), "๑,๕๐๐,๐๐๐ ๒,๐๐๐,๐๐๐");
  for (const std::string sound : {"๒๒.๐๐๐", "1,200 300", "1,200 0001", "12.500 4,000", "๙๒.๕๐,๐๐๐", "ข้อ 1.234,5"})
    EXPECT_EQ(mend_scanned(sound), sound);
  EXPECT_EQ(mend_scanned("1,250 000", Amiss::lost_marks), "1,250 000") << "a text layer's figures are as typed";
}

TEST(SpeltLetters, TellWordsFromMisreadings) {
  const SpeltLetters right = spelt_letters("คู่มือการปฏิบัติงาน ๒๕๖๘");
  EXPECT_EQ(right.unknown, 0);
  EXPECT_EQ(right.known, 19);
  const SpeltLetters wrong = spelt_letters("คูมอการปฏบตงาน ๒๔๖๘");
  EXPECT_GE(wrong.unknown, 4);
  EXPECT_EQ(spelt_letters("ITA 98.3").known, 0);
}

}  // namespace
}  // namespace prongsai::text
