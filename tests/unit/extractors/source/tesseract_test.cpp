// The real engine on lines drawn here, with the model that prongsai ships.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>

#include "extractors/source/ocr/figure_check.hpp"
#include "extractors/source/ocr/recogniser.hpp"
#include "extractors/source/ocr/scan_page.hpp"
#include "extractors/source/ocr/scan_words.hpp"
#include "extractors/source/pdf/library_reports.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "tests/support/printed_lines.hpp"

namespace prongsai::source {
namespace {

ModelChoice shipped() {
  return {std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "tessdata"};
}

std::string joined(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += word.text;
  return text;
}

// Blurred a little and grained, as an office scanner gives it.
Picture worn(Picture page) {
  std::mt19937 random(5);
  std::normal_distribution<double> grain(0, 5);
  const Picture sharp = page;
  for (int y = 1; y + 1 < page.height; ++y) {
    for (int x = 1; x + 1 < page.width; ++x) {
      const double near = sharp.row(y - 1)[x] + sharp.row(y + 1)[x] + sharp.row(y)[x - 1] + sharp.row(y)[x + 1];
      page.row(y)[x] =
          static_cast<std::uint8_t>(std::clamp(0.6 * sharp.row(y)[x] + 0.1 * near - 8 + grain(random), 0.0, 255.0));
    }
  }
  return page;
}

std::vector<Word> read(const std::vector<std::string>& lines, Recogniser& recogniser) {
  const Picture page = worn(testing::print_lines(lines, {.pitch = 1.5, .width = 500, .height = 300}).page);
  const ScanPage scan = straighten(to_raster(page), 0);
  InkMap ink = find_components(scan.grey, scan.ink_below);
  const CutPage cut{scan.grey, ink, scan.letter};
  return read_words(cut, cut_lines(cut, std::vector<int>(ink.components.size(), -1)), recogniser);
}

TEST(Tesseract, ReadsThaiProseWithItsMarks) {
  const auto engine = make_tesseract(shipped());
  const std::vector<std::string> lines = {"ผู้บริหารสั่งให้ทบทวนคู่มือปฏิบัติงานทุกกลุ่ม", "เพื่อให้ผู้รับบริการได้รับความสะดวกยิ่งขึ้น"};
  const std::string text = joined(read(lines, *engine));
  EXPECT_LE(text::edit_distance(text, lines[0] + lines[1]), 5) << text;
}

TEST(Tesseract, ReadsFiguresInBothScriptsTwiceAlike) {
  const auto engine = make_tesseract(shipped());
  const std::vector<Word> words = read({"๙๘.๓๔ ๒๕๖๗ ๘๗.๖๕ 96.01 2566"}, *engine);
  ASSERT_EQ(words.size(), 5U);
  const std::string values[] = {"98.34", "2567", "87.65", "96.01", "2566"};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(figure_value(words[i].text), values[i]);
    EXPECT_EQ(words[i].alternative, "") << words[i].text;
  }
}

// Too narrow to be read: the engine says so, and that stays with the page.
TEST(Tesseract, WhatItSaysIsNotedWithThePageOnceAndCostsNothing) {
  const auto engine = make_tesseract(shipped());
  const Raster line = to_raster(Picture(2, 80, 300, 0));
  ReportList list;
  ::testing::internal::CaptureStderr();
  {
    const Listening listening(list);
    list.turn_to(4);
    (void)engine->read_line(line);
    (void)engine->read_line(line);
  }
  (void)engine->read_line(line);  // nobody listens
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  const std::vector<Damage> said = list.all();
  ASSERT_FALSE(said.empty());
  EXPECT_LE(said.size(), 2U);
  for (const Damage& one : said) {
    EXPECT_EQ(one.page_no, 4);
    EXPECT_EQ(one.effect, DamageEffect::harmless);
    EXPECT_TRUE(one.words.starts_with("Tesseract: ")) << one.words;
    EXPECT_EQ(one.times, 2) << one.words;
  }
}

TEST(Tesseract, NoOtherModelTakesAMissingOnesPlace) {
  ModelChoice choice = shipped();
  choice.model = "no_such_model";
  EXPECT_THROW((void)make_tesseract(choice), std::runtime_error);
}

TEST(Tesseract, AnEmptyImageReadsAsNothing) {
  EXPECT_EQ(make_tesseract(shipped())->read_line(Raster()).text, "");
  EXPECT_EQ(make_tesseract(shipped())->read_line(to_raster(Picture(80, 48, 200))).text, "");
}

}  // namespace
}  // namespace prongsai::source
