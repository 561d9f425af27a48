#include "pipeline/stages/read_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "models/record.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"

namespace prongsai::stages {
namespace {

using prongsai::testing::PdfFixture;
using prongsai::testing::RawPdf;
using prongsai::testing::show_text;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const char* const sentence = "หน่วยงานกำหนดมาตรการเพื่อพัฒนาการให้บริการแก่ประชาชน";

// Reads the same word on every line.
class Parrot : public source::Recogniser {
 public:
  source::LineReading read_line(const source::Raster& line) override {
    ++lines;
    source::LineReading reading;
    reading.text = "อ่านจากภาพ";
    reading.confidence = 0.9;
    reading.symbols.push_back({reading.text, 0, static_cast<double>(line.width()), 0.9});
    return reading;
  }
  source::LineReading read_figure(const source::Raster&) override { return {}; }
  [[nodiscard]] std::string name() const override { return "parrot"; }

  int lines = 0;
};

ReadPages read(const std::filesystem::path& path, source::Recogniser* recogniser = nullptr) {
  ReadSettings settings;
  settings.recogniser = recogniser;
  auto pages = read_document(path, settings);
  EXPECT_TRUE(pages);
  return pages ? std::move(pages).value() : ReadPages();
}

std::string text_of(const Page& page) {
  std::string text;
  for (const Word& word : page.words) text += word.text;
  return text;
}

void add_prose(PdfFixture& fixture, int lines) {
  for (int i = 0; i < lines; ++i) fixture.text(60, 80 + 25 * i, sentence);
}

void write_scan(cairo_t* cairo) {
  for (int i = 0; i < 20; ++i) show_text(cairo, 100, 150 + 70 * i, sentence, 40, "Laksaman");
}

TEST(ReadDocument, ATextPageHasWordsRulingsAndLinks) {
  PdfFixture fixture("report.pdf");
  add_prose(fixture, 3);
  fixture.grid({60, 300, 500, 400}, 2, 3).link({60, 60, 200, 90}, "https://example.go.th/o12");
  const ReadPages pages = read(fixture.path());
  ASSERT_EQ(pages.lines.pages.size(), 1U);
  const Page& page = pages.lines.pages[0];
  EXPECT_EQ(page.source, PageSource::text);
  EXPECT_EQ(page.reason, "the text layer is sound");
  EXPECT_EQ(page.page_no, 1);
  EXPECT_DOUBLE_EQ(page.width, 595);
  EXPECT_EQ(page.rotation, 0);
  EXPECT_DOUBLE_EQ(page.confidence, 1);
  EXPECT_THAT(text_of(page), HasSubstr("มาตรการ"));
  EXPECT_EQ(page.rulings.size(), 7U);
  ASSERT_EQ(pages.links.size(), 1U);
  EXPECT_TRUE(pages.page_failures.empty());
}

TEST(ReadDocument, EachPageIsJudgedByItself) {
  PdfFixture fixture("mixture.pdf");
  fixture.picture({0, 0, 595, 842}, 1240, 1754, write_scan).next_page();
  add_prose(fixture, 3);
  fixture.next_page();
  Parrot parrot;
  std::vector<int> progress;
  ReadSettings settings;
  settings.recogniser = &parrot;
  settings.on_page = [&](int page_no, int) {
    progress.push_back(page_no);
    return true;
  };
  const auto pages = read_document(fixture.path(), settings);
  ASSERT_TRUE(pages);
  ASSERT_EQ(pages.value().lines.pages.size(), 2U);
  EXPECT_EQ(pages.value().lines.pages[0].source, PageSource::ocr);
  EXPECT_THAT(pages.value().lines.pages[0].reason, HasSubstr("scanned picture"));
  EXPECT_THAT(text_of(pages.value().lines.pages[0]), HasSubstr("อ่านจากภาพ"));
  EXPECT_EQ(pages.value().lines.pages[1].source, PageSource::text);
  EXPECT_EQ(pages.value().lines.pages[1].page_no, 2);
  EXPECT_THAT(progress, ElementsAre(1, 2));
}

// So that what breaks behind the last page is not laid to it.
TEST(ReadDocument, WhatFollowsThePagesIsTold) {
  PdfFixture fixture("followed.pdf");
  add_prose(fixture, 3);
  Parrot parrot;
  std::vector<std::string> told;
  ReadSettings settings;
  settings.recogniser = &parrot;
  settings.on_page = [&](int page_no, int) {
    told.push_back("page " + std::to_string(page_no));
    return true;
  };
  settings.on_step = [&](const std::string& step) { told.push_back("step " + step); };
  ASSERT_TRUE(read_document(fixture.path(), settings));
  EXPECT_THAT(told, ElementsAre("page 1", "step lines", "step ", "step resolve_doubts", "step "));
  told.clear();
  settings.omit.steps[kResolveDoubts] = "reading processes crash at it";
  ASSERT_TRUE(read_document(fixture.path(), settings));
  EXPECT_THAT(told, ElementsAre("page 1", "step lines", "step "));
}

// So that a process that ends while it looks into them costs the report no page: the next try names them only.
TEST(ReadDocument, AttachedPdfsAreLookedIntoInAStepOfItsOwn) {
  PdfFixture fixture("holds.pdf");
  add_prose(fixture, 3);
  const auto file = prongsai::testing::with_attached(
      fixture.path(), "attached.pdf", {{"a.pdf", "%PDF-1.7 of some kind"}, {"b.txt", "b"}, {"b.txt", "c"}});
  std::vector<std::string> told;
  ReadSettings settings;
  settings.on_step = [&](const std::string& step) { told.push_back(step); };
  const auto names = [](const ReadPages& pages) {
    std::vector<std::string> unread;
    for (const Aside& aside : pages.asides) unread.push_back(aside.text);
    return unread;
  };
  const auto whole = read_document(file, settings);
  ASSERT_TRUE(whole);
  EXPECT_THAT(told, ElementsAre(kLines, "", kListAttached, ""));
  ASSERT_EQ(whole.value().attached.size(), 1U);
  EXPECT_EQ(whole.value().attached[0].name, "a.pdf");
  EXPECT_EQ(whole.value().attached[0].size, 21);
  EXPECT_THAT(names(whole.value()), ElementsAre("b.txt"));
  told.clear();
  settings.omit.steps[kListAttached] = "reading processes crash at it";
  const auto without = read_document(file, settings);
  ASSERT_TRUE(without);
  EXPECT_THAT(told, ElementsAre(kLines, ""));
  EXPECT_TRUE(without.value().attached.empty());
  EXPECT_THAT(names(without.value()), ElementsAre("a.pdf", "b.txt"));
}

TEST(ReadDocument, WithoutARecogniserAScanIsUnreadable) {
  PdfFixture fixture("unread.pdf");
  fixture.picture({0, 0, 595, 842}, 1240, 1754, write_scan);
  const ReadPages pages = read(fixture.path());
  EXPECT_TRUE(pages.lines.pages[0].unreadable);
  EXPECT_TRUE(pages.lines.pages[0].words.empty());
  EXPECT_THAT(pages.lines.pages[0].reason, HasSubstr("no recogniser"));
}

TEST(ReadDocument, ABlankPageIsBlank) {
  PdfFixture fixture("blank.pdf");
  fixture.fill({0, 0, 10, 10}, 1);
  const ReadPages pages = read(fixture.path());
  EXPECT_EQ(pages.lines.pages[0].source, PageSource::blank);
  EXPECT_FALSE(pages.lines.pages[0].unreadable);
}

TEST(ReadDocument, SidewaysWritingIsReturnedUpright) {
  PdfFixture fixture("lying.pdf");
  for (int i = 0; i < 6; ++i) fixture.turned_text(500 - 30 * i, 80, 90, sentence);
  fixture.line({100, 60}, {100, 700});  // a vertical line as displayed
  const ReadPages pages = read(fixture.path());
  const Page& page = pages.lines.pages[0];
  EXPECT_EQ(page.rotation, 270);
  EXPECT_DOUBLE_EQ(page.width, 842);
  EXPECT_DOUBLE_EQ(page.height, 595);
  ASSERT_EQ(page.rulings.size(), 1U);
  EXPECT_TRUE(page.rulings[0].horizontal);
  for (const Word& word : page.words) EXPECT_EQ(word.rotation, 0);
  EXPECT_NEAR(page.words.front().box.x0, 80, 2);
  EXPECT_LT(page.words.front().box.y0, 120);  // the rightmost line comes first
}

TEST(ReadDocument, APictureThatHoldsWritingIsReadToo) {
  PdfFixture fixture("mixed.pdf");
  add_prose(fixture, 5);
  const Box picture{60, 300, 535, 700};
  fixture.picture(picture, 990, 833, [](cairo_t* cairo) {
    for (int i = 0; i < 10; ++i) show_text(cairo, 60, 100 + 70 * i, sentence, 34, "Laksaman");
  });
  Parrot parrot;
  const ReadPages pages = read(fixture.path(), &parrot);
  const Page& page = pages.lines.pages[0];
  EXPECT_EQ(page.source, PageSource::mixed);
  EXPECT_THAT(text_of(page), HasSubstr("มาตรการ"));
  EXPECT_GE(parrot.lines, 8);
  EXPECT_TRUE(std::any_of(page.words.begin(), page.words.end(), [](const Word& w) { return w.confidence < 1; }));
  for (const Word& word : page.words) {
    const bool from_layer = word.confidence == 1;
    EXPECT_TRUE(from_layer || picture.contains(word.box.centre())) << word.text;
  }
}

TEST(ReadDocument, AMixedUpCodePageIsDecoded) {
  RawPdf raw("mixup.pdf");
  std::string hex;
  for (int i = 0; i < 6; ++i) hex += "CBB9E8C7C2A7D2B9A1D3CBB9B4C1D2B5C3A1D2C3E0BED7E8CDBED1B2B9D2";  // TIS-620
  const std::string font =
      raw.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  raw.page("BT /F 9 Tf 30 700 Td <" + hex + "> Tj ET", "/Resources << /Font << /F " + font + " >> >>",
           "[0 0 1400 842]");
  const ReadPages pages = read(raw.path());
  const Page& page = pages.lines.pages[0];
  EXPECT_EQ(page.source, PageSource::text) << page.reason;
  EXPECT_TRUE(page.broken_text_layer);
  EXPECT_THAT(text_of(page), HasSubstr("หน่วยงานกำหนดมาตรการเพื่อพัฒนา"));
}

TEST(ReadDocument, APageThatCannotBePaintedIsRecordedAndTheRestIsRead) {
  RawPdf raw("one_bad.pdf");
  const std::string font = raw.font({{U'ก', 600}, {U'า', 500}});
  const std::string bomb = raw.stream(
      "<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 >>",
      "x");
  std::string codes;
  for (int i = 0; i < 40; ++i) codes += "00010002";
  raw.page("q 595 0 0 842 0 0 cm /I Do Q", "/Resources << /XObject << /I " + bomb + " >> >>");
  raw.page("BT /F 9 Tf 30 700 Td <" + codes + "> Tj ET", "/Resources << /Font << /F " + font + " >> >>");
  Parrot parrot;
  const ReadPages pages = read(raw.path(), &parrot);
  ASSERT_EQ(pages.lines.pages.size(), 2U);
  EXPECT_TRUE(pages.lines.pages[0].unreadable);
  EXPECT_EQ(parrot.lines, 0);
  EXPECT_EQ(pages.lines.pages[1].source, PageSource::text);
  ASSERT_EQ(pages.page_failures.size(), 1U);
  EXPECT_EQ(pages.page_failures[0].code, "unreadable_page");
  EXPECT_THAT(pages.page_failures[0].message, HasSubstr("Page 1"));
}

// Three pages, each with a table.
std::filesystem::path three_pages() {
  PdfFixture fixture("three.pdf");
  for (int page = 0; page < 3; ++page) {
    if (page > 0) fixture.next_page();
    add_prose(fixture, 3);
    fixture.grid({60, 300, 500, 400}, 2, 3);
  }
  return fixture.path();
}

ReadPages read_with(const ReadSettings& settings) {
  auto pages = read_document(three_pages(), settings);
  EXPECT_TRUE(pages);
  return pages ? std::move(pages).value() : ReadPages();
}

TEST(ReadDocument, APageThatIsNotToBePaintedIsReadFromItsTextAndTold) {
  ReadSettings settings;
  settings.omit.unpainted = {2};
  const ReadPages read = read_with(settings);
  ASSERT_EQ(read.lines.pages.size(), 3U);
  EXPECT_EQ(read.lines.pages[1].source, PageSource::text);
  EXPECT_THAT(text_of(read.lines.pages[1]), HasSubstr("มาตรการ"));
  EXPECT_TRUE(read.lines.pages[1].rulings.empty());
  EXPECT_FALSE(read.lines.pages[2].rulings.empty());
  EXPECT_TRUE(read.page_failures.empty());
  ASSERT_EQ(read.damages.size(), 1U);
  EXPECT_EQ(read.damages[0].page_no, 2);
  EXPECT_EQ(read.damages[0].effect, DamageEffect::unpainted);
}

TEST(ReadDocument, APageThatIsLeftOutCostsItself) {
  ReadSettings settings;
  settings.omit.unread = {2};
  settings.omit.why[2] = "it is too large";
  const ReadPages read = read_with(settings);
  ASSERT_EQ(read.lines.pages.size(), 3U);
  EXPECT_TRUE(read.lines.pages[1].unreadable);
  EXPECT_FALSE(read.lines.pages[2].rulings.empty());
  ASSERT_EQ(read.page_failures.size(), 1U);
  EXPECT_EQ(read.page_failures[0].message, "Page 2: it is too large.");
}

TEST(ReadDocument, WhatWasReadBeforeTheTimeWasUpIsKept) {
  ReadSettings settings;
  settings.on_page = [](int page_no, int) { return page_no < 2; };
  const ReadPages read = read_with(settings);
  ASSERT_EQ(read.lines.pages.size(), 3U);
  EXPECT_THAT(text_of(read.lines.pages[0]), HasSubstr("มาตรการ"));
  EXPECT_TRUE(read.lines.pages[1].unreadable);
  EXPECT_EQ(read.lines.pages[2].page_no, 3);
  EXPECT_TRUE(read.lines.pages[2].unreadable);
  EXPECT_EQ(read.page_failures.size(), 1U);
}

TEST(ReadDocument, AFileThatCannotBeOpenedIsAFailure) {
  const auto pages = read_document("no such file.pdf", {});
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.failure().code, kReadingDeferred);
}

}  // namespace
}  // namespace prongsai::stages
