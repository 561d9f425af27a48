// What the program says and how it ends, word for word.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "pipeline/store/queries.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/runs.hpp"
#include "pipeline/store/store.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const fs::path kSamples = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples";

class CliTest : public testing::Test {
 protected:
  Outcome run(const std::vector<std::string>& arguments) { return Program(folder_.path(), arguments).finish(); }

  // Reads what lies in `in` into the test's database.
  Outcome ingest(std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"ingest", in().string(), "--db", db(),      "--progress",
                                          "none",   "--jobs",      "1",    "--model", "none"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }
  void take_sample(const std::string& sample, const std::string& name) {
    fs::create_directories(in());
    fs::copy_file(kSamples / sample, in() / name);
  }

  [[nodiscard]] fs::path in() const { return folder_.path() / "in"; }
  [[nodiscard]] std::string db() const { return folder_.path() / "reports.db"; }

  samples::TempFolder folder_;
};

TEST_F(CliTest, GivesVersionAndHelp) {
  const Outcome version = run({"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_THAT(version.out, StartsWith("prongsai 0."));
  for (const char* command : {"ingest", "show", "findings", "explain", "doctor", "check", "checks", "status"}) {
    const Outcome help = run({command, "--help"});
    EXPECT_EQ(help.status, 0) << command;
    EXPECT_THAT(help.out, HasSubstr("Examples:\n  prongsai ")) << command;
    EXPECT_EQ(help.err, "") << command;
  }
}

TEST_F(CliTest, AWrongCommandLineEndsWithTwo) {
  const std::vector<std::vector<std::string>> cases = {{},
                                                       {"fly"},
                                                       {"ingest"},
                                                       {"ingest", "x", "--jobs", "0"},
                                                       {"ingest", "x", "--redo", "--stale"},
                                                       {"findings", "--severity", "grave"},
                                                       {"show"},
                                                       {"findings", "--issue", "0"}};
  for (const auto& arguments : cases) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.status, 2) << testing::PrintToString(arguments);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err, "");
  }
}

TEST_F(CliTest, ReadsReportsAndShowsThem) {
  take_sample("a_seven_issues.pdf", "a.pdf");
  take_sample("e_results.pdf", "e.pdf");
  const Outcome ingested = ingest();
  EXPECT_EQ(ingested.status, 0) << ingested.err;
  EXPECT_EQ(ingested.out, "");
  EXPECT_THAT(ingested.err, HasSubstr("The database: 2 documents (2 extracted, 0 partial, 0 failed), "));

  const Outcome shown = run({"show", "--db", db(), (in() / "a.pdf").string()});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.out, HasSubstr("\nIssue 1.7  "));
  EXPECT_EQ(run({"show", "--db", db(), "1"}).out, shown.out);

  const Outcome findings = run({"findings", "--db", db(), "--code", "empty_cell", "--format", "json"});
  EXPECT_EQ(findings.status, 0);
  EXPECT_THAT(findings.out, StartsWith("{\"id\":"));
  EXPECT_THAT(findings.out, HasSubstr("\"code\":\"empty_cell\""));
  EXPECT_THAT(run({"findings", "--db", db(), "--format", "csv"}).out, StartsWith("id,submission_id,source_path,"));
  EXPECT_EQ(run({"findings", "--db", db(), "--code", "encrypted_file"}).out, "Nothing was flagged.\n");
  const Outcome first = run({"findings", "--db", db(), "--limit", "1", "--format", "json"});
  EXPECT_EQ(std::count(first.out.begin(), first.out.end(), '\n'), 1);
  EXPECT_THAT(first.err, HasSubstr("more findings than --limit shows"));
  const Outcome typo = run({"findings", "--db", db(), "--code", "emtpy_cell"});
  EXPECT_EQ(typo.status, 2);
  EXPECT_EQ(typo.out, "");
  EXPECT_THAT(typo.err, HasSubstr("'emtpy_cell' is not known; did you mean 'empty_cell'?"));
  const std::string out = folder_.path() / "out";
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--layout", "Z"},
                                                {"--agency", "ไม่มีหน่วยงานนี้"},
                                                {"--code", "nosuch"},
                                                {"--item", "O99"},
                                                {"--year", "2599"},
                                                {"--province", "ลำปาว"},
                                                {"--format", "ods"}}) {
    std::vector<std::string> words = {"export", "--db", db(), "--out", out};
    if (wrong[0] != "--format") words.insert(words.end(), {"--format", "csv"});
    words.insert(words.end(), wrong.begin(), wrong.end());
    const Outcome refused = run(words);
    EXPECT_EQ(refused.status, 2) << wrong[1];
    EXPECT_THAT(refused.err, HasSubstr("'" + wrong[1] + "'"));
    EXPECT_FALSE(fs::exists(out)) << wrong[1];
    if (wrong[0] == "--province") {
      EXPECT_THAT(refused.err, HasSubstr("did you mean 'ลำปาง'?"));
    }
    if (wrong[0] == "--format") {
      EXPECT_THAT(refused.err, HasSubstr("LibreOffice makes it of xlsx"));
    }
    if (wrong[0] == "--item") {
      EXPECT_THAT(refused.err, HasSubstr("; there are O34"));
    }
  }
  const Outcome count = run({"findings", "--db", db(), "--limit", "x"});
  EXPECT_EQ(count.status, 2);
  EXPECT_THAT(count.err, StartsWith("--limit: 'x' is no whole number above 0\n"));
  const Outcome none = run({"export", "--db", db(), "--code", "encrypted_file", "--format", "jsonl", "--out", out});
  EXPECT_EQ(none.status, 0);
  EXPECT_THAT(none.err, HasSubstr("nothing fits all that is asked for"));
  fs::remove(out);
  const Outcome copy = run({"export", "--db", db(), "--format", "sqlite", "--out", out + ".db"});
  EXPECT_THAT(copy.err, Not(HasSubstr("nothing fits")));

  const Outcome status = run({"status", "--db", db()});
  EXPECT_THAT(status.out, StartsWith("Last run:     finished, ingest "));
  const std::string log = content_of(db() + ".log");
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 2);
}

// Findings are judged on what reviewers set right, and so is what stands beside them.
TEST_F(CliTest, AReportIsShownAsReviewersSetItRight) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  EXPECT_THAT(run({"show", "--db", db(), "1"}).out, Not(HasSubstr("corrected")));
  {
    store::Store store(db(), store::Open::existing);
    store::correct_fact(store, 1, "agency", nlohmann::json("เทศบาลเมืองธารทิพย์"), {"ปิติ", 0});
  }
  const Outcome shown = run({"show", "--db", db(), "1"});
  EXPECT_THAT(shown.out, HasSubstr("  office        เทศบาลเมืองธารทิพย์\n"));
  EXPECT_THAT(shown.out, HasSubstr("  corrected     reviewers set values right"));
}

// By a reading process, at a run's end and wherever a database is united.
TEST_F(CliTest, WhatWasSetRightIsJudgedAgainAtARunsEnd) {
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

// As `export` writes it: one apostrophe taken away from a cell that begins with one gives the text again.
TEST_F(CliTest, TextsInCsvOfFindingsAreGuarded) {
  take_sample("a_seven_issues.pdf", "a.pdf");
  ingest();
  for (const std::string note : {"'12", "=1+1"}) {
    {
      store::Store store(db(), store::Open::existing);
      store.database().exec("UPDATE finding SET note = '" + (note[0] == '\'' ? "'" + note : note) + "'");
    }
    EXPECT_THAT(run({"findings", "--db", db(), "--format", "csv"}).out, HasSubstr(",'" + note + "\n"));
  }
}

TEST_F(CliTest, ASecondRunSkipsAndARedoDoesNot) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  EXPECT_THAT(ingest().err, HasSubstr("This run:     0 documents read or judged, 0 pages, in 0 s; 1 unchanged\n"));
  EXPECT_THAT(ingest({"--redo"}).err, HasSubstr("This run:     1 document read or judged, 1 page, in "));
}

TEST_F(CliTest, TakesTheManifestInTheFolderAndSaysSo) {
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
TEST_F(CliTest, SeveralFoldersBringTheirOwnManifests) {
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

TEST_F(CliTest, JsonLinesGoToStandardOutputWhereAsked) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  const std::string file = folder_.path() / "x.jsonl";
  EXPECT_EQ(run({"export", "--db", db(), "--format", "jsonl", "--out", file}).status, 0);
  const Outcome piped = run({"export", "--db", db(), "--format", "jsonl", "--out", "-"});
  EXPECT_EQ(piped.status, 0) << piped.err;
  EXPECT_EQ(piped.out, content_of(file));
  EXPECT_THAT(piped.out, StartsWith("{\"id\":1,"));
  EXPECT_EQ(piped.err, "");

  const Outcome folder = run({"export", "--db", db(), "--format", "csv", "--out", "-"});
  EXPECT_EQ(folder.status, 2);
  EXPECT_THAT(folder.err, HasSubstr("- is for jsonl"));
  EXPECT_FALSE(fs::exists("-"));
}

TEST_F(CliTest, WhatIsNoFileIsNotWrittenTo) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  for (const std::string format : {"csv", "jsonl", "sqlite", "xlsx", "datapackage"}) {
    const std::string command = PRONGSAI_PROGRAM " export --db " + db() + " --format " + format + " --out /dev/stdout";
    const int status = std::system(
        ("bash -c '" + command + " 2> " + db() + ".err | cat > " + db() + ".out; exit ${PIPESTATUS[0]}'").c_str());
    EXPECT_EQ(WEXITSTATUS(status), 2) << format;
    EXPECT_EQ(content_of(db() + ".out"), "") << format;
    EXPECT_THAT(content_of(db() + ".err"),
                HasSubstr("/dev/stdout is no file; for standard output: --format jsonl --out -"))
        << format;
  }
}

TEST_F(CliTest, WhereAndAsWhatAnExportCannotBeWrittenIsTold) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  EXPECT_THAT(run({"export", "--db", db(), "--format", "ods", "--out", "x"}).err,
              HasSubstr("'ods' is none of csv, datapackage, jsonl, sqlite, xlsx"));
  const Outcome folder = run({"export", "--db", db(), "--format", "xlsx", "--out", "/nowhere/x.xlsx"});
  EXPECT_EQ(folder.status, 5);
  EXPECT_EQ(folder.err, "prongsai: /nowhere/x.xlsx: its folder is not there; make it first\n");
}

TEST_F(CliTest, ATokenThatOthersCanReadIsNone) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  const fs::path token = folder_.write("token.txt", "a-token-of-the-test-0123456789\n");
  fs::permissions(token, fs::perms::owner_read | fs::perms::others_read);
  const Outcome outcome = run({"review", "--db", db(), "--port", "0", "--token-file", token.string()});
  EXPECT_EQ(outcome.status, 5);
  EXPECT_THAT(outcome.err, HasSubstr(token.string() + ": others can read this token"));
}

TEST_F(CliTest, ABadManifestEndsTheRunBeforeAnyDocument) {
  take_sample("d_narrative.pdf", "d.pdf");
  const fs::path csv = folder_.write("list.csv", "file,fiscal_year\nd.pdf,soon\n");
  const Outcome outcome = ingest({"--manifest", csv.string()});
  EXPECT_EQ(outcome.status, 5);
  EXPECT_EQ(outcome.err, "prongsai: " + csv.string() + ":2: 'soon' is no fiscal year\n");
}

TEST_F(CliTest, ABadFileCostsNothingButItself) {
  take_sample("d_narrative.pdf", "d.pdf");
  folder_.write("in/not.pdf", "hello");
  const Outcome outcome = ingest();
  EXPECT_EQ(outcome.status, 3);
  const std::string path = in() / "not.pdf";
  EXPECT_THAT(outcome.err, HasSubstr("Not wholly read:\n  failed  " + path + ": not.pdf is not a PDF file"));
  EXPECT_THAT(run({"findings", "--db", db(), "--code", "unsupported_file"}).out, HasSubstr("\n1 finding\n"));
}

TEST_F(CliTest, NothingReadableEndsWithFour) {
  folder_.write("in/not.pdf", "hello");
  EXPECT_EQ(ingest().status, 4);
  const Outcome empty = run({"ingest", (folder_.path() / "absent").string(), "--db", db(), "--model", "none"});
  EXPECT_EQ(empty.status, 4);
  EXPECT_THAT(empty.err, HasSubstr("absent: left out: there is no such file\n"));
}

TEST_F(CliTest, ABrokenEnvironmentEndsWithFiveAndSaysWhatToDo) {
  take_sample("d_narrative.pdf", "d.pdf");
  const Outcome no_data = run({"ingest", in().string(), "--db", db(), "--data", "/nowhere"});
  EXPECT_EQ(no_data.status, 5);
  EXPECT_EQ(no_data.err, "prongsai: /nowhere (from --data) is no data folder: it holds no folder 'layouts'\n");

  const Outcome no_folder = run({"ingest", in().string(), "--db", "/nowhere/x.db", "--model", "none"});
  EXPECT_EQ(no_folder.status, 5);
  EXPECT_THAT(no_folder.err, HasSubstr("/nowhere/x.db: cannot open the database (is its folder there, and may it be "
                                       "written to?)\n"));

  const Outcome no_db = run({"findings", "--db", db()});
  EXPECT_EQ(no_db.status, 5);
  EXPECT_EQ(no_db.err,
            "prongsai: " + db() + ": no such database; `prongsai ingest PATH --db " + db() + "` makes one\n");

  folder_.write("reports.db", std::string(5000, 'x'));
  EXPECT_EQ(run({"status", "--db", db()}).err, "prongsai: " + db() + " is not an SQLite database\n");
}

TEST_F(CliTest, AWrongModelEndsTheRunBeforeAnythingIsRead) {
  take_sample("d_narrative.pdf", "d.pdf");
  const std::vector<std::vector<std::string>> choices = {
      {"--tessdata", "/nowhere"}, {"--tessdata", in().string()}, {"--model", "nomodel"}};
  for (const auto& choice : choices) {
    for (const std::string command : {"ingest", "explain"}) {
      std::vector<std::string> arguments = {command, (in() / "d.pdf").string()};
      if (command == "ingest") arguments.insert(arguments.end(), {"--db", db()});
      arguments.insert(arguments.end(), choice.begin(), choice.end());
      const Outcome outcome = run(arguments);
      EXPECT_EQ(outcome.status, 5) << command << ": " << outcome.err;
      EXPECT_THAT(outcome.err, HasSubstr(choice[1])) << command;
    }
  }
  EXPECT_FALSE(fs::exists(db()));
}

TEST_F(CliTest, AMistypedCommandAndABrokenConfigurationAreNamed) {
  const Outcome typo = run({"findngs"});
  EXPECT_EQ(typo.status, 2);
  EXPECT_EQ(typo.err, "prongsai: there is no command 'findngs'; did you mean 'findings'?\n");
  const fs::path file = folder_.write("broken.toml", "lang = \"th\"\nsurprise = 3\n");
  const Outcome config = run({"--config", file.string(), "checks"});
  EXPECT_EQ(config.status, 2);
  EXPECT_THAT(config.err, HasSubstr(file.string() + ":2: "));
  EXPECT_THAT(config.err, HasSubstr("surprise"));
  EXPECT_THAT(run({"findings", "--db", folder_.path().string()}).err, HasSubstr("is a folder, not a database"));
}

// What is asked for and is not there: told with what is, and nothing is answered or made in its stead.
TEST_F(CliTest, WhatIsNotThereIsNamed) {
  take_sample("e_results.pdf", "e.pdf");
  ingest();
  const auto told = [&](const std::vector<std::string>& words, int status = 2) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, status) << words[0];
    EXPECT_EQ(outcome.out, "") << words[0];
    return outcome.err;
  };
  EXPECT_EQ(told({"findings", "--db", db(), "--frmat", "csv"}),
            "prongsai: there is no option '--frmat'; did you mean '--format'?\n");
  EXPECT_THAT(told({"checks", "--lang", "fr"}), HasSubstr("--lang: 'fr' is none of both, en, th"));
  EXPECT_THAT(told({"ingest", "x.pdf", "--progress", "plai"}),
              HasSubstr("--progress: 'plai' is none of auto, json, none, plain; did you mean 'plain'?"));
  EXPECT_THAT(told({"findings", "--db", db(), "--issue", "9"}),
              HasSubstr("--issue: no form has an issue 9; the last is 7"));
  EXPECT_THAT(told({"check", "--db", db(), "--id", "99"}), HasSubstr("--id: there is no submission 99 in " + db()));
  EXPECT_THAT(told({"users", "role", "สมศรี", "--role", "lead", "--db", db()}, 5),
              HasSubstr("there is no account of that name: สมศรี"));
  EXPECT_FALSE(fs::exists(db() + ".accounts"));
}

// Help and errors in the language of the system, or as it is typed.
TEST_F(CliTest, HelpAndErrorsAreThaiWhereThatIsAskedFor) {
  const Outcome english = run({"ingest", "--help"});
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"ingest", "--help", "--lang", "th"}, {"--lang=th", "ingest", "-h"}}) {
    const Outcome help = run(words);
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, HasSubstr("อ่านรายงาน PDF ลงฐานข้อมูล"));
    EXPECT_THAT(help.out, Not(HasSubstr("Database to write")));
  }
  EXPECT_EQ(run({"ingest", "--help", "--lang", "both"}).out, english.out);
  EXPECT_EQ(run({"findings", "--frmat", "--lang", "th"}).err,
            "prongsai: ไม่มีตัวเลือก '--frmat' หมายถึง '--format' หรือไม่\n");
  EXPECT_EQ(run({"findings", "--db", "/nope.db", "--lang", "th"}).err,
            "prongsai: /nope.db: ไม่มีฐานข้อมูลนี้ สร้างได้ด้วย `prongsai ingest PATH --db /nope.db`\n");
  const std::string program = PRONGSAI_PROGRAM;
  const std::string out = (folder_.path() / "thai.txt").string();
  for (const char* locale : {"LANG=th_TH.UTF-8", "LC_MESSAGES=th_TH.UTF-8 LANG=C", "LC_ALL=th LANG=en_US.UTF-8"}) {
    const std::string line = "env -u LC_ALL -u LC_MESSAGES -u LANG " + std::string(locale) + " " + program;
    ASSERT_EQ(std::system((line + " --help > " + out).c_str()), 0) << locale;
    EXPECT_THAT(content_of(out), HasSubstr("วิธีใช้: prongsai")) << locale;
  }
}

TEST_F(CliTest, ANamedFileThatIsMissingIsNoSuccess) {
  take_sample("e_results.pdf", "e.pdf");
  const Outcome outcome = ingest({(in() / "missing.pdf").string()});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, HasSubstr("missing.pdf: left out: there is no such file"));
  EXPECT_THAT(outcome.err, HasSubstr("The database: 1 document"));
}

TEST_F(CliTest, ADatabaseIsItsOwnersAlone) {
  take_sample("e_results.pdf", "e.pdf");
  ingest();
  for (const std::string& file : {db(), db() + ".log"}) {
    EXPECT_EQ(fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none) << file;
  }
}

TEST_F(CliTest, AFullDiskBehindStandardOutputIsTold) {
  take_sample("e_results.pdf", "e.pdf");
  ingest();
  const std::string program = PRONGSAI_PROGRAM;
  for (const std::string& words :
       {"findings --db " + db(), "findings --format csv --db " + db(), "show 1 --db " + db(), "status --db " + db(),
        "export --format jsonl --out - --db " + db(), std::string("checks"), std::string("--help")}) {
    const int status = std::system((program + " " + words + " > /dev/full 2> " + db() + ".err").c_str());
    EXPECT_EQ(WEXITSTATUS(status), 5) << words;
    EXPECT_THAT(content_of(db() + ".err"), HasSubstr("standard output cannot be written to")) << words;
  }
}

TEST_F(CliTest, ChecksAgainWithoutOpeningAReport) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  fs::remove_all(in());
  const Outcome outcome = run({"check", "--db", db()});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, StartsWith("1 documents judged again; "));
}

TEST_F(CliTest, ExplainsAReport) {
  const Outcome outcome = run({"explain", (kSamples / "d_narrative.pdf").string(), "--model", "none"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  for (const char* part : {"Pages\n  1  text  ", "\nLayouts\n", "  * ", "\nCells\n", "\nFindings\n"}) {
    EXPECT_THAT(outcome.out, HasSubstr(part));
  }
  for (const char* step : {"words", "tables", "records", "findings"}) {
    const Outcome dump = run({"explain", (kSamples / "d_narrative.pdf").string(), "--model", "none", "--dump", step});
    EXPECT_EQ(dump.status, 0) << step;
    EXPECT_NE(dump.out, "") << step;
  }
}

TEST_F(CliTest, DoctorFindsTheBuildWell) {
  const Outcome outcome = run({"doctor"});
  EXPECT_EQ(outcome.status, 0) << outcome.out;
  EXPECT_THAT(outcome.out, HasSubstr("data files"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("BAD")));
}

TEST_F(CliTest, FindingsSpeakTheLanguageAskedFor) {
  take_sample("e_results.pdf", "e.pdf");
  ingest();
  const std::string english = run({"findings", "--db", db(), "--lang", "en"}).out;
  const std::string thai = run({"findings", "--db", db(), "--lang", "th"}).out;
  EXPECT_NE(english, thai);
  EXPECT_THAT(thai, HasSubstr("ช่อง"));
}

}  // namespace
}  // namespace prongsai::tests
