#include "extractors/text/find/date_scan.hpp"

#include <gtest/gtest.h>

namespace prongsai::text {
namespace {

TEST(DateScan, FourDigitsAreABuddhistYearOrSaidToBeChristian) {
  EXPECT_EQ(buddhist(2567, false), 2567);
  EXPECT_EQ(buddhist(2024, true), 2567);
  EXPECT_EQ(buddhist(2024, false), 0) << "a number, as long as nothing says otherwise";
  EXPECT_EQ(buddhist(1200, true), 0);
}

TEST(DateScan, TwoDigitsAreAYearUnlessTheyArePartOfSomethingElse) {
  const auto year = [](std::string_view text) { return short_year_at(Scan(text), 0); };
  EXPECT_EQ(year("๖๗"), 2567);
  EXPECT_EQ(year("67 แล้ว"), 2567);
  EXPECT_EQ(year("67.5"), 0) << "a decimal";
  EXPECT_EQ(year("67."), 2567) << "a sentence's end";
  EXPECT_EQ(year("67:30"), 0) << "a time";
  EXPECT_EQ(year("67/2560"), 0) << "an order's number";
  EXPECT_EQ(year("67%"), 0);
  EXPECT_EQ(year("๖๐ คน"), 0) << "so many of something";
  EXPECT_EQ(year("49"), 0);
  EXPECT_EQ(year("90"), 0);
  EXPECT_EQ(year("678"), 0);
  EXPECT_EQ(short_year_at(Scan("167"), 1), 0) << "the end of a longer number";
}

TEST(DateScan, ErasAreSkipped) {
  const auto skip = [](std::string_view text, bool& christian) { return skip_era(Scan(text), 0, christian); };
  bool christian = false;
  EXPECT_EQ(skip("ปี พ.ศ. ๒๕๖๗", christian), 8U);
  EXPECT_FALSE(christian);
  EXPECT_EQ(skip("ค.ศ. 2024", christian), 5U);
  EXPECT_TRUE(christian);
}

TEST(DateScan, ARangeGoesOnBehindADashOrTheWordForIt) {
  EXPECT_EQ(skip_range_word(Scan(" – ต"), 0), 3U);
  EXPECT_EQ(skip_range_word(Scan(" ถึง ต"), 0), 5U);
  EXPECT_EQ(skip_range_word(Scan(" และ ต"), 0), 0U);
}

TEST(DateScan, TheDatesOfARangeShareItsYear) {
  const Scan scan("๑ ตุลาคม - ๓๐ กันยายน ๒๕๖๗");
  const auto dates = all_dates(scan);
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[0].date.year, 2566) << "October before that September";
  EXPECT_EQ(dates[0].date.month, 10);
  EXPECT_EQ(dates[1].date.year, 2567);
  EXPECT_EQ(dates[1].year.end, scan.size());
}

}  // namespace
}  // namespace prongsai::text
