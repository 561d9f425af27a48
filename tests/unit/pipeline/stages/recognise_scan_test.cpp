#include "pipeline/stages/recognise_scan.hpp"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

#include "extractors/source/image/deskew.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "pipeline/stages/read_document.hpp"
#include "tests/support/pdf_fixture.hpp"

namespace prongsai::stages {
namespace {

using testing::PdfFixture;
using testing::show_text;

source::Recogniser& engine() {
  static const auto shipped =
      source::make_tesseract({std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data" / "tessdata"});
  return *shipped;
}

constexpr Box a4{0, 0, 595, 842};
constexpr int wide = 1653, high = 2339;  // A4 at 200 dpi

void rule(cairo_t* cairo, double x0, double y0, double x1, double y1) {
  cairo_set_line_width(cairo, 2.5);
  cairo_move_to(cairo, x0, y0);
  cairo_line_to(cairo, x1, y1);
  cairo_stroke(cairo);
}

// A heading and a table of two columns and two rows; 44 pixels are 16 points.
void paint_report(cairo_t* cairo) {
  show_text(cairo, 400, 300, "รายงานผลการปฏิบัติงานด้านคุณธรรม", 48, "Laksaman Bold");
  for (const double x : {200.0, 800.0, 1450.0}) rule(cairo, x, 400, x, 800);
  for (const double y : {400.0, 500.0, 800.0}) rule(cairo, 200, y, 1450, y);
  show_text(cairo, 240, 460, "มาตรการ", 44, "Laksaman Bold");
  show_text(cairo, 840, 460, "ผู้รับผิดชอบ", 44, "Laksaman Bold");
  show_text(cairo, 215, 560, "ชี้แจงขั้นตอนให้ผู้รับบริการทราบ", 44, "Laksaman");
  show_text(cairo, 215, 615, "ภายใน ๑๕ วัน", 44, "Laksaman");
  show_text(cairo, 815, 560, "กลุ่มอำนวยการและกลุ่มนโยบาย", 44, "Laksaman");
}

Page read(const std::filesystem::path& path) {
  const auto pdf = source::Pdf::open(path);
  EXPECT_TRUE(pdf.ok());
  return recognise_scan(pdf.value(), 1, engine());
}

std::string text_in(const Page& page, const Box& box) {
  std::string text;
  for (const Word& word : page.words) {
    const Point middle{word.box.centre().x, word.box.y0 + 0.6 * word.box.height()};
    if (box.contains(middle)) text += word.text;
  }
  return text;
}

TEST(RecogniseScan, ReadsATableCellByCell) {
  PdfFixture pdf("scan_table");
  pdf.picture(a4, wide, high, paint_report);
  const Page page = read(pdf.path());
  EXPECT_EQ(page.source, PageSource::ocr);
  EXPECT_EQ(page.rotation, 0);
  EXPECT_NEAR(page.width, 595, 1);
  EXPECT_NEAR(page.height, 842, 1);
  EXPECT_EQ(page.rulings.size(), 6U);
  EXPECT_GT(page.confidence, 0.9);
  const double point = 595.0 / wide;
  EXPECT_EQ(text_in(page, {200 * point, 500 * point, 800 * point, 800 * point}), "ชี้แจงขั้นตอนให้ผู้รับบริการทราบภายใน๑๕วัน");
  EXPECT_EQ(text_in(page, {800 * point, 400 * point, 1450 * point, 500 * point}), "ผู้รับผิดชอบ");
}

// Typed a little over the dots, as a typewriter does.
TEST(RecogniseScan, WhatIsTypedOnAFormsDotsStandsInItsLine) {
  PdfFixture pdf("scan_form");
  pdf.picture(a4, wide, high, [](cairo_t* cairo) {
    show_text(cairo, 240, 300, "แบบรายงานผลการปฏิบัติงานของหน่วย", 44, "Laksaman Bold");
    show_text(cairo, 240, 460, "จัดทำเมื่อปี พ.ศ.", 44, "Laksaman");
    show_text(cairo, 500, 460, std::string(30, '.'), 44, "Laksaman");
    show_text(cairo, 580, 443, "2567", 40, "Garuda");
    show_text(cairo, 860, 460, "จำนวนผู้ตอบ", 44, "Laksaman");
    show_text(cairo, 1060, 460, std::string(30, '.'), 44, "Laksaman");
  });
  const Page page = read(pdf.path());
  const auto word = [&](const std::string& text) {
    const auto found = std::ranges::find(page.words, text, &Word::text);
    EXPECT_NE(found, page.words.end()) << text;
    return found == page.words.end() ? Word{} : *found;
  };
  const auto baseline = [](const Word& one) { return one.box.y0 + 0.73 * one.box.height(); };
  EXPECT_NEAR(baseline(word("2567")), baseline(word("จำนวนผู้ตอบ")), 0.5);
  EXPECT_EQ(std::ranges::count_if(page.words, [](const Word& one) { return one.text.starts_with("....."); }), 1)
      << "of two blanks one was filled";
}

// The print of the table is half as large as the title's, of which the page is full.
TEST(RecogniseScan, ATableUnderALargeTitleIsReadAtItsOwnSize) {
  PdfFixture pdf("scan_small_table");
  pdf.picture(a4, wide, high, [](cairo_t* cairo) {
    show_text(cairo, 200, 200, "รายงานผลการวิเคราะห์การประเมินคุณธรรมและ", 66, "Laksaman Bold");
    show_text(cairo, 200, 300, "ความโปร่งใสในการดำเนินงานประจำปีของหน่วยงาน", 66, "Laksaman Bold");
    for (const double x : {200.0, 800.0, 1450.0}) rule(cairo, x, 400, x, 640);
    for (const double y : {400.0, 460.0, 520.0, 580.0, 640.0}) rule(cairo, 200, y, 1450, y);
    show_text(cairo, 240, 445, "แบบวัดผล", 36, "Laksaman Bold");
    show_text(cairo, 840, 445, "คะแนนรวม", 36, "Laksaman Bold");
    const char* rows[][2] = {{"IIT", "90.10"}, {"EIT", "84.20"}, {"OIT", "88.00"}};
    for (int i = 0; i < 3; ++i) {
      show_text(cairo, 210, 505 + 60 * i, rows[i][0], 28, "Garuda");
      show_text(cairo, 810, 505 + 60 * i, rows[i][1], 28, "Garuda");
    }
  });
  const Page page = read(pdf.path());
  const double point = 595.0 / wide;
  EXPECT_EQ(page.rotation, 0);
  EXPECT_EQ(text_in(page, {200 * point, 460 * point, 800 * point, 640 * point}), "IITEITOIT");
  EXPECT_EQ(text_in(page, {800 * point, 460 * point, 1450 * point, 640 * point}), "90.1084.2088.00");
}

TEST(RecogniseScan, TurnsAPageThatLiesOnItsSide) {
  PdfFixture pdf("scan_turned", 842, 595);
  pdf.picture({0, 0, 842, 595}, high, wide, [](cairo_t* cairo) {
    cairo_translate(cairo, 0, wide);
    cairo_rotate(cairo, -std::acos(-1.0) / 2);
    paint_report(cairo);
  });
  const Page page = read(pdf.path());
  EXPECT_EQ(page.rotation, 90);
  EXPECT_NEAR(page.width, 595, 1);
  EXPECT_NE(text_in(page, {0, 0, 595, 842}).find("ผู้รับผิดชอบ"), std::string::npos);
}

TEST(RecogniseScan, ReadsBothWaysWhenMarksTellNothing) {
  PdfFixture pdf("scan_figures");
  pdf.picture(a4, wide, high, [](cairo_t* cairo) {
    cairo_translate(cairo, wide, high);
    cairo_rotate(cairo, std::acos(-1.0));
    show_text(cairo, 400, 300, "2567 98.34", 44, "Laksaman");
  });
  const Page page = read(pdf.path());
  EXPECT_EQ(page.rotation, 180);
  EXPECT_EQ(text_in(page, {0, 0, 595, 842}), "256798.34");
}

TEST(RecogniseScan, ABlankPageHoldsNothing) {
  PdfFixture pdf("scan_blank");
  pdf.picture(a4, wide, high, [](cairo_t*) {});
  const Page page = read(pdf.path());
  EXPECT_TRUE(page.words.empty());
  EXPECT_FALSE(page.unreadable);
  EXPECT_EQ(page.source, PageSource::blank);
  EXPECT_FALSE(page.reason.empty());
}

TEST(RecogniseScan, APageWithoutAnImageIsPaintedFirst) {
  PdfFixture pdf("scan_vector");
  pdf.text(100, 150, "ผู้รับผิดชอบ", 16);
  EXPECT_EQ(text_in(read(pdf.path()), a4), "ผู้รับผิดชอบ");
}

}  // namespace
}  // namespace prongsai::stages
