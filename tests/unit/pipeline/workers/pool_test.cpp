#include "pipeline/workers/process/pool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/stages/read_document.hpp"
#include "pipeline/workers/process/worker.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A worker whose deeds are told by the name of the file it is given.
Reply act(const Job& job, const Document&, const JobWatch& watch) {
  const std::string& path = job.submission.canonical_path;
  Reply reply;
  reply.record.agency = path;
  (void)watch.on_page(1, 2);
  if (path == "crash") abort();
  if (path == "exit") _exit(9);
  if (path == "killed") raise(SIGKILL);
  if (path == "hang") sleep(1000);
  if (path == "spin") {
    for (;;) (void)getpid();
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

// Each thread that this process ever had may have reserved some; the program's readers are copies of one that had none.
long long reserved_mib() {
  long long pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return (pages * sysconf(_SC_PAGESIZE)) >> 20U;
}

class PoolTest : public testing::Test {
 protected:
  PoolTest() { limits_.memory_mib += reserved_mib(); }

  Launcher launcher(Handler handle = act) {
    return [this, handle] {
      ++started_;
      return start_copy([&](int fd) {
        return run_worker({fd, limits_}, [&] { return Loaded{handle, "fake engine", {}}; });
      });
    };
  }

  static Job job(const std::string& path) {
    Job extract;
    extract.submission.canonical_path = path;
    return extract;
  }

  // Waits for the next event that is no page. Several may come at once.
  JobEvent outcome(Pool& pool) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (outcomes_.empty() && std::chrono::steady_clock::now() < until) {
      for (JobEvent& event : pool.wait(std::chrono::milliseconds(100))) {
        if (event.kind != JobEvent::Kind::page) outcomes_.push_back(std::move(event));
      }
    }
    if (outcomes_.empty()) throw std::logic_error("nothing happened");
    JobEvent first = std::move(outcomes_.front());
    outcomes_.pop_front();
    return first;
  }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  WorkerLimits limits_;
  std::deque<JobEvent> outcomes_;
  int started_ = 0;
};

TEST_F(PoolTest, LoadsOnceForAllJobs) {
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
  EXPECT_EQ(started_, 1);
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
  const JobEvent event = outcome(pool);
  EXPECT_EQ(event.reason, "made no progress for 1 seconds; at page 1");
  EXPECT_EQ(event.blame, Blame::clock);
  EXPECT_EQ(event.reply.page_no, 1);
}

TEST_F(PoolTest, KillsAWorkerThatTakesTooLongAltogether) {
  limits_.document_seconds = 1;
  const Handler busy = [](const Job&, const Document&, const JobWatch& watch) {
    for (int page = 1;; ++page) {
      (void)watch.on_page(page, 5000);
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
  const JobEvent event = outcome(pool);
  EXPECT_EQ(event.reason, "the reading process used more than its processor time; at page 1");
  EXPECT_EQ(event.blame, Blame::processor);
  EXPECT_EQ(event.reply.page_no, 1);
}

TEST_F(PoolTest, WhatALostReadingCostIsItsOwn) {
  const Handler hungry = [](const Job&, const Document&, const JobWatch&) -> Reply {
    const std::vector<char> much(std::size_t{200} << 20U, 'x');
    usleep(200'000);
    _exit(much.back() == 'x' ? 9 : 8);
  };
  Pool pool(launcher(hungry), 1, limits_);
  pool.submit(1, job("x"), false);
  const JobEvent event = outcome(pool);
  EXPECT_EQ(event.kind, JobEvent::Kind::lost);
  EXPECT_EQ(event.reply.page_no, 0);
  EXPECT_GE(event.reply.seconds, 0.2);
  EXPECT_GE(event.reply.peak_kib, 200 << 10);
}

TEST_F(PoolTest, ACrashBehindThePagesIsNotTheLastPages) {
  const Handler judging = [](const Job& job, const Document&, const JobWatch& watch) -> Reply {
    (void)watch.on_page(2, 2);
    watch.on_step("");
    if (job.submission.canonical_path == "check") watch.on_step("wrong_year");
    abort();
  };
  Pool pool(launcher(judging), 1, limits_);
  pool.submit(1, job("layouts"), false);
  JobEvent event = outcome(pool);
  EXPECT_EQ(event.reason, "the reading process crashed (SIGABRT: Aborted); after its last page");
  EXPECT_EQ(event.reply.page_no, 0);
  EXPECT_EQ(event.reply.step, "");
  pool.submit(2, job("check"), false);
  event = outcome(pool);
  EXPECT_EQ(event.reason, "the reading process crashed (SIGABRT: Aborted); in the step wrong_year");
  EXPECT_EQ(event.reply.page_no, 0);
  EXPECT_EQ(event.reply.step, "wrong_year");
}

TEST_F(PoolTest, AReaderThatTellsOfStepsWithoutEndIsNotBelieved) {
  const Handler talking = [](const Job&, const Document&, const JobWatch& watch) -> Reply {
    for (;;) watch.on_step("wrong_year");
  };
  Pool pool(launcher(talking), 1, limits_);
  pool.submit(1, job("x"), false);
  const JobEvent event = outcome(pool);
  EXPECT_EQ(event.kind, JobEvent::Kind::lost);
  EXPECT_THAT(event.reason, HasSubstr("talked too much"));
  EXPECT_EQ(event.reply.step, "");
}

// So that it can keep what was read by then, instead of being ended.
TEST_F(PoolTest, AReaderIsToldWhenThereIsNoTimeForMorePages) {
  limits_.document_seconds = 2;
  const Handler busy = [](const Job&, const Document&, const JobWatch& watch) {
    Reply reply;
    while (watch.on_page(reply.record.page_count + 1, 5000)) {
      ++reply.record.page_count;
      for (double until = processor_seconds() + 0.3; processor_seconds() < until;) continue;
    }
    return reply;
  };
  Pool pool(launcher(busy), 1, {});  // by the clock there is time enough, however busy the machine
  pool.submit(1, job("x"), false);
  const JobEvent event = outcome(pool);
  EXPECT_EQ(event.kind, JobEvent::Kind::done) << event.reason;
  EXPECT_EQ(event.reply.record.page_count, 5);
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

TEST_F(PoolTest, APageThatMemoryDoesNotSufficeForIsTold) {
  const Handler greedy = [](const Job&, const Document&, const JobWatch& watch) -> Reply {
    (void)watch.on_page(3, 5);
    throw stages::PageNeedsMemory();
  };
  Pool pool(launcher(greedy), 1, limits_);
  pool.submit(1, job("x"), false);
  const JobEvent event = outcome(pool);
  EXPECT_EQ(event.kind, JobEvent::Kind::lost);
  EXPECT_EQ(event.blame, Blame::memory);
  EXPECT_EQ(event.reply.page_no, 3);
  EXPECT_EQ(event.reason, "the reading process had no memory left for a page; at page 3");
}

// What a job leaves behind in memory is gone with its process.
TEST_F(PoolTest, NoJobSeesWhatAnotherDid) {
  static int deeds = 0;
  const Handler counting = [](const Job&, const Document&, const JobWatch&) {
    Reply reply;
    reply.record.layout = std::to_string(++deeds);
    return reply;
  };
  Pool pool(launcher(counting), 1, limits_);
  for (int i = 0; i < 3; ++i) {
    pool.submit(1, job("x"), false);
    EXPECT_EQ(outcome(pool).reply.record.layout, "1");
  }
}

TEST_F(PoolTest, AWorkerThatCannotLoadEndsTheRun) {
  const Launcher broken = [this] {
    return start_copy([&](int fd) {
      return run_worker({fd, limits_}, []() -> Loaded { throw std::runtime_error("no model tha_x"); });
    });
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
  const Launcher unlucky = [&] {
    ++started_;
    return start_copy([&](int fd) {
      return run_worker({fd, limits_}, [&]() -> Loaded {
        if (deaths > 0) raise(SIGKILL);
        return {act, "fake engine", {}};
      });
    });
  };
  Pool pool(unlucky, 1, limits_);
  for (; deaths > 0; --deaths) {
    pool.submit(1, job("good"), true);
    const JobEvent event = outcome(pool);
    EXPECT_EQ(event.kind, JobEvent::Kind::lost);
    EXPECT_EQ(event.blame, Blame::outside);
    EXPECT_EQ(event.reason, "the reading process was killed from outside, perhaps for lack of memory");
  }
  pool.submit(1, job("good"), true);
  EXPECT_EQ(outcome(pool).kind, JobEvent::Kind::done);
  EXPECT_EQ(started_, 3);
}

TEST_F(PoolTest, ALoadedProcessThatIsEndedTakesItsReadersAlongAndIsStartedAgain) {
  pid_t loaded = 0;
  const Launcher told = [&] {
    Child child = launcher()();
    loaded = child.pid;
    return child;
  };
  Pool pool(told, 1, limits_);
  pool.submit(1, job("good"), false);
  EXPECT_EQ(outcome(pool).kind, JobEvent::Kind::done);
  kill(loaded, SIGKILL);
  pool.submit(2, job("good"), false);
  EXPECT_EQ(outcome(pool).blame, Blame::outside);
  pool.submit(2, job("good"), false);
  EXPECT_EQ(outcome(pool).kind, JobEvent::Kind::done);
  EXPECT_EQ(started_, 2);
}

TEST_F(PoolTest, WhoseDoingALossIsIsTold) {
  const std::vector<std::pair<std::string, Blame>> cases = {
      {"crash", Blame::document}, {"exit", Blame::document}, {"killed", Blame::outside}};
  Pool pool(launcher(), 1, limits_);
  for (const auto& [path, blame] : cases) {
    pool.submit(1, job(path), false);
    const JobEvent event = outcome(pool);
    EXPECT_EQ(event.kind, JobEvent::Kind::lost) << path;
    EXPECT_EQ(event.blame, blame) << path << ": " << event.reason;
  }
}

TEST_F(PoolTest, WorkersThatAreAlwaysEndedWhileTheyLoadEndTheRun) {
  const Launcher doomed = [this] {
    return start_copy([&](int fd) {
      return run_worker({fd, limits_}, []() -> Loaded {
        raise(SIGKILL);
        return {};
      });
    });
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

// A worker that was taken over: what it does once it has its job.
struct Turned {
  const char* what;
  void (*deed)(int fd);
  const char* reason;
};

bool put(int fd, const std::string& bytes) {
  return send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

std::string page_message(int page_no, int page_count) {
  Reply page;
  page.kind = Reply::Kind::page;
  page.page_no = page_no;
  page.page_count = page_count;
  return encode(page);
}

// A done message whose page comes from "te\xfft" or a word that is longer than any, not "text".
std::string broken_word(const std::string& word) {
  Reply reply;
  reply.kind = Reply::Kind::done;
  reply.record.pages.emplace_back().source = PageSource::text;
  std::string message = encode(reply);
  const std::string head = {'\x79', static_cast<char>(word.size() >> 8U), static_cast<char>(word.size() & 0xFFU)};
  return message.replace(message.find("fsourcedtext") + 7, 5, head + word);
}

const Turned kTurned[] = {
    {"BrokenWord", [](int fd) { (void)send_message(fd, broken_word("te\xfft\x1b[2J")); },
     "unknown word 'te\uFFFDt\uFFFD[2J'"},
    {"LongWord", [](int fd) { (void)send_message(fd, broken_word(std::string(30'000, 'x'))); }, "unknown word 'xx"},
    {"Nonsense", [](int fd) { (void)send_message(fd, "nonsense"); }, "a message between processes is damaged"},
    {"TooLongAnnounced", [](int fd) { (void)put(fd, "\xff\xff\xff\xff"); }, "announced a message longer than any"},
    {"HungUp", [](int fd) { close(fd); }, "the reading process hung up and lived on"},
    {"Silence", [](int) {}, "made no progress for 3 seconds"},
    {"HalfAMessage", [](int fd) { (void)put(fd, std::string("\x64\0\0\0ab", 6)); }, "made no progress for 3 seconds"},
    {"Flood",
     [](int fd) {
       while (send_message(fd, page_message(1, 9))) continue;
     },
     "talked too much"},
    {"LongPages",
     [](int fd) {
       Reply page;
       page.kind = Reply::Kind::page;
       page.page_no = page.page_count = 1;
       page.message = std::string(100'000, 'x');
       (void)send_message(fd, encode(page));
     },
     "talked too much"},
    {"PageOutside", [](int fd) { (void)send_message(fd, page_message(7, 6)); },
     "gave a wrong answer: its page_no is 7"},
    {"Fatal",
     [](int fd) {
       Reply fatal;
       fatal.kind = Reply::Kind::fatal;
       (void)send_message(fd, encode(fatal));
     },
     "spoke out of turn"},
    {"Ready", [](int fd) { (void)send_message(fd, encode(Reply{})); }, "spoke out of turn"},
};

class TurnedWorker : public PoolTest, public testing::WithParamInterface<Turned> {
 protected:
  TurnedWorker() { limits_.step_seconds = 3; }
};

TEST_P(TurnedWorker, CostsItsOwnDocumentOnly) {
  const auto deed = GetParam().deed;
  const Handler turning = [deed](const Job& taken, const Document&, const JobWatch&) {
    if (taken.submission.canonical_path == "evil") {
      deed(kWorkerSocket);
      for (;;) sleep(1);
    }
    return Reply{};
  };
  Pool pool(launcher(turning), 2, limits_);
  pool.submit(1, job("evil"), false);
  pool.submit(2, job("good"), false);
  std::vector<JobEvent> events = {outcome(pool), outcome(pool)};
  if (events[0].ticket == 2) std::swap(events[0], events[1]);
  EXPECT_EQ(events[0].kind, JobEvent::Kind::lost);
  EXPECT_THAT(events[0].reason, HasSubstr(GetParam().reason));
  EXPECT_EQ(events[0].reason, text::cleaned(events[0].reason));
  EXPECT_LT(events[0].reason.size(), 1000U);
  EXPECT_EQ(events[1].kind, JobEvent::Kind::done);
}

INSTANTIATE_TEST_SUITE_P(Pool, TurnedWorker, testing::ValuesIn(kTurned),
                         [](const testing::TestParamInfo<Turned>& turned) { return turned.param.what; });

TEST(DescribeEnd, NamesTheSignal) {
  EXPECT_EQ(describe_end(SIGSEGV), "crashed (SIGSEGV: Segmentation fault)");
  EXPECT_EQ(describe_end(SIGKILL), "was killed from outside, perhaps for lack of memory");
  EXPECT_EQ(describe_end(3 << 8), "ended by itself (exit status 3)");
}

}  // namespace
}  // namespace prongsai::workers
