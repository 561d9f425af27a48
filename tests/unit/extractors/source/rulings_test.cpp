#include "extractors/source/image/rulings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "extractors/source/image/rulings_text.hpp"
#include "extractors/source/pdf/pdf.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/pixels.hpp"

namespace prongsai::source {
namespace {

using prongsai::testing::Paper;
using prongsai::testing::PdfFixture;

std::string spelled(const std::vector<Ruling>& rulings) {
  std::string out;
  for (const Ruling& ruling : rulings) {
    const Box& b = ruling.box;
    out += ruling.horizontal ? 'H' : 'V';
    for (const double v : {b.x0, b.y0, b.x1, b.y1}) out += ' ' + std::to_string(std::lround(v));
    out += '\n';
  }
  return out;
}

// Exactly one horizontal ruling from x0 to x1 at y, within a point.
void expect_one_line(const std::vector<Ruling>& rulings, double x0, double x1, double y) {
  ASSERT_EQ(rulings.size(), 1U) << spelled(rulings);
  EXPECT_TRUE(rulings[0].horizontal);
  EXPECT_NEAR(rulings[0].box.x0, x0, 2) << spelled(rulings);
  EXPECT_NEAR(rulings[0].box.x1, x1, 2) << spelled(rulings);
  EXPECT_NEAR(rulings[0].box.centre().y, y, 1) << spelled(rulings);
}

struct Drawing {
  const char* name;
  std::function<void(Paper&)> draw;
};

class OneLine : public ::testing::TestWithParam<std::tuple<Drawing, double>> {};

// Each drawing is a line from 50 to 350 at y = 100.
TEST_P(OneLine, IsFoundWhole) {
  const auto& [drawing, dpi] = GetParam();
  Paper paper(400, 200, dpi);
  drawing.draw(paper);
  expect_one_line(find_rulings(paper.raster()), 50, 350, 100);
}

INSTANTIATE_TEST_SUITE_P(
    Drawings, OneLine,
    ::testing::Combine(
        ::testing::
            Values(Drawing{"hairline", [](Paper& p) { p.ink(50, 100, 350, 100); }},
                   Drawing{"pale", [](Paper& p) { p.ink(50, 99.5, 350, 100.5, 217); }},
                   Drawing{"border", [](Paper& p) { p.ink(50, 99.5, 350, 100.5); }},
                   Drawing{"thick", [](Paper& p) { p.ink(50, 97.5, 350, 102.5); }},
                   Drawing{"dotted", [](Paper& p) { p.dashes(50, 99.5, 350, 100.5, 1, 1.4); }},
                   Drawing{"dashed", [](Paper& p) { p.dashes(50, 99.5, 350, 100.5, 9, 1.4); }},
                   Drawing{"broken", [](Paper& p) { p.ink(50, 99.5, 170, 100.5).ink(175, 99.5, 350, 100.5); }},
                   Drawing{"double", [](Paper& p) { p.ink(50, 98, 350, 98.7).ink(50, 101.3, 350, 102); }},
                   Drawing{"on_shade", [](Paper& p) { p.ink(20, 60, 380, 140, 200).ink(50, 99.5, 350, 100.5, 90); }},
                   Drawing{"shade_below", [](Paper& p) { p.ink(50, 100, 350, 130, 225).ink(50, 99.5, 350, 100.5, 0); }},
                   Drawing{
                       "letters_across",
                       [](Paper& p) {
                         p.ink(50, 99.5, 350, 100.5);
                         for (double x = 60; x < 340; x += 23) p.ink(x, 94, x + 1.4, 106);
                       }}),
        ::testing::Values(100.0, 150.0, 300.0)),
    [](const auto& test) {
      return std::string(std::get<0>(test.param).name) + "_" +
             std::to_string(static_cast<int>(std::get<1>(test.param)));
    });

struct NoLine {
  const char* name;
  std::function<void(Paper&)> draw;
};

class NoRuling : public ::testing::TestWithParam<NoLine> {};

TEST_P(NoRuling, IsFound) {
  Paper paper(400, 200, 150);
  GetParam().draw(paper);
  const auto rulings = find_rulings(paper.raster());
  EXPECT_TRUE(rulings.empty()) << spelled(rulings);
}

INSTANTIATE_TEST_SUITE_P(
    Drawings, NoRuling,
    ::testing::Values(NoLine{"blank", [](Paper&) {}}, NoLine{"fill", [](Paper& p) { p.ink(50, 50, 350, 150, 120); }},
                      NoLine{"upright_strokes",
                             [](Paper& p) {
                               for (double x = 50; x < 350; x += 5) p.ink(x, 90, x + 1.2, 106);
                             }},
                      NoLine{"strokes_of_two_lines_of_a_heading",
                             [](Paper& p) { p.ink(100, 60, 101.5, 78).ink(100, 81, 101.5, 99); }},
                      NoLine{"leader_of_full_stops", [](Paper& p) { p.dashes(50, 99, 350, 100.2, 1.2, 2.8); }},
                      NoLine{"short_dash", [](Paper& p) { p.ink(100, 100, 116, 101); }}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Rulings, WideDashesAreALineOnlyWhereNoLettersAre) {
  const Raster raster = Paper(400, 200, 100).dashes(50, 99.5, 350, 100.5, 4.5, 4.5).raster();
  EXPECT_TRUE(find_rulings(raster).empty());
  const auto rulings = find_rulings(raster, Letters::absent);
  ASSERT_EQ(rulings.size(), 1U) << spelled(rulings);
  EXPECT_NEAR(rulings[0].box.width(), 301.5, 2);
}

TEST(Rulings, WhiteLinesPartColouredCells) {
  Paper paper(400, 200, 100);
  paper.ink(50, 40, 350, 140, 120).ink(50, 89.5, 350, 90.5, 255).ink(199.5, 40, 200.5, 140, 255);
  const auto rulings = find_rulings(paper.raster(), Letters::absent);
  ASSERT_EQ(rulings.size(), 2U) << spelled(rulings);
  EXPECT_NEAR(rulings[0].box.centre().y, 90, 1);
  EXPECT_NEAR(rulings[1].box.centre().x, 200, 1);
  EXPECT_NEAR(rulings[1].box.height(), 100, 2);
}

TEST(Rulings, AGridHasItsLinesAndNoOthers) {
  const auto pdf = Pdf::open(PdfFixture("grid.pdf").grid({60, 100, 540, 400}, 3, 4, 0.5).path());
  for (const double dpi : {100.0, 150.0}) {
    const auto raster = pdf.value().render_grey(1, dpi, Painting::plain);
    const auto rulings = find_rulings(raster.value());
    const auto horizontal = std::count_if(rulings.begin(), rulings.end(), [](const Ruling& r) { return r.horizontal; });
    EXPECT_EQ(horizontal, 4) << spelled(rulings);
    EXPECT_EQ(rulings.size(), 9U) << spelled(rulings);
    for (const Ruling& ruling : rulings) {
      EXPECT_NEAR(ruling.horizontal ? ruling.box.width() : ruling.box.height(), ruling.horizontal ? 480 : 300, 2);
    }
  }
}

TEST(Rulings, ShortBordersOfACellStay) {
  // A cell 14 points high and 24 wide beside a large one: shorter than letters, but held at both ends.
  Paper paper(300, 200, 100);
  paper.ink(50, 50, 250, 50.7)
      .ink(50, 64, 250, 64.7)
      .ink(50, 50, 50.7, 64)
      .ink(74, 50, 74.7, 64)
      .ink(250, 50, 250.7, 64.7);
  EXPECT_EQ(find_rulings(paper.raster()).size(), 5U) << spelled(find_rulings(paper.raster()));
}

TEST(Rulings, BordersOfColumnsThatThePageCutsStay) {
  // The rest of a row at the head of a page, over a row with other columns: its sides go on, its inner borders do not.
  const auto rulings = [](double inner_from) {
    Paper paper(300, 200, 100);
    paper.ink(50, 20, 50.7, 150).ink(250, 20, 250.7, 150).ink(50, 60, 250.7, 60.7).ink(50, 150, 250.7, 150.7);
    paper.ink(120, inner_from, 120.7, 60).ink(180, inner_from, 180.7, 60);
    return find_rulings(paper.raster()).size();
  };
  EXPECT_EQ(rulings(20), 6U);
  EXPECT_EQ(rulings(35), 4U) << "what ends by itself is a letter's stroke";
}

TEST(Rulings, SlightSkewBreaksNoLine) {
  Paper paper(500, 300, 200);
  paper.ink(30, 150, 470, 150.8).skew(0.2);
  const auto rulings = find_rulings(paper.raster());
  expect_one_line(rulings, 30, 470, 150.4);
}

class ThaiText : public ::testing::TestWithParam<const char*> {};

TEST_P(ThaiText, HasNoRulings) {
  PdfFixture fixture(std::string("text_") + GetParam() + ".pdf");
  for (int i = 0; i < 22; ++i) {
    const double size = i < 4 ? 24 : 16;
    fixture.text(60, 60 + 33 * i, "ปีงบประมาณ ฝ่ายผู้ปกป้อง ฟ้าฝั่งที่ปฏิบัติ ลฬฎฏ ป่าไผ่ ททท กกก ___ 2567", size, GetParam());
  }
  const auto pdf = Pdf::open(fixture.path());
  for (const double dpi : {100.0, 200.0}) {
    const auto raster = pdf.value().render_grey(1, dpi, Painting::plain);
    const auto rulings = find_rulings(raster.value());
    EXPECT_TRUE(rulings.empty()) << GetParam() << " at " << dpi << "\n" << spelled(rulings);
  }
}

INSTANTIATE_TEST_SUITE_P(Fonts, ThaiText, ::testing::Values("Laksaman", "Norasi", "Garuda Bold", "Loma Bold"),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::replace(name.begin(), name.end(), ' ', '_');
                           return name;
                         });

Word word_at(const Box& box, const std::string& text) {
  Word word;
  word.text = text;
  word.box = box;
  const double step = box.width() / static_cast<double>(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double x = box.x0 + step * static_cast<double>(i);
    word.chars.push_back({x, box.y0, x + step, box.y1});
  }
  return word;
}

TEST(TextLines, UnderlinesAndLeadersAreDroppedAndBordersStay) {
  const Ruling underline{{100, 113, 200, 113.7}, true};
  const Ruling leader{{100, 213, 400, 213.7}, true};
  const Ruling border{{50, 317, 500, 317.7}, true};
  const Ruling column{{50, 300, 50.7, 400}, false};
  std::vector<Ruling> rulings = {underline, leader, border, column};
  drop_text_lines(rulings, {word_at({100, 100, 200, 118}, "underlined"), word_at({98, 200, 402, 218}, "............"),
                            word_at({60, 300, 160, 318}, "in a cell")});
  ASSERT_EQ(rulings.size(), 2U) << spelled(rulings);
  EXPECT_EQ(rulings[0].box, border.box);
  EXPECT_EQ(rulings[1].box, column.box);
}

TEST(TextLines, ABorderUnderWordsOfItsWholeCellStays) {
  // As long as the words above it, but columns end on it.
  std::vector<Ruling> rulings = {
      {{100, 117, 200, 117.7}, true}, {{100, 90, 100.7, 140}, false}, {{200, 90, 200.7, 140}, false}};
  drop_text_lines(rulings, {word_at({100, 100, 200, 118}, "fills its cell")});
  EXPECT_EQ(rulings.size(), 3U);
}

}  // namespace
}  // namespace prongsai::source
