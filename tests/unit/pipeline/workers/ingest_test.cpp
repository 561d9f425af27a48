#include "pipeline/workers/run/ingest.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <future>
#include <map>

#include "pipeline/store/review/review.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

// Does jobs at once; the file's name tells what becomes of it.
class FakeExecutor : public Executor {
 public:
  explicit FakeExecutor(int workers = 1) : workers_(workers) {}

  [[nodiscard]] bool has_free() const override { return busy() < workers_; }
  [[nodiscard]] int busy() const override { return static_cast<int>(jobs_.size()); }

  void submit(std::uint64_t ticket, const Job& job, bool fresh) override {
    const std::string name = fs::path(job.submission.source_path).filename();
    log.push_back((job.kind == Job::Kind::judge ? "judge " : "read ") + name + (fresh ? " alone" : ""));
    EXPECT_FALSE(fresh && busy() > 0) << "tried again beside others";
    jobs_.push_back({ticket, job});
  }

  std::vector<JobEvent> wait(std::chrono::milliseconds) override {
    if (jobs_.empty() || fs::path(jobs_.front().second.submission.source_path).filename() == stalled) return {};
    const auto [ticket, job] = jobs_.front();
    jobs_.pop_front();
    const std::string name = fs::path(job.submission.source_path).filename();
    if (broken) throw std::runtime_error("no model");
    if (job.kind == Job::Kind::extract && deadly[name] > 0) {
      --deadly[name];
      return {{JobEvent::Kind::lost, ticket, {}, "the reading process crashed", blame}};
    }
    if (ends_at && ends_at(job.omit)) {
      Reply cost;
      cost.page_no = page_no;
      cost.step = step;
      cost.seconds = 61;
      cost.peak_kib = 7000;
      return {{JobEvent::Kind::lost, ticket, cost, "the reading process ended", blame}};
    }
    if (before_reading) before_reading(job);
    Reply reply;
    reply.kind = Reply::Kind::done;
    if (job.kind == Job::Kind::extract) {
      const auto hash = stages::sha256_of_file(job.submission.canonical_path);
      reply.record = hash ? record_of(hash.value().sha256) : away(hash.failure());
      if (hash) reply.sha256 = hash.value().sha256;
      if (name == "unstorable.pdf") reply.record.pages[0].rotation = 45;
    }
    reply.judgement = judgement_of(job, reply);
    return {{JobEvent::Kind::done, ticket, reply, ""}};
  }

  [[nodiscard]] std::string engine_version() const override { return "fake"; }
  [[nodiscard]] std::string notice() const override { return ""; }

  std::vector<std::string> log;
  std::map<std::string, int> deadly;  // file name → how often it costs its worker …
  Blame blame = Blame::document;      // … and whose doing that is
  std::function<void(const Job&)> before_reading;
  std::function<bool(const Omissions&)> ends_at;  // whether a reading that leaves so much out ends at page_no
  int page_no = 3;
  std::string step;     // … or there
  std::string stalled;  // a file whose reading never comes to an end
  bool broken = false;
  bool scanned = false;

  static Judgement judge(const Submission& submission, const Record& record) {
    Judgement judgement;
    Finding finding = samples::finding(record.error_code.empty() ? "wrong_year" : record.error_code, "x");
    if (submission.manifest) finding.evidence = submission.manifest->published_url.value_or("");
    judgement.findings = {finding};
    return judgement;
  }

 private:
  static Record away(const Failure& failure) {
    Record record;
    record.status = Status::deferred;
    record.error_code = failure.code;
    record.error = failure.message;
    return record;
  }

  Record record_of(const std::string& sha256) const {
    Record record = samples::record();
    record.attached.clear();
    record.status = Status::extracted;
    record.error = record.error_code = "";
    record.agency = "read from " + sha256.substr(0, 4);
    record.agency_at = samples::place(1, 1);
    record.agency_from = "mention";  // the manifest knows better
    record.pages.resize(1);
    record.pages[0].source = scanned ? PageSource::ocr : PageSource::text;
    record.pages[0].unreadable = false;
    return record;
  }

  // A finding that quotes the manifest's URL, as judging does.
  static Judgement judgement_of(const Job& job, const Reply& reply) {
    return judge(job.submission, job.kind == Job::Kind::judge ? job.record : reply.record);
  }

  int workers_;
  std::deque<std::pair<std::uint64_t, Job>> jobs_;
};

class IngestTest : public testing::Test {
 protected:
  IngestTest() : store_(folder_.path() / "x.db", store::Open::create) {
    settings_.versions = {"1", "reading-1", "judging-1", "models-1", "{}"};
    settings_.judge_unread = FakeExecutor::judge;
    settings_.retries.back_off = {std::chrono::milliseconds(0), std::chrono::milliseconds(1)};
    settings_.retries.quiet = [] { return true; };
  }

  IngestResult run(const std::vector<fs::path>& paths, const std::string& manifest = "") {
    rows_ = manifest.empty() ? stages::Manifest() : stages::Manifest::parse(manifest, "list.csv");
    executor_.log.clear();
    const auto progress = make_progress(ProgressStyle::none);
    return ingest(store_, executor_, stages::find_files(paths).files, rows_, settings_, *progress);
  }

  std::string text(const std::string& sql) { return store_.database().execAndGet(sql).getString(); }

  samples::TempFolder folder_;
  store::Store store_;
  FakeExecutor executor_;
  IngestSettings settings_;
  stages::Manifest rows_;
};

TEST_F(IngestTest, ReadsEachFileOnceAndSkipsItTheNextTime) {
  const fs::path in = folder_.write("in/a.pdf", "A").parent_path();
  folder_.write("in/b.pdf", "B");
  EXPECT_EQ(run({in}).counts.done, 2);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read b.pdf"));
  const IngestResult again = run({in});
  EXPECT_EQ(again.counts.skipped, 2);
  EXPECT_THAT(executor_.log, IsEmpty());
  EXPECT_EQ(text("SELECT group_concat(state) FROM run"), "finished,finished");
}

TEST_F(IngestTest, ReadsTheSameBytesOnceForAllTheirSightings) {
  const fs::path in = folder_.write("in/a.pdf", "same").parent_path();
  folder_.write("in/b.pdf", "same");
  run({in}, "file,agency,published_url\nb.pdf,office B,https://b.example/\n");
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "judge b.pdf"));
  EXPECT_EQ(text("SELECT group_concat(agency, ';') FROM (SELECT agency FROM submission ORDER BY id)"),
            "read from 0967;office B");
  EXPECT_EQ(text("SELECT count(*) FROM extraction"), "1");
  EXPECT_EQ(text("SELECT count(DISTINCT text) || '/' || count(*) FROM cell"), "1/4");
  EXPECT_EQ(text("SELECT evidence FROM finding WHERE submission_id = 2"), "https://b.example/");
}

TEST_F(IngestTest, ARecordThatTheDatabaseRefusesCostsItsOwnDocument) {
  const fs::path in = folder_.write("in/a.pdf", "A").parent_path();
  folder_.write("in/unstorable.pdf", "B");
  folder_.write("in/z.pdf", "C");
  const IngestResult result = run({in});
  EXPECT_EQ(result.counts.failed, 1);
  EXPECT_EQ(text("SELECT group_concat(state) FROM run"), "finished");
  EXPECT_EQ(text("SELECT count(*) FROM submission WHERE status = 'extracted'"), "2");
  EXPECT_EQ(text("SELECT count(*) FROM submission WHERE error LIKE 'what was read cannot be stored: %; tried twice'"),
            "1");
}

TEST_F(IngestTest, SightingsWaitWhileTheBytesAreBeingRead) {
  executor_ = FakeExecutor(4);
  for (const char* name : {"in/a.pdf", "in/b.pdf", "in/c.pdf"}) folder_.write(name, "same");
  run({folder_.path() / "in"});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "judge b.pdf", "judge c.pdf"));
}

TEST_F(IngestTest, ReadsAFileAgainWhenItsBytesChange) {
  const fs::path file = folder_.write("a.pdf", "one");
  run({file});
  folder_.write("a.pdf", "two");
  run({file});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
  EXPECT_EQ(text("SELECT count(*) FROM submission"), "1");
  EXPECT_EQ(text("SELECT count(*) FROM extraction"), "1");
}

TEST_F(IngestTest, ANewManifestRowMeansJudgingOnly) {
  const fs::path file = folder_.write("a.pdf", "one");
  run({file}, "file,published_url\na.pdf,https://old.example/\n");
  run({file}, "file,published_url\na.pdf,https://new.example/\n");
  EXPECT_THAT(executor_.log, ElementsAre("judge a.pdf"));
  EXPECT_EQ(text("SELECT published_url FROM submission"), "https://new.example/");
  EXPECT_EQ(text("SELECT evidence FROM finding"), "https://new.example/");
}

TEST_F(IngestTest, WhatAVersionTouchesIsDoneAgain) {
  const fs::path file = folder_.write("a.pdf", "one");
  run({file});
  settings_.versions.judging = "judging-2";
  run({file});
  EXPECT_THAT(executor_.log, ElementsAre("judge a.pdf"));
  settings_.versions.models = "models-2";  // no page was read by them
  run({file});
  EXPECT_THAT(executor_.log, IsEmpty());
  settings_.versions.reading = "reading-2";
  executor_.scanned = true;
  run({file});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
  settings_.versions.models = "models-3";
  run({file});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
  settings_.versions.program = "2";
  run({file});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
}

TEST_F(IngestTest, ANewReadingReachesEverySighting) {
  const fs::path a = folder_.write("a.pdf", "same");
  const fs::path b = folder_.write("b.pdf", "same");
  run({a, b});
  settings_.versions.reading = "reading-2";
  const IngestResult result = run({a});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "judge b.pdf"));
  EXPECT_EQ(result.counts.documents, 2);
  EXPECT_EQ(text("SELECT group_concat(DISTINCT data_version) FROM extraction"), "reading-2");
}

TEST_F(IngestTest, RedoReadsAgainButTheSameBytesOnce) {
  const fs::path a = folder_.write("a.pdf", "same");
  const fs::path b = folder_.write("b.pdf", "same");
  run({a, b});
  settings_.which = Which::all;
  run({a, b});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "judge b.pdf"));
}

TEST_F(IngestTest, StaleTakesNothingNew) {
  const fs::path a = folder_.write("a.pdf", "one");
  run({a});
  const fs::path b = folder_.write("b.pdf", "two");
  settings_.which = Which::stale;
  run({a, b});
  EXPECT_THAT(executor_.log, IsEmpty());
  settings_.versions.reading = "reading-2";
  run({a, b});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
}

TEST_F(IngestTest, AMovedFileKeepsItsSubmissionAndDecisions) {
  const fs::path before = folder_.write("old/a.pdf", "one");
  run({before});
  store::decide_finding(store_, 1, "confirmed", "", {"ก", 0});
  fs::create_directories(folder_.path() / "new");
  fs::rename(before, folder_.path() / "new" / "a.pdf");
  run({folder_.path() / "new"});
  EXPECT_THAT(executor_.log, IsEmpty());
  EXPECT_EQ(text("SELECT count(*) FROM submission"), "1");
  EXPECT_EQ(text("SELECT status FROM finding"), "confirmed");
}

TEST_F(IngestTest, ADocumentThatKillsItsWorkerIsTriedOnceMoreAloneAndLast) {
  for (const char* name : {"in/a.pdf", "in/b.pdf", "in/c.pdf"}) folder_.write(name, name);
  executor_ = FakeExecutor(2);
  executor_.deadly["a.pdf"] = 1;
  const IngestResult result = run({folder_.path() / "in"});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read b.pdf", "read c.pdf", "read a.pdf alone"));
  EXPECT_EQ(result.counts.failed, 0);
  EXPECT_EQ(text("SELECT attempts FROM extraction WHERE attempts > 1"), "2");
}

TEST_F(IngestTest, ADocumentThatKillsTwoWorkersHasFailedAndTheRunGoesOn) {
  const fs::path in = folder_.write("in/a.pdf", "A").parent_path();
  folder_.write("in/b.pdf", "B");
  executor_.deadly["a.pdf"] = 2;
  const IngestResult result = run({in});
  EXPECT_EQ(result.counts.done, 2);
  EXPECT_EQ(result.counts.failed, 1);
  EXPECT_EQ(text("SELECT status || ': ' || error FROM submission WHERE source_path LIKE '%a.pdf'"),
            "failed: the reading process crashed; tried twice");
  EXPECT_EQ(text("SELECT f.code FROM finding f JOIN submission s ON s.id = f.submission_id WHERE s.status = 'failed'"),
            "damaged_file");
  run({in});
  EXPECT_THAT(executor_.log, IsEmpty()) << "a failure is remembered";
}

TEST_F(IngestTest, APageThatCannotBePaintedInTimeCostsItsPictureOnly) {
  const fs::path file = folder_.write("a.pdf", "A");
  executor_.blame = Blame::processor;
  executor_.ends_at = [](const Omissions& omit) { return !is_unpainted(omit, 3); };
  EXPECT_EQ(run({file}).counts.failed, 0);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read a.pdf alone"));
  EXPECT_EQ(text("SELECT status FROM submission"), "extracted");
}

TEST_F(IngestTest, APageThatCrashesItsReaderCostsThatPageOnly) {
  const fs::path file = folder_.write("a.pdf", "A");
  executor_.ends_at = [](const Omissions& omit) { return !is_unread(omit, 3); };
  EXPECT_EQ(run({file}).counts.failed, 0);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read a.pdf alone", "read a.pdf alone", "read a.pdf alone"));
}

TEST_F(IngestTest, AStepThatCrashesBehindThePagesCostsThatStepOnly) {
  const fs::path file = folder_.write("a.pdf", "A");
  executor_.page_no = 0;
  executor_.step = "wrong_year";
  executor_.ends_at = [](const Omissions& omit) { return !omit.steps.contains("wrong_year"); };
  EXPECT_EQ(run({file}).counts.failed, 0);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read a.pdf alone", "read a.pdf alone"));
  EXPECT_EQ(text("SELECT status FROM submission"), "extracted");
}

// Checks are told as one until a reading was lost in them; then each one is, so that only the one that breaks is left
// out.
TEST_F(IngestTest, AmongTheChecksTheOneThatBreaksIsFound) {
  for (const Blame blame : {Blame::document, Blame::processor}) {
    const fs::path file =
        folder_.write(blame == Blame::document ? "a.pdf" : "b.pdf", std::to_string(executor_.log.size()));
    executor_.blame = blame;
    executor_.page_no = 0;
    executor_.ends_at = [&](const Omissions& omit) {
      executor_.step = omit.each_check ? "wrong_year" : kChecks;
      return !omit.steps.contains("wrong_year");
    };
    executor_.log.clear();
    EXPECT_EQ(run({file}).counts.failed, 0);
    EXPECT_EQ(executor_.log.size(), 3U);
  }
  EXPECT_EQ(text("SELECT count(*) FROM submission WHERE status = 'extracted'"), "2");
}

TEST_F(IngestTest, JudgingThatCrashesCostsNoReading) {
  const fs::path file = folder_.write("a.pdf", "A");
  run({file});
  settings_.versions.judging = "judging-2";
  executor_.page_no = 0;
  executor_.step = "empty_cell";
  executor_.ends_at = [](const Omissions& omit) { return !omit.steps.contains("empty_cell"); };
  EXPECT_EQ(run({file}).counts.failed, 0);
  EXPECT_THAT(executor_.log, ElementsAre("judge a.pdf", "judge a.pdf alone", "judge a.pdf alone"));
  EXPECT_EQ(text("SELECT status FROM submission"), "extracted");
}

TEST_F(IngestTest, APageThatMemoryDoesNotSufficeForCostsAsLittleAsItCan) {
  const fs::path file = folder_.write("a.pdf", "A");
  executor_.blame = Blame::memory;
  executor_.ends_at = [](const Omissions& omit) { return !is_unread(omit, 3); };
  EXPECT_EQ(run({file}).counts.failed, 0);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read a.pdf alone", "read a.pdf alone"));
  EXPECT_EQ(text("SELECT status FROM submission"), "extracted");
}

TEST_F(IngestTest, WhatNoReadingHasMemoryForIsReadAsFarAsItGoes) {
  const fs::path file = folder_.write("a.pdf", "A");
  executor_.blame = Blame::memory;
  executor_.page_no = 0;  // the next page, each time
  executor_.ends_at = [this](const Omissions& omit) { return ++executor_.page_no > 0 && omit.ends_for_memory; };
  EXPECT_EQ(run({file}).counts.failed, 0);
  EXPECT_EQ(executor_.log.size(), 4U);
}

TEST_F(IngestTest, APageAtWhichRunAfterRunIsEndedFromOutsideIsLeftOutInTheEnd) {
  const fs::path file = folder_.write("a.pdf", "A");
  executor_.blame = Blame::outside;
  executor_.ends_at = [](const Omissions& omit) { return !is_unpainted(omit, 3); };
  for (int before = 0; before < settings_.retries.runs_put_off; ++before) EXPECT_EQ(run({file}).counts.deferred, 1);
  EXPECT_EQ(run({file}).counts.deferred, 0);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read a.pdf alone", "read a.pdf alone", "read a.pdf alone"));
  EXPECT_EQ(text("SELECT status FROM submission"), "extracted");
}

TEST_F(IngestTest, WhereNothingHelpsTheDocumentHasFailedAndSaysWhatItCost) {
  const fs::path file = folder_.write("a.pdf", "A");
  executor_.ends_at = [](const Omissions&) { return true; };
  EXPECT_EQ(run({file}).counts.failed, 1);
  EXPECT_EQ(text("SELECT error FROM submission"), "the reading process ended; tried 4 times");
  EXPECT_EQ(text("SELECT seconds || ' ' || peak_kib FROM extraction"), "61.0 7000");
}

TEST_F(IngestTest, AFileThatIsAwayIsPutOffAndReadByTheNextRun) {
  const fs::path file = folder_.write("a.pdf", "A");
  const auto progress = make_progress(ProgressStyle::none);
  const auto files = stages::find_files({file}).files;
  fs::remove(file);
  const IngestResult result = ingest(store_, executor_, files, rows_, settings_, *progress);
  EXPECT_EQ(result.counts.failed, 0);
  EXPECT_EQ(result.counts.deferred, 1);
  EXPECT_EQ(text("SELECT status || ': ' || error FROM submission"),
            "deferred: the file cannot be read: No such file or directory");
  EXPECT_EQ(text("SELECT sha256 IS NULL FROM submission"), "1");
  EXPECT_EQ(text("SELECT code FROM finding"), "reading_deferred");
  EXPECT_EQ(text("SELECT deferred FROM run"), "1");
  folder_.write("a.pdf", "A");
  run({file});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
  EXPECT_EQ(text("SELECT status FROM submission"), "extracted");
}

TEST_F(IngestTest, AFileThatComesBackWithinTheRunIsRead) {
  const fs::path file = folder_.write("a.pdf", "A");
  bool taken = false;
  executor_.before_reading = [&](const Job&) {  // away while the worker opens it, back before the next try
    if (std::exchange(taken, true)) return;
    fs::rename(file, folder_.path() / "elsewhere");
  };
  settings_.hash = [&](const fs::path& path, const std::function<void()>& on_piece) {
    if (taken && !fs::exists(file)) fs::rename(folder_.path() / "elsewhere", file);
    return hash_file(path, on_piece);
  };
  EXPECT_EQ(run({file}).counts.deferred, 0);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read a.pdf alone"));
  EXPECT_EQ(text("SELECT status FROM submission"), "extracted");
}

// Whose hash is told is what was read, and nothing else takes that reading over.
TEST_F(IngestTest, AFileThatIsReplacedBetweenHashAndReadingIsReadAnew) {
  const fs::path in = folder_.write("in/x.pdf", "narrative").parent_path();
  folder_.write("in/y.pdf", "narrative");
  bool replaced = false;
  executor_.before_reading = [&](const Job& job) {
    if (!job.submission.source_path.ends_with("x.pdf") || std::exchange(replaced, true)) return;
    folder_.write("in/x.pdf", "results");
  };
  run({in});
  EXPECT_EQ(executor_.log.front(), "read x.pdf");
  EXPECT_EQ(text("SELECT group_concat(agency, ';') FROM (SELECT agency FROM submission ORDER BY canonical_path)"),
            "read from " + stages::sha256_of("results").substr(0, 4) + ";read from " +
                stages::sha256_of("narrative").substr(0, 4));
  EXPECT_EQ(
      text("SELECT count(*) FROM submission s JOIN extraction e ON e.id = s.extraction_id AND e.sha256 = s.sha256"),
      "2");
}

TEST_F(IngestTest, AFileThatNeverStandsStillIsPutOff) {
  const fs::path file = folder_.write("a.pdf", "0");
  int change = 0;
  executor_.before_reading = [&](const Job&) { folder_.write("a.pdf", std::to_string(++change)); };
  const IngestResult result = run({file});
  EXPECT_EQ(result.counts.deferred, 1);
  EXPECT_EQ(change, 3);
  EXPECT_EQ(text("SELECT status || ': ' || error FROM submission"),
            "deferred: the file changes while it is being read");
  EXPECT_EQ(text("SELECT count(*) FROM extraction"), "0");
}

TEST_F(IngestTest, WhatIsKilledFromOutsideIsTriedSomeTimesPutOffAndReadByTheNextRun) {
  const fs::path in = folder_.write("in/a.pdf", "A").parent_path();
  folder_.write("in/b.pdf", "B");
  executor_.blame = Blame::outside;
  executor_.deadly["a.pdf"] = 3;
  const IngestResult result = run({in});
  EXPECT_EQ(result.counts.deferred, 1);
  EXPECT_EQ(result.counts.failed, 0);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf", "read b.pdf", "read a.pdf alone", "read a.pdf alone"));
  EXPECT_EQ(text("SELECT status || ': ' || error FROM submission WHERE source_path LIKE '%a.pdf'"),
            "deferred: the reading process crashed; tried 3 times");
  run({in});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
  EXPECT_EQ(text("SELECT group_concat(DISTINCT status) || count(*) FROM submission"), "extracted2");
  EXPECT_EQ(text("SELECT count(*) FROM deferral"), "0");
}

TEST_F(IngestTest, ACopyInheritsNoCauseFromOutside) {
  const fs::path x = folder_.write("x.pdf", "same");
  const fs::path y = folder_.write("y.pdf", "same");
  executor_.blame = Blame::outside;
  executor_.deadly["x.pdf"] = 9;
  const IngestResult result = run({x, y});
  EXPECT_THAT(executor_.log,
              ElementsAre("read x.pdf", "read x.pdf alone", "read x.pdf alone", "read y.pdf", "judge x.pdf"))
      << "and its reading serves the file that was put off";
  EXPECT_EQ(text("SELECT group_concat(DISTINCT status) FROM submission"), "extracted");
  EXPECT_EQ(result.counts.deferred, 0);
  EXPECT_THAT(result.put_off, IsEmpty());
}

TEST_F(IngestTest, AReadingThatStandsIsNotLostWhenAnotherIsPutOff) {
  const fs::path file = folder_.write("a.pdf", "A");
  run({file});
  settings_.versions.reading = "reading-2";
  executor_.blame = Blame::outside;
  executor_.deadly["a.pdf"] = 3;
  EXPECT_EQ(run({file}).counts.deferred, 1);
  EXPECT_EQ(text("SELECT status || agency FROM submission"), "extractedread from 559a");
  EXPECT_EQ(text("SELECT cause FROM deferral"), "the reading process crashed; tried 3 times");
  run({file});
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
  EXPECT_EQ(text("SELECT count(*) FROM deferral"), "0");
}

TEST_F(IngestTest, WhatEarlierRunsPutOffComesLast) {
  const fs::path in = folder_.write("in/a.pdf", "A").parent_path();
  executor_.blame = Blame::outside;
  executor_.deadly["a.pdf"] = 3;
  run({in});
  folder_.write("in/b.pdf", "B");
  run({in});
  EXPECT_THAT(executor_.log, ElementsAre("read b.pdf", "read a.pdf"));
}

TEST_F(IngestTest, ARunThatIsDroppedPutsOffWhatIsInHand) {
  for (const char* name : {"in/a.pdf", "in/b.pdf"}) folder_.write(name, name);
  executor_.stalled = "a.pdf";
  settings_.interrupted = settings_.dropped = [&] { return !executor_.log.empty(); };
  const IngestResult result = run({folder_.path() / "in"});
  EXPECT_TRUE(result.interrupted);
  EXPECT_THAT(executor_.log, ElementsAre("read a.pdf"));
  EXPECT_EQ(text("SELECT group_concat(status) FROM submission"), "deferred");
  EXPECT_EQ(text("SELECT runs || cause FROM deferral"), "1the run was stopped while it was being read");
  EXPECT_EQ(text("SELECT state FROM run"), "interrupted");
}

TEST_F(IngestTest, AMountThatDoesNotAnswerCostsItsFilesOnly) {
  const fs::path in = folder_.write("in/dead.pdf", "A").parent_path();
  folder_.write("in/live.pdf", "B");
  const auto ended = std::make_shared<std::promise<void>>();
  const std::shared_future<void> end = ended->get_future().share();
  settings_.hash_patience = std::chrono::milliseconds(20);
  settings_.hash = [end](const fs::path& path, const std::function<void()>& on_piece) {
    if (path.filename() == "dead.pdf") end.wait();
    return hash_file(path, on_piece);
  };
  const IngestResult result = run({in});
  ended->set_value();
  EXPECT_EQ(result.counts.deferred, 1);
  EXPECT_THAT(executor_.log, ElementsAre("read live.pdf"));
  EXPECT_THAT(text("SELECT error FROM submission WHERE status = 'deferred'"),
              testing::HasSubstr("its file system gave nothing"));
}

TEST_F(IngestTest, AnInterruptFinishesWhatIsInHand) {
  for (const char* name : {"in/a.pdf", "in/b.pdf", "in/c.pdf"}) folder_.write(name, name);
  settings_.interrupted = [&] { return !executor_.log.empty(); };
  const IngestResult result = run({folder_.path() / "in"});
  EXPECT_TRUE(result.interrupted);
  EXPECT_EQ(result.counts.done, 1);
  EXPECT_EQ(text("SELECT state FROM run"), "interrupted");
  settings_.interrupted = {};
  run({folder_.path() / "in"});
  EXPECT_THAT(executor_.log, ElementsAre("read b.pdf", "read c.pdf"));
}

TEST_F(IngestTest, WhatIsNotComparedIsToldAndTheNextRunsWork) {
  bool stop = false;
  settings_.across = [](store::Store&) { return false; };
  settings_.interrupted = [&] { return stop; };
  IngestResult result = run({});
  EXPECT_FALSE(result.compared);
  EXPECT_FALSE(result.interrupted);
  settings_.across = [&](store::Store&) { return !(stop = true); };
  result = run({});
  EXPECT_TRUE(result.interrupted);
  EXPECT_EQ(text("SELECT group_concat(state) FROM run"), "finished,interrupted");
}

TEST_F(IngestTest, ABrokenEnvironmentEndsTheRunAndIsRecorded) {
  executor_.broken = true;
  EXPECT_THROW(run({folder_.write("a.pdf", "A")}), std::runtime_error);
  EXPECT_EQ(text("SELECT state || ': ' || message FROM run"), "failed: no model");
}

TEST_F(IngestTest, KeepsTheManifestsRowsWithTheirFiles) {
  run({folder_.write("a.pdf", "A")}, "file\na.pdf\nlost.pdf\n");
  EXPECT_EQ(text("SELECT group_concat(file || ' ' || coalesce(submission_id, '-')) FROM manifest_row"),
            "a.pdf 1,lost.pdf -");
  EXPECT_EQ(rows_.unused().size(), 1U);
}

TEST(ProgressText, SaysHowFarARunIs) {
  ProgressState state;
  state.counts = {40, 12, 2, 1, 0, 130};
  state.pages_in_hand = 5;
  state.seconds = 45;
  EXPECT_EQ(progress_text(state), "12/40 documents  135 pages  3.0 pages/s  1 failed  2 min left");
  EXPECT_EQ(progress_json(state),
            "{\"documents\":40,\"done\":12,\"skipped\":2,\"failed\":1,\"deferred\":0,\"pages\":135,\"seconds\":45.0,"
            "\"seconds_left\":126.0}");
  EXPECT_EQ(progress_bar(state, 10), "[###.......]");
  state.documents_in_hand = 5;  // ten documents in 45 seconds and five in parts: 23 are left at three seconds each
  EXPECT_EQ(progress_text(state), "12/40 documents  135 pages  3.0 pages/s  1 failed  69 s left");
  EXPECT_EQ(progress_text({}), "0/0 documents  0 pages  0.0 pages/s");
}

}  // namespace
}  // namespace prongsai::workers
