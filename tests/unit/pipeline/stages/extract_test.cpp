#include "pipeline/stages/extract.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace prongsai::stages {
namespace {

const std::filesystem::path kData = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";

std::string bytes_of_sample(const std::string& name) {
  std::ifstream file(kData / "samples" / (name + ".pdf"), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// All that is told of a report's tables and pages, as one text.
std::string told(Extractor& extractor) {
  const Extraction extraction = extractor.extract({"d.pdf", bytes_of_sample("d_narrative")}, {});
  std::string all;
  for (const CellRecord& cell : extraction.record.cells) all += cell.text + "|";
  for (const PageRecord& page : extraction.record.pages) all += page.reason + page.text + "|";
  for (const Finding& finding : extraction.findings) all += finding.code + "|";
  return all;
}

TEST(WarmUp, ChangesNothingInWhatIsReadAfterwards) {
  Extractor cold(kData, nullptr);
  Extractor warm(kData, nullptr);
  warm.warm_up({"a.pdf", bytes_of_sample("a_seven_issues")});
  warm.warm_up({"none.pdf", "no report"});
  EXPECT_EQ(told(warm), told(cold));
}

// So that a process that ends in one of them costs the report no page: the next try does without it.
TEST(StepsBehindThePages, CostWhatTheyWouldHaveShownAndBlameNobody) {
  Extractor extractor(kData, nullptr);
  std::vector<std::string> steps;
  Extractor::Watch watch;
  watch.on_step = [&](const std::string& step) { steps.push_back(step); };
  const Extraction whole = extractor.extract({"a.pdf", bytes_of_sample("a_seven_issues")}, {}, watch);
  ASSERT_EQ(whole.record.status, Status::extracted);
  ASSERT_GE(steps.size(), 5U);
  EXPECT_EQ((std::vector<std::string>{steps.begin(), steps.begin() + 5}),
            (std::vector<std::string>{kLines, "", kTables, kLayouts, ""}));
  for (const char* step : {kLines, kTables, kLayouts}) {
    Omissions omit;
    omit.steps[step] = "reading processes crash at it";
    const Extraction without = extractor.extract({"a.pdf", bytes_of_sample("a_seven_issues")}, {}, {}, omit);
    EXPECT_EQ(without.record.status, Status::partial);
    EXPECT_EQ(without.record.error,
              std::string("the file: its ") + step + " were not made out: reading processes crash at it");
    ASSERT_EQ(without.record.pages.size(), whole.record.pages.size());
    EXPECT_GT(without.record.pages[0].text.size(), whole.record.pages[0].text.size() / 2);
    EXPECT_TRUE(without.record.issues.empty());
    EXPECT_TRUE(without.record.cells.empty());
    EXPECT_EQ(without.suggested_score, std::nullopt);
    for (const Finding& finding : without.findings)
      EXPECT_TRUE(finding.code == "check_failed" || finding.code == "damaged_file") << finding.code;
    EXPECT_EQ(without.findings.size(), 2U);
  }
}

}  // namespace
}  // namespace prongsai::stages
