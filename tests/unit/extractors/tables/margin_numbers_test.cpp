#include "extractors/tables/margin_numbers.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables {
namespace {

using testing::PageBuilder;

const std::vector<std::string> kLines{"สำนักงานได้คะแนน ภาพรวม", "๙๐.๙๔ คะแนน ในระดับ", "๑๒ กลุ่มงาน",
                                      "รายงานทุกเดือน",          "ต่อที่ประชุม",           "โดยทั่วกัน"};

// How many words are left of the lines with these numbers before them ("": none).
std::size_t words_left(const std::vector<std::string>& numbers, double size = 10, double gap = 30) {
  PageBuilder page;
  double baseline = 100;
  for (std::size_t i = 0; i < kLines.size(); ++i, baseline += 24) {
    const double x = 62 - gap;
    if (!numbers[i].empty()) page.word(x - 10, baseline, numbers[i], {size, "Sarabun"});
    page.line(62, baseline, kLines[i], {14, "Sarabun"});
  }
  Page read = page.page();
  take_margin_numbers(read);
  return read.words.size();
}

constexpr std::size_t kOwn = 10;  // words of the lines

TEST(MarginNumbers, AreNoPartOfTheSentences) {
  EXPECT_EQ(words_left({"๘๑", "๘๒", "๘๓", "๘๔", "๘๕", "๘๖"}), kOwn);
  EXPECT_EQ(words_left({"8", "9", "10", "11", "12", "13"}), kOwn);
}

TEST(MarginNumbers, StandAside) {
  PageBuilder page;
  for (int i = 1; i <= 5; ++i) {
    page.word(30, 100 + 24 * i, std::to_string(i), {9, "Sarabun"});
    page.word(62, 100 + 24 * i, "ข้อความ", {14, "Sarabun"});
  }
  Page read = page.page();
  take_margin_numbers(read);
  ASSERT_EQ(read.asides.size(), 5U);
  EXPECT_EQ(read.asides.back().text, "5");
}

TEST(MarginNumbers, WhatElseStandsThereStays) {
  EXPECT_EQ(words_left({"๑", "๒", "๓", "๔", "๕", "๖"}, 14), kOwn + 6) << "a list's, in the text's own size";
  EXPECT_EQ(words_left({"๑", "", "๒", "๓", "๔", "๕"}), kOwn + 5) << "a line without one";
  EXPECT_EQ(words_left({"๓", "๑", "๔", "๑", "๕", "๙"}), kOwn + 6) << "numbers in no order";
  EXPECT_EQ(words_left({"๑", "๒", "๓", "๔", "", ""}), kOwn + 4) << "a few";
  EXPECT_EQ(words_left({"๑", "๒", "๓", "๔", "๕", "๖"}, 10, 0), kOwn + 6) << "close to the text";
}

}  // namespace
}  // namespace prongsai::tables
