#include "models/buddhist_year.hpp"

#include <gtest/gtest.h>

namespace prongsai {
namespace {

TEST(BuddhistYear, FiscalYearsAreThoseOfReports) {
  EXPECT_FALSE(is_fiscal_year(2499));
  EXPECT_TRUE(is_fiscal_year(2500));
  EXPECT_TRUE(is_fiscal_year(2699));
  EXPECT_FALSE(is_fiscal_year(2700));
  EXPECT_TRUE(is_fiscal_year(2024 + kBuddhistEra));
}

TEST(BuddhistYear, TextsNameLawsOfEarlierYears) {
  EXPECT_TRUE(is_named_year(2457));
  EXPECT_FALSE(is_named_year(2024)) << "of the common era";
  EXPECT_FALSE(is_named_year(2700));
}

TEST(BuddhistYear, NoYearIsOfBothEras) {
  for (int year = kFirstFiscalYear; year <= kLastFiscalYear; ++year) EXPECT_FALSE(is_named_year(year - kBuddhistEra));
}

}  // namespace
}  // namespace prongsai
