// What the program says of itself to shells and to man, its configuration file, and the questions of docs/analysis.sql.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "pipeline/store/relation_reader.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const fs::path kSource = PRONGSAI_SOURCE_DIR;

class SelfDescriptionTest : public testing::Test {
 protected:
  Outcome run(const std::vector<std::string>& arguments) { return Program(folder_.path(), arguments).finish(); }

  // Command → its long options, as help shows them.
  std::map<std::string, std::set<std::string>> commands() {
    std::map<std::string, std::set<std::string>> all;
    std::istringstream help(run({"--help"}).out);
    bool listed = false;
    for (std::string line; std::getline(help, line);) {
      if (line == "Subcommands:") {
        listed = true;
      } else if (listed && !line.starts_with("  ")) {
        break;
      } else if (listed && line[2] != ' ') {
        all[line.substr(2, line.find(' ', 2) - 2)] = {};
      }
    }
    for (auto& [command, options] : all) options = options_of(command);
    return all;
  }
  std::set<std::string> options_of(const std::string& command) {
    std::set<std::string> options;
    const std::string help = run({command, "--help"}).out;
    re2::StringPiece rest(help);
    for (std::string option; re2::RE2::FindAndConsume(&rest, "\n  (?:-\\w,)?(--[a-z-]+)", &option);)
      options.insert(option);
    return options;
  }
  // What bash would offer for the last word.
  std::string offered(const std::string& words) {
    const fs::path script = folder_.path() / "prongsai.bash";
    std::ofstream(script) << run({"completion", "bash"}).out;
    const fs::path out = folder_.path() / "offered.txt";
    const std::string command = "bash -c 'source " + script.string() + "; COMP_WORDS=(" + words +
                                "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _prongsai; echo \"${COMPREPLY[@]}\"' > " +
                                out.string();
    EXPECT_EQ(std::system(command.c_str()), 0) << words;
    std::string line;
    std::ifstream in(out);
    std::getline(in, line);
    return line;
  }
  void configure(const std::string& text) { std::ofstream(config()) << text; }
  [[nodiscard]] std::string config() const { return folder_.path() / "prongsai.toml"; }

  samples::TempFolder folder_;
};

TEST_F(SelfDescriptionTest, ManualAndCompletionsHoldEveryCommandAndOption) {
  const std::string zsh = run({"completion", "zsh"}).out;
  const std::string bash = run({"completion", "bash"}).out;
  const std::string manual = run({"manual"}).out;
  const auto all = commands();
  ASSERT_GE(all.size(), 14U);
  for (const auto& [command, options] : all) {
    EXPECT_THAT(manual, HasSubstr("\n.SS " + command + "\n"));
    EXPECT_THAT(zsh, HasSubstr("'" + command + ":"));
    EXPECT_THAT(bash, HasSubstr("    " + command + ") "));
    for (const std::string& option : options) {
      EXPECT_THAT(bash, HasSubstr(option)) << command;
      EXPECT_THAT(zsh, HasSubstr(option + "[")) << command;
      if (option.starts_with("--help")) continue;
      std::string escaped = option;
      re2::RE2::GlobalReplace(&escaped, "-", R"(\\-)");
      EXPECT_THAT(manual, HasSubstr("\\fB" + escaped + "\\fR")) << command;
    }
  }
  EXPECT_THAT(manual, Not(HasSubstr("SS render"))) << "hidden commands stay hidden";
}

TEST_F(SelfDescriptionTest, BashOffersWhatFits) {
  EXPECT_EQ(offered("prongsai exp"), "explain export");
  EXPECT_EQ(offered("prongsai export --format \"\""), "csv datapackage jsonl sqlite xlsx");
  EXPECT_EQ(offered("prongsai --lang t"), "th");
  EXPECT_EQ(offered("prongsai review --read"), "--read-only");
  EXPECT_EQ(offered("prongsai completion --help-a"), "--help-all");
}

TEST_F(SelfDescriptionTest, TheConfigurationFileStandsForOptions) {
  configure("lang = \"th\"\n[checks]\n");
  const std::string thai = run({"checks", "--config", config()}).out;
  EXPECT_THAT(thai, HasSubstr("ประเด็น"));
  EXPECT_THAT(run({"checks", "--config", config(), "--lang", "en"}).out, Not(HasSubstr("ประเด็น")))
      << "typed comes first";
  configure("[findings]\ndb = \"" + (folder_.path() / "other.db").string() + "\"\n");
  EXPECT_THAT(run({"findings", "--config", config()}).err, HasSubstr("other.db"));
}

TEST_F(SelfDescriptionTest, TheExampleOfAConfigurationFileIsRight) {
  EXPECT_EQ(run({"checks", "--config", (kSource / "docs" / "prongsai.toml").string()}).status, 0);
}

TEST_F(SelfDescriptionTest, AWrongConfigurationFileIsTold) {
  for (const char* text : {"langue = \"th\"\n", "[review]\nread_only = true\n", "lang = \"fr\"\n"}) {
    configure(text);
    const Outcome outcome = run({"checks", "--config", config()});
    EXPECT_EQ(outcome.status, 2) << text;
    EXPECT_EQ(outcome.out, "") << text;
  }
  EXPECT_EQ(run({"checks", "--config", "/no/such/file"}).status, 2);
}

// A value is told with the line that it stands in, as a name is.
TEST_F(SelfDescriptionTest, AWrongValueInAConfigurationFileIsToldWithItsLine) {
  const auto said = [&](const std::string& text, const std::vector<std::string>& command) {
    configure(text);
    std::vector<std::string> words = command;
    words.insert(words.end(), {"--config", config()});
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 2) << text;
    return outcome.err;
  };
  const std::string at = "prongsai: " + config();
  EXPECT_THAT(said("# words\nlang = \"fr\"\n", {"checks"}), StartsWith(at + ":2: --lang"));
  EXPECT_THAT(said("[review]\nport = 9\n[ingest]\njobs = 4\njobs = \"many\"\n", {"ingest", "x"}),
              StartsWith(at + ":5: "));
  EXPECT_THAT(said("[review]\ndb = \"a.db\"\nport = 99999\n", {"review"}), StartsWith(at + ":3: --port"));
  EXPECT_THAT(said("review.port = 99999\n", {"review"}), StartsWith(at + ":1: --port"));
  EXPECT_THAT(said("[findings]\nseverity = [\"error\", \"grave\"]\n", {"findings"}), StartsWith(at + ":2: --severity"));
  EXPECT_THAT(said("[review]\nport = 80\n", {"review", "--port", "99999"}), Not(HasSubstr(config() + ":")))
      << "what is typed is not of the file";
}

TEST_F(SelfDescriptionTest, EveryQuestionOfTheAnalysisHasAnAnswer) {
  const std::string db = folder_.path() / "samples.db";
  run({"ingest", (kSource / "data" / "samples").string(), "--db", db, "--model", "none", "--progress", "none", "--jobs",
       "1"});
  const std::string text = content_of(kSource / "docs" / "analysis.sql");
  const std::set<std::string> may_be_empty = {"suggestion_and_final", "review", "doubtful_reading"};  // nobody reviewed
  store::RelationReader reader(db);
  int questions = 0;
  const std::string mark = "-- name: ";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const std::string name = text.substr(at + mark.size(), text.find('\n', at) - at - mark.size());
    const std::string sql = text.substr(at, text.find(";\n", at) - at);
    const auto rows = reader.all(sql);
    EXPECT_TRUE(!rows.empty() || may_be_empty.contains(name)) << name;
    ++questions;
  }
  EXPECT_GE(questions, 11);
}

}  // namespace
}  // namespace prongsai::tests
