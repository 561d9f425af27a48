// Judging in a process of its own: what breaks there.
#include "pipeline/workers/run/guarded_judge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <stdexcept>

#include "pipeline/workers/process/pool.hpp"
#include "pipeline/workers/process/worker.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path kData = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";

// Judges in copies of this process, as a pool does.
std::unique_ptr<Executor> pool_of(const Handler& handle) {
  return std::make_unique<Pool>(
      [handle] {
        return start_copy([handle](int fd) { return run_worker({fd, {}}, [&] { return Loaded{handle, "", {}}; }); });
      },
      1, WorkerLimits{});
}

// Crashes in the steps named, unless it does without them.
Handler crashing_in(const std::vector<std::string>& steps) {
  return [steps](const Job& job, const Document&, const JobWatch& watch) {
    Reply reply;
    for (const std::string& step : steps) {
      if (job.omit.all_checks || job.omit.steps.contains(step)) continue;
      watch.on_step(step);
      raise(SIGSEGV);
    }
    for (const auto& [step, why] : job.omit.steps)
      reply.judgement.findings.push_back(samples::finding(kCheckFailed, step));
    reply.judgement.suggested_score = job.omit.all_checks ? 0 : 50;
    return reply;
  };
}

std::vector<std::string> told(const Judgement& judgement) {
  std::vector<std::string> told;
  for (const Finding& finding : judgement.findings) told.push_back(finding.code + " " + finding.evidence);
  return told;
}

TEST(GuardedJudge, ACrashCostsItsOwnCheck) {
  GuardedJudge judge(kData, [] { return pool_of(crashing_in({"empty_cell", "wrong_year"})); });
  EXPECT_THAT(told(judge.judge(samples::submission(), samples::record())),
              ElementsAre("check_failed empty_cell", "check_failed wrong_year"));
  EXPECT_EQ(judge.judge(samples::submission(), samples::record()).suggested_score, 50) << "and no later report";
}

TEST(GuardedJudge, CrashesEverywhereCostAllChecks) {
  GuardedJudge judge(kData, [] { return pool_of(crashing_in({"a", "b", "c", "d", "e"})); });
  EXPECT_EQ(judge.judge(samples::submission(), samples::record()).suggested_score, 0);
}

TEST(GuardedJudge, WhereNothingHelpsThatIsTold) {
  GuardedJudge judge(kData,
                     [] { return pool_of([](const Job&, const Document&, const JobWatch&) -> Reply { abort(); }); });
  const Judgement judgement = judge.judge(samples::submission(), samples::record());
  ASSERT_EQ(judgement.findings.size(), 1U);
  EXPECT_EQ(judgement.findings[0].code, kCheckFailed);
  EXPECT_THAT(judgement.findings[0].message_en, HasSubstr("was not checked at all"));
}

// A report is not told to be unchecked for that: another try may come.
TEST(GuardedJudge, ACauseFromOutsideIsThrownAndTheNextTryIsMadeAnew) {
  int made = 0;
  GuardedJudge judge(kData, [&]() -> std::unique_ptr<Executor> {
    if (++made == 1) throw std::runtime_error("no process can be started");
    return pool_of([made](const Job&, const Document&, const JobWatch&) {
      if (made == 2) raise(SIGKILL);
      return Reply{};
    });
  });
  EXPECT_THROW((void)judge.judge(samples::submission(), samples::record()), std::runtime_error);
  EXPECT_THROW((void)judge.judge(samples::submission(), samples::record()), std::runtime_error);
  EXPECT_EQ(made, 2);
}

}  // namespace
}  // namespace prongsai::workers
