// Scores on cards: labels over or under their figures, in boxes side by side, as on dashboards, slides and posters.
#include <gtest/gtest.h>

#include <tuple>

#include "extracted.hpp"
#include "extractors/tables/assemble.hpp"
#include "scores_of.hpp"
#include "tests/unit/extractors/tables/page_builder.hpp"

namespace prongsai::layouts {
namespace {

using tables::testing::PageBuilder;

const tables::testing::Print kLarge{.size = 40};
const tables::testing::Print kSmall{.size = 12};

PageBuilder titled() {
  PageBuilder page;
  page.line(60, 60, "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567");
  page.line(60, 90, "เทศบาลตำบลวังนาค");
  return page;
}

std::string scores_on(PageBuilder& page) {
  return scores_of(engine().extract(tables::assemble({page.page()}), {}));
}

TEST(ScoreCards, ATileIsReadWithItsLevelAndAPlaceOfItsOwn) {
  PageBuilder page = titled();
  double x = 60;
  for (const auto& [label, figure] :
       {std::pair{"คะแนนภาพรวม", "88.40"}, {"IIT", "90.10"}, {"EIT", "86.00"}, {"OIT", "88.93"}}) {
    // The first tile's words stand a little lower than its neighbours'.
    page.line(x, x == 60 ? 150.3 : 150, label, kSmall);
    page.line(x, x == 60 ? 190.3 : 190, figure, kLarge);
    page.grid({x - 8, x + 112}, {130, 230});
    x += 122;
  }
  page.line(60, 215, "ระดับ ผ่านดี", kSmall);
  EXPECT_EQ(scores_on(page),
            "ITA 88.4 ผ่านดี 2567 เทศบาลตำบลวังนาค\nIIT 90.1 - 2567 เทศบาลตำบลวังนาค\nEIT 86 - 2567 เทศบาลตำบลวังนาค\n"
            "OIT 88.93 - 2567 เทศบาลตำบลวังนาค\n");
}

// A line over five years: each year's figure where its point is, the axis' numbers at the left.
TEST(ScoreCards, AChartOverYearsHasOneFigureAYear) {
  const auto chart = [](bool two_bars) {
    PageBuilder page = titled();
    page.line(60, 120, "คะแนน ITA รวม", kSmall);
    page.line(40, 150, "100", kSmall);
    page.line(40, 260, "70", kSmall);
    double x = 80;
    double y = 250;
    for (const auto& [year, figure] : {std::pair{"ปี 2564", "74.18"}, {"ปี 2565", "79.64"}, {"ปี 2566", "91.47"}}) {
      page.line(x, y, figure, kSmall);
      if (two_bars) page.line(x, y - 30, "66.10", kSmall);
      page.line(x, 280, year, kSmall);
      x += 130;
      y -= 20;
    }
    page.line(340, 296, "ระดับ ผ่านดี", kSmall);
    return scores_on(page);
  };
  EXPECT_EQ(
      chart(false),
      "ITA 91.47 ผ่านดี 2566 เทศบาลตำบลวังนาค\nITA 79.64 - 2565 เทศบาลตำบลวังนาค\nITA 74.18 - 2564 เทศบาลตำบลวังนาค\n");
  EXPECT_EQ(chart(true), "");
}

TEST(ScoreCards, ALabelOverALargeFigureIsACard) {
  PageBuilder page = titled();
  page.line(200, 200, "คะแนนรวม ITA", kSmall);
  page.line(190, 250, "88.40", kLarge);
  EXPECT_EQ(scores_on(page), "ITA 88.4 - 2567 เทศบาลตำบลวังนาค\n");
}

// The boxes of large letters reach over the lines above and below.
TEST(ScoreCards, WhatStandsCloseToALargeFigureIsNoPartOfIt) {
  PageBuilder page = titled();
  double x = 60;
  for (const auto& [label, figure] : {std::pair{"คะแนนรวม", "88.40"}, {"IIT", "90.10"}, {"EIT", "86.00"}}) {
    page.line(x, 170, label, kSmall);
    page.line(x, 200, figure, kLarge);
    page.line(x, 216, "ปีก่อน : 80.12", kSmall);
    x += 150;
  }
  EXPECT_EQ(scores_on(page),
            "ITA 88.4 - 2567 เทศบาลตำบลวังนาค\nIIT 90.1 - 2567 เทศบาลตำบลวังนาค\nEIT 86 - 2567 เทศบาลตำบลวังนาค\n");
}

TEST(ScoreCards, IndicatorsOfAListAreToldByTheirNumbers) {
  PageBuilder page = titled();
  double x = 40;
  for (const auto& [figure, label] :
       {std::pair{"91.10", "1. การปฏิบัติหน้าที่"}, {"82.20", "2. การใช้งบประมาณ"}, {"83.30", "3. อำนาจหน้าที่"}}) {
    page.line(x + 20, 200, figure, {.size = 24});
    page.line(x, 230, label, kSmall);
    x += 180;
  }
  EXPECT_EQ(scores_on(page),
            "indicator1 91.1 - 2567 เทศบาลตำบลวังนาค\nindicator2 82.2 - 2567 เทศบาลตำบลวังนาค\n"
            "indicator3 83.3 - 2567 เทศบาลตำบลวังนาค\n");
}

TEST(ScoreCards, EachIsTheOfficesWhoseNameStandsOverIt) {
  PageBuilder page = titled();
  double x = 60;
  for (const auto& [name, first] : {std::pair{"เทศบาลตำบลวังนาค", "90.10"}, {"เทศบาลตำบลบ้านธาร", "95.20"}}) {
    page.line(x, 150, name);
    page.line(x + 20, 190, std::string("IIT ") + first, {.size = 24});
    page.line(x + 20, 225, "EIT 86.00", {.size = 24});
    page.line(x + 20, 260, "OIT 88.93", {.size = 24});
    page.grid({x - 10, x + 200}, {130, 280});
    x += 280;
  }
  EXPECT_EQ(scores_on(page),
            "IIT 90.1 - 2567 เทศบาลตำบลวังนาค\nIIT 95.2 - 2567 เทศบาลตำบลบ้านธาร\nEIT 86 - 2567 เทศบาลตำบลวังนาค\n"
            "EIT 86 - 2567 เทศบาลตำบลบ้านธาร\nOIT 88.93 - 2567 เทศบาลตำบลวังนาค\nOIT 88.93 - 2567 เทศบาลตำบลบ้านธาร\n");
}

// Steps of a slide: each year over its figure, and below them what was measured.
TEST(ScoreCards, YearsOverTheirFigures) {
  const auto steps = [](const char* title) {
    PageBuilder page = titled();
    double x = 80;
    for (const auto& [year, figure] : {std::pair{"ปี 2565", "82.74"}, {"ปี 2566", "87.15"}, {"ปี 2567", "91.34"}}) {
      page.line(x, 160, year, kSmall);
      page.line(x, 190, figure, kSmall);
      x += 130;
    }
    page.line(80, 220, title, kSmall);
    return scores_on(page);
  };
  EXPECT_EQ(steps("คะแนนรวมการประเมิน ITA"),
            "ITA 82.74 - 2565 เทศบาลตำบลวังนาค\nITA 87.15 - 2566 เทศบาลตำบลวังนาค\nITA 91.34 - 2567 เทศบาลตำบลวังนาค\n");
  EXPECT_EQ(steps("ร้อยละของขยะที่นำกลับมาใช้"), "");
}

// Figures in columns without rulings pass for a table; their labels stand over it.
TEST(ScoreCards, FiguresThatLieInColumns) {
  PageBuilder page = titled();
  double x = 60;
  for (const auto& [label, figure, note] :
       {std::tuple{"IIT", "90.10", "ตอบ 112 คน"}, {"EIT", "86.00", "ตอบ 205 คน"}, {"OIT", "88.93", "ตรวจเว็บ"}}) {
    page.line(x, 150, label, kSmall);
    page.line(x, 190, figure, kSmall);
    page.line(x, 206, note, kSmall);
    x += 150;
  }
  EXPECT_EQ(scores_on(page),
            "IIT 90.1 - 2567 เทศบาลตำบลวังนาค\nEIT 86 - 2567 เทศบาลตำบลวังนาค\nOIT 88.93 - 2567 เทศบาลตำบลวังนาค\n");
}

}  // namespace
}  // namespace prongsai::layouts
