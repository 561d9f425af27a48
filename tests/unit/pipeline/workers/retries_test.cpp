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
  EXPECT_EQ(blame_of(kNotBegun << 8), Blame::outside);
  for (const int sent : {SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGUSR1}) EXPECT_EQ(blame_of(sent), Blame::outside) << sent;
}

TEST(Tries, ACrashThatComesTwiceLiesInTheBytes) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::document, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::document, rules(), 0), Verdict::failed);
}

TEST(Tries, WhatComesFromOutsideIsTriedAfterABackOffAndThenPutOff) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::outside, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.wait().count(), 0);
  EXPECT_EQ(tries.lose(Blame::outside, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.wait().count(), 20);
  EXPECT_EQ(tries.lose(Blame::outside, rules(), 0), Verdict::deferred);
  EXPECT_EQ(tries.lost(), 3);
}

TEST(Tries, ACauseFromOutsideIsNoTryOfTheDocuments) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::outside, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::document, rules(), 0), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::document, rules(), 0), Verdict::failed);
}

TEST(Tries, TimeByTheClockIsNobodysFault) {
  Tries tries;
  EXPECT_EQ(tries.lose(Blame::clock, rules(), 9), Verdict::again);
  EXPECT_EQ(tries.lose(Blame::clock, rules(), 9), Verdict::deferred);
}

TEST(Tries, ProcessorTimeIsTheDocumentsOnAQuietMachineOrWhenItComesRunAfterRun) {
  const auto second = [](const RetryRules& how, int deferrals) {
    Tries tries;
    (void)tries.lose(Blame::processor, how, deferrals);
    return tries.lose(Blame::processor, how, deferrals);
  };
  EXPECT_EQ(second(rules(true), 0), Verdict::failed);
  EXPECT_EQ(second(rules(false), 0), Verdict::deferred);
  EXPECT_EQ(second(rules(false), 2), Verdict::deferred);
  EXPECT_EQ(second(rules(false), 3), Verdict::failed);
}

}  // namespace
}  // namespace prongsai::workers
