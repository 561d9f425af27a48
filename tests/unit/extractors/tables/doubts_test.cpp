#include "extractors/tables/doubts.hpp"

#include <gtest/gtest.h>

#include "extractors/tables/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::tables {
namespace {

using testing::PageBuilder;

TEST(Doubts, ALetterInDoubtWithItsStretch) {
  PageBuilder page;
  page.line(50, 100, "ผู้บริหาร");
  page.line(50, 140, "ให้ ทา ตามแผน");
  const auto found = find_doubts(read_lines({page.page()})).open;
  ASSERT_EQ(found.size(), 1U);
  const SaraStretch& doubt = found[0];
  EXPECT_EQ(page.page().words[doubt.word].text, "ทา");
  EXPECT_EQ(doubt.at, 1U);
  EXPECT_FALSE(doubt.taken_am);
  EXPECT_EQ(doubt.text, "ให้ ทา ตามแผน");
  EXPECT_EQ(text::to_utf32(doubt.text)[doubt.place], text::kSaraAa);
  EXPECT_NEAR(doubt.baseline, 140, 1);
  EXPECT_NEAR(doubt.box.x0, 50, 1);
  EXPECT_GT(doubt.box.x1, 100);
}

TEST(Doubts, InTheCellsOfATableToo) {
  PageBuilder page;
  page.grid({50, 200, 400}, {100, 130, 160}).row({50, 200}, 120, {"การ", "งาน"}).row({50, 200}, 150, {"ทา", "แผน"});
  const auto found = find_doubts(read_lines({page.page()})).open;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "ทา") << "what stands in the next cell is no part of the line";
}

TEST(Doubts, SureRepairsAreTheMeasure) {
  PageBuilder page;
  page.line(50, 100, "สานักงาน ดาเนินการ กาหนดการ อานวยการ");
  EXPECT_EQ(find_doubts(read_lines({page.page()})).sure.size(), 3U) << "a few are enough";
  page.page().words[0].sara_am_at = {1};
  page.page().words.resize(1);
  EXPECT_TRUE(find_doubts(read_lines({page.page()})).sure.empty()) << "the content stream has shown it already";
}

TEST(Doubts, WhatThePictureShowsIsDoubtedNoMore) {
  for (const auto& [seen, text] : {std::pair{Sara::aa, "ทา"}, std::pair{Sara::am, "ทำ"}}) {
    PageBuilder page;
    page.line(50, 100, "ทา");
    ReportLines lines = read_lines({page.page()});
    const auto open = find_doubts(lines).open;
    ASSERT_EQ(open.size(), 1U);
    note_seen(lines, open[0], seen);
    repair_lines(lines.contents);
    EXPECT_EQ(lines.contents[0].prose[0].out.text, text);
    EXPECT_EQ(lines.contents[0].prose[0].out.raw_text, "ทา") << "what was read stays";
    EXPECT_TRUE(find_doubts(lines).open.empty());
  }
}

TEST(Doubts, NoneInSoundTextNorInWhatWasRecognised) {
  PageBuilder sound;
  sound.line(50, 100, "สำนักงานดำเนินการ");
  PageBuilder scanned;
  scanned.line(50, 100, "ทา");
  for (Word& word : scanned.page().words) word.source = TextSource::ocr;
  EXPECT_TRUE(find_doubts(read_lines({sound.page(), scanned.page()})).open.empty());
}

TEST(BrokenLayer, TheRingReadAsAToneMarkThroughout) {
  const auto read = [](const std::vector<std::string>& texts) {
    PageBuilder page;
    double y = 100;
    for (const std::string& text : texts) page.line(50, y += 30, text);
    return read_lines({page.page()});
  };
  const ReportLines broken = read({"จ้านวน ๓ แห่ง", "ต้าบลบ้านสวน อ้าเภอเมือง", "ทรายรองพืน"});
  EXPECT_TRUE(broken.pages.front().broken_text_layer);
  EXPECT_EQ(broken.contents.front().prose.back().out.text, "ทรายรองพื้น") << "it has lost other marks";
  EXPECT_FALSE(read({"จ้านวน ๓ แห่ง", "ตำบลบ้านสวน อำเภอเมือง", "ทรายรองพื้น"}).pages.front().broken_text_layer)
      << "a slip of the pen";
}

}  // namespace
}  // namespace prongsai::tables
