// Comparing in a process of its own: what breaks there.
#include "pipeline/workers/run/guarded_across.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <optional>

#include "pipeline/store/lease.hpp"
#include "pipeline/workers/run/across_run.hpp"
#include "pipeline/workers/sandbox/limits.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path kData = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";

// A process that tells of submissions and ends as `work` says.
Child speaking(const std::function<int(int fd)>& work) {
  return start_copy(work);
}

// What each process was told to leave out.
using Asked = std::vector<LeftOut>;

// Compares four submissions in processes that do `at` at each that is not left out.
Compared compare_four(Asked& asked, const std::function<void(std::int64_t id)>& at,
                      const ComparingLimits& limits = {std::chrono::seconds(1), std::chrono::seconds(1), {}}) {
  return compare_guarded(
      [&](const LeftOut& leave_out) {
        asked.push_back(leave_out);
        return speaking([=](int fd) {
          for (const std::int64_t id : {1, 2, 3, 4, 0}) {
            if (leave_out.contains(id)) continue;
            (void)send_message(fd, std::to_string(id));
            at(id);
          }
          return send_message(fd, "done") ? 0 : 1;
        });
      },
      limits);
}

void hang() {
  for (;;) pause();
}

TEST(CompareGuarded, ACrashCostsTheSubmissionAtWhichItCame) {
  Asked asked;
  const Compared compared = compare_four(asked, [](std::int64_t id) {
    if (id == 2 || id == 4) raise(SIGSEGV);
  });
  EXPECT_TRUE(compared.done);
  const std::string why = "processes that compare it crash";
  EXPECT_THAT(asked, ElementsAre(LeftOut{}, LeftOut{{2, why}}, LeftOut{{2, why}, {4, why}}));
}

TEST(CompareGuarded, ACrashAtNoneOrAtAllOfThemIsToldAndEndsIt) {
  int started = 0;
  const auto crashing = [&](std::int64_t first) {
    return [&, first](const LeftOut& leave_out) {
      ++started;
      return speaking([id = first * static_cast<std::int64_t>(leave_out.size() + 1)](int fd) -> int {
        (void)send_message(fd, "7");
        (void)send_message(fd, std::to_string(id));
        raise(SIGSEGV);
        return 0;
      });
    };
  };
  EXPECT_THAT(compare_guarded(crashing(0)).why, HasSubstr("crashed (SIGSEGV"));
  EXPECT_EQ(started, 1) << "what comes behind the last submission is not laid to it";
  EXPECT_THAT(compare_guarded(crashing(1)).why, HasSubstr("crashed (SIGSEGV"));
  EXPECT_EQ(started, 10);
}

// Once may be the machine's doing.
TEST(CompareGuarded, ASubmissionAtWhichItHangsTwiceIsLeftOut) {
  Asked asked;
  const Compared compared = compare_four(asked, [](std::int64_t id) {
    if (id == 3) hang();
  });
  EXPECT_TRUE(compared.done) << compared.why;
  EXPECT_THAT(asked, ElementsAre(LeftOut{}, LeftOut{}, LeftOut{{3, "comparing it takes too long"}}));
}

TEST(CompareGuarded, AHangBehindThemIsToldAndEndsIt) {
  Asked asked;
  const Compared compared = compare_four(asked, [](std::int64_t id) {
    if (id == 0) hang();
  });
  EXPECT_FALSE(compared.done);
  EXPECT_EQ(compared.why, "the comparing process made no progress for 1 seconds");
  EXPECT_EQ(asked.size(), 1U);
}

TEST(CompareGuarded, ASubmissionThatUsesUpTheProcessorTimeIsLeftOut) {
  Asked asked;
  const Compared compared = compare_four(asked,
                                         [](std::int64_t id) {
                                           if (id == 3) renew_processor_time(0);
                                           for (volatile int spin = 0; id == 3;) spin = spin + 1;
                                         },
                                         {std::chrono::seconds(60), std::chrono::seconds(60), {}});
  EXPECT_TRUE(compared.done) << compared.why;
  EXPECT_THAT(asked,
              ElementsAre(LeftOut{}, LeftOut{{3, "comparing it needs more processor time than a process may use"}}));
}

TEST(CompareGuarded, ACauseFromOutsideIsLaidToNoSubmission) {
  Asked asked;
  const Compared compared = compare_four(asked, [](std::int64_t id) {
    if (id == 2) raise(SIGKILL);
  });
  EXPECT_FALSE(compared.done);
  EXPECT_THAT(compared.why, HasSubstr("was killed from outside"));
  EXPECT_THAT(asked, ElementsAre(LeftOut{}, LeftOut{}, LeftOut{}));
}

TEST(CompareGuarded, AnInterruptEndsItAtOnce) {
  Asked asked;
  const auto at_once = [] { return true; };
  const Compared compared =
      compare_four(asked, [](std::int64_t) { hang(); }, {std::chrono::seconds(60), std::chrono::seconds(60), at_once});
  EXPECT_FALSE(compared.done);
  EXPECT_EQ(compared.why, "");
}

class ServeComparing : public ::testing::Test {
 protected:
  ServeComparing() : store_(db_, store::Open::create) {
    for (const char* name : {"/a.pdf", "/b.pdf", "/c.pdf"})
      (void)store_.save({samples::submission(name, name), samples::record(), {}, "", std::nullopt});
  }

  // Of this database, in copies of this process that open it themselves.
  bool compare(const std::filesystem::path& data, const LeftOut& leave_out) {
    const Compared compared = compare_guarded([&](const LeftOut& more) {
      return start_copy([&, more](int fd) {
        store::Store own(db_, store::Open::existing);
        if (epoch_) store::join_lease(own, *epoch_);
        LeftOut all = leave_out;
        all.insert(more.begin(), more.end());
        return serve_comparing(fd, own, data, "judging-1", all);
      });
    });
    return compared.done;
  }
  std::string told() {
    std::string all;
    store_.for_each([&](const store::StoredSubmission& stored) {
      for (const Finding& finding : store_.load_judgement(stored.id).findings)
        if (finding.code == kCheckFailed) all += std::to_string(stored.id) + " " + finding.message_en + "\n";
    });
    return all;
  }

  samples::TempFolder folder_;
  std::filesystem::path db_ = folder_.path() / "x.db";
  store::Store store_;
  std::optional<std::int64_t> epoch_;
};

TEST_F(ServeComparing, WhatIsLeftOutHasAFindingThatSaysSo) {
  EXPECT_TRUE(compare(kData, {{2, "processes that compare it crash"}}));
  EXPECT_THAT(told(), HasSubstr("2 The program's check compare_documents broke off"));
  EXPECT_THAT(told(), HasSubstr("processes that compare it crash"));
  EXPECT_TRUE(store_.across_is_current("judging-1"));
  EXPECT_TRUE(compare(kData, {})) << "nothing has changed: it stands";
  store_.save_judgement(1, {}, "judging-1");
  EXPECT_TRUE(compare(kData, {}));
  EXPECT_EQ(told(), "");
}

TEST_F(ServeComparing, ABrokenEnvironmentIsThrownHere) {
  EXPECT_THROW((void)compare(folder_.path() / "no data", {}), std::runtime_error);
}

TEST_F(ServeComparing, ADatabaseThatWasTakenOverIsNotWrittenTo) {
  store::join_lease(store_);
  epoch_ = store::held_epoch(store_);
  EXPECT_TRUE(compare(kData, {}));
  store::Store other(db_, store::Open::existing);
  store::take_lease(other);
  other.save_judgement(1, {}, "judging-1");
  EXPECT_THROW((void)compare(kData, {}), store::TakenOver);
  EXPECT_FALSE(other.across_is_current("judging-1"));
}

}  // namespace
}  // namespace prongsai::workers
