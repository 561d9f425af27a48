#include "pipeline/workers/process/leave_out.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prongsai::workers {
namespace {

using ::testing::ElementsAre;

TEST(LeaveOut, FirstAPagesPictureThenThePage) {
  Omissions omit;
  EXPECT_TRUE(leave_out(omit, 4, Blame::document));
  EXPECT_TRUE(is_unpainted(omit, 4));
  EXPECT_FALSE(is_unread(omit, 4));
  EXPECT_FALSE(is_unpainted(omit, 5));
  EXPECT_TRUE(leave_out(omit, 4, Blame::document));
  EXPECT_TRUE(is_unread(omit, 4));
  EXPECT_FALSE(leave_out(omit, 4, Blame::document)) << "nothing of it is left to leave out";
}

TEST(LeaveOut, OfManySuchPagesThePicturesOfAllThatFollow) {
  Omissions omit;
  for (const int page : {2, 5, 9}) EXPECT_TRUE(leave_out(omit, page, Blame::document));
  EXPECT_THAT(omit.unpainted, ElementsAre(2, 5));
  EXPECT_FALSE(is_unpainted(omit, 8));
  EXPECT_TRUE(is_unpainted(omit, 9));
  EXPECT_TRUE(is_unpainted(omit, 300));
  for (const int page : {9, 20}) EXPECT_TRUE(leave_out(omit, page, Blame::document));
  EXPECT_TRUE(leave_out(omit, 30, Blame::document));
  EXPECT_FALSE(is_unread(omit, 29)) << "what comes before is kept";
  EXPECT_TRUE(is_unread(omit, 31));
}

TEST(LeaveOut, EndsWhenNothingWouldBeLeft) {
  Omissions omit;
  omit.unread = {3, 4};
  omit.unpainted_from = 1;
  EXPECT_FALSE(leave_out(omit, 1, Blame::document));
  EXPECT_FALSE(leave_out(omit, 0, Blame::document)) << "no page";
}

TEST(LeaveOut, TellsHowReadingsEndedAtAPage) {
  Omissions omit;
  ASSERT_TRUE(leave_out(omit, 2, Blame::processor));
  ASSERT_TRUE(leave_out(omit, 4, Blame::outside));
  EXPECT_EQ(why_left_out(omit, 2), "it needs more processor time than a worker may use");
  EXPECT_EQ(why_left_out(omit, 4), "reading processes are ended from outside at it, perhaps for lack of memory");
  EXPECT_EQ(why_left_out(omit, 7), "readings before this one ended at several pages");
}

TEST(LeaveOut, IsBoundedThoughEachReadingEndsAtAnEarlierPage) {
  Omissions omit;
  omit.ends_for_memory = true;
  int readings = 0;
  for (int page = 5000; page > 1; --page) {
    for (const Blame blame : {Blame::document, Blame::processor, Blame::memory}) {
      if (leave_out(omit, page, blame)) ++readings;
    }
  }
  EXPECT_LE(readings, 7);
}

TEST(LeaveOut, OfStepsBehindThePagesEachAndThenAllChecks) {
  Omissions omit;
  EXPECT_FALSE(leave_out_step(omit, "", Blame::document)) << "no step";
  for (const std::string step : {"wrong_year", "empty_cell", "count_mismatch"}) {
    EXPECT_TRUE(leave_out_step(omit, step, Blame::processor));
    EXPECT_EQ(omit.steps.at(step), "it needs more processor time than a worker may use");
    EXPECT_FALSE(leave_out_step(omit, step, Blame::document)) << "it was left out already";
  }
  EXPECT_FALSE(omit.all_checks);
  EXPECT_TRUE(leave_out_step(omit, "missing_issue", Blame::document));
  EXPECT_TRUE(omit.all_checks);
  EXPECT_FALSE(leave_out_step(omit, "foreign_agency", Blame::document)) << "never a loop";
}

TEST(LeaveOut, WhereTheCheckIsNotKnownTheNextTryTellsEachOne) {
  Omissions omit;
  EXPECT_TRUE(leave_out_step(omit, kChecks, Blame::processor));
  EXPECT_TRUE(omit.each_check);
  EXPECT_TRUE(omit.steps.empty());
  EXPECT_FALSE(leave_out_step(omit, kChecks, Blame::processor)) << "it was told to";
}

// Never a loop, and never less than one reading alone would find.
TEST(LeaveOut, OfManyPagesThatMemoryDoesNotSufficeForTheReadingGoesOnInTheEnd) {
  Omissions omit;
  omit.ends_for_memory = true;
  for (const int page : {2, 2, 5, 5}) EXPECT_TRUE(leave_out(omit, page, Blame::memory));
  EXPECT_THAT(omit.unread, ElementsAre(2, 5));
  EXPECT_TRUE(omit.ends_for_memory);
  EXPECT_TRUE(leave_out(omit, 9, Blame::memory));
  EXPECT_FALSE(omit.ends_for_memory);
  EXPECT_FALSE(is_unpainted(omit, 9));
  EXPECT_FALSE(leave_out(omit, 9, Blame::memory)) << "such a reading does not end for memory";
}

}  // namespace
}  // namespace prongsai::workers
