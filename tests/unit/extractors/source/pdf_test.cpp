#include "extractors/source/pdf/pdf.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::changed_pdf;
using prongsai::testing::locked_pdf;
using prongsai::testing::PdfFixture;
using prongsai::testing::RawPdf;
using prongsai::testing::read_file;
using prongsai::testing::temporary_file;
using prongsai::testing::write_file;
using ::testing::HasSubstr;

std::string all_text(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += word.text;
  return text;
}

const Word& word_with(const std::vector<Word>& words, const std::string& text) {
  static const Word none;
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const Word& word) { return word.text.find(text) != std::string::npos; });
  EXPECT_NE(found, words.end()) << "no word with " << text;
  return found == words.end() ? none : *found;
}

TEST(PdfWords, HaveTextPlaceFontAndABoxForEachCodePoint) {
  const auto pdf = Pdf::open(PdfFixture("words.pdf").text(100, 200, "กลุ่มแผน 2567", 20).path());
  ASSERT_TRUE(pdf);
  const auto words = pdf.value().words(1);
  EXPECT_EQ(all_text(words), "กลุ่มแผน2567");
  const Word& year = word_with(words, "2567");
  EXPECT_EQ(year.chars.size(), 4U);
  EXPECT_LT(year.chars[0].x0, year.chars[1].x0);
  EXPECT_NEAR(year.font_size, 20, 0.1);
  EXPECT_THAT(year.font, HasSubstr("Laksaman"));
  const Word& first = words.front();
  EXPECT_NEAR(first.box.x0, 100, 1);
  EXPECT_LT(first.box.y0, 200);  // the baseline lies inside the box
  EXPECT_GT(first.box.y1, 200);
  EXPECT_EQ(first.rotation, 0);
}

struct Turn {
  int rotate;
  double width, height;
  Point mark;  // where text that starts at 72, 770 of default user space (y upwards) is displayed
};

class PdfTurned : public ::testing::TestWithParam<Turn> {};

// Media box 595 × 842, crop box 50 points in on each side.
TEST_P(PdfTurned, WordsStandWhereTheyAreDisplayed) {
  const Turn turn = GetParam();
  RawPdf raw("turned.pdf");
  const std::string font = raw.font({{U'ก', 600}, {U'ข', 600}});
  raw.page("BT /F 10 Tf 72 770 Td <00010002> Tj ET", "/CropBox [50 50 545 792] /Rotate " + std::to_string(turn.rotate) +
                                                         " /Resources << /Font << /F " + font + " >> >>");
  const auto pdf = Pdf::open(raw.path());
  ASSERT_TRUE(pdf);
  const Box page = pdf.value().page_box(1);
  EXPECT_DOUBLE_EQ(page.x1, turn.width);
  EXPECT_DOUBLE_EQ(page.y1, turn.height);
  const auto words = pdf.value().words(1);
  ASSERT_FALSE(words.empty());
  EXPECT_EQ(words.front().rotation, turn.rotate);
  Box around;
  for (const Word& word : words) around = unite(around, word.box);
  const double margin = 1;
  EXPECT_TRUE((Box{around.x0 - margin, around.y0 - margin, around.x1 + margin, around.y1 + margin}).contains(turn.mark))
      << around.x0 << ' ' << around.y0 << ' ' << around.x1 << ' ' << around.y1;
  EXPECT_EQ(pdf.value().hints(1).glyphs_turned.at(static_cast<std::size_t>(turn.rotate) / 90), 2);
}

INSTANTIATE_TEST_SUITE_P(AllRotations, PdfTurned,
                         ::testing::Values(Turn{0, 495, 742, {22, 22}}, Turn{90, 742, 495, {720, 22}},
                                           Turn{180, 495, 742, {473, 720}}, Turn{270, 742, 495, {22, 473}}));

TEST(PdfTurnedCopy, SetsSidewaysWritingUpright) {
  PdfFixture fixture("sideways.pdf");
  fixture.turned_text(300, 100, 90, "หน่วยงานกำหนดมาตรการ", 20);
  const auto pdf = Pdf::open(fixture.path());
  ASSERT_TRUE(pdf);
  EXPECT_EQ(pdf.value().words(1).front().rotation, 90);
  const auto upright = pdf.value().turned(1, 270);
  ASSERT_TRUE(upright);
  EXPECT_DOUBLE_EQ(upright->page_box(1).x1, 842);
  const auto words = upright->words(1);
  EXPECT_EQ(words.front().rotation, 0);
  EXPECT_NEAR(words.front().box.x0, 100, 1);   // reading began 100 points below the top
  EXPECT_NEAR(words.front().box.y1, 300, 10);  // its baseline was 300 points from the left, now from the top
}

TEST(PdfLinks, HaveUrlAndPlace) {
  const auto pdf = Pdf::open(PdfFixture("links.pdf")
                                 .text(100, 100, "เว็บไซต์")
                                 .link({90, 80, 200, 110}, "https://example.go.th/ita?a=1")
                                 .path());
  ASSERT_TRUE(pdf);
  const auto links = pdf.value().links(1);
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].url, "https://example.go.th/ita?a=1");
  EXPECT_EQ(links[0].page_no, 1);
  EXPECT_NEAR(links[0].box.x0, 90, 1);
  EXPECT_NEAR(links[0].box.y0, 80, 1);
}

TEST(PdfOpen, OwnerPasswordAloneIsNoObstacle) {
  const auto open_file = PdfFixture("plain.pdf").text(100, 100, "รายงาน").path();
  const auto pdf = Pdf::open(locked_pdf(open_file, "owner.pdf", ""));
  ASSERT_TRUE(pdf);
  EXPECT_EQ(all_text(pdf.value().words(1)), "รายงาน");
  EXPECT_TRUE(pdf.value().hints(1).known);
}

struct Broken {
  const char* name;
  std::function<std::filesystem::path()> make;
  const char* code;
  const char* says;
};

class PdfBroken : public ::testing::TestWithParam<Broken> {};

TEST_P(PdfBroken, SaysWhy) {
  const auto pdf = Pdf::open(GetParam().make());
  ASSERT_FALSE(pdf);
  EXPECT_EQ(pdf.failure().code, GetParam().code);
  EXPECT_THAT(pdf.failure().message, HasSubstr(GetParam().says));
}

std::filesystem::path file_with(const std::string& name, const std::string& bytes) {
  write_file(temporary_file(name), bytes);
  return temporary_file(name);
}

std::filesystem::path sound_file() {
  return PdfFixture("sound.pdf").text(100, 100, "รายงานผล").path();
}

INSTANTIATE_TEST_SUITE_P(
    Files, PdfBroken,
    ::testing::Values(
        Broken{"gone", [] { return temporary_file("never written.pdf"); }, "reading_deferred", "cannot be read"},
        Broken{"folder", [] { return temporary_file("").parent_path(); }, "unsupported_file", "it is no regular file"},
        Broken{"empty", [] { return file_with("empty.pdf", ""); }, "damaged_file", "empty"},
        Broken{"text", [] { return file_with("text.pdf", "เรียน ผู้อำนวยการ"); }, "unsupported_file", "not a PDF"},
        Broken{"locked", [] { return locked_pdf(sound_file(), "locked.pdf", "secret"); }, "encrypted_file", "password"},
        Broken{"truncated",
               [] {
                 const std::string bytes = read_file(sound_file());
                 return file_with("truncated.pdf", bytes.substr(0, 200));
               },
               "damaged_file", "damaged"},
        Broken{"no_pages", [] { return RawPdf("none.pdf").path(); }, "damaged_file", "no pages"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PdfOpen, BoundsPagesAndBytes) {
  const auto two = PdfFixture("two.pdf").text(10, 20, "ก").next_page().text(10, 20, "ข").path();
  PdfLimits limits;
  limits.max_pages = 1;
  EXPECT_EQ(Pdf::open(two, limits).failure().code, "unsupported_file");
  limits = {};
  limits.max_bytes = 100;
  EXPECT_EQ(Pdf::open(two, limits).failure().code, "unsupported_file");
}

TEST(PdfOpen, RecoversFromALostCrossReferenceTable) {
  std::string bytes = read_file(sound_file());
  const std::size_t at = bytes.rfind("startxref");
  ASSERT_NE(at, std::string::npos);
  bytes.replace(at, std::string::npos, "startxref\n7\n%%EOF\n");
  const auto pdf = Pdf::open(file_with("bad_xref.pdf", bytes));
  ASSERT_TRUE(pdf);
  EXPECT_EQ(all_text(pdf.value().words(1)), "รายงานผล");
}

}  // namespace
}  // namespace prongsai::source
