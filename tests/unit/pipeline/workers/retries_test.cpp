#include "pipeline/workers/run/retries.hpp"

#include <gtest/gtest.h>
#include <signal.h>

namespace prongsai::workers {
namespace {

RetryRules rules(bool quiet = true) {
  RetryRules all;
  all.back_off = {std::chrono::milliseconds(0), std::chrono::milliseconds(20)};
  all.quiet = [quiet] { return quiet; };
  return all;
}

TEST(Blame, SignalsOfAProgramsOwnFaultAreTheDocuments) {
  for (const int own : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSYS, 1 << 8 /* exit status 1 */}) {
    EXPECT_EQ(blame_of(own), Blame::document) << own;
  }
  EXPECT_EQ(blame_of(SIGXCPU), Blame::processor);
  EXPECT_EQ(blame_of(1 << 8), Blame::document);
  EXPECT_EQ(blame_of(kPageNeedsMemory << 8), Blame::memory);
  EXPECT_EQ(blame_of(kNotBegun << 8), Blame::outside);
  for (const int sent : {SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGUSR1}) EXPECT_EQ(blame_of(sent), Blame::outside) << sent;
}

TEST(Tries, ACrashThatComesTwiceLiesInTheBytes) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::document, 0, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::document, 0, rules(), 0), Verdict::failed);
}

TEST(Tries, WhatComesFromOutsideIsTriedAfterABackOffAndThenPutOff) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::outside, 0, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.wait().count(), 0);
  EXPECT_EQ(tries.lose(Blame::outside, 0, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.wait().count(), 20);
  EXPECT_EQ(tries.lose(Blame::outside, 0, rules(), 0), Verdict::deferred);
  EXPECT_EQ(tries.lost(), 3);
}

TEST(Tries, ACauseFromOutsideIsNoTryOfTheDocuments) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::outside, 0, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::document, 0, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::document, 0, rules(), 0), Verdict::failed);
}

TEST(Tries, TimeByTheClockIsNobodysFault) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::clock, 0, rules(), 9), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::clock, 0, rules(), 9), Verdict::deferred);
}

TEST(Tries, ProcessorTimeIsTheDocumentsOnAQuietMachineOrWhenItComesRunAfterRun) {
  const auto second = [](const RetryRules& how, int deferrals) {
    Tries tries;
    (void)tries.lose(Blame::processor, 0, how, deferrals);
    return tries.lose(Blame::processor, 0, how, deferrals);
  };
  EXPECT_EQ(second(rules(true), 0), Verdict::failed);
  EXPECT_EQ(second(rules(false), 0), Verdict::deferred);
  EXPECT_EQ(second(rules(false), 2), Verdict::deferred);
  EXPECT_EQ(second(rules(false), 3), Verdict::failed);
}

TEST(Tries, MemoryThatAPageNeedsIsThePagesAtOnce) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::memory, 2, rules(), 0), Verdict::failed);
  EXPECT_TRUE(tries.is_the_pages());
}

// Whether tries that ended from outside at these pages are the page's doing, in a run after so many that put it off.
bool is_the_pages_after(const std::vector<int>& pages, int deferrals) {
  Tries tries;
  for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
    EXPECT_EQ(tries.lose(Blame::outside, pages[i], rules(), deferrals), Verdict::again);
    EXPECT_FALSE(tries.is_the_pages());
  }
  EXPECT_EQ(tries.lose(Blame::outside, pages.back(), rules(), deferrals), Verdict::deferred);
  return tries.is_the_pages();
}

TEST(Tries, WhatEndsAtOnePageRunAfterRunIsThePages) {
  EXPECT_FALSE(is_the_pages_after({4, 4, 4}, 2));
  EXPECT_TRUE(is_the_pages_after({4, 4, 4}, 3));
  EXPECT_FALSE(is_the_pages_after({4, 4, 5}, 3));
  EXPECT_FALSE(is_the_pages_after({5, 4, 4}, 3));
  EXPECT_FALSE(is_the_pages_after({0, 0, 0}, 3));
}

TEST(Tries, AReadingWithoutThatPageHasTriesOfItsOwn) {
  Tries tries;
  for (const int page : {4, 4, 4}) (void)tries.lose(Blame::outside, page, rules(), 3);
  for (const int page : {6, 6}) EXPECT_EQ(tries.lose(Blame::outside, page, rules(), 3), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::outside, 6, rules(), 3), Verdict::deferred);
  EXPECT_TRUE(tries.is_the_pages());
  EXPECT_EQ(tries.lost(), 6);
}

}  // namespace
}  // namespace prongsai::workers
