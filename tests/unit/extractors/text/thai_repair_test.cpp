#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

std::string repaired(std::string_view raw) {
  return repair_thai(raw).text;
}

struct Damage {
  std::u32string raw;
  std::u32string sound;
};

class Repair : public testing::TestWithParam<Damage> {};

TEST_P(Repair, MendsAndStaysMended) {
  const std::string sound = to_utf8(GetParam().sound);
  const Repaired once = repair_thai(to_utf8(GetParam().raw));
  EXPECT_EQ(once.text, sound);
  EXPECT_GT(once.changed, 0);
  EXPECT_EQ(repair_thai(sound).changed, 0);
}

// Written with escapes: editors and compilers' fonts hide what is wrong.
INSTANTIATE_TEST_SUITE_P(SaraAmInPieces, Repair,
                         testing::Values(Damage{U"ส\u0E4Dานัก", U"สำนัก"},               // ํ า
                                         Damage{U"สา\u0E4Dนัก", U"สำนัก"},               // า ํ
                                         Damage{U"น\u0E4D\u0E49า", U"น\u0E49\u0E33"},  // ํ tone า
                                         Damage{U"น\u0E49\u0E4Dา", U"น\u0E49\u0E33"},  // tone ํ า
                                         Damage{U"นา\u0E49\u0E4D", U"น\u0E49\u0E33"},  // า tone ํ
                                         Damage{U"น\u0E33\u0E49", U"น\u0E49\u0E33"},   // ำ tone
                                         Damage{U"ส\u0E33\u0E33นัก", U"สำนัก"},          // twice
                                         Damage{U"ส\u0E33านัก", U"สำนัก"},               // with the า it is drawn from
                                         Damage{U"สา\u0E33นัก", U"สำนัก"}));

INSTANTIATE_TEST_SUITE_P(SaraAmAsBlank, Repair,
                         testing::Values(Damage{U"ด าเนินการ", U"ดำเนินการ"}, Damage{U"ส  านักงาน", U"สำนักงาน"},
                                         Damage{U"น ้า", U"น้า"}, Damage{U"ต่ ากว่า", U"ต่ำกว่า"},
                                         Damage{U"ส\u00A0านัก", U"สำนัก"}, Damage{U"ส\u0E4D านัก", U"สำนัก"},
                                         Damage{U"ค าสั่งที่ ๑", U"คำสั่งที่ ๑"}, Damage{U"ประจ าปี ก าหนด", U"ประจำปี กำหนด"}));

// Over a tall letter the tone mark is drawn further left, and a reader sees a blank behind it.
INSTANTIATE_TEST_SUITE_P(NoSaraAmBehindAToneOverATallLetter, Repair,
                         testing::Values(Damage{U"ป่ าไม้", U"ป่าไม้"}, Damage{U"เป้ าหมาย", U"เป้าหมาย"},
                                         Damage{U"ไฟฟ้ าส่วนภูมิภาค", U"ไฟฟ้าส่วนภูมิภาค"},
                                         Damage{U"ตำบลป่ าตึงงาม", U"ตำบลป่าตึงงาม"}, Damage{U"น้ าประปา", U"น้ำประปา"}));

INSTANTIATE_TEST_SUITE_P(
    SaraAmLost, Repair,
    testing::Values(Damage{U"สานักงานศึกษาธิการ", U"สำนักงานศึกษาธิการ"},
                    Damage{U"ดาเนินการตามมาตรการ", U"ดำเนินการตามมาตรการ"},
                    Damage{U"ผู้อานวยการกลุ่มอานวยการ", U"ผู้อำนวยการกลุ่มอำนวยการ"},
                    Damage{U"การทางานร่วมกัน", U"การทำงานร่วมกัน"}, Damage{U"คาสั่งมอบหมาย", U"คำสั่งมอบหมาย"},
                    Damage{U"นาเสนอราคา", U"นำเสนอราคา"}, Damage{U"จานวนและลาดับ", U"จำนวนและลำดับ"},
                    Damage{U"กาหนดไว้ประจาปี", U"กำหนดไว้ประจำปี"}, Damage{U"อาเภอและตาบล", U"อำเภอและตำบล"},
                    Damage{U"ข้อจากัดของหน่วยงาน", U"ข้อจำกัดของหน่วยงาน"}, Damage{U"นาผลไปปรับปรุง", U"นำผลไปปรับปรุง"},
                    Damage{U"ต่ากว่าเกณฑ์ขั้นต่า", U"ต่ำกว่าเกณฑ์ขั้นต่ำ"}, Damage{U"จังหวัดลาปาง", U"จังหวัดลำปาง"},
                    Damage{U"คาแนะนาในการทาความเข้าใจ", U"คำแนะนำในการทำความเข้าใจ"}, Damage{U"กากับติดตาม", U"กำกับติดตาม"},
                    Damage{U"ให้ความสาคัญกับความสาเร็จ", U"ให้ความสำคัญกับความสำเร็จ"}));

INSTANTIATE_TEST_SUITE_P(SaraAaShownAsSaraAm, Repair,
                         testing::Values(Damage{U"โรงพยำบำล", U"โรงพยาบาล"},
                                         Damage{U"กลุ่มงำนบริหำรงำน", U"กลุ่มงานบริหารงาน"}, Damage{U"พิจำรณำ", U"พิจารณา"}));

INSTANTIATE_TEST_SUITE_P(Marks, Repair,
                         testing::Values(Damage{U"ท\u0E48\u0E35", U"ท\u0E35\u0E48"},      // tone before a vowel above
                                         Damage{U"อย\u0E48\u0E39", U"อย\u0E39\u0E48"},    // tone before a vowel below
                                         Damage{U"พันธ\u0E4C\u0E38", U"พันธ\u0E38\u0E4C"},  // ์ before ุ
                                         Damage{U"ท\u0E35\u0E35\u0E48\u0E48", U"ท\u0E35\u0E48"},
                                         Damage{U"เเละ", U"และ"}, Damage{U"สํานักงาน เเผน", U"สำนักงาน แผน"},
                                         Damage{U"ที \u0E48", U"ที\u0E48"}, Damage{U"ป \u0E35", U"ปี"},
                                         Damage{U"แล ะ", U"และ"}, Damage{U"ใใน", U"ใน"}));

INSTANTIATE_TEST_SUITE_P(Glyphs, Repair,
                         testing::Values(Damage{U"ส\uF70Aวนท\uF702\uF70A", U"ส่วนที่"}, Damage{U"เป\uF701ด", U"เปิด"},
                                         Damage{U"ป\uF710\uF70Fหา", U"ปัญหา"}, Damage{U"ก\uF70A\uF701ง", U"กิ่ง"},
                                         Damage{U"กฎ\uF718", U"กฎุ"}, Damage{U"\uF700าน", U"ฐาน"},
                                         Damage{U"ส\uF711านัก", U"สำนัก"}, Damage{U"การ\u200Bงาน", U"การงาน"},
                                         Damage{U"การ\u00ADงาน", U"การงาน"}, Damage{U"\uFEFFงาน", U"งาน"},
                                         Damage{U"\uF0B7 งาน", U"• งาน"}, Damage{U"สําน\uF710 กงาน", U"สำนักงาน"}));

INSTANTIATE_TEST_SUITE_P(Mojibake, Repair,
                         testing::Values(Damage{U"ÊÓ¹Ñ¡§Ò¹ÈÖ¡ÉÒ¸Ô¡ÒÃ", U"สำนักงานศึกษาธิการ"},
                                         Damage{U"»ÃÐ¨íÒ»Õ ¾.È. òõö÷", U"ประจำปี พ.ศ. ๒๕๖๗"}));

TEST(Repair, InvalidBytesBecomeReplacementCharacters) {
  const Repaired result = repair_thai("งาน\xE0\xB8 ปี");
  EXPECT_EQ(result.text, "งาน\uFFFD ปี");
  EXPECT_TRUE(result.foreign_script);
  EXPECT_TRUE(is_valid_utf8(repair_thai(std::string("\x00\xFF\xC3", 3)).text));
}

TEST(Repair, ForeignLettersAreReportedAndKept) {
  const Repaired result = repair_thai("วัस्तดุ");
  EXPECT_TRUE(result.foreign_script);
  EXPECT_NE(result.text.find("स्त"), std::string::npos);
  EXPECT_FALSE(repair_thai("ระบบ E-Service “ก” – ๕ ฿ µm").foreign_script);
}

// Words that look as if they had lost a ำ and have not.
TEST(Repair, LeavesSoundWordsAlone) {
  for (const char* sound :
       {"ราคา",    "มา",       "ตาม",         "การ",        "นาม",      "กาย",    "อาย",  "ยา",       "สามารถ",
        "มาตรการ", "ทาง",      "นาที",         "นาน",        "นานา",     "อาคาร",  "วันลา", "การลา",    "ลาป่วย",
        "ค่า",      "กว่า",      "ถ้า",          "ชาวนา",      "ทาสี",      "ตา",     "ขาย",  "อาหาร",    "สาธารณะ",
        "ล้าสมัย",   "นายสมชาย", "นางสาวกานดา", "ดานูบ",       "อาสาสมัคร", "เอกสาร", "ปัญหา", "สถานศึกษา", "กล้า",
        "หน้าที่",    "ภายใน",    "เวลา",        "สัญญา",       "พราหมณ์",   "กราฟ",   "บัญชา", "ศาสนา",    "คาดว่า",
        "จากการ",  "กาแฟ",     "สาขา",        "นำเสนอราคา", "ทำนา",     "ค้าขาย",  "เรา",  "เขา"}) {
    EXPECT_EQ(repaired(sound), sound);
  }
}

TEST(Repair, AWordThatCouldBeEitherIsDoubtful) {
  for (const char* either : {"ทา", "นา", "คา"}) {
    const Repaired result = repair_thai(either);
    EXPECT_EQ(result.text, either) << "nothing shows that the ำ was lost";
    EXPECT_TRUE(result.doubtful) << either;
  }
  EXPECT_FALSE(repair_thai("สำนักงาน").doubtful);
  EXPECT_FALSE(repair_thai("สานักงาน").doubtful) << "no word สานัก: nothing to doubt";
}

// A speck over an า looks like the ring of ำ.
TEST(Repair, AScansSpeckIsNoRing) {
  RepairHints scanned;
  scanned.scanned = true;
  for (const auto& [read, printed] : {std::pair{"เผยแพร่ค่ำธรรมเนียม", "เผยแพร่ค่าธรรมเนียม"},
                                      {"ค่ำลงทะเบียนรายวิชา", "ค่าลงทะเบียนรายวิชา"},
                                      {"จัดทำคู่มือ", "จัดทำคู่มือ"},
                                      {"น้ำประปา", "น้ำประปา"},
                                      {"ประจำปี", "ประจำปี"}})
    EXPECT_EQ(repair_thai(read, scanned).text, printed);
}

TEST(Repair, LettersInDoubtAreTold) {
  EXPECT_EQ(repair_thai("ทา").doubts, (std::vector<SaraDoubt>{{1, false}}));
  EXPECT_EQ(repair_thai("สำนักงาน ทา").doubts, (std::vector<SaraDoubt>{{10, false}}));
  EXPECT_EQ(repair_thai("\u200Bทา").doubts, (std::vector<SaraDoubt>{{2, false}})) << "places count as read";
  EXPECT_TRUE(repair_thai("สำนักงาน").doubts.empty());
  EXPECT_TRUE(repair_thai("ดาเนินการ").doubts.empty()) << "a sure repair";
}

TEST(Repair, APictureSettlesItsLetterAndNoOther) {
  const std::array<std::size_t, 1> at = {1};
  const Repaired am = repair_thai("ทา", {.seen_am_at = at});
  EXPECT_EQ(am.text, "ทำ");
  EXPECT_FALSE(am.doubtful);
  const Repaired aa = repair_thai("ทา", {.seen_aa_at = at});
  EXPECT_EQ(aa.text, "ทา");
  EXPECT_FALSE(aa.doubtful);
  EXPECT_EQ(repair_thai("ทำ", {.seen_aa_at = at}).text, "ทา");
  const Repaired other = repair_thai("ทา นา", {.seen_am_at = at});
  EXPECT_EQ(other.doubts, (std::vector<SaraDoubt>{{4, false}})) << "hints of a whole line would settle this one too";
}

TEST(Repair, ThePageDecidesFirst) {
  const std::array<std::size_t, 1> at = {1};
  EXPECT_EQ(repair_thai("ทา", {.sara_am_at = at}).text, "ทำ");
  EXPECT_FALSE(repair_thai("ทา", {.sara_am_at = at}).doubtful);
  EXPECT_EQ(repair_thai("กาวนา", {.sara_am_at = at, .sara_am_known = true}).text, "กำวนา")
      << "even against the dictionary";
  EXPECT_EQ(repair_thai("ทางานทา", {.sara_am_at = at, .sara_am_known = true}).text, "ทำงานทา")
      << "what it does not name is า";
  EXPECT_EQ(repair_thai("สานักงาน", {.sara_am_known = true}).text, "สานักงาน");
}

TEST(Repair, ThePageMayShowAnAaWhereTheLayerHasAnAm) {
  const std::array<std::size_t, 1> at = {1};
  EXPECT_EQ(repair_thai("ทำ", {.sara_aa_at = at}).text, "ทา");
  EXPECT_EQ(repair_thai("ทำ", {.sara_am_known = true}).text, "ทำ");
}

TEST(Repair, WhatTheHintsOfALineLeaveOutIsLikelySound) {
  const std::array<std::size_t, 1> at = {1};
  const Repaired result = repair_thai("สานักงานทา", {.sara_am_at = at});
  EXPECT_EQ(result.text, "สำนักงานทา");
  EXPECT_FALSE(result.doubtful);
}

TEST(Repair, HintsCountTheCodePointsAsRead) {
  const std::array<std::size_t, 1> at = {3};  // after a zero-width space that goes
  EXPECT_EQ(repair_thai("\u200Bกทาก", {.sara_am_at = at, .sara_am_known = true}).text, "กทำก");
  const std::array<std::size_t, 2> beyond = {0, 99};  // no า there: no harm
  EXPECT_EQ(repair_thai("กทาก", {.sara_am_at = beyond, .sara_am_known = true}).text, "กทาก");
}

TEST(Repair, TheReportsOwnWordsDecideNext) {
  Vocabulary lossy;
  for (const char* line : {"สานักงาน", "ดาเนินการ", "กาหนดการ"}) lossy.add(line);
  EXPECT_EQ(repair_thai("ทา", {.vocabulary = &lossy}).text, "ทำ") << "a report that lost every ำ";
  Vocabulary sound;
  for (int i = 0; i < 6; ++i) sound.add("สำนักงานดำเนินการ");
  const Repaired result = repair_thai("ทา", {.vocabulary = &sound});
  EXPECT_EQ(result.text, "ทา") << "a report that kept every ำ";
  EXPECT_FALSE(result.doubtful);
}

TEST(Repair, NamesAskForMoreEvidence) {
  Vocabulary lossy;
  for (const char* line : {"สานักงาน", "ดาเนินการ", "กาหนดการ"}) lossy.add(line);
  for (const char* name : {"นางสาวชาลิสา ทาสุวรรณ", "นายจารึก นาเมือง", "บ้านหนองนา", "อำเภอนาแก"}) {
    EXPECT_EQ(repair_thai(name, {.vocabulary = &lossy}).text, name);
  }
  EXPECT_EQ(repair_thai("นายอานวย ผู้อานวยการ", {.vocabulary = &lossy}).text, "นายอำนวย ผู้อำนวยการ");
}

TEST(Repair, ASureLossMakesItsNeighboursLikelier) {
  EXPECT_EQ(repaired("สานักงานได้นาข้อมูลมาทา"), "สำนักงานได้นำข้อมูลมาทำ");
}

// Sound sentences of many kinds: nothing may change.
TEST(Repair, LeavesSoundSentencesAlone) {
  for (const char* sound :
       {"สำนักงานศึกษาธิการจังหวัดเหนือฟ้า ได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "๑. จัดทำคู่มือการปฏิบัติงาน ๒. เผยแพร่บนเว็บไซต์ภายใน ๕ วันทำการ (๓) รายงานผู้บังคับบัญชาทราบ",
        "การยืมทรัพย์สินของราชการต้องทำหนังสือขออนุญาต และคืนตามกำหนดเวลา ไม่นำไปใช้ส่วนตัว",
        "ชาวนาทำนาข้างน้ำ นายดำทาสีบ้าน น้องกานดาดื่มกาแฟ ตาคำขายปลา",
        "Integrity and Transparency Assessment (ITA) ประจำปี 2566 ได้ 95.35 คะแนน ระดับ AA",
        "พ.ร.บ. การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. ๒๕๖๐ ฯลฯ ต่าง ๆ ๆ", "ก็ เต็ม เล็ก ฤๅษี ฦๅชา พฤกษ์ ไทยแลนด์ น้ำ ซ้ำ ก๊ำ"}) {
    const Repaired result = repair_thai(sound);
    EXPECT_EQ(result.text, sound);
    EXPECT_EQ(result.changed, 0);
  }
}

TEST(FoldSpace, FoldsEveryKindOfBlank) {
  EXPECT_EQ(fold_space("  ก \t\n ข\u00A0\u3000ค "), "ก ข ค");
  EXPECT_EQ(fold_space(" \n"), "");
}

}  // namespace
}  // namespace prongsai::text
