#include "models/geometry.hpp"

#include <gtest/gtest.h>

#include "models/side_by_side.hpp"

namespace prongsai {
namespace {

TEST(Box, WithoutAreaIsEmpty) {
  EXPECT_TRUE(Box().empty());
  EXPECT_TRUE((Box{1, 1, 1, 5}.empty()));
  EXPECT_FALSE((Box{1, 1, 2, 2}.empty()));
}

TEST(Box, ContainsItsEdges) {
  const Box box{10, 20, 30, 40};
  EXPECT_TRUE(box.contains({10, 40}));
  EXPECT_TRUE(box.contains(box.centre()));
  EXPECT_FALSE(box.contains({30.1, 30}));
  EXPECT_FALSE(box.contains({20, 19.9}));
}

TEST(Box, AnEmptyOneAddsNothingToAnother) {
  const Box box{10, 20, 30, 40};
  EXPECT_EQ(unite(box, {}), box) << "not from the origin on";
  EXPECT_EQ(unite({}, box), box);
  EXPECT_EQ(unite(box, {25, 10, 50, 30}), (Box{10, 10, 50, 40}));
}

TEST(Box, TheCommonPartOfTwoThatOnlyTouchIsEmpty) {
  EXPECT_EQ(intersect({0, 0, 10, 10}, {5, 5, 20, 20}), (Box{5, 5, 10, 10}));
  EXPECT_EQ(intersect({0, 0, 10, 10}, {10, 0, 20, 10}), Box());
  EXPECT_EQ(intersect({0, 0, 10, 10}, {30, 30, 40, 40}), Box());
}

TEST(Box, AtOneHeightWhereMoreThanHalfOfTheLowerOneIsCommon) {
  const Box tall{0, 0, 10, 100};
  EXPECT_TRUE(at_one_height(tall, {20, 94, 30, 104})) << "six of its ten points";
  EXPECT_FALSE(at_one_height(tall, {20, 95, 30, 105})) << "half of it";
  EXPECT_TRUE(at_one_height({20, 94, 30, 104}, tall)) << "in either order";
}

TEST(Box, SideBySideIsAtOneHeightAndNeverOneOverTheOther) {
  EXPECT_TRUE(lie_apart({0, 0, 10, 10}, {10, 50, 20, 60})) << "whatever their heights";
  EXPECT_FALSE(lie_apart({0, 0, 10, 10}, {9, 0, 20, 10}));
  EXPECT_TRUE(side_by_side({0, 0, 10, 10}, {10, 2, 20, 12}));
  EXPECT_FALSE(side_by_side({0, 0, 10, 10}, {10, 50, 20, 60}));
}

}  // namespace
}  // namespace prongsai
