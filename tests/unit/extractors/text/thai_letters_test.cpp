// The classes of characters part the Thai block between them, as chapter 16.1 of the Unicode Standard lists it.
#include "extractors/text/unicode/thai_letters.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace prongsai::text {
namespace {

constexpr char32_t kFirst = 0x0E00;
constexpr char32_t kLast = 0x0E7F;

TEST(ThaiLetters, OfEachClassThereAreAsManyAsInTheStandard) {
  struct Class {
    const char* name;
    bool (*holds)(char32_t);
    int count;
  };
  for (const auto& [name, holds, count] : {
           Class{"of the script; ฿ is of all scripts", is_thai, 86},
           Class{"consonants", is_thai_consonant, 46},
           Class{"digits", is_thai_digit, 10},
           Class{"leading vowels", is_thai_leading_vowel, 5},
           Class{"vowels above", is_thai_above_vowel, 6},
           Class{"vowels below, with the virama", is_thai_below_vowel, 3},
           Class{"following vowels", is_thai_following_vowel, 4},
           Class{"tone marks", is_thai_tone, 4},
           Class{"marks, nonspacing in the standard", is_thai_mark, 16},
       }) {
    int found = 0;
    for (char32_t c = kFirst; c <= kLast; ++c) found += holds(c) ? 1 : 0;
    EXPECT_EQ(found, count) << name;
  }
}

TEST(ThaiLetters, NoneIsOfTwoClasses) {
  for (char32_t c = kFirst; c <= kLast; ++c) {
    int classes = 0;
    for (bool (*holds)(char32_t) : {is_thai_consonant, is_thai_digit, is_thai_leading_vowel, is_thai_above_vowel,
                                    is_thai_below_vowel, is_thai_following_vowel, is_thai_tone})
      classes += holds(c) ? 1 : 0;
    EXPECT_LE(classes, 1) << std::hex << static_cast<unsigned>(c);
    EXPECT_TRUE(classes == 0 || is_thai(c)) << std::hex << static_cast<unsigned>(c);
    EXPECT_FALSE(is_thai_letter(c) && is_thai_digit(c));
  }
}

TEST(ThaiLetters, DigitsOfBothKindsHaveTheirValue) {
  for (int value = 0; value < 10; ++value) {
    for (const char32_t digit : {U'0' + static_cast<char32_t>(value), U'๐' + static_cast<char32_t>(value)}) {
      EXPECT_TRUE(is_digit(digit));
      EXPECT_EQ(digit_value(digit), value);
    }
  }
  EXPECT_FALSE(is_digit(U'０')) << "a wide one of East Asian texts";
}

TEST(ThaiLetters, BlanksAndInvisibleCharactersAreApart) {
  for (const char32_t blank : {U' ', U'\t', U'\n', char32_t{0xA0}, char32_t{0x3000}}) {
    EXPECT_TRUE(is_blank(blank));
    EXPECT_FALSE(is_invisible(blank));
  }
  for (const char32_t none : {char32_t{0x200B}, char32_t{0xAD}, char32_t{0xFEFF}, char32_t{0x202E}, char32_t{0}}) {
    EXPECT_TRUE(is_invisible(none));
    EXPECT_FALSE(is_blank(none));
  }
  EXPECT_TRUE(is_leader(U'…'));
  EXPECT_FALSE(is_leader(U'ๆ'));
  EXPECT_TRUE(is_latin_letter(U'é'));
  EXPECT_FALSE(is_latin_letter(U'×'));
}

}  // namespace
}  // namespace prongsai::text
