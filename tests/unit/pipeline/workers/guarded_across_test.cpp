// Comparing in a process of its own: what breaks there.
#include "pipeline/workers/run/guarded_across.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <optional>

#include "pipeline/store/lease.hpp"
#include "pipeline/workers/run/across_run.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::filesystem::path kData = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";

// A process that tells of submissions and ends as `work` says.
Child speaking(const std::function<int(int fd)>& work) {
  return start_copy(work);
}

TEST(CompareGuarded, ACrashCostsTheSubmissionAtWhichItCame) {
  std::vector<std::vector<std::int64_t>> asked;
  const std::string given_up = compare_guarded([&](const std::vector<std::int64_t>& leave_out) {
    asked.push_back(leave_out);
    return speaking([leave_out](int fd) {
      for (const std::int64_t id : {1, 2, 3, 4}) {
        if (std::ranges::count(leave_out, id) > 0) continue;
        (void)send_message(fd, std::to_string(id));
        if (id % 2 == 0) raise(SIGSEGV);
      }
      return send_message(fd, "done") ? 0 : 1;
    });
  });
  EXPECT_EQ(given_up, "");
  EXPECT_THAT(asked, ElementsAre(IsEmpty(), ElementsAre(2), ElementsAre(2, 4)));
}

TEST(CompareGuarded, ACrashAtNoneOrAtAllOfThemIsToldAndEndsIt) {
  int started = 0;
  const auto crashing = [&](std::int64_t first) {
    return [&, first](const std::vector<std::int64_t>& leave_out) {
      ++started;
      return speaking([id = first * static_cast<std::int64_t>(leave_out.size() + 1)](int fd) -> int {
        (void)send_message(fd, "7");
        (void)send_message(fd, std::to_string(id));
        raise(SIGSEGV);
        return 0;
      });
    };
  };
  EXPECT_THAT(compare_guarded(crashing(0)), HasSubstr("crashed (SIGSEGV"));
  EXPECT_EQ(started, 1) << "what comes behind the last submission is not laid to it";
  EXPECT_THAT(compare_guarded(crashing(1)), HasSubstr("crashed (SIGSEGV"));
  EXPECT_EQ(started, 10);
}

class ServeComparing : public ::testing::Test {
 protected:
  ServeComparing() : store_(db_, store::Open::create) {
    for (const char* name : {"/a.pdf", "/b.pdf", "/c.pdf"})
      (void)store_.save({samples::submission(name, name), samples::record(), {}, "", std::nullopt});
  }

  // Of this database, in copies of this process that open it themselves.
  std::string compare(const std::filesystem::path& data, const std::vector<std::int64_t>& leave_out) {
    return compare_guarded([&, leave_out](const std::vector<std::int64_t>& more) {
      return start_copy([&, leave_out, more](int fd) {
        store::Store own(db_, store::Open::existing);
        if (epoch_) store::join_lease(own, *epoch_);
        std::vector<std::int64_t> all = leave_out;
        all.insert(all.end(), more.begin(), more.end());
        return serve_comparing(fd, own, data, "judging-1", all);
      });
    });
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
  EXPECT_EQ(compare(kData, {2}), "");
  EXPECT_THAT(told(), HasSubstr("2 The program's check compare_documents broke off"));
  EXPECT_THAT(told(), HasSubstr("processes that compare it crash"));
  EXPECT_TRUE(store_.across_is_current("judging-1"));
  EXPECT_EQ(compare(kData, {}), "") << "nothing has changed: it stands";
  store_.save_judgement(1, {}, "judging-1");
  EXPECT_EQ(compare(kData, {}), "");
  EXPECT_EQ(told(), "");
}

TEST_F(ServeComparing, ABrokenEnvironmentIsThrownHere) {
  EXPECT_THROW((void)compare(folder_.path() / "no data", {}), std::runtime_error);
}

TEST_F(ServeComparing, ADatabaseThatWasTakenOverIsNotWrittenTo) {
  store::join_lease(store_);
  epoch_ = store::held_epoch(store_);
  EXPECT_EQ(compare(kData, {}), "");
  store::Store other(db_, store::Open::existing);
  store::take_lease(other);
  other.save_judgement(1, {}, "judging-1");
  EXPECT_THROW((void)compare(kData, {}), store::TakenOver);
  EXPECT_FALSE(other.across_is_current("judging-1"));
}

}  // namespace
}  // namespace prongsai::workers
