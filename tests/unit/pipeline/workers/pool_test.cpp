#include "pipeline/workers/pool.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "pipeline/workers/worker.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A worker whose deeds are told by the name of the file it is given.
Reply act(const Job& job, const OnPage& on_page) {
  const std::string& path = job.submission.canonical_path;
  Reply reply;
  reply.record.agency = path;
  on_page(1, 2);
  if (path == "crash") abort();
  if (path == "exit") _exit(9);
  if (path == "hang") pause();
  if (path == "spin") {
    for (;;) (void)getppid();
  }
  if (path == "speak and die") {
    const std::string words = "first\nthe xref table is a lie\n";
    if (write(STDERR_FILENO, words.data(), words.size()) < 0) _exit(2);
    abort();
  }
  if (path == "memory") {
    const std::vector<char> much(std::size_t{8} << 30U, 'x');
    reply.record.layout = std::to_string(much.size());
  }
  return reply;
}

class PoolTest : public testing::Test {
 protected:
  PoolTest() : folder_(fs::path(testing::TempDir()) / ("pool_" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~PoolTest() override { fs::remove_all(folder_); }

  Launcher launcher(Handler handle = act) {
    return [this, handle](int slot) {
      ++started_;
      return start_copy(
          [&](int fd) {
            return run_worker({fd, limits_, true}, [&] { return Loaded{handle, "fake engine"}; });
          },
          folder_ / std::to_string(slot));
    };
  }

  static Job job(const std::string& path) {
    Job extract;
    extract.submission.canonical_path = path;
    return extract;
  }

  // Waits for the next event that is no page. Several may come at once.
  JobEvent outcome(Pool& pool) {
    for (int i = 0; i < 200 && outcomes_.empty(); ++i) {
      for (JobEvent& event : pool.wait(std::chrono::milliseconds(100))) {
        if (event.kind != JobEvent::Kind::page) outcomes_.push_back(std::move(event));
      }
    }
    if (outcomes_.empty()) throw std::logic_error("nothing happened");
    JobEvent first = std::move(outcomes_.front());
    outcomes_.pop_front();
    return first;
  }

  fs::path folder_;
  WorkerLimits limits_;
  std::deque<JobEvent> outcomes_;
  int started_ = 0;
};

TEST_F(PoolTest, DoesJobsOneAfterTheOtherInOneProcess) {
  Pool pool(launcher(), 1, limits_);
  for (std::uint64_t ticket = 1; ticket <= 3; ++ticket) {
    ASSERT_TRUE(pool.has_free());
    pool.submit(ticket, job("good"), false);
    EXPECT_FALSE(pool.has_free());
    const JobEvent event = outcome(pool);
    EXPECT_EQ(event.kind, JobEvent::Kind::done);
    EXPECT_EQ(event.ticket, ticket);
    EXPECT_EQ(event.reply.record.agency, "good");
    EXPECT_GT(event.reply.peak_kib, 0);
  }
  EXPECT_EQ(started_, 1);
  EXPECT_EQ(pool.engine_version(), "fake engine");
}

TEST_F(PoolTest, TellsOfPages) {
  Pool pool(launcher(), 1, limits_);
  pool.submit(1, job("good"), false);
  std::vector<JobEvent> events;
  while (events.empty()) events = pool.wait(std::chrono::milliseconds(100));
  EXPECT_EQ(events[0].kind, JobEvent::Kind::page);
  EXPECT_EQ(events[0].reply.page_no, 1);
  EXPECT_EQ(events[0].reply.page_count, 2);
}

TEST_F(PoolTest, AWorkerThatDiesIsReplacedAndItsJobReported) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"crash", "the reading process crashed (SIGABRT: Aborted); at page 1"},
      {"exit", "the reading process ended by itself (exit status 9); at page 1"},
      {"speak and die",
       "the reading process crashed (SIGABRT: Aborted); its last words: the xref table is a lie; at page 1"}};
  Pool pool(launcher(), 1, limits_);
  for (const auto& [path, reason] : cases) {
    pool.submit(7, job(path), false);
    const JobEvent event = outcome(pool);
    EXPECT_EQ(event.kind, JobEvent::Kind::lost) << path;
    EXPECT_EQ(event.ticket, 7U);
    EXPECT_EQ(event.reason, reason);
    pool.submit(8, job("good"), false);
    EXPECT_EQ(outcome(pool).kind, JobEvent::Kind::done) << "after " << path;
  }
  EXPECT_EQ(started_, 4);
}

TEST_F(PoolTest, OneDeathLeavesTheOtherWorkersAlone) {
  Pool pool(launcher(), 2, limits_);
  pool.submit(1, job("crash"), false);
  pool.submit(2, job("good"), false);
  std::vector<JobEvent> events = {outcome(pool), outcome(pool)};
  if (events[0].ticket == 2) std::swap(events[0], events[1]);
  EXPECT_EQ(events[0].kind, JobEvent::Kind::lost);
  EXPECT_EQ(events[1].kind, JobEvent::Kind::done);
}

TEST_F(PoolTest, KillsAWorkerThatMakesNoProgress) {
  limits_.step_seconds = 1;
  Pool pool(launcher(), 1, limits_);
  pool.submit(1, job("hang"), false);
  EXPECT_EQ(outcome(pool).reason, "made no progress for 1 seconds; at page 1");
}

TEST_F(PoolTest, KillsAWorkerThatTakesTooLongAltogether) {
  limits_.document_seconds = 1;
  const Handler busy = [](const Job&, const OnPage& on_page) {
    for (int page = 1;; ++page) {
      on_page(page, 5000);
      usleep(100'000);
    }
    return Reply{};
  };
  Pool pool(launcher(busy), 1, limits_);
  pool.submit(1, job("x"), false);
  EXPECT_THAT(outcome(pool).reason, HasSubstr("took more than 1 seconds"));
}

TEST_F(PoolTest, TheSystemEndsAWorkerThatSpins) {
  limits_.step_cpu_seconds = 1;  // the coordinator would wait for minutes
  Pool pool(launcher(), 1, limits_);
  pool.submit(1, job("spin"), false);
  EXPECT_EQ(outcome(pool).reason, "the reading process used more than its processor time; at page 1");
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_F(PoolTest, AWorkerCannotTakeMoreMemoryThanItsLimit) {
  limits_.memory_mib = 1024;
  Pool pool(launcher(), 1, limits_);
  pool.submit(1, job("memory"), false);
  const JobEvent event = outcome(pool);
  EXPECT_EQ(event.kind, JobEvent::Kind::lost);
  EXPECT_EQ(event.reason,
            "the reading process ended by itself (exit status 1); its last words: std::bad_alloc; at page 1");
}
#endif

TEST_F(PoolTest, AFreshWorkerIsStartedWhereItIsAskedFor) {
  Pool pool(launcher(), 1, limits_);
  pool.submit(1, job("good"), true);
  (void)outcome(pool);
  pool.submit(2, job("good"), true);
  (void)outcome(pool);
  EXPECT_EQ(started_, 2);
}

TEST_F(PoolTest, AWorkerThatCannotLoadEndsTheRun) {
  const Launcher broken = [this](int slot) {
    return start_copy(
        [&](int fd) {
          return run_worker({fd, limits_, true}, []() -> Loaded { throw std::runtime_error("no model tha_x"); });
        },
        folder_ / std::to_string(slot));
  };
  Pool pool(broken, 1, limits_);
  pool.submit(1, job("good"), false);
  try {
    (void)outcome(pool);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "no model tha_x");
  }
}

TEST_F(PoolTest, AWorkerEndedFromOutsideWhileItLoadsCostsATry) {
  int deaths = 2;
  const Launcher unlucky = [&](int slot) {
    return start_copy(
        [&](int fd) {
          return run_worker({fd, limits_, true}, [&] {
            if (deaths > 0) kill(getpid(), SIGKILL);
            return Loaded{act, "fake engine"};
          });
        },
        folder_ / std::to_string(slot));
  };
  Pool pool(unlucky, 1, limits_);
  for (; deaths > 0; --deaths) {
    pool.submit(1, job("good"), true);
    const JobEvent event = outcome(pool);
    EXPECT_EQ(event.kind, JobEvent::Kind::lost);
    EXPECT_EQ(event.blame, Blame::outside);
  }
  pool.submit(1, job("good"), true);
  EXPECT_EQ(outcome(pool).kind, JobEvent::Kind::done);
}

TEST_F(PoolTest, WorkersThatAreAlwaysEndedWhileTheyLoadEndTheRun) {
  const Launcher doomed = [&](int slot) {
    return start_copy(
        [&](int fd) {
          return run_worker({fd, limits_, true}, []() -> Loaded {
            kill(getpid(), SIGKILL);
            throw std::logic_error("still here");
          });
        },
        folder_ / std::to_string(slot));
  };
  Pool pool(doomed, 1, limits_);
  const auto go_on = [&] {
    for (int i = 0; i < 100; ++i) {
      pool.submit(1, job("good"), true);
      (void)outcome(pool);
    }
  };
  EXPECT_THROW(go_on(), std::runtime_error);
}

TEST_F(PoolTest, AWorkerThatSpeaksNonsenseIsReplaced) {
  const Launcher liar = [this](int slot) {
    return start_copy(
        [](int fd) {
          if (!send_message(fd, encode(Reply{}))) return 1;
          (void)receive_message(fd);
          if (!send_message(fd, "nonsense")) return 1;
          pause();
          return 0;
        },
        folder_ / std::to_string(slot));
  };
  Pool pool(liar, 1, limits_);
  pool.submit(1, job("good"), false);
  const JobEvent event = outcome(pool);
  EXPECT_EQ(event.kind, JobEvent::Kind::lost);
  EXPECT_THAT(event.reason, HasSubstr("a message between processes is damaged"));
}

// What the handler could do inside the sandbox, one line a deed.
std::string attempt(const std::string& what, bool worked) {
  return what + (worked ? ": allowed\n" : ": forbidden\n");
}

TEST_F(PoolTest, AWorkerHasNoNetworkAndWritesNothing) {
  const std::string target = folder_ / "victim";
  std::ofstream(target) << "old";
  const pid_t coordinator = getpid();
  const Handler spy = [target, coordinator](const Job&, const OnPage&) {
    Reply reply;
    std::string& log = reply.record.layout;
    log += attempt("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
    log += attempt("write", open(target.c_str(), O_WRONLY) >= 0);
    log += attempt("append", open(target.c_str(), O_RDWR | O_APPEND) >= 0);
    log += attempt("create", open((target + "2").c_str(), O_RDONLY | O_CREAT, 0600) >= 0);
    log += attempt("truncate", truncate(target.c_str(), 0) == 0);
    log += attempt("unlink", unlink(target.c_str()) == 0);
    log += attempt("rename", rename(target.c_str(), (target + "3").c_str()) == 0);
    log += attempt("mkdir", mkdir((target + "4").c_str(), 0700) == 0);
    log += attempt("exec", execl("/bin/true", "true", nullptr) == 0);
    log += attempt("kill", kill(coordinator, 0) == 0);
    log += attempt("read", open(target.c_str(), O_RDONLY) >= 0);
    return reply;
  };
  Pool pool(launcher(spy), 1, limits_);
  pool.submit(1, job("x"), false);
  const JobEvent event = outcome(pool);
  if (!pool.notice().empty()) GTEST_SKIP() << pool.notice();
  EXPECT_EQ(event.reply.record.layout,
            "socket: forbidden\nwrite: forbidden\nappend: forbidden\ncreate: forbidden\ntruncate: forbidden\n"
            "unlink: forbidden\nrename: forbidden\nmkdir: forbidden\nexec: forbidden\nkill: forbidden\n"
            "read: allowed\n");
}

TEST(DescribeEnd, NamesTheSignal) {
  EXPECT_EQ(describe_end(SIGSEGV), "crashed (SIGSEGV: Segmentation fault)");
  EXPECT_EQ(describe_end(SIGKILL), "was killed from outside, perhaps for lack of memory");
  EXPECT_EQ(describe_end(3 << 8), "ended by itself (exit status 3)");
}

}  // namespace
}  // namespace prongsai::workers
