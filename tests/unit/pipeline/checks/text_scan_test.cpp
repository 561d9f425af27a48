#include "pipeline/checks/text_scan.hpp"

#include <gtest/gtest.h>

namespace prongsai::checks {
namespace {

TEST(Squeeze, KeepsWhereEachByteStood) {
  const std::string text = "เว็บ ไซต์\u200B หลัก";
  const Squeezed squeezed = squeeze(text);
  EXPECT_EQ(squeezed.text, "เว็บไซต์หลัก");
  const auto found = find_phrases(squeezed.text, {"ไซต์หลัก"});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(
      text.substr(squeezed.origin[found[0].begin], squeezed.origin[found[0].end] - squeezed.origin[found[0].begin]),
      "ไซต์\u200B หลัก");
}

TEST(FindPhrases, TheLongerOfTwoThatBeginTogether) {
  const auto found = find_phrases("ภายในวันที่ภายใน", {"ภายใน", "ภายในวันที่"});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].end - found[0].begin, std::string("ภายในวันที่").size());
}

TEST(Unfilled, BlanksDotsDashesAndBullets) {
  for (const std::string text : {"", " ", "....", "…", "- - -", "–", "____", "•", ". . .", "-/-"})
    EXPECT_TRUE(is_unfilled(text)) << text;
  for (const std::string text : {"ก", "0", "๐", "- ก", "ไม่มี", "N/A"}) EXPECT_FALSE(is_unfilled(text)) << text;
}

TEST(Excerpt, BeginsWithAWholeWordOrLetter) {
  const std::string text = "การนำเข้าข้อมูลบนเว็บไซต์";
  const std::size_t at = text.find("ข้อมูล");
  EXPECT_EQ(excerpt(text, {at, at + 3}, 5), "เข้าข้อมูล");  // not ำเข้า…
  EXPECT_EQ(excerpt("หนึ่ง สอง สาม สี่", {text.npos, text.npos}, 3), "สี่");
}

TEST(Clip, CountsCodePoints) {
  EXPECT_EQ(clip("ก้าวหน้า", 3), "ก้า…");
  EXPECT_EQ(clip("ก้าว", 4), "ก้าว");
}

TEST(BeforeAfter, StopAtTheTextsEnds) {
  EXPECT_EQ(before("กข", 3, 9), "ก");
  EXPECT_EQ(after("กข", 3, 9), "ข");
  EXPECT_EQ(after("กข", 99, 9), "");
}

}  // namespace
}  // namespace prongsai::checks
