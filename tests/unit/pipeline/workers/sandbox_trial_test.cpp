// Each layer of the sandbox alone, as the user who runs the tests and, where that is root, as nobody.
#include "pipeline/workers/process/sandbox_trial.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <map>

namespace prongsai::workers {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

const std::vector<std::filesystem::path> kReadable = {"/usr/share/fonts"};

class SandboxTrialTest : public ::testing::TestWithParam<TrialUser> {
 protected:
  static const std::vector<Trial>& trials() {
    static std::map<TrialUser, std::vector<Trial>> done;
    if (!done.contains(GetParam())) done[GetParam()] = try_sandbox(kReadable, GetParam());
    return done[GetParam()];
  }
  static const Trial& of(const std::string& name) { return *std::ranges::find(trials(), name, &Trial::name); }
  static bool is_root() { return geteuid() == 0 && GetParam() == TrialUser::caller; }
};

TEST_P(SandboxTrialTest, EachLayerIsTriedAloneAndThenAll) {
  std::vector<std::string> names;
  for (const Trial& trial : trials()) names.push_back(trial.name);
  EXPECT_THAT(names,
              ElementsAre("system calls", "files", "namespaces", "root folder", "limits", "rights", "all together"));
}

// What a layer is for it holds without the others; what this system does not offer says why.
TEST_P(SandboxTrialTest, NoLayerLeansOnAnother) {
  for (const Trial& trial : trials()) {
    EXPECT_THAT(trial.let_through, IsEmpty()) << trial.name;
    if (!trial.why_not.empty()) std::cout << trial.name << " is not offered: " << trial.why_not << '\n';
  }
}

TEST_P(SandboxTrialTest, TheFilterOfSystemCallsAlone) {
  ASSERT_EQ(of("system calls").why_not, "");
  EXPECT_THAT(of("system calls").refused, IsSupersetOf({"a socket", "a signal to another process", "another process",
                                                        "another process's limits", "writing a file"}));
}

TEST_P(SandboxTrialTest, TheLimitsAlone) {
  ASSERT_EQ(of("limits").why_not, "");
  EXPECT_THAT(of("limits").refused, IsSupersetOf({"64 GiB of memory", "a large file", "many open files"}));
  if (!is_root()) {
    EXPECT_THAT(of("limits").refused, Contains("another process"));
  }
}

TEST_P(SandboxTrialTest, TheRightsAlone) {
  ASSERT_EQ(of("rights").why_not, "");
  if (is_root()) {
    EXPECT_THAT(of("rights").refused, IsSupersetOf({"reading /etc/shadow", "being root"}));
  }
}

TEST_P(SandboxTrialTest, WhatThisKernelOffersOfTheOthers) {
  if (of("files").why_not.empty()) {
    EXPECT_THAT(of("files").refused, IsSupersetOf({"reading /etc/passwd", "writing a file"}));
  }
  if (of("namespaces").why_not.empty()) {
    EXPECT_THAT(of("namespaces").refused, IsSupersetOf({"the machine's network", "a signal to another process"}));
  }
  if (of("root folder").why_not.empty()) {
    EXPECT_THAT(of("root folder").refused, IsSupersetOf({"reading /etc/passwd", "writing a file"}));
  }
}

TEST_P(SandboxTrialTest, AllTogetherNothingWorks) {
  ASSERT_EQ(of("all together").why_not, "");
  EXPECT_THAT(of("all together").let_through, IsEmpty());
  EXPECT_GE(of("all together").refused.size(), 9U) << "the deeds work without the sandbox";
}

INSTANTIATE_TEST_SUITE_P(As, SandboxTrialTest,
                         geteuid() == 0 ? ::testing::Values(TrialUser::caller, TrialUser::nobody)
                                        : ::testing::ValuesIn({TrialUser::caller}),
                         [](const auto& as) { return as.param == TrialUser::nobody ? "Nobody" : "WhoeverRunsThis"; });

TEST(SandboxTrialWords, SayExactlyWhatHolds) {
  EXPECT_EQ(in_words({"files", "it is switched off", {}, {}}), "not offered here: it is switched off");
  EXPECT_EQ(in_words({"files", "", {"a", "b"}, {}}), "tried; refused: a, b");
  EXPECT_EQ(in_words({"files", "", {"a"}, {"c", "d"}}), "does not hold: it lets through c, d");
  EXPECT_EQ(in_words({"rights", "", {}, {}}), "nothing that it would have to refuse works here without it");
}

}  // namespace
}  // namespace prongsai::workers
