#include "extractors/text/unicode/similarity.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace prongsai::text {
namespace {

TEST(EditDistance, CountsCodePoints) {
  EXPECT_EQ(edit_distance("ผู้รับผิดชอบ", "ผู้รับผิดชอบ"), 0);
  EXPECT_EQ(edit_distance("ตัวชี้วัด", "ตัวชีวิต"), 3);
  EXPECT_EQ(edit_distance("", "กขค"), 3);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
}

TEST(EditDistance, StopsAboveTheLimit) {
  EXPECT_EQ(edit_distance("มาตรการ", "กิจกรรมส่งเสริม", 3), 4);
  EXPECT_EQ(edit_distance("กก", "ขข", 2), 2);
  EXPECT_EQ(edit_distance("กก", "ขข", 1), 2);
  EXPECT_EQ(edit_distance("a", "b", 0), 1);
}

// The plain dynamic programme, to hold the banded one against.
int plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = static_cast<int>(i + j);
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
    }
  }
  return cost[a.size()][b.size()];
}

TEST(EditDistance, TheBandGivesTheSameAnswerAsTheWholeTable) {
  std::mt19937 random(7);
  const auto letter = [&random] { return static_cast<char>('a' + static_cast<int>(random() % 3)); };
  for (int round = 0; round < 2000; ++round) {
    std::string a(random() % 9, 'a');
    std::string b(random() % 9, 'a');
    for (char& c : a) c = letter();
    for (char& c : b) c = letter();
    const int full = plain_distance(a, b);
    for (int max = 0; max < 9; ++max) {
      ASSERT_EQ(edit_distance(a, b, max), std::min(full, max + 1)) << a << ' ' << b << " max " << max;
    }
  }
}

TEST(FuzzyKey, FoldsWhatDoesNotMatter) {
  EXPECT_EQ(fuzzy_key("ข้อ ๓๔ (ITA)"), fuzzy_key("ข้อ34ita"));
  EXPECT_EQ(fuzzy_key("สํานักงาน"), fuzzy_key("สำนักงาน"));
  EXPECT_EQ(fuzzy_key("นํ้า"), fuzzy_key("น้ำ"));
  EXPECT_NE(fuzzy_key("ดี"), fuzzy_key("ดิ"));
}

TEST(FuzzyKey, CanDropMarks) {
  const KeyOptions options{.drop_marks = true};
  EXPECT_EQ(fuzzy_key("ที่", options), fuzzy_key("ที", options));
  EXPECT_EQ(fuzzy_key("ดำเนิน", options), fuzzy_key("ดาเนิน", options));
}

const std::vector<std::string> kHeadings = {"ผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง", "ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลาดำเนินการ"};

TEST(BestMatch, FindsTheNearestHeading) {
  const auto match = best_match("ขันตอนหรือ วิธีการปฎิบัติ", kHeadings, 0.2);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->index, 1U);
  EXPECT_EQ(match->distance, 2);
  EXPECT_TRUE(match->unique);
}

TEST(BestMatch, RefusesWhatIsTooFar) {
  EXPECT_FALSE(best_match("งบประมาณ", kHeadings, 0.2));
}

TEST(BestMatch, SaysWhenTwoAreEquallyNear) {
  const std::vector<std::string> offices = {"ลำปาง", "ลำพูน", "ลำพาง"};
  const auto match = best_match("ลำหาง", offices, 0.3);
  ASSERT_TRUE(match);
  EXPECT_FALSE(match->unique);
}

TEST(FindSimilar, GivesThePassageInBytes) {
  const std::string text = "๒. ขันตอน หรือวิธีการปฏิบัติ ดังนี้";
  const auto passage = find_similar(text, "ขั้นตอนหรือวิธีการปฏิบัติ", 3);
  ASSERT_TRUE(passage);
  EXPECT_EQ(text.substr(passage->begin, passage->end - passage->begin), "ขันตอน หรือวิธีการปฏิบัติ");
  EXPECT_EQ(passage->distance, 1);
  EXPECT_FALSE(find_similar(text, "ข้อจำกัดของหน่วยงาน", 4));
}

}  // namespace
}  // namespace prongsai::text
