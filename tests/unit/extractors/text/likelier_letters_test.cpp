// Shapes and words together: an other shape is taken where it makes words, and never for its spelling alone.
#include "extractors/text/thai/likelier_letters.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

struct Other {
  std::size_t at = 0;
  char32_t letter = 0;
  double sureness = 0;
};

// `read` as seen, every letter nearly sure, and beside some of them other shapes.
std::string likelier(std::string_view read, const std::vector<Other>& others) {
  std::u32string letters = to_utf32(read);
  std::vector<SeenLetter> run;
  for (const char32_t letter : letters) run.push_back({{letter, 0.97}, {}});
  for (const Other& other : others) run[other.at].others.push_back({other.letter, other.sureness});
  for (const LikelierLetter& found : likelier_letters(run))
    letters[found.at] = run[found.at].others[found.other].letter;
  return to_utf8(letters);
}

TEST(LikelierLettersTest, AnotherShapeIsTakenThatMakesWords) {
  EXPECT_EQ(likelier("ประกอบค้วยกรรมการ", {{6, U'ด', 0.6}}), "ประกอบด้วยกรรมการ");
  EXPECT_EQ(likelier("งานพัสดู", {{7, U'ุ', 0.4}}), "งานพัสดุ");
  EXPECT_EQ(likelier("ทรัพย์สินของราชถาร", {{15, U'ก', 0.7}}), "ทรัพย์สินของราชการ");
}

TEST(LikelierLettersTest, TheSecondOtherMayBeTheWord) {
  EXPECT_EQ(likelier("เทตบาลนคร", {{2, U'ฅ', 0.7}, {2, U'ศ', 0.6}}), "เทศบาลนคร");
}

TEST(LikelierLettersTest, ShapesThatWereHardlySeenAreNotTaken) {
  EXPECT_EQ(likelier("ประกอบค้วยกรรมการ", {{6, U'ด', 0.05}}), "ประกอบค้วยกรรมการ");
}

TEST(LikelierLettersTest, NamesStayAsTheirShapesWereSeen) {
  EXPECT_EQ(likelier("บ้านหนองโพรงตะแบก", {{8, U'ไ', 0.5}}), "บ้านหนองโพรงตะแบก");
  EXPECT_EQ(likelier("ดงสมอ", {{0, U'ต', 0.8}}), "ดงสมอ");
}

TEST(LikelierLettersTest, WordsOfThreeLettersAreTakenOnlyWhereReportsUseThem) {
  EXPECT_EQ(likelier("ให้ดีขึนกว่าเดิม", {{6, U'ื', 0.85}}), "ให้ดีขึนกว่าเดิม") << "a lost tone, not a rare word";
}

TEST(LikelierLettersTest, LettersThatWritersMixUpAreAsPrinted) {
  EXPECT_EQ(likelier("ปรากฎว่า", {{4, U'ฏ', 0.8}}), "ปรากฎว่า");
  EXPECT_EQ(likelier("ทางาน", {{1, U'ำ', 0.9}}), "ทางาน") << "repair_thai decides about ำ";
}

TEST(LikelierLettersTest, NoLettersNoAnswer) {
  EXPECT_TRUE(likelier_letters({}).empty());
}

}  // namespace
}  // namespace prongsai::text
