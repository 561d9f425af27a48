// `prongsai export`: where it writes and what it refuses.
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

class ExportTest : public CliTest {};

TEST_F(ExportTest, JsonLinesGoToStandardOutputWhereAsked) {
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

TEST_F(ExportTest, WhatIsNoFileIsNotWrittenTo) {
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

TEST_F(ExportTest, WhereAndAsWhatAnExportCannotBeWrittenIsTold) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  EXPECT_THAT(run({"export", "--db", db(), "--format", "ods", "--out", "x"}).err,
              HasSubstr("'ods' is none of csv, datapackage, jsonl, sqlite, xlsx"));
  const Outcome folder = run({"export", "--db", db(), "--format", "xlsx", "--out", "/nowhere/x.xlsx"});
  EXPECT_EQ(folder.status, 5);
  EXPECT_EQ(folder.err, "prongsai: /nowhere/x.xlsx: its folder is not there; make it first\n");
}

TEST_F(ExportTest, WhatNothingInTheDatabaseFitsIsRefused) {
  take_sample("a_seven_issues.pdf", "a.pdf");
  take_sample("e_results.pdf", "e.pdf");
  ingest();
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
  const Outcome none = run({"export", "--db", db(), "--code", "encrypted_file", "--format", "jsonl", "--out", out});
  EXPECT_EQ(none.status, 0);
  EXPECT_THAT(none.err, HasSubstr("nothing fits all that is asked for"));
  fs::remove(out);
  const Outcome copy = run({"export", "--db", db(), "--format", "sqlite", "--out", out + ".db"});
  EXPECT_THAT(copy.err, Not(HasSubstr("nothing fits")));
}

}  // namespace
}  // namespace prongsai::tests
