#include "pipeline/review/snippets.hpp"

#include <gtest/gtest.h>

namespace prongsai::review {
namespace {

TEST(Snippets, PreferThePlaceThatBeginsAWord) {
  const Snippet one = snippet_of("ของบางกลุ่ม และงบประมาณ", "งบ");
  EXPECT_TRUE(one.begins_word);
  EXPECT_EQ(one.text, "ของบางกลุ่ม และงบประมาณ");
  EXPECT_FALSE(snippet_of("ของบางกลุ่ม", "งบ").begins_word);
  EXPECT_TRUE(snippet_of("ใช้ e-Service แล้ว", "SERVICE").begins_word);
}

TEST(Snippets, ALongTextIsCutBetweenLettersAndNotBeforeAMark) {
  std::string many;
  for (int i = 0; i < 200; ++i) many += "ก็";
  const Snippet cut = snippet_of(many + " งบ " + many, "งบ");
  EXPECT_TRUE(cut.text.starts_with("…ก")) << cut.text;
  EXPECT_TRUE(cut.text.ends_with("…"));
  EXPECT_NE(cut.text.find(" งบ "), std::string::npos);
}

}  // namespace
}  // namespace prongsai::review
