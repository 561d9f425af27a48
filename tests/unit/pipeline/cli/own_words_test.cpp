// Help and errors of the command line in Thai: none that the program has is missing from its file.
#include "pipeline/cli/parts/own_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <fstream>

namespace prongsai::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const fs::path kSource = PRONGSAI_SOURCE_DIR;

OwnWords words() {
  return OwnWords(kSource / "data" / "command_line" / "thai.json");
}

bool is_thai(const std::string& text) {
  return re2::RE2::PartialMatch(text, R"(\p{Thai})");
}

// A literal of several pieces, as the compiler joins them.
std::string joined(std::string first, std::string more) {
  re2::RE2::GlobalReplace(&more, R"re(\s*"([^"]*)")re", "\\1");
  return first + more;
}

class OwnWordsTest : public testing::Test {
 protected:
  void SetUp() override { set_up(app_, context_); }
  static void expect_thai(const CLI::App& app) {
    EXPECT_TRUE(is_thai(app.get_description())) << app.get_name() << ": " << app.get_description();
    EXPECT_TRUE(app.get_group().empty() || app.get_name() == "prongsai" || is_thai(app.get_group()));
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_group().empty()) continue;
      EXPECT_TRUE(is_thai(option->get_description()))
          << app.get_name() << ' ' << option->get_name() << ": " << option->get_description();
      EXPECT_TRUE(is_thai(option->get_group())) << option->get_group();
    }
  }
  // Lines of prose in what stands below the options.
  static void expect_thai_footer(const CLI::App& app) {
    std::istringstream lines(app.get_footer());
    for (std::string line; std::getline(lines, line);)
      EXPECT_TRUE(line.starts_with("  ") || is_thai(line)) << app.get_name() << ": " << line;
  }

  Context context_;
  CLI::App app_;
};

TEST_F(OwnWordsTest, EveryOptionAndCommandHasAThaiText) {
  words().put_into(app_);
  expect_thai(app_);
  int commands = 0;
  for (const CLI::App* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_group().empty()) continue;  // for processes of the program itself
    expect_thai(*command);
    expect_thai_footer(*command);
    ++commands;
  }
  expect_thai_footer(app_);
  EXPECT_GE(commands, 14);
}

TEST_F(OwnWordsTest, HelpKeepsWhatIsTyped) {
  const std::string english = app_.help();
  words().put_into(app_);
  const std::string thai = app_.help();
  EXPECT_THAT(thai, HasSubstr("วิธีใช้: prongsai [ตัวเลือก] คำสั่ง"));
  EXPECT_THAT(thai, HasSubstr("\n  ingest                      อ่านรายงาน PDF ลงฐานข้อมูล\n"));
  EXPECT_THAT(thai, HasSubstr("\n  prongsai findings --db year2567.db            ข้อสังเกตที่พบ\n"));
  EXPECT_THAT(thai, Not(HasSubstr("Options")));
  const std::string of_ingest = app_.get_subcommand("ingest")->help();
  EXPECT_THAT(of_ingest, HasSubstr("\n  --db ข้อความ=prongsai.db     ฐานข้อมูลที่จะเขียน\n"))
      << "letters above and below take no column";
  EXPECT_THAT(of_ingest, HasSubstr("จำนวนเต็ม 1-1024"));
}

// What commands, the database, exports and the review's start throw. Data files' own faults and those of processes are
// for who edits or builds, and stay as they are.
TEST_F(OwnWordsTest, EveryErrorOfACommandIsThere) {
  const OwnWords thai = words();
  const re2::RE2 error(
      R"re((?:throw (?:std::runtime_error|TakenOver)\(|ValidationError\([^,]+,\s*|return (?:name \+ )?|context\.told\(|tell\(options[.\w]*, |leave_out\(\w+, |fault\([\w.]+, |NotWritable[^"]*runtime_error\()((?:[\w.()]+(?:\(\))? \+ ?)*)\s*"([^"]{6,})"((?:\s*"[^"]*")*))re");
  ASSERT_TRUE(error.ok()) << error.error();
  std::ifstream file(kSource / "data" / "command_line" / "thai.json");
  const std::string catalog{std::istreambuf_iterator<char>(file), {}};
  int seen = 0;
  for (const char* source_file : {"pipeline/cli/collect.cpp",
                                  "pipeline/cli/export.cpp",
                                  "pipeline/cli/findings.cpp",
                                  "pipeline/cli/ingest.cpp",
                                  "pipeline/cli/review.cpp",
                                  "pipeline/cli/shard.cpp",
                                  "pipeline/cli/show.cpp",
                                  "pipeline/cli/status.cpp",
                                  "pipeline/cli/users.cpp",
                                  "pipeline/cli/run.cpp",
                                  "pipeline/cli/parts/known.cpp",
                                  "pipeline/cli/parts/reading.cpp",
                                  "pipeline/store/sqlite/schema.cpp",
                                  "pipeline/store/sqlite/database.cpp",
                                  "pipeline/store/review/accounts.cpp",
                                  "pipeline/store/relation_reader.cpp",
                                  "pipeline/export/export.cpp",
                                  "pipeline/export/write_csv.cpp",
                                  "pipeline/export/write_jsonl.cpp",
                                  "pipeline/export/write_readme.cpp",
                                  "pipeline/export/publisher_fields.cpp",
                                  "pipeline/review/server.cpp",
                                  "pipeline/review/desk.cpp",
                                  "pipeline/review/server/base_url.cpp",
                                  "pipeline/review/server/listen_refusal.cpp",
                                  "pipeline/review/server/passwords.cpp",
                                  "pipeline/stages/data_folder.cpp",
                                  "pipeline/stages/intake.cpp",
                                  "pipeline/cli/watch.cpp",
                                  "pipeline/cli/parts/ingest.cpp",
                                  "pipeline/stages/files/manifest.cpp",
                                  "pipeline/stages/files/manifest_columns.cpp",
                                  "pipeline/workers/run/folder_watch.cpp",
                                  "pipeline/workers/run/shards.cpp"}) {
    std::ifstream in(kSource / source_file);
    ASSERT_TRUE(in) << source_file;
    const std::string source{std::istreambuf_iterator<char>(in), {}};
    re2::StringPiece rest(source);
    std::string before, first, more;
    while (re2::RE2::FindAndConsume(&rest, error, &before, &first, &more)) {
      std::string said = joined(first, more);
      re2::RE2::Replace(&said, "^(: |:1: |; )", "");
      if (said.find(' ') == std::string::npos) continue;  // a word, such as a query's
      // What follows a part that differs cannot be told from here: then the words before it are looked for.
      const bool is_known = catalog.find(said) != std::string::npos || is_thai(thai.of_error(said)) ||
                            is_thai(thai.of_error("x" + said + "1"));
      EXPECT_TRUE(is_known) << source_file << ": " << said;
      ++seen;
    }
  }
  EXPECT_GT(seen, 60);
}

TEST_F(OwnWordsTest, ErrorsKeepFilesNamesAndOptions) {
  const OwnWords thai = words();
  EXPECT_EQ(thai.of_error("/a: b.db: no such database; `prongsai ingest PATH --db /a: b.db` makes one"),
            "/a: b.db: ไม่มีฐานข้อมูลนี้ สร้างได้ด้วย `prongsai ingest PATH --db /a: b.db`");
  EXPECT_EQ(thai.of_error("--code: 'wrong_yaer' is not known; did you mean 'wrong_year'?"),
            "--code: ไม่รู้จัก 'wrong_yaer' หมายถึง 'wrong_year' หรือไม่");
  EXPECT_EQ(thai.of_error("--port: Value 99999 not in range 0 to 65535"), "--port: ค่า 99999 ไม่อยู่ในช่วง 0 ถึง 65535");
  EXPECT_EQ(thai.of_error("a.toml:3: --lang: 'fr' is none of both, en, th"),
            "a.toml:3: --lang: 'fr' ไม่ใช่ค่าใดใน both, en, th");
  EXPECT_EQ(thai.of_error("cannot listen on ::1:80: this is no address of this machine; --listen takes one of its own"),
            "เปิดรับการเชื่อมต่อที่ ::1:80 ไม่ได้: ไม่ใช่ที่อยู่ของเครื่องนี้ --listen ต้องเป็นที่อยู่ของเครื่องเอง");
  EXPECT_EQ(thai.of_error("something else"), "something else");
}

}  // namespace
}  // namespace prongsai::cli
