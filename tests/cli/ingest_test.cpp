// `prongsai ingest` and `prongsai check`: what is read, what is told of it, and how it ends.
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "pipeline/store/review/review.hpp"
#include "pipeline/store/store.hpp"
#include "tests/cli/cli_fixture.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

class IngestTest : public CliTest {};

TEST_F(IngestTest, ASecondRunSkipsAndARedoDoesNot) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  EXPECT_THAT(ingest().err, HasSubstr("This run:     0 documents read or judged, 0 pages, in 0 s; 1 unchanged\n"));
  EXPECT_THAT(ingest({"--redo"}).err, HasSubstr("This run:     1 document read or judged, 1 page, in "));
}

TEST_F(IngestTest, TakesTheManifestInTheFolderAndSaysSo) {
  take_sample("d_narrative.pdf", "d.pdf");
  take_sample("e_results.pdf", "unnamed.pdf");
  folder_.write("in/submissions.csv", "file,item_code\nd.pdf,O42\nlost.pdf,O43\n");
  const Outcome outcome = ingest();
  const std::string csv = in() / "submissions.csv";
  EXPECT_THAT(outcome.err, StartsWith("prongsai: taking the manifest " + csv + "\n"));
  EXPECT_THAT(outcome.err, HasSubstr("prongsai: " + csv + ":3: no file 'lost.pdf'\n"));
  EXPECT_THAT(outcome.err,
              HasSubstr("prongsai: " + csv + ": no row for '" + std::string(in() / "unnamed.pdf") + "'\n"));
  EXPECT_THAT(run({"show", "--db", db(), "1"}).out, HasSubstr("  item          O42\n"));
}

// Folders of two years, with a file of the same name in each.
TEST_F(IngestTest, SeveralFoldersBringTheirOwnManifests) {
  take_sample("d_narrative.pdf", "o42.pdf");
  folder_.write("in/submissions.csv", "file,item_code\no42.pdf,O42\n");
  const fs::path other = folder_.path() / "other";
  fs::create_directories(other);
  fs::copy_file(kSamples / "e_results.pdf", other / "o42.pdf");
  folder_.write("other/submissions.csv", "file,item_code\nlost.pdf,O41\no42.pdf,O43\n");
  const Outcome outcome = ingest({other.string()});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("taking the manifest " + std::string(other / "submissions.csv")));
  EXPECT_THAT(outcome.err, HasSubstr(std::string(other / "submissions.csv") + ":2: no file 'lost.pdf'"));
  const std::string list =
      run({"export", "--db", db(), "--format", "jsonl", "--out", (folder_.path() / "x.jsonl").string()}).err;
  std::ifstream in(folder_.path() / "x.jsonl");
  const std::string rows{std::istreambuf_iterator<char>(in), {}};
  EXPECT_THAT(rows, HasSubstr("\"manifest_item_code\":\"O42\""));
  EXPECT_THAT(rows, HasSubstr("\"manifest_item_code\":\"O43\"")) << list;
}

TEST_F(IngestTest, ABadManifestEndsTheRunBeforeAnyDocument) {
  take_sample("d_narrative.pdf", "d.pdf");
  const fs::path csv = folder_.write("list.csv", "file,fiscal_year\nd.pdf,soon\n");
  const Outcome outcome = ingest({"--manifest", csv.string()});
  EXPECT_EQ(outcome.status, 5);
  EXPECT_EQ(outcome.err, "prongsai: " + csv.string() + ":2: 'soon' is no fiscal year\n");
}

TEST_F(IngestTest, ABadFileCostsNothingButItself) {
  take_sample("d_narrative.pdf", "d.pdf");
  folder_.write("in/not.pdf", "hello");
  const Outcome outcome = ingest();
  EXPECT_EQ(outcome.status, 3);
  const std::string path = in() / "not.pdf";
  EXPECT_THAT(outcome.err, HasSubstr("Not wholly read:\n  failed  " + path + ": not.pdf is not a PDF file"));
  EXPECT_THAT(run({"findings", "--db", db(), "--code", "unsupported_file"}).out, HasSubstr("\n1 finding\n"));
}

TEST_F(IngestTest, NothingReadableEndsWithFour) {
  folder_.write("in/not.pdf", "hello");
  EXPECT_EQ(ingest().status, 4);
  const Outcome empty = run({"ingest", (folder_.path() / "absent").string(), "--db", db(), "--model", "none"});
  EXPECT_EQ(empty.status, 4);
  EXPECT_THAT(empty.err, HasSubstr("absent: left out: there is no such file\n"));
}

TEST_F(IngestTest, ANamedFileThatIsMissingIsNoSuccess) {
  take_sample("e_results.pdf", "e.pdf");
  const Outcome outcome = ingest({(in() / "missing.pdf").string()});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("missing.pdf: left out: there is no such file"));
  EXPECT_THAT(outcome.err, HasSubstr("The database: 1 document"));
}

TEST_F(IngestTest, ADatabaseIsItsOwnersAlone) {
  take_sample("e_results.pdf", "e.pdf");
  ingest();
  for (const std::string& file : {db(), db() + ".log"}) {
    EXPECT_EQ(fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none) << file;
  }
}

TEST_F(IngestTest, ChecksAgainWithoutOpeningAReport) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  fs::remove_all(in());
  const Outcome outcome = run({"check", "--db", db()});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, StartsWith("1 documents judged again; "));
}

// By a reading process, at a run's end and wherever a database is united.
TEST_F(IngestTest, WhatWasSetRightIsJudgedAgainAtARunsEnd) {
  take_sample("a_seven_issues.pdf", "a.pdf");
  ingest();
  {
    store::Store store(db(), store::Open::existing);
    const auto id =
        store.database().execAndGet("SELECT id FROM cell WHERE column_key = 'responsible' LIMIT 1").getInt64();
    store::correct_cell(store, id, "", {"ปิติ", 0});
  }
  const auto blanks = [&](const std::string& file) {
    store::Store store(file, store::Open::read_only);
    return store.database().execAndGet("SELECT count(*) FROM finding WHERE code = 'empty_cell'").getInt();
  };
  const int before = blanks(db());
  ingest();
  EXPECT_EQ(blanks(db()), before + 1);
  const std::string all = folder_.path() / "all.db";
  const Outcome merged = run({"merge", all, db()});
  EXPECT_EQ(merged.status, 0) << merged.err;
  EXPECT_EQ(blanks(all), before + 1);
}

}  // namespace
}  // namespace prongsai::tests
