#include "pipeline/stages/extract.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

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

}  // namespace
}  // namespace prongsai::stages
