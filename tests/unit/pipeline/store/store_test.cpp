#include "pipeline/store/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/store/across_findings.hpp"
#include "pipeline/store/queries.hpp"
#include "pipeline/store/relation_reader.hpp"
#include "pipeline/store/review/decisions.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/runs.hpp"
#include "pipeline/store/sqlite/schema.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/same_record.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::store {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class StoreTest : public testing::Test {
 protected:
  Store open() { return Store(folder_ / "reports.db", Open::create); }
  std::int64_t save(Store& store, const Submission& submission, const Record& record = samples::record(),
                    const Judgement& judgement = samples::judgement()) {
    return store.save({submission, record, judgement, "judge-1", facts_});
  }
  static long long count(Store& store, const std::string& table) {
    return store.database().execAndGet("SELECT count(*) FROM " + table).getInt64();
  }

  const samples::TempFolder temporary_;
  const fs::path folder_ = temporary_.path();
  ExtractionFacts facts_{"0.1.0", "data-1", "tesseract 5", "model-1", 1.5, 204800, 2};
};

TEST_F(StoreTest, GivesBackEveryFieldOfARecord) {
  Store store = open();
  const std::int64_t id = save(store, samples::submission());
  expect_same(store.load_record(id), samples::record());
  const Judgement judgement = store.load_judgement(id);
  EXPECT_EQ(judgement.suggested_score, 50);
  EXPECT_EQ(judgement.score_reason, "ครบสี่ประเด็น");
  EXPECT_EQ(judgement.score_reason_en, "four issues are complete");
  expect_same(judgement.findings, samples::judgement().findings);
}

TEST_F(StoreTest, GivesBackTheSubmissionAndHowItWasRead) {
  Store store = open();
  const std::int64_t id = save(store, samples::submission());
  const auto stored = store.find(id);
  ASSERT_TRUE(stored);
  const Submission given = samples::submission();
  EXPECT_EQ(stored->submission.source_path, given.source_path);
  EXPECT_EQ(stored->submission.canonical_path, given.canonical_path);
  EXPECT_EQ(stored->submission.sha256, "ab12");
  EXPECT_EQ(stored->submission.file_size, 12345);
  ASSERT_TRUE(stored->submission.manifest);
  EXPECT_EQ(stored->submission.manifest->file, given.manifest->file);
  EXPECT_EQ(stored->submission.manifest->agency, given.manifest->agency);
  EXPECT_EQ(stored->submission.manifest->fiscal_year, given.manifest->fiscal_year);
  EXPECT_EQ(stored->submission.manifest->item_code, given.manifest->item_code);
  EXPECT_EQ(stored->submission.manifest->main_site, given.manifest->main_site);
  EXPECT_EQ(stored->submission.manifest->published_url, given.manifest->published_url);
  EXPECT_EQ(stored->status, Status::partial);
  EXPECT_EQ(stored->judge_version, "judge-1");
  EXPECT_EQ(stored->extraction, facts_);
}

TEST_F(StoreTest, WritesNullForWhatTheDocumentDoesNotGive) {
  Store store = open();
  Submission bare;
  bare.source_path = bare.canonical_path = "/x.pdf";
  Record empty;
  empty.pages.emplace_back();
  empty.pages.back().page_no = 1;
  empty.cells.emplace_back();
  empty.cells.back().column_key = ColumnKey::measure;
  empty.issues.emplace_back();
  store.save({bare, empty, {}, "judge-1", std::nullopt});
  const std::vector<std::pair<std::string, std::string>> absent = {
      {"submission",
       "sha256, agency, fiscal_year, item_code, layout, pages, error, published_url, suggested_score, "
       "score_reason, main_site, agency_page_no, agency_source"},
      {"page", "reason, width, height, text, raw_text"},
      {"cell", "issue_no, indicator_no, text, raw_text, header_text, page_no, x0, y0, x1, y1"},
      {"issue", "title, item_codes, timeframe, limitation, page_no, timeframe_page_no, timeframe_source"}};
  for (const auto& [table, columns] : absent) {
    SQLite::Statement query(store.database(), "SELECT " + columns + " FROM " + table);
    ASSERT_TRUE(query.executeStep()) << table;
    for (int i = 0; i < query.getColumnCount(); ++i) {
      EXPECT_TRUE(query.isColumnNull(i)) << table << '.' << query.getColumnName(i);
    }
  }
}

TEST_F(StoreTest, ReplacesADocumentUnderItsId) {
  Store store = open();
  const std::int64_t id = save(store, samples::submission());
  const long long cells = count(store, "cell");
  EXPECT_EQ(save(store, samples::submission()), id);
  EXPECT_EQ(count(store, "submission"), 1);
  EXPECT_EQ(count(store, "extraction"), 1);
  EXPECT_EQ(count(store, "cell"), cells);
  EXPECT_EQ(count(store, "finding"), 2);
}

TEST_F(StoreTest, DropsTheExtractionOfBytesThatAreGone) {
  Store store = open();
  save(store, samples::submission("/a.pdf", "old"));
  save(store, samples::submission("/a.pdf", "new"));
  EXPECT_EQ(store.database().execAndGet("SELECT group_concat(sha256) FROM extraction").getString(), "new");
}

TEST_F(StoreTest, SightingsOfTheSameBytesShareOneExtraction) {
  Store store = open();
  const std::int64_t first = save(store, samples::submission("/a.pdf", "same"));
  const Submission second = samples::submission("/b.pdf", "same");
  store.save({.submission = second,
              .record = samples::record(),
              .judgement = {},
              .judge_version = "judge-1",
              .extraction = std::nullopt,
              .extraction_id = store.find(first)->extraction_id});
  EXPECT_EQ(count(store, "extraction"), 1);
  EXPECT_EQ(store.find_sha256("same").size(), 2U);
  EXPECT_EQ(store.find_path("/b.pdf")->extraction, facts_);
  save(store, samples::submission("/a.pdf", "same"));  // read again: the other sighting still shows the old reading
  EXPECT_EQ(count(store, "extraction"), 2);
  save(store, samples::submission("/b.pdf", "other"));
  EXPECT_EQ(count(store, "extraction"), 2);
}

TEST_F(StoreTest, DecisionsOutliveANewReading) {
  Store store = open();
  const std::int64_t id = save(store, samples::submission());
  decide_finding(store, store.database().execAndGet("SELECT id FROM finding WHERE code = 'wrong_year'").getInt64(),
                 "dismissed", "ปีของกฎหมาย", {"สมศรี", 0});
  Judgement again = samples::judgement();
  again.findings[0].evidence = "ปี  ๒๕๖๓ .";  // read with other blanks
  EXPECT_EQ(save(store, samples::submission(), samples::record(), again), id);
  FindingFilter filter;
  filter.codes = {"wrong_year"};
  int seen = 0;
  for_each_finding(store, filter, [&](const FoundFinding& found) {
    ++seen;
    EXPECT_EQ(found.status, "dismissed");
    EXPECT_EQ(found.note, "ปีของกฎหมาย");
  });
  EXPECT_EQ(seen, 1);
  EXPECT_TRUE(stale_decisions(store).empty());
}

TEST_F(StoreTest, ADecisionHoldsForEverySightingOfTheBytes) {
  Store store = open();
  save(store, samples::submission("/a.pdf", "same"));
  save(store, samples::submission("/b.pdf", "same"));
  decide_finding(store, store.database().execAndGet("SELECT min(id) FROM finding").getInt64(), "confirmed", "",
                 {"ก", 0});
  EXPECT_EQ(count(store, "finding WHERE status = 'confirmed'"), 2);
}

TEST_F(StoreTest, ADecisionNeverMovesToAnotherOfSeveralLikeFindings) {
  Store store = open();
  Judgement two;
  two.findings = {samples::finding("empty_cell", "...."), samples::finding("empty_cell", "-")};
  save(store, samples::submission(), samples::record(), two);
  decide_finding(store, store.database().execAndGet("SELECT min(id) FROM finding").getInt64(), "dismissed", "",
                 {"ก", 0});
  save(store, samples::submission(), samples::record(), two);
  EXPECT_EQ(count(store, "finding WHERE status = 'dismissed'"), 1);
  Judgement one;
  one.findings = {two.findings[1]};
  save(store, samples::submission(), samples::record(), one);
  EXPECT_EQ(count(store, "finding WHERE status = 'dismissed'"), 0);
  ASSERT_EQ(stale_decisions(store).size(), 1U);
  EXPECT_EQ(stale_decisions(store)[0].status, "dismissed");
}

TEST_F(StoreTest, DecidingOnNoFindingIsAnError) {
  Store store = open();
  EXPECT_THROW(decide_finding(store, 99, "confirmed", "", {"ก", 0}), NoSuchTarget);
}

TEST_F(StoreTest, FindingsAcrossSubmissionsAreKeptApart) {
  Store store = open();
  const std::int64_t id = save(store, samples::submission());
  {
    AcrossFindings found(store);
    found.add(id, {samples::finding("duplicate_file", "อื่น.pdf")});
    EXPECT_EQ(count(store, "finding"), 2) << "gathered, not yet in place";
    found.put_in_place("judge-1");
  }
  EXPECT_TRUE(store.across_is_current("judge-1"));
  EXPECT_FALSE(store.across_is_current("judge-2"));
  save(store, samples::submission());
  EXPECT_EQ(count(store, "finding"), 3);
  EXPECT_FALSE(store.across_is_current("judge-1"));
  AcrossFindings(store).put_in_place("judge-1");
  EXPECT_EQ(count(store, "finding"), 2);
}

TEST_F(StoreTest, ADecisionOnAFindingAcrossSubmissionsStays) {
  Store store = open();
  const std::int64_t id = save(store, samples::submission());
  const auto compare = [&] {
    AcrossFindings found(store);
    found.add(id, {samples::finding("duplicate_file", "อื่น.pdf")});
    found.add(id + 1, {samples::finding("duplicate_file", "submission that is gone")});
    found.put_in_place("judge-1");
  };
  compare();
  const auto finding_id = store.database().execAndGet("SELECT id FROM finding WHERE across = 1").getInt64();
  decide_finding(store, finding_id, "dismissed", "ฉบับแก้ไข", {"สมศรี", 0});
  compare();
  EXPECT_EQ(store.database().execAndGet("SELECT status || ' ' || note FROM finding WHERE across = 1").getString(),
            "dismissed ฉบับแก้ไข");
}

TEST_F(StoreTest, GivesFactsAndCellsAlone) {
  Store store = open();
  const Record partly = store.load_cells(save(store, samples::submission()));
  EXPECT_EQ(lines_of(partly), lines_of(samples::record()));
  expect_same(partly.cells, samples::record().cells);
  EXPECT_TRUE(partly.pages.empty());
}

TEST_F(StoreTest, ANewJudgementLeavesTheReadingAlone) {
  Store store = open();
  const std::int64_t id = save(store, samples::submission());
  store.save_judgement(id, {}, "judge-2");
  EXPECT_EQ(count(store, "finding"), 0);
  EXPECT_EQ(store.find(id)->judge_version, "judge-2");
  EXPECT_FALSE(store.load_judgement(id).suggested_score);
  expect_same(store.load_record(id), samples::record());
}

TEST_F(StoreTest, WalksAllSubmissionsWhileTheVisitorWrites) {
  Store store = open();
  for (int i = 0; i < 600; ++i) {
    save(store, samples::submission("/" + std::to_string(i) + ".pdf", "sha" + std::to_string(i)), {}, {});
  }
  int seen = 0;
  store.for_each([&](const StoredSubmission& stored) {
    ++seen;
    store.save_judgement(stored.id, {}, "again");
  });
  EXPECT_EQ(seen, 600);
}

TEST_F(StoreTest, FindsFindingsByEveryFilter) {
  Store store = open();
  Record other = samples::record();
  other.agency = "สำนักงานตัวอย่างอำเภอท่าเรือ";
  const std::int64_t first = save(store, samples::submission("/a.pdf", "a"));
  save(store, samples::submission("/b.pdf", "b"), other);
  const auto found = [&](const FindingFilter& filter) {
    int hits = 0;
    for_each_finding(store, filter, [&](const FoundFinding&) { ++hits; });
    return hits;
  };
  EXPECT_EQ(found({}), 4);
  EXPECT_EQ(found({.codes = {"wrong_year"},
                   .severities = {},
                   .statuses = {},
                   .office = "",
                   .issue_no = {},
                   .submission_id = {}}),
            2);
  EXPECT_EQ(found({.codes = {},
                   .severities = {"info", "error"},
                   .statuses = {"open"},
                   .office = "",
                   .issue_no = {},
                   .submission_id = {}}),
            4);
  EXPECT_EQ(found({.codes = {},
                   .severities = {},
                   .statuses = {"confirmed"},
                   .office = "",
                   .issue_no = {},
                   .submission_id = {}}),
            0);
  EXPECT_EQ(found({.codes = {}, .severities = {}, .statuses = {}, .office = "ท่า", .issue_no = {}, .submission_id = {}}),
            2);
  EXPECT_EQ(found({.codes = {}, .severities = {}, .statuses = {}, .office = "", .issue_no = 3, .submission_id = first}),
            1);
}

TEST_F(StoreTest, CountsForTheSummary) {
  Store store = open();
  save(store, samples::submission("/a.pdf", "a"));
  Record failed;
  failed.status = Status::failed;
  failed.error = "the file is encrypted";
  save(store, samples::submission("/b.pdf", "b"), failed, {});
  const Totals all = totals(store);
  EXPECT_EQ(all.submissions, 2);
  EXPECT_EQ(all.partial, 1);
  EXPECT_EQ(all.failed, 1);
  EXPECT_EQ(all.pages, 3);
  EXPECT_EQ(all.issues, 2);
  EXPECT_EQ(all.cells, 2);
  EXPECT_EQ(all.scores, 2);
  EXPECT_EQ(all.errors, 1);
  EXPECT_EQ(all.infos, 1);
  std::string troubles;
  for_each_trouble(store, [&](const Trouble& trouble) { troubles += trouble.source_path + ':' + trouble.error + ';'; });
  EXPECT_EQ(troubles, "/a.pdf:page 3: no text could be read;/b.pdf:the file is encrypted;");
}

TEST_F(StoreTest, KeepsRunsAndSeesThatOneDied) {
  Store store = open();
  EXPECT_FALSE(last_run(store));
  const std::int64_t id = begin_run(store, "ingest /x", 2);
  update_run(store, id, {10, 4, 1, 1, 0, 30});
  EXPECT_EQ(last_run(store)->state, "running");
  EXPECT_EQ(last_run(store)->counts.done, 4);
  EXPECT_EQ(last_run(store)->counts.pages, 30);
  store.database().exec("UPDATE run SET process_id = 999999999");
  EXPECT_EQ(last_run(store)->state, "interrupted");
  const std::int64_t next = begin_run(store, "ingest /y", 1);
  EXPECT_EQ(store.database().execAndGet("SELECT state FROM run WHERE id = " + std::to_string(id)).getString(),
            "interrupted");
  end_run(store, next, {}, "finished");
  EXPECT_EQ(last_run(store)->state, "finished");
  EXPECT_FALSE(last_run(store)->finished_at.empty());
}

TEST_F(StoreTest, CountsTheRunsThatPutAReadingOffUntilItIsRead) {
  Store store = open();
  Record waiting;
  waiting.status = Status::deferred;
  waiting.error_code = kReadingDeferred;
  waiting.error = "its disk was away";
  const Submission file = samples::submission("/w.pdf", "w");
  const std::int64_t id = store.save({file, waiting, {}, "judge-1", std::nullopt, 0});
  store.save({file, waiting, {}, "judge-1", std::nullopt, 0});
  EXPECT_EQ(store.find(id)->status, Status::deferred);
  EXPECT_EQ(store.find(id)->deferrals, 2);
  EXPECT_EQ(totals(store).deferred, 1);
  EXPECT_EQ(totals(store).waiting, 1);
  save(store, file);
  EXPECT_EQ(store.find(id)->deferrals, 0);
  EXPECT_EQ(totals(store).waiting, 0);
}

TEST_F(StoreTest, AnEarlierReadingStaysWhileAnotherIsPutOff) {
  Store store = open();
  const std::int64_t id = save(store, samples::submission());
  store.put_off(id, "its disk was away");
  EXPECT_EQ(store.load_record(id).cells.size(), samples::record().cells.size());
  EXPECT_EQ(totals(store).waiting, 1);
  std::string trouble;
  for_each_trouble(store, [&](const Trouble& found) { trouble = found.status + ": " + found.error; });
  EXPECT_EQ(trouble, "deferred: its disk was away; its earlier reading stays");
  store.end_deferral(id);
  EXPECT_EQ(totals(store).waiting, 0);
}

TEST_F(StoreTest, RunsOfProcessesThatAreGoneAreClosedByTheNext) {
  Store store = open();
  const auto end_of = [&](std::int64_t run) {
    return store.database()
        .execAndGet("SELECT state || ': ' || coalesce(message, '') FROM run WHERE id = " + std::to_string(run))
        .getString();
  };
  const auto change = [&](std::int64_t run, const std::string& what) {
    store.database().exec("UPDATE run SET " + what + " WHERE id = " + std::to_string(run));
  };
  const std::int64_t ours = begin_run(store, "ingest", 1);  // of this very process: alive
  const std::int64_t reused = begin_run(store, "ingest", 1);
  change(reused, "process_start = 'another boot 1'");
  const std::int64_t elsewhere = begin_run(store, "ingest", 1);
  change(elsewhere, "host = 'elsewhere'");
  const std::int64_t silent = begin_run(store, "ingest", 1);
  change(silent, "host = 'elsewhere', updated_at = '2024-01-01T00:00:00Z'");
  (void)begin_run(store, "ingest", 1);
  EXPECT_EQ(end_of(ours), "running: ");
  EXPECT_EQ(end_of(reused), "interrupted: its process ended without a word");
  EXPECT_EQ(end_of(elsewhere), "running: ");
  EXPECT_EQ(end_of(silent), "interrupted: no sign of life from its host");
}

TEST_F(StoreTest, CountsRunsThatGotNothingDone) {
  Store store = open();
  const auto run = [&](const RunCounts& counts) { end_run(store, begin_run(store, "ingest", 1), counts, "finished"); };
  EXPECT_EQ(runs_in_vain(store), 0);
  RunCounts counts;
  counts.done = 3;
  counts.skipped = 2;
  run(counts);
  EXPECT_EQ(runs_in_vain(store), 0);
  counts.deferred = 1;
  run(counts);
  run({});
  EXPECT_EQ(runs_in_vain(store), 2);
}

// In a folder that one may not write to, where write-ahead mode cannot make its shared memory.
TEST_F(StoreTest, ADatabaseThatOneMayOnlyReadCanBeRead) {
  {
    Store store = open();
    save(store, samples::submission("/a/one.pdf"));
  }
  const fs::path file = folder_ / "reports.db";
  chmod(file.c_str(), 0444);
  chmod(folder_.c_str(), 0755);
  const pid_t child = fork();
  if (child == 0) {
    if (geteuid() == 0) {
      (void)!setresuid(65534, 65534, 65534);
    } else {
      chmod(folder_.c_str(), 0555);
    }
    try {
      Store store(file, Open::read_only);
      RelationReader reader(file);
      _exit(count(store, "submission") == 1 && reader.all("SELECT id FROM submission").size() == 1 ? 0 : 1);
    } catch (const std::exception& error) {
      std::cerr << error.what() << std::endl;
      _exit(2);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  chmod(folder_.c_str(), 0755);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace prongsai::store
