// What must hold of the repair whatever it is given: the output is well-formed and in canonical form, repairing
// twice is repairing once, sound words stay as they are.

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::text {
namespace {

// Pieces that damage is made of, and words to set them among.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> kPieces = {
      "ก",      "น",      "ท",      "ส",      "ด",      "ค",      "า",       "ำ",        "\u0E4D", "\u0E48", "\u0E49",
      "\u0E4C", "\u0E31", "\u0E34", "\u0E35", "\u0E38", "\u0E39", "\u0E3A",  "\u0E47",   "เ",      "แ",      "โ",
      "ะ",      "ๆ",      "ฯ",      " ",      "  ",     "\u00A0", "\u200B",  "\uF70A",   "\uF710", "\uF701", "\xE0\xB8",
      "\xFF",   "ÊÓ¹Ñ¡",  "ส",      "a",      "E10",    "๕",      "สานักงาน", "ดาเนินการ", "การ",    "ทา",     "นา",
      "คา",     "งำน",    "กำร",    "ด าเนิน", "น้า",     "และ",    "ที่",       "มาตรการ",  "หน่ วย",  "\n",     "e\u0301",
      "ล",      "ง",      "ร",      "บ",      "ว",      "อ",      "ห",       "ใ",        "ไ",      "\u08D7", "\u0301"};
  return kPieces;
}

std::string random_text(std::mt19937& random) {
  std::string text;
  const std::size_t count = random() % 24;
  for (std::size_t i = 0; i < count; ++i) text += pieces()[random() % pieces().size()];
  return text;
}

TEST(RepairProperty, IsIdempotentAndWellFormed) {
  std::mt19937 random(2567);
  for (int round = 0; round < 20000; ++round) {
    const std::string raw = random_text(random);
    const Repaired once = repair_thai(raw);
    ASSERT_TRUE(is_valid_utf8(once.text)) << raw;
    const Repaired twice = repair_thai(once.text);
    ASSERT_EQ(twice.text, once.text) << raw;
    ASSERT_EQ(twice.changed, 0) << raw;
  }
}

// Letters that stand apart, among them glyphs of an old font: once those are letters, they join.
TEST(RepairProperty, LettersThatStandApartJoinWhateverElseIsMendedBetweenThem) {
  for (const std::string raw : {"า \uF710 ำ า \uF70A", "า า \uF70A ท\u0E4Dา \uF70A"}) {
    const Repaired once = repair_thai(raw);
    EXPECT_EQ(repair_thai(once.text).text, once.text);
  }
}

TEST(RepairProperty, WithAVocabularyItIsIdempotentToo) {
  std::mt19937 random(34);
  Vocabulary vocabulary;
  for (int i = 0; i < 50; ++i) vocabulary.add(random_text(random));
  for (int round = 0; round < 5000; ++round) {
    const std::string raw = random_text(random);
    for (const bool known : {false, true}) {
      const RepairHints hints{.vocabulary = &vocabulary, .sara_am_known = known};
      const std::string once = repair_thai(raw, hints).text;
      ASSERT_EQ(repair_thai(once, hints).text, once) << raw;
    }
  }
}

TEST(RepairProperty, LeavesNothingThatItMends) {
  std::mt19937 random(1);
  for (int round = 0; round < 5000; ++round) {
    const std::u32string text = to_utf32(repair_thai(random_text(random)).text);
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      EXPECT_FALSE(text[i] == kNikhahit && text[i + 1] == kSaraAa);
      EXPECT_FALSE(is_thai_tone(text[i]) && is_thai_above_vowel(text[i + 1]) && i > 0 &&
                   is_thai_consonant(text[i - 1]));
      EXPECT_FALSE(text[i] >= 0xF700 && text[i] <= 0xF71A);
      EXPECT_FALSE(is_invisible(text[i]));
    }
  }
}

// Debian's Thai spelling dictionary (hunspell-th), where it is installed: 51,000 sound words. Those that hold the
// damage themselves (ํา, เเ) are mended; of the others at most one in a thousand, rare loan words, may change.
TEST(RepairProperty, SystemDictionaryWordsStay) {
  std::ifstream in("/usr/share/hunspell/th_TH.dic");
  if (!in) GTEST_SKIP() << "no /usr/share/hunspell/th_TH.dic: install hunspell-th to check its words";
  std::string word;
  int words = 0;
  int changed = 0;
  std::getline(in, word);
  while (std::getline(in, word)) {
    word = word.substr(0, word.find('/'));
    ++words;
    if (word.find("\u0E4Dา") != word.npos || word.find("เเ") != word.npos) continue;
    const Repaired known = repair_thai(word, {.sara_am_known = true});
    if (repair_thai(word).text != known.text) ++changed;
  }
  EXPECT_GT(words, 40000);
  EXPECT_LE(changed * 1000, words);
}

}  // namespace
}  // namespace prongsai::text
