#include "extractors/text/thai/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace prongsai::text {
namespace {

using testing::Contains;
using testing::ElementsAre;

TEST(Words, CutThaiByTheDictionary) {
  EXPECT_THAT(words("ความโปร่งใส (ITA) ปี ๒๕๖๗"), ElementsAre("ความ", "โปร่งใส", "ITA", "ปี", "๒๕๖๗"));
  EXPECT_TRUE(words(" ,. ").empty());
  EXPECT_TRUE(words("").empty());
}

TEST(Words, SpansAreBytes) {
  const std::string text = "แผน 5";
  const auto spans = word_spans(text);
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(spans[1].begin, text.size() - 1);
}

TEST(Words, SurviveBrokenBytes) {
  EXPECT_THAT(words("แผน\xE0\xB8 งาน"), Contains("งาน"));
}

TEST(Words, MayBeCutInSeveralThreads) {
  std::vector<std::thread> threads;
  std::vector<std::size_t> counts(4);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    threads.emplace_back([&counts, i] {
      for (int round = 0; round < 200; ++round) counts[i] += words("การปฏิบัติงานของเจ้าหน้าที่").size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(counts, testing::Each(counts[0]));
  EXPECT_GT(counts[0], 0U);
}

TEST(SearchKey, IsTheSameHoweverItIsWritten) {
  EXPECT_EQ(search_key("สํานักงาน ๒๕๖๗ ITA"), search_key("สำนักงาน 2567 ita"));
  EXPECT_EQ(search_key("แผนงาน"), "แผน งาน");
}

}  // namespace
}  // namespace prongsai::text
