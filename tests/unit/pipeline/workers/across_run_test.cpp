// Submissions compared with each other, in a real database.
#include "pipeline/workers/run/across_run.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <stdexcept>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/store/merge.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/checks/senseless.hpp"

namespace prongsai::workers {
namespace {

using samples::sentence;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::filesystem::path kData = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";

struct Report {
  Submission submission;
  Record record;
};

void add_cell(Record& record, ColumnKey column, int issue, const std::string& text) {
  CellRecord cell;
  cell.table_no = 1;
  cell.row_no = issue;
  cell.column_key = column;
  cell.issue_no = issue;
  cell.text = text;
  cell.raw_text = text;
  cell.at = {1, {60, 60.0 + issue, 500, 74.0 + issue}, TextSource::text, 1};
  record.cells.push_back(cell);
}

Report report(const std::string& file, const std::string& agency, int year, unsigned first_sentence) {
  Report out;
  out.submission.source_path = "in/" + file;
  out.submission.canonical_path = "/in/" + file;
  out.submission.sha256 = "hash of " + file;
  out.record.agency = agency;
  out.record.fiscal_year = year;
  out.record.item_code = "O34";
  for (int issue = 1; issue <= 7; ++issue) {
    const unsigned seed = first_sentence + static_cast<unsigned>(issue) * 10;
    add_cell(out.record, ColumnKey::weakness, issue, sentence(seed));
    add_cell(out.record, ColumnKey::procedure, issue, sentence(seed + 1) + agency);
    add_cell(out.record, ColumnKey::responsible, issue, "กลุ่มอำนวยการ");
  }
  return out;
}

class AcrossRun : public testing::Test {
 protected:
  AcrossRun() : store_(folder_.path() / "a.db", store::Open::create) {}

  static std::int64_t save(store::Store& store, const Report& report) {
    return store.save({report.submission, report.record, {}, "judge", std::nullopt, 0});
  }

  // The findings of comparing, in the order of the files: "file: code issue column message".
  static std::vector<std::string> findings_of(store::Store& store) {
    judge_across(store, kData, "judge");
    SQLite::Statement query(store.database(),
                            "SELECT substr(s.source_path, 4) || ': ' || f.code || ' ' || coalesce(f.issue_no, '-') || "
                            "' ' || coalesce(f.column_key, '-') || ' ' || f.message_en || ' ' || f.evidence "
                            "FROM finding f JOIN submission s ON s.id = f.submission_id WHERE f.across = 1 "
                            "ORDER BY s.source_path, f.id");
    std::vector<std::string> out;
    while (query.executeStep()) out.push_back(query.getColumn(0).getString());
    return out;
  }

  std::vector<std::string> judged(const std::vector<Report>& reports) {
    store_.database().exec("DELETE FROM submission");
    for (const Report& one : reports) save(store_, one);
    return findings_of(store_);
  }

  samples::TempFolder folder_;
  store::Store store_;
};

TEST_F(AcrossRun, ReportsOfTheirOwnRaiseNothing) {
  EXPECT_THAT(judged({report("a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000),
                      report("b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 2000)}),
              IsEmpty());
}

TEST_F(AcrossRun, TheLaterByNameIsTheCopy) {
  const auto found = judged(
      {report("b.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000), report("a.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0], StartsWith("b.pdf: near_duplicate - - Its tables are 100% the same as those of a.pdf "
                                   "(สำนักงานศึกษาธิการจังหวัดเลย 2567): “"));
  // Both passages, which differ in no word.
  const std::size_t here = found[0].find("“") + std::string("“").size();
  EXPECT_THAT(found[0], HasSubstr("” / “" + found[0].substr(here, 60)));
  EXPECT_THAT(found[0], HasSubstr(" a.pdf: " + found[0].substr(here, 60))) << "the evidence names the other file";
}

TEST_F(AcrossRun, WhatBreaksAtOneReportCostsThatOneOnlyAndIsTold) {
  save(store_, report("a.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000));
  save(store_, report("b.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000));
  const std::int64_t broken = save(store_, report("c.pdf", "สำนักงานศึกษาธิการจังหวัดชัยภูมิ", 2567, 1000));
  AcrossWatch watch;
  watch.on_submission = [&](std::int64_t id) {
    if (id == broken) throw std::logic_error("no such cell");
  };
  judge_across(store_, kData, "judge", watch);
  const auto found = findings_of(store_);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_THAT(found[0], StartsWith("b.pdf: near_duplicate - - "));
  EXPECT_THAT(found[1], StartsWith("c.pdf: check_failed - - The program's check compare_documents broke off"));
  EXPECT_THAT(found[1], HasSubstr("no such cell"));
  store_.save_judgement(broken, {}, "judge");  // a change: all is compared again
  EXPECT_THAT(findings_of(store_), ElementsAre(StartsWith("b.pdf: near_"), StartsWith("c.pdf: near_")));
}

TEST_F(AcrossRun, ACopyThatAScanMisread) {
  Report scan = report("b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000);
  std::mt19937 random(7);
  for (CellRecord& cell : scan.record.cells) {
    std::u32string letters = text::to_utf32(cell.text);
    for (char32_t& c : letters) {
      if (random() % 100 < 6) c = U'ศ';
    }
    cell.text = text::to_utf8(letters);
  }
  EXPECT_THAT(judged({report("a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000), scan}),
              ElementsAre(StartsWith("b.pdf: near_duplicate - - ")));
}

TEST_F(AcrossRun, HalfTheTextIsNoCopy) {
  Report half = report("b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000);
  const Report other = report("c.pdf", "สำนักงานศึกษาธิการจังหวัดแพร่", 2567, 5000);
  for (std::size_t i = 0; i < half.record.cells.size(); i += 2) half.record.cells[i] = other.record.cells[i];
  EXPECT_THAT(judged({report("a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000), half}), IsEmpty());
}

TEST_F(AcrossRun, AMendedReportOfTheSameYearIsNoCopy) {
  EXPECT_THAT(judged({report("a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000),
                      report("a2.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000)}),
              IsEmpty());
}

TEST_F(AcrossRun, LastYearsReportHandedInAgain) {
  EXPECT_THAT(
      judged({report("2566.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2566, 1000),
              report("2567.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000)}),
      ElementsAre(HasSubstr("2567.pdf: near_duplicate - - Its tables are 100% the same as those of the office's "
                            "own report of another year")));
}

TEST_F(AcrossRun, OneWeaknessRepeatedWordForWord) {
  Report before = report("2566.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2566, 1000);
  Report after = report("2567.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 2000);
  after.record.cells[6].text = before.record.cells[6].text + " ";
  EXPECT_THAT(judged({before, after}), ElementsAre(StartsWith("2567.pdf: near_duplicate 3 weakness ")));
  before.record.fiscal_year = 2564;
  EXPECT_THAT(judged({before, after}), IsEmpty()) << "three years ago";
}

TEST_F(AcrossRun, TheSameBytes) {
  const Report first = report("a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000);
  Report second = report("b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000);
  second.submission.sha256 = first.submission.sha256;
  EXPECT_THAT(judged({second, first}), ElementsAre(StartsWith("b.pdf: duplicate_file - - ")))
      << "and no near_duplicate beside it";
  second.record.agency = first.record.agency;
  EXPECT_THAT(judged({second, first}), IsEmpty()) << "one office, one year: the file lies in two folders";
}

TEST_F(AcrossRun, FilesThatCouldNotBeReadAreNotTheSameBytes) {
  Report first = report("a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000);
  Report second = report("b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 2000);
  first.submission.sha256.clear();
  second.submission.sha256.clear();
  EXPECT_THAT(judged({first, second}), IsEmpty());
}

TEST_F(AcrossRun, ReportsWithHardlyAnyTextAreNotCompared) {
  Report first = report("a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000);
  Report second = report("b.pdf", "สำนักงานศึกษาธิการจังหวัดเลย", 2567, 1000);
  first.record.cells.resize(1);
  second.record.cells.resize(1);
  EXPECT_THAT(judged({first, second}), IsEmpty());
}

TEST_F(AcrossRun, ManyCopiesOfOneTextEachGetOneFinding) {
  std::vector<Report> all;
  for (int i = 0; i < 60; ++i) {
    all.push_back(report("r" + std::to_string(100 + i) + ".pdf", "หน่วยงานที่ " + std::to_string(i), 2567, 1000));
  }
  EXPECT_EQ(judged(all).size(), 59U);
}

// More pairs of alike reports, far apart by name, than the cells are kept of.
TEST_F(AcrossRun, EachCopyIsFoundAmongManyOthers) {
  constexpr int kPairs = 300;
  std::vector<Report> all;
  for (int i = 0; i < kPairs; ++i) {
    const unsigned text = 1000 + static_cast<unsigned>(i) * 100;
    const std::string number = std::to_string(100 + i);
    all.push_back(report("a" + number + ".pdf", "สำนักงานตัวอย่างที่" + number, 2567, text));
    all.push_back(report("b" + number + ".pdf", "สำนักงานอีกแห่งที่" + number, 2567, text));
  }
  const auto found = judged(all);
  ASSERT_EQ(found.size(), static_cast<std::size_t>(kPairs));
  for (int i = 0; i < kPairs; ++i) {
    const std::string number = std::to_string(100 + i);
    EXPECT_THAT(found[static_cast<std::size_t>(i)], StartsWith("b" + number + ".pdf: near_duplicate"));
    EXPECT_THAT(found[static_cast<std::size_t>(i)], HasSubstr(" a" + number + ".pdf: "));
  }
}

TEST_F(AcrossRun, WithoutAChangeNothingIsDone) {
  (void)judged({report("a.pdf", "สำนักงานศึกษาธิการจังหวัดตาก", 2567, 1000)});
  store_.database().exec("DELETE FROM sketch");
  judge_across(store_, kData, "judge");
  EXPECT_EQ(store_.database().execAndGet("SELECT count(*) FROM sketch").getInt(), 0);
  judge_across(store_, kData, "another judge");
  EXPECT_EQ(store_.database().execAndGet("SELECT count(*) FROM sketch").getInt(), 1);
}

// Some report of a small world: few texts, offices and years, so that copies and repeated weaknesses abound.
Report some_report(std::mt19937& random, int number) {
  const std::string file = "r" + std::to_string(100 + number) + ".pdf";
  const std::string agency = "สำนักงานตัวอย่างที่" + std::to_string(random() % 4);
  Report out =
      report(file, agency, 2566 + static_cast<int>(random() % 2), 1000 + static_cast<unsigned>(random() % 12) * 100);
  if (random() % 4 == 0) out.record.cells[0].text = sentence(static_cast<unsigned>(random() % 3));
  if (random() % 6 == 0) out.submission.sha256 = "shared bytes";
  return out;
}

// However the collection came about, the findings are those of reading it at once.
TEST_F(AcrossRun, AddingReplacingAndMergingEndsWithTheSameFindings) {
  std::mt19937 random(11);
  for (int round = 0; round < 12; ++round) {
    store_.database().exec("DELETE FROM submission");
    std::vector<Report> all;
    store::Store shard(folder_.path() / ("shard" + std::to_string(round) + ".db"), store::Open::create);
    for (int i = 0; i < 24; ++i) {
      all.push_back(some_report(random, i));
      save(i % 3 == 2 ? shard : store_, all.back());
      if (i % 5 == 0) judge_across(store_, kData, "judge");
    }
    if (round % 2 == 1) judge_across(shard, kData, "judge");  // its sketches come along
    (void)store::merge_shard(store_, folder_.path() / ("shard" + std::to_string(round) + ".db"));
    judge_across(store_, kData, "judge");
    for (int i = 0; i < 24; i += 7) save(store_, all[static_cast<std::size_t>(i)] = some_report(random, i));
    store_.database().exec("DELETE FROM submission WHERE source_path = 'in/r103.pdf'");
    all.erase(all.begin() + 3);

    store::Store whole(folder_.path() / ("whole" + std::to_string(round) + ".db"), store::Open::create);
    for (const Report& one : all) save(whole, one);
    auto expected = findings_of(whole);
    auto found = findings_of(store_);  // findings that stay keep their numbers: their order tells nothing
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(found, expected) << "round " << round;
    EXPECT_THAT(expected, Not(IsEmpty()));
  }
}

}  // namespace
}  // namespace prongsai::workers
