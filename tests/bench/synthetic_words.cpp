#include "tests/bench/synthetic_words.hpp"

#include <array>
#include <initializer_list>

namespace prongsai::bench {
namespace {

// Words that reports of every office use: weakness, evidence, training, website, …
constexpr std::array kPhrases = {
    "บุคลากร", "ผู้รับบริการ", "เว็บไซต์",     "หน่วยงาน",    "ข้อมูล",          "เอกสาร",     "หลักฐาน",  "คู่มือ",
    "ประชุม",  "อบรม",     "ติดตาม",      "รายงานผล",   "ทุกไตรมาส",      "ยังไม่ครบถ้วน", "ล่าช้า",    "ไม่ชัดเจน",
    "จัดทำ",   "ปรับปรุง",   "เผยแพร่",     "ประชาสัมพันธ์", "แต่งตั้งคณะทำงาน", "กำหนดขั้นตอน", "ตรวจสอบ", "งบประมาณ",
    "พัสดุ",    "การจัดซื้อ",  "ระบบออนไลน์", "แบบสอบถาม",  "ความพึงพอใจ",    "ข้อร้องเรียน",  "ช่องทาง",  "การบริหารงาน",
    "ทรัพย์สิน", "ราชการ",   "อย่างต่อเนื่อง", "เพื่อให้",      "ตามที่",          "ซึ่ง",         "และ",     "ของ",
    "ในการ",  "โดย",      "ให้เป็นปัจจุบัน", "ผู้บริหาร",     "เจ้าหน้าที่"};
constexpr std::array kInitials = {"ก", "ข", "ค", "จ", "ช", "ด", "ต", "ถ", "ท", "น", "บ",  "ป",
                                  "ผ", "พ", "ม", "ย", "ร", "ล", "ว", "ส", "ห", "อ", "กร", "ปล"};
constexpr std::array kVowels = {"า", "ี", "ู", "อ", "ิ", "ุ", "ะ"};
constexpr std::array kFinals = {"น", "ง", "ม", "ก", "ด", "บ", "ย", "", "", ""};

// Lengths in code points: three bytes a Thai letter.
std::size_t letters_in(const std::string& text) {
  return text.size() / 3;
}

// SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

}  // namespace

std::uint64_t SyntheticWords::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  return mixed(state_);
}

std::size_t SyntheticWords::number(std::size_t below) {
  return static_cast<std::size_t>(next() % below);
}

std::string SyntheticWords::invented(std::size_t syllables) {
  std::string word;
  for (std::size_t i = 0; i < syllables; ++i) {
    word += kInitials[number(kInitials.size())];
    word += kVowels[number(kVowels.size())];
    word += kFinals[number(kFinals.size())];
  }
  return word;
}

std::string SyntheticWords::text(std::size_t letters) {
  std::string text;
  while (letters_in(text) < letters) {
    text += happens(1, 2) ? std::string(kPhrases[number(kPhrases.size())]) : invented(1 + number(3));
    if (happens(1, 5)) text += ' ';
  }
  return text;
}

std::uint64_t seed_of(std::initializer_list<std::uint64_t> parts) {
  std::uint64_t seed = 0;
  for (const std::uint64_t part : parts) seed = mixed(seed ^ (part + 0x9E3779B97F4A7C15ULL));
  return seed;
}

}  // namespace prongsai::bench
