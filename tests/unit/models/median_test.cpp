#include "models/median.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace prongsai {
namespace {

TEST(Median, IsTheMiddleOneOrTheUpperOfTwo) {
  EXPECT_EQ(median(std::vector<int>{9, 1, 5}), 5);
  EXPECT_EQ(median(std::vector<double>{4, 1, 3, 2}), 3);
  EXPECT_EQ(median(std::vector<double>{}), 0);
}

}  // namespace
}  // namespace prongsai
