// Doubts of a text in what is made of it.
#include "extractors/text/unicode/carried_doubts.hpp"

#include <gtest/gtest.h>

#include "extractors/text/unicode/letter_places.hpp"

namespace prongsai::text {
namespace {

// What a doubted stretch of `from` is in `to`; "-" where nothing is left of it.
std::string carried_to(const std::string& from, const std::string& word, const std::string& to) {
  const std::size_t begin = from.find(word);
  EXPECT_NE(begin, std::string::npos);
  const Doubts doubts = carried({{begin, begin + word.size(), Certainty::low_confidence, word, "", {}}}, from, to);
  if (doubts.empty()) return "-";
  EXPECT_EQ(to.substr(doubts[0].begin, doubts[0].end - doubts[0].begin), doubts[0].text);
  return doubts[0].text;
}

TEST(CarriedDoubts, WhatNothingHasChanged) {
  EXPECT_EQ(carried_to("ได้คะแนน ๙๕.๓๗ ระดับ A", "๙๕.๓๗", "ได้คะแนน ๙๕.๓๗ ระดับ A"), "๙๕.๓๗");
  EXPECT_TRUE(carried({}, "ก", "ข").empty());
}

TEST(CarriedDoubts, OverARepairBeforeItAndInIt) {
  EXPECT_EQ(carried_to("ขันตอนการดาเนินการ ๙๕.๓๗", "๙๕.๓๗", "ขั้นตอนการดำเนินการ ๙๕.๓๗"), "๙๕.๓๗");
  EXPECT_EQ(carried_to("ตาม ขันตอน ที่ ๒", "ขันตอน", "ตาม ขั้นตอน ที่ ๒"), "ขั้นตอน");
  EXPECT_EQ(carried_to("ด าเนินการ ๒ ครั้ง", "าเนินการ", "ดำเนินการ ๒ ครั้ง"), "ำเนินการ");
  EXPECT_EQ(carried_to("OR Code หน้า ๓", "OR", "QR Code หน้า ๓"), "QR");
}

TEST(CarriedDoubts, LinesThatAreJoinedAndTrimmed) {
  EXPECT_EQ(carried_to("คะแนน\n๙๕.๓๗\nของปี", "๙๕.๓๗", "คะแนน ๙๕.๓๗ ของปี"), "๙๕.๓๗");
  EXPECT_EQ(carried_to("การปฏิ\nบัติงาน", "บัติงาน", "การปฏิบัติงาน"), "บัติงาน");
  EXPECT_EQ(carried_to(": มีนาคม ๒๕๖๗ ....", "....", "มีนาคม ๒๕๖๗"), "-") << "nothing of it is left";
  EXPECT_EQ(carried_to("พ.ศ. 25 67", "67", "พ.ศ. 2567"), "67");
}

// The second of two equal figures stays the second, whatever is repaired between them.
TEST(CarriedDoubts, EqualFiguresAreToldByTheirOrder) {
  const std::string from = "ปี ๖๖ ได้ ๙๐.๒๕ ดาเนินการ ปี ๖๗ ได้ ๙๐.๒๕";
  const std::string to = "ปี ๖๖ ได้ ๙๐.๒๕ ดำเนินการ ปี ๖๗ ได้ ๙๐.๒๕";
  const std::size_t first = from.find("๙๐.๒๕");
  const std::size_t second = from.rfind("๙๐.๒๕");
  const LetterPlaces places(from, to);
  EXPECT_EQ(places.of(first, first + 13).begin, to.find("๙๐.๒๕"));
  EXPECT_EQ(places.of(second, second + 13).begin, to.rfind("๙๐.๒๕"));
}

TEST(CarriedDoubts, AStretchHasTheDoubtsThatTouchIt) {
  const Doubts doubts{{0, 4, Certainty::low_confidence, "2566", "", {}},
                      {5, 10, Certainty::conflicting, "90.25", "90.26", {}}};
  const Doubts part = doubts_in(doubts, 2, 8);
  ASSERT_EQ(part.size(), 2U);
  EXPECT_EQ(part[0].text, "66");
  EXPECT_EQ(part[1].begin, 3U);
  EXPECT_EQ(part[1].text, "90.");
  EXPECT_TRUE(doubts_in(doubts, 4, 5).empty());
  EXPECT_EQ(worst_of(doubts), Certainty::conflicting);
  EXPECT_EQ(worst_of({}), Certainty::certain);
  EXPECT_TRUE(doubts_of_figure(doubts, 0, 4).empty()) << "both readers say the same";
  EXPECT_EQ(doubts_of_figure(doubts, 6, 8).size(), 1U);
}

}  // namespace
}  // namespace prongsai::text
