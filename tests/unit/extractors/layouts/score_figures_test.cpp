#include "extractors/layouts/score_figures.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "document_builder.hpp"

namespace prongsai::layouts {
namespace {

// "OIT 95.35% AA; item O29 0" of all scores of a text.
std::string scores(const std::string& text) {
  static const ScoreWords kWords(test::kDataFolder / "layouts" / "common" / "scores.yaml");
  std::ostringstream out;
  for (const auto& figure : find_score_figures(text, kWords)) {
    if (out.tellp() > 0) out << "; ";
    out << figure.subject << (figure.subject_no.empty() ? "" : " " + figure.subject_no) << " " << figure.value
        << (figure.percent ? "%" : "") << (figure.grade ? " " + *figure.grade : "");
    if (figure.rank) out << " #" << *figure.rank;
    if (figure.rank_of) out << "/" << *figure.rank_of;
  }
  return out.str();
}

TEST(ScoreFigures, AreTakenFromProse) {
  const struct {
    const char* text;
    const char* scores;
  } cases[] = {
      {"ผลการประเมินด้านการเปิดเผยข้อมูลสาธารณะ (Open Data Integrity and Transparency Assessment : OIT) ของสำนักงาน มีผลการประเมินฯ ระดับ AA "
       "คิดเป็นร้อยละ ๙๖.๑๒",
       "OIT 96.12% AA"},
      {"(OIT) ได้คะแนนในระดับ A หรือคะแนน ๘๙.๐๗ คะแนน ซึ่งยังไม่บรรลุเป้าหมายที่กำหนดไว้ในระดับ ๑๐๐ คะแนน", "OIT 89.07 A"},
      {"ได้คะแนน ITA เท่ากับ 91.20 ระดับคุณภาพ A เป็นอันดับที่ ๑๒ จากจำนวนสำนักงานที่เข้ารับการประเมินทั้งสิ้น ๒๒๕ เขต", "ITA 91.2 A #12/225"},
      {"ในภาพรวม ๙๓.๔๐ คะแนน อยู่ในระดับ ผ่านดี โดยจำแนกตามเครื่องมือ", "ITA 93.4 ผ่านดี"},
      {"๑) แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT) ได้คะแนน ๒๗.๓๑ คะแนน", "IIT 27.31"},
      {"2. แบบวัดของผู้มีส่วนได้ส่วนเสียภายนอก ได้คะแนน 28.5 เป็นคะแนนจากตัวชี้วัดที่ 6 - ตัวชี้วัดที่ 8", "EIT 28.5"},
      {"(๓) ตัวชี้วัดที่ ๓ การใช้อำนาจ โดยรวมได้คะแนนเท่ากับร้อยละ ๑๐๐ เป็นคะแนนจากการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "indicator 3 100%"},
      {"ได้แก่ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้คะแนนร้อยละ 97.5 ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้คะแนนร้อยละ 90",
       "indicator 1 97.5%; indicator 2 90%"},
      {"ตัวชี้วัดข้อ ๒๙ ข้อมูลเชิงสถิติเรื่องร้องเรียน ไม่ได้อยู่บนเว็บไซต์หลัก จึงทำให้ได้คะแนน ๐ คะแนน", "item O29 0"},
      {"ข้อ O๑๗ รายงานผลการสำรวจความพึงพอใจการให้บริการ ข้อมูลไม่ครบถ้วน จึงได้ ๕๐ คะแนน", "item O17 50"},
      {"ทำให้มีผลการประเมิน ๘๗.๔๕ คะแนน อยู่ในระดับ A", "ITA 87.45 A"},
      {"(OIT) ๙๖.๒๐ คะแนน อยู่ในระดับ AA 3. มาตรการ", "OIT 96.2 AA"},
      {"IIT 28.10 คะแนน EIT 27.00 คะแนน และ OIT 38.25 คะแนน", "IIT 28.1; EIT 27; OIT 38.25"},
  };
  for (const auto& c : cases) EXPECT_EQ(scores(c.text), c.scores) << c.text;
}

TEST(ScoreFigures, AreNotTakenFromWhatIsNoScore) {
  const char* const cases[] = {
      "หน่วยงานภาครัฐที่มีผลการประเมินผ่านเกณฑ์ (85 คะแนนขึ้นไป) ไม่น้อยกว่าร้อยละ 80",
      "มีตัวชี้วัดที่ได้คะแนนประเมินร้อยละ ๘๕ ขึ้นไป จำนวน ๔ ตัวชี้วัด",
      "(IIT) ในตัวชี้วัดที่ 1 - ตัวชี้วัดที่ 5 มีตัวชี้วัดที่ได้คะแนนประเมินสูงสุดร้อยละ 100 จำนวน 1 ตัวชี้วัด",
      "มีผลการประเมินทุกตัวชี้วัด (ตัวชี้วัดที่ ๑ – ๑๐) ได้คะแนนมากกว่าร้อยละ ๘๕",
      "ตัวชี้วัดที่ ๗ ได้คะแนนต่ำกว่าร้อยละ ๑๐๐",
      "๑๐๐ คะแนน: เปิดเผยข้อมูลครบถ้วนตามองค์ประกอบ ๕๐ คะแนน: เปิดเผยไม่ครบ",
      "ผลการประเมิน OIT พบว่าดำเนินการได้ร้อยละ ๑๐๐ ของกิจกรรมทั้งหมด",
      "กำหนดเป้าหมายคะแนน ITA ๙๕ คะแนน",
      "ประเมินสำนักงาน จำนวน 225 เขต ประจำปีงบประมาณ พ.ศ. 2566 ตามคำสั่งที่ ๖๒/๒๕๖๗ โทร ๐๕๔-๘๒๑๕๐๐",
      "ผลการสำรวจความพึงพอใจต่อการเปิดเผยข้อมูลสาธารณะ มีความพึงพอใจ ได้คะแนน ๔.๕๐",
      "บุคลากรตอบแบบวัด IIT จำนวน 40 คน",
      "คะแนนเต็ม ๑๐๐ คะแนน",
      "หน่วยงานในสังกัดผ่านเกณฑ์การประเมิน ITA (ร้อยละ 90) โดยมีเครื่องมือ",
  };
  for (const auto* text : cases) EXPECT_EQ(scores(text), "") << text;
}

}  // namespace
}  // namespace prongsai::layouts
