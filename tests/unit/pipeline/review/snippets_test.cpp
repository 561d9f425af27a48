#include "pipeline/review/snippets.hpp"

#include <gtest/gtest.h>

#include "pipeline/review/search_words.hpp"

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

TEST(Snippets, DigitsOfOneScriptFindThoseOfTheOther) {
  std::string many;
  for (int i = 0; i < 100; ++i) many += "ก";
  EXPECT_NE(snippet_of(many + " พ.ศ. ๒๕๖๗ " + many, "2567").text.find("๒๕๖๗"), std::string::npos);
  EXPECT_NE(snippet_of(many + " 97.53 " + many, "๙๗.๕๓").text.find("97.53"), std::string::npos);
}

TEST(SearchWords, ArePartedAtBlanksButForQuotations) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(search_words("  ปี ๒๕๖๗  อบรม "), (Words{"ปี", "2567", "อบรม"}));
  EXPECT_EQ(search_words("\"ปี 2567\" อบรม"), (Words{"ปี 2567", "อบรม"}));
  EXPECT_EQ(search_words("5\" จอ"), (Words{"5\"", "จอ"}));
  EXPECT_EQ(search_words("น\u0E4D\u0E32"), Words{"นำ"});
  EXPECT_EQ(search_words(" \"\" "), Words{});
}

}  // namespace
}  // namespace prongsai::review
