#include "extractors/layouts/words/phrase_mender.hpp"

#include <gtest/gtest.h>

namespace prongsai::layouts {
namespace {

TEST(PhraseMender, SpellsKnownPhrasesRight) {
  const PhraseMender mender({"ได้คะแนน", "ร้อยละ", "ตัวชี้วัดที่", "ปี", "ผลการประเมิน"});
  const struct {
    const char* read;
    const char* mended;
  } cases[] = {
      {"ไดคะแนนเท่ากับรอยละ ๙๕.๑", "ได้คะแนนเท่ากับร้อยละ ๙๕.๑"},
      {"ตัวชีวัดที ๓", "ตัวชี้วัดที่ ๓"},
      {"ผลการปธะเมิน", "ผลการประเมิน"},
      {"ได้คแนน ๙๐ และผลการปประเมิน", "ได้คะแนน ๙๐ และผลการประเมิน"},
      {"ร้อยล๕", "ร้อยล๕"},              // a digit is a figure's
      {"ผลกาธปธะเมิน", "ผลกาธปธะเมิน"},  // two letters wrong
      {"ในป ๒๕๖๗", "ในป ๒๕๖๗"},        // too short to be sure
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(mender.mend(c.read).text(), c.mended) << c.read;
}

TEST(PhraseMender, AWordThatGoesOnIsNoMisreadOne) {
  const PhraseMender mender({"ลำดับที่"});
  EXPECT_EQ(mender.mend("เรียงตามลำดับคะแนน").text(), "เรียงตามลำดับคะแนน");
  EXPECT_EQ(mender.mend("ลำดบที ๓").text(), "ลำดับที่ ๓");
}

TEST(PhraseMender, KeepsPlaces) {
  const PhraseMender mender({"ได้คะแนน"});
  const std::string read = "จึงไดคะแนน ๙๕";
  const MendedText mended = mender.mend(read);
  EXPECT_EQ(mended.original(mended.text().find("๙๕")), read.find("๙๕"));
  EXPECT_EQ(mended.original(mended.text().find("ได้")), read.find("ได"));
  EXPECT_EQ(mended.original(0), 0U);
}

}  // namespace
}  // namespace prongsai::layouts
