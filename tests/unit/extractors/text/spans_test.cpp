#include "extractors/text/unicode/spans.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace prongsai::text {
namespace {

struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

TEST(Spans, StandApartInOrderWithinTheText) {
  using Places = std::vector<Place>;
  EXPECT_TRUE(are_apart_in_order(Places{}, 0));
  EXPECT_TRUE(are_apart_in_order(Places{{0, 3}, {3, 4}, {6, 9}}, 9));
  EXPECT_FALSE(are_apart_in_order(Places{{0, 3}, {2, 4}}, 9)) << "they overlap";
  EXPECT_FALSE(are_apart_in_order(Places{{3, 4}, {0, 3}}, 9)) << "in no order";
  EXPECT_FALSE(are_apart_in_order(Places{{3, 3}}, 9)) << "an empty one";
  EXPECT_FALSE(are_apart_in_order(Places{{3, 10}}, 9)) << "beyond the text";
}

}  // namespace
}  // namespace prongsai::text
