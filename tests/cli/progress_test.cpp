// What a run says about itself while it works, for people and for programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;

class ProgressTest : public testing::Test {
 protected:
  ProgressTest() {
    const fs::path samples = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples";
    folder_.write("in/d.pdf", content_of(samples / "d_narrative.pdf"));
    folder_.write("in/broken.pdf", "%PDF-1.4 and nothing more");
    folder_.write("in/submissions.csv", "file\nd.pdf\nlost.pdf\n");
  }
  Outcome ingest(const std::string& style) {
    return Program(folder_.path(), {"ingest", folder_.path() / "in", folder_.path() / "none.pdf", "--db",
                                    folder_.path() / "x.db", "--progress", style, "--model", "none", "-j", "1"})
        .finish();
  }
  samples::TempFolder folder_;
};

TEST_F(ProgressTest, JsonIsAnObjectOnEveryLine) {
  const Outcome outcome = ingest("json");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.out, "");
  std::istringstream lines(outcome.err);
  std::string notes;
  for (std::string line; std::getline(lines, line);) {
    ASSERT_TRUE(nlohmann::json::accept(line)) << line;
    const nlohmann::json one = nlohmann::json::parse(line);
    if (one.contains("note")) notes += one["note"].get<std::string>() + "\n";
  }
  EXPECT_THAT(notes, testing::AllOf(testing::HasSubstr("none.pdf: left out"), testing::HasSubstr("taking the manifest"),
                                    testing::HasSubstr("broken.pdf"), testing::HasSubstr("no file 'lost.pdf'")));
}

TEST_F(ProgressTest, NoneStillNamesWhatWasLeftOutAndEndsWithTheSummary) {
  const Outcome outcome = ingest("none");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, testing::AllOf(testing::HasSubstr("none.pdf: left out"), testing::HasSubstr("This run:")));
}

}  // namespace
}  // namespace prongsai::tests
