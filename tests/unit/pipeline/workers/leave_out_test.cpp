#include "pipeline/workers/process/leave_out.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prongsai::workers {
namespace {

using ::testing::ElementsAre;

TEST(LeaveOut, FirstAPagesPictureThenThePage) {
  Omissions omit;
  EXPECT_TRUE(leave_out(omit, 4));
  EXPECT_TRUE(is_unpainted(omit, 4));
  EXPECT_FALSE(is_unread(omit, 4));
  EXPECT_FALSE(is_unpainted(omit, 5));
  EXPECT_TRUE(leave_out(omit, 4));
  EXPECT_TRUE(is_unread(omit, 4));
  EXPECT_FALSE(leave_out(omit, 4)) << "nothing of it is left to leave out";
}

TEST(LeaveOut, OfManySuchPagesThePicturesOfAllThatFollow) {
  Omissions omit;
  for (const int page : {2, 5, 9}) EXPECT_TRUE(leave_out(omit, page));
  EXPECT_THAT(omit.unpainted, ElementsAre(2, 5));
  EXPECT_FALSE(is_unpainted(omit, 8));
  EXPECT_TRUE(is_unpainted(omit, 9));
  EXPECT_TRUE(is_unpainted(omit, 300));
  for (const int page : {9, 20}) EXPECT_TRUE(leave_out(omit, page));
  EXPECT_TRUE(leave_out(omit, 30));
  EXPECT_FALSE(is_unread(omit, 29)) << "what comes before is kept";
  EXPECT_TRUE(is_unread(omit, 31));
}

TEST(LeaveOut, EndsWhenNothingWouldBeLeft) {
  Omissions omit;
  omit.unread = {3, 4};
  omit.unpainted_from = 1;
  EXPECT_FALSE(leave_out(omit, 1));
  EXPECT_FALSE(leave_out(omit, 0)) << "no page";
}

}  // namespace
}  // namespace prongsai::workers
