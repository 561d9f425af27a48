// Judging again what a database holds: what breaks at one submission costs that one.
#include "pipeline/workers/run/judge_again.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>

#include "pipeline/workers/process/pool.hpp"
#include "pipeline/workers/process/worker.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class JudgeAgainTest : public ::testing::Test {
 protected:
  JudgeAgainTest() {
    for (const char* name : {"/a.pdf", "/b.pdf", "/c.pdf"})
      (void)store_.save({samples::submission(name, name), samples::record(), {}, "old", std::nullopt});
  }

  // `break_off` breaks the process that judges /b.pdf, in the step named, unless it does without that.
  JudgedAgain judge(const std::function<void()>& break_off, const std::string& step = "wrong_year") {
    const Handler handle = [=](const Job& job, const Document&, const JobWatch& watch) {
      const bool without = job.omit.all_checks || job.omit.steps.contains(step);
      if (!step.empty()) watch.on_step(step);
      if (job.submission.canonical_path == "/b.pdf" && (step.empty() || !without)) break_off();
      Reply reply;
      for (const auto& [left_out, why] : job.omit.steps)
        reply.judgement.findings.push_back(samples::finding(kCheckFailed, left_out + ": " + why));
      reply.judgement.suggested_score = 50;
      return reply;
    };
    const Launcher launch = [=, limits = limits_] {
      return start_copy([=](int fd) { return run_worker({fd, limits}, [&] { return Loaded{handle, "", {}}; }); });
    };
    Pool pool(launch, 2, limits_);
    return judge_again(store_, pool, how_);
  }

  // Of each submission: score, findings, version.
  std::vector<std::string> kept() {
    std::vector<std::string> all;
    store_.for_each([&](const store::StoredSubmission& stored) {
      const Judgement judgement = store_.load_judgement(stored.id);
      std::string one = judgement.suggested_score ? std::to_string(*judgement.suggested_score) : "-";
      for (const Finding& finding : judgement.findings) one += " " + finding.code + " " + finding.evidence;
      all.push_back(one + " " + stored.judge_version);
    });
    return all;
  }

  samples::TempFolder folder_;
  store::Store store_{folder_.path() / "x.db", store::Open::create};
  WorkerLimits limits_;
  std::vector<std::string> told_;
  JudgeAgain how_{
      std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data", "new", std::nullopt, {}, [this](const std::string& line) {
        told_.push_back(line);
      }};
};

TEST_F(JudgeAgainTest, JudgesAllOrOne) {
  how_.only = 2;
  EXPECT_EQ(judge([] {}).judged, 1);
  EXPECT_THAT(kept(), ElementsAre("- old", "50 new", "- old"));
  how_.only.reset();
  EXPECT_EQ(judge([] {}).judged, 3);
  EXPECT_THAT(kept(), ElementsAre("50 new", "50 new", "50 new"));
}

TEST_F(JudgeAgainTest, ACrashCostsItsOwnCheckOfItsOwnDocument) {
  EXPECT_EQ(judge([] { raise(SIGSEGV); }).judged, 3);
  EXPECT_THAT(kept(), ElementsAre("50 new", "50 check_failed wrong_year: reading processes crash at it new", "50 new"));
  EXPECT_THAT(told_, IsEmpty());
}

TEST_F(JudgeAgainTest, AHangCostsItsOwnCheckOfItsOwnDocument) {
  limits_.step_seconds = 1;
  EXPECT_EQ(judge([] {
              for (;;) sleep(1);
            }).judged,
            3);
  EXPECT_THAT(kept(), ElementsAre("50 new", "50 check_failed wrong_year: reading it takes too long new", "50 new"));
}

TEST_F(JudgeAgainTest, WhereNothingHelpsThatIsTold) {
  EXPECT_EQ(judge([] { raise(SIGSEGV); }, "").judged, 3);
  EXPECT_THAT(kept(), ElementsAre("50 new", HasSubstr("- check_failed processes that judge it"), "50 new"));
}

TEST_F(JudgeAgainTest, ACauseFromOutsidePutsItsDocumentOff) {
  const JudgedAgain done = judge([] { raise(SIGKILL); });
  EXPECT_EQ(done.judged, 2);
  EXPECT_EQ(done.put_off, 1);
  EXPECT_THAT(kept(), ElementsAre("50 new", "- old", "50 new"));
  EXPECT_THAT(told_,
              ElementsAre(HasSubstr("/b.pdf: not judged again, its findings stay: the reading process was killed "
                                    "from outside")));
}

TEST_F(JudgeAgainTest, AnInterruptEndsItAtOnce) {
  how_.interrupted = [] { return true; };
  EXPECT_EQ(judge([] {
              for (;;) sleep(1);
            }).judged,
            0);
  EXPECT_THAT(kept(), ElementsAre("- old", "- old", "- old"));
}

}  // namespace
}  // namespace prongsai::workers
