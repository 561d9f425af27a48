#include "extractors/source/ocr/filled_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace prongsai::source {
namespace {

constexpr double kLetter = 8;

// With its baseline at `y`, as scanned words have it.
Word at(double x0, double x1, double y, const std::string& text) {
  Word word;
  word.text = text;
  word.box = {x0, y - 2 * kLetter, x1, y + 0.74 * kLetter};
  word.chars = {word.box};
  return word;
}

double baseline(const Word& word) {
  return word.box.y0 + 0.73 * word.box.height();
}

TEST(SettleDots, WhatIsTypedOverThemJoinsTheFormsLine) {
  std::vector<Word> words = {at(50, 90, 100, "ปี พ.ศ."), at(110, 135, 94, "๒๕๖๗"), at(160, 200, 100, "จำนวน"),
                             at(215, 230, 94, "๖๔"),    at(232, 250, 93, "คน"),   at(110, 150, 70, "แบบรายงาน")};
  const std::vector<Word> left =
      settle_dots(words, {at(95, 155, 100, "........"), at(205, 260, 100, "........")}, kLetter);
  EXPECT_TRUE(left.empty()) << "they were written on";
  for (const std::size_t i : {0U, 1U, 2U, 3U, 4U}) {
    EXPECT_NEAR(baseline(words[i]), 100, 0.1) << words[i].text;
    EXPECT_EQ(words[i].chars[0], words[i].box);
  }
  EXPECT_NEAR(baseline(words[5]), 70, 0.1) << "the line above";
}

TEST(SettleDots, ThoseLeftBlankJoinItToo) {
  std::vector<Word> words = {at(50, 90, 100, "ลงชื่อ"), at(180, 220, 100, "ผู้รายงาน"), at(110, 112, 101, "-")};
  const std::vector<Word> left = settle_dots(words, {at(95, 175, 104.5, "..........")}, kLetter);
  ASSERT_EQ(left.size(), 1U) << "a speck writes nothing";
  EXPECT_NEAR(baseline(left[0]), 100, 0.1);
}

TEST(SettleDots, ThoseOfNoLineStay) {
  std::vector<Word> words = {at(50, 90, 100, "หมายเหตุ"), at(130, 190, 150, "ชำรุดสองรายการ")};
  const std::vector<Word> left = settle_dots(words, {at(50, 300, 130, "....."), at(50, 300, 154, ".....")}, kLetter);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_NEAR(baseline(left[0]), 130, 0.1);
  EXPECT_NEAR(baseline(words[1]), 150, 0.1) << "nothing beside the dots tells where";
}

}  // namespace
}  // namespace prongsai::source
