#include "pipeline/store/lease.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <functional>

#include "pipeline/store/records/manifest_rows.hpp"
#include "pipeline/store/runs.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

class LeaseTest : public testing::Test {
 protected:
  Store open() { return Store(folder_.path() / "x.db", Open::create); }
  static std::int64_t save(Store& store, const std::string& path) {
    return store.save({samples::submission(path, path), samples::record(), samples::judgement(), "judge-1", {}, 0});
  }
  static long long count(Store& store, const std::string& table) {
    return store.database().execAndGet("SELECT count(*) FROM " + table).getInt64();
  }

  samples::TempFolder folder_;
};

TEST_F(LeaseTest, WritersThatJoinCoexist) {
  Store a = open();
  Store b = open();
  join_lease(a);
  join_lease(b);
  save(a, "/a.pdf");
  save(b, "/b.pdf");
  save(a, "/c.pdf");
  EXPECT_EQ(count(a, "submission"), 3);
}

TEST_F(LeaseTest, WhoeverWasThereBeforeCanWriteNothingMore) {
  Store lost = open();
  join_lease(lost);
  const std::int64_t id = save(lost, "/a.pdf");
  const std::int64_t run = begin_run(lost, "ingest", 1);
  Store next = open();
  take_lease(next);
  const std::vector<std::function<void()>> deeds = {
      [&] { save(lost, "/a.pdf"); },
      [&] { save(lost, "/b.pdf"); },
      [&] { lost.save_judgement(id, samples::judgement(), "judge-2"); },
      [&] { lost.put_off(id, "away"); },
      [&] { lost.move(id, samples::submission("/c.pdf", "c")); },
      [&] { lost.save_data_set("v", "{}"); },
      [&] { update_run(lost, run, {}); },
      [&] { end_run(lost, run, {}, "finished"); },
      [&] { (void)begin_run(lost, "ingest", 1); },
      [&] { save_manifest(lost, "m.csv", 1, [](std::size_t) { return MatchedRow{}; }); },
  };
  for (std::size_t i = 0; i < deeds.size(); ++i) EXPECT_THROW(deeds[i](), TakenOver) << i;
  EXPECT_EQ(count(next, "submission"), 1);
  EXPECT_EQ(next.database().execAndGet("SELECT judge_version FROM submission").getString(), "judge-1");
  EXPECT_EQ(next.database().execAndGet("SELECT state || ': ' || message FROM run").getString(),
            "interrupted: another run took over");
  save(next, "/b.pdf");
  EXPECT_EQ(count(next, "submission"), 2);
}

TEST_F(LeaseTest, TheLastToTakeItHoldsIt) {
  Store a = open();
  Store b = open();
  take_lease(a);
  take_lease(b);
  EXPECT_THROW(save(a, "/a.pdf"), TakenOver);
  take_lease(a);
  save(a, "/a.pdf");
  EXPECT_THROW(save(b, "/b.pdf"), TakenOver);
}

}  // namespace
}  // namespace prongsai::store
