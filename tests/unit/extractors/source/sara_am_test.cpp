#include "extractors/source/pdf/sara_am.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extractors/source/pdf/pdf.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::RawPdf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Codes: 1 ด, 2 ring (no letter, no advance), 3 า, 4 น, 5 mai tho, 6 ring with the letter of a space, 7 ำ by its
// letter, 8 ค, 9 a mai tho of old fonts.
const std::vector<RawPdf::Code> codes = {{U'ด', 600}, {0, 0},      {U'า', 500}, {U'น', 600}, {U'้', 0},
                                         {U' ', 0},   {U'ำ', 500}, {U'ค', 600}, {0xF70B, 0}};

struct Read {
  std::string text;
  std::vector<std::size_t> am_at, aa_at;  // code point indexes in the joined text
};

Read read(const std::string& name, const std::string& hex) {
  RawPdf raw(name);
  const std::string font = raw.font(codes);
  raw.page("BT /F 16 Tf 100 700 Td <" + hex + "> Tj ET", "/Resources << /Font << /F " + font + " >> >>");
  const auto pdf = Pdf::open(raw.path());
  Read out;
  if (!pdf) return out;
  std::size_t letters = 0;
  for (const Word& word : pdf.value().words(1)) {
    for (const std::size_t at : word.sara_am_at) out.am_at.push_back(letters + at);
    for (const std::size_t at : word.sara_aa_at) out.aa_at.push_back(letters + at);
    out.text += word.text;
    letters += word.chars.size();
  }
  return out;
}

TEST(SaraAm, RingWithoutALetterBeforeAa) {
  const Read ring = read("ring.pdf", "0001 0002 0003 0004 0003");  // ด ring า น า
  EXPECT_EQ(ring.text, "ดานา");
  EXPECT_THAT(ring.am_at, ElementsAre(1));
}

TEST(SaraAm, RingMappedToASpace) {
  const Read ring = read("space_ring.pdf", "0001 0006 0003 0004 0003");
  EXPECT_THAT(ring.am_at, ElementsAre(1));
}

TEST(SaraAm, RingBeforeAToneMark) {
  const Read ring = read("tone.pdf", "0004 0002 0005 0003");  // น ring ้ า: น้ำ
  EXPECT_THAT(ring.am_at, ElementsAre(2));
}

TEST(SaraAm, SoundTextStaysAsItIs) {
  EXPECT_THAT(read("sound_aa.pdf", "0001 0003 0004 0005 0003").am_at, IsEmpty());
  EXPECT_THAT(read("sound_am.pdf", "0001 0007 0004 0003").aa_at, IsEmpty());
}

TEST(SaraAm, AMuteMarkThatStandsElsewhereTooIsNoRing) {
  // As often before other letters as before า: a tone mark that lost its letter.
  const Read tone = read("lost_tone.pdf", "0001 0002 0003 0001 0002 0004");
  EXPECT_THAT(tone.am_at, IsEmpty());
}

TEST(SaraAm, APrivateUseToneMarkIsNoRing) {
  EXPECT_THAT(read("private_tone.pdf", "0004 0009 0003").am_at, IsEmpty());  // น้า
}

TEST(SaraAm, AaThatWasGivenTheLetterOfAm) {
  const Read reversed = read("reversed.pdf", "0001 0002 0007 0008 0007");  // ดำ, and คา that reads as คำ
  EXPECT_EQ(reversed.text, "ดำคำ");
  EXPECT_THAT(reversed.aa_at, ElementsAre(3));
  EXPECT_THAT(reversed.am_at, IsEmpty());
}

}  // namespace
}  // namespace prongsai::source
