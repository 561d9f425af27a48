#include "models/checked_int.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <optional>

namespace prongsai {
namespace {

TEST(CheckedInt, IsTheWholeNumberTowardsZero) {
  EXPECT_EQ(checked_int(12), 12);
  EXPECT_EQ(checked_int(12.9), 12);
  EXPECT_EQ(checked_int(-12.9), -12);
  EXPECT_EQ(checked_int(1e9), 1'000'000'000);
}

TEST(CheckedInt, IsNothingWhereAnIntHoldsItNot) {
  for (const double value :
       {1e10, -1e10, 3e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
    EXPECT_EQ(checked_int(value), std::nullopt) << value;
}

}  // namespace
}  // namespace prongsai
