// Text of Thai letters without sense, for comparing.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace prongsai::samples {

// Each seed gives another text.
inline std::string sentence(unsigned seed) {
  static const std::vector<std::string> kSyllables = {
      "การ", "งาน", "ความ", "ให้", "ทำ", "ข้อ", "มูล",  "เผย", "แพร่", "ราย", "ผล",  "ตรวจ", "สอบ", "ระบบ", "บุค",
      "คล",  "แผน", "ประ",  "ชุม", "จัด", "ซื้อ", "วัสดุ", "คู่",   "มือ",  "ชี้",   "แจง", "อบ",   "รม",  "เว็บ",  "ไซต์"};
  std::mt19937 random(seed);
  std::string out;
  for (int i = 0; i < 30; ++i) out += kSyllables[random() % kSyllables.size()];
  return out;
}

}  // namespace prongsai::samples
