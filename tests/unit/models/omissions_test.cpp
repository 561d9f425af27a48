#include "models/omissions.hpp"

#include <gtest/gtest.h>

namespace prongsai {
namespace {

TEST(Omissions, OfSinglePagesAndOfAllFromOneOn) {
  Omissions omit;
  EXPECT_FALSE(is_unread(omit, 1));
  EXPECT_FALSE(is_unpainted(omit, 1));
  omit.unread = {3};
  omit.unpainted_from = 5;
  EXPECT_TRUE(is_unread(omit, 3));
  EXPECT_FALSE(is_unread(omit, 4));
  EXPECT_FALSE(is_unpainted(omit, 3)) << "unread is not unpainted";
  EXPECT_FALSE(is_unpainted(omit, 4));
  EXPECT_TRUE(is_unpainted(omit, 5));
  EXPECT_TRUE(is_unpainted(omit, 900));
}

TEST(Omissions, SayWhyAPageWasLeftOut) {
  Omissions omit;
  omit.why[3] = "reading it took too long";
  EXPECT_EQ(why_left_out(omit, 3), "reading it took too long");
  EXPECT_EQ(why_left_out(omit, 4), "readings before this one ended at several pages");
}

}  // namespace
}  // namespace prongsai
