// Whole reports in, whole records and findings out, compared with the files in tests/golden/<case>/.
//
// To write the expected files anew after a wanted change: PRONGSAI_GOLDEN=write ctest --preset dev -R Golden, then read
// the diff as carefully as code.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "extractors/layouts/dump.hpp"
#include "pipeline/stages/dump_findings.hpp"
#include "pipeline/stages/extract.hpp"
#include "tests/support/report_maker/draw_report.hpp"

namespace {
namespace fs = std::filesystem;

const fs::path kSource = PRONGSAI_SOURCE_DIR;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kSource / "tests" / "golden")) {
    if (entry.is_directory()) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

// The PDF of a case: drawn from its report.yaml, or a committed sample.
fs::path pdf_of(const fs::path& folder) {
  if (fs::exists(folder / "report.yaml")) {
    const fs::path pdf = fs::path(testing::TempDir()) / (folder.filename().string() + ".pdf");
    prongsai::report_maker::draw_report(prongsai::report_maker::load_report(folder / "report.yaml"), pdf);
    return pdf;
  }
  std::string name = content(folder / "sample.txt");
  name.erase(name.find_last_not_of('\n') + 1);
  return kSource / "data" / "samples" / name;
}

void compare(const fs::path& expected, const std::string& got) {
  const char* mode = std::getenv("PRONGSAI_GOLDEN");
  if (mode != nullptr && std::string(mode) == "write") {
    std::ofstream(expected, std::ios::binary) << got;
    return;
  }
  EXPECT_EQ(content(expected), got) << expected << " differs; PRONGSAI_GOLDEN=write writes it anew";
}

class Golden : public testing::TestWithParam<fs::path> {};

TEST_P(Golden, RecordAndFindings) {
  // Without an OCR engine: the goldens are of text layers; scans have their own tests with the real engine.
  prongsai::stages::Extractor extractor(kSource / "data", nullptr);
  const prongsai::stages::Extraction extraction = extractor.extract(pdf_of(GetParam()), {.source_path = "report.pdf"});
  compare(GetParam() / "record.txt", prongsai::layouts::dump_record(extraction.record));
  compare(GetParam() / "findings.txt", prongsai::stages::dump_findings(extraction.findings));
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()),
                         [](const auto& test) { return test.param.filename().string(); });

}  // namespace
