// What the program says and how it ends, word for word.
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/cli_fixture.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

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

TEST_F(CliTest, ATokenThatOthersCanReadIsNone) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  const fs::path token = folder_.write("token.txt", "a-token-of-the-test-0123456789\n");
  fs::permissions(token, fs::perms::owner_read | fs::perms::others_read);
  const Outcome outcome = run({"review", "--db", db(), "--port", "0", "--token-file", token.string()});
  EXPECT_EQ(outcome.status, 5);
  EXPECT_THAT(outcome.err, HasSubstr(token.string() + ": others can read this token"));
}

TEST_F(CliTest, DoctorFindsTheBuildWell) {
  const Outcome outcome = run({"doctor"});
  EXPECT_EQ(outcome.status, 0) << outcome.out;
  EXPECT_THAT(outcome.out, HasSubstr("data files"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("BAD")));
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

}  // namespace
}  // namespace prongsai::tests
