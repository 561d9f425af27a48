#include "pipeline/collect/walk/site_words.hpp"

#include <gtest/gtest.h>

#include <string>

namespace prongsai::collect {
namespace {

class SiteWordsTest : public ::testing::Test {
 protected:
  [[nodiscard]] int rank(const std::string& words, const std::string& path = "/page") const {
    return words_.rank(words, parse_address("https://www.office.example" + path).value());
  }
  SiteWords words_{std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "collect" / "words.yaml"};
};

TEST_F(SiteWordsTest, WordsOfTheAssessmentComeFirstEndlessPagesLast) {
  for (const char* first : {"ITA", "ITA 2567", "ข้อมูล ita", "การเปิดเผยข้อมูลสาธารณะ (OIT)", "การเปิดเผย ข้อมูลสาธารณะ"}) {
    EXPECT_EQ(rank(first), 0) << first;
  }
  EXPECT_EQ(rank("แบบประเมิน", "/oit/2567"), 0);
  EXPECT_LT(rank("ITA"), rank("แผนป้องกันการทุจริต"));
  EXPECT_LT(rank("แผนป้องกันการทุจริต"), rank("ดาวน์โหลด"));
  EXPECT_LT(rank("ดาวน์โหลด"), rank("บุคลากร"));
  EXPECT_LT(rank("บุคลากร"), rank("ปฏิทิน"));
  EXPECT_EQ(rank("ปฏิทิน"), words_.last_rank());
}

TEST_F(SiteWordsTest, ShortWordsCountAsWordsOnly) {
  EXPECT_NE(rank("Digital library"), 0);
  EXPECT_NE(rank("Exploits"), 0);
  EXPECT_NE(rank("บุคลากร", "/digital"), 0);
}

TEST_F(SiteWordsTest, KnowsWhatMayGiveADocument) {
  const auto may = [&](const std::string& path) {
    return words_.may_give_document(parse_address("https://www.office.example" + path).value());
  };
  for (const char* path : {"/o34.PDF", "/a.zip", "/GetFile.ashx?id=3", "/index.php?file=o34.pdf", "/download/77"}) {
    EXPECT_TRUE(may(path)) << path;
  }
  for (const char* path : {"/", "/ita", "/pdf/", "/o34.pdf.html"}) EXPECT_FALSE(may(path)) << path;
}

}  // namespace
}  // namespace prongsai::collect
