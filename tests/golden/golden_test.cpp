// Whole reports in, what each stage makes of them out, compared with the files in tests/golden/<case>/: the words of
// the pages, the tables put together from them, the record, the findings. The first that differs is the stage at fault.
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
#include "extractors/tables/dump.hpp"
#include "pipeline/stages/dump_findings.hpp"
#include "pipeline/stages/extract.hpp"
#include "tests/support/report_maker/draw_report.hpp"
#include "tests/support/temp_folder.hpp"

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

// The PDF of a case: drawn from its report.yaml into `scratch`, or a committed sample.
fs::path pdf_of(const fs::path& folder, const fs::path& scratch) {
  if (fs::exists(folder / "report.yaml")) {
    const fs::path pdf = scratch / "report.pdf";
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

std::string words_of(const prongsai::Document& document) {
  std::string all;
  for (const prongsai::Page& page : document.pages) all += prongsai::tables::dump_words(page);
  return all;
}

class Golden : public testing::TestWithParam<fs::path> {};

TEST_P(Golden, EveryStage) {
  // Without an OCR engine: the goldens are of text layers; scans have their own tests with the real engine.
  prongsai::stages::Extractor extractor(kSource / "data", nullptr);
  const prongsai::samples::TempFolder scratch;
  const prongsai::stages::Extraction extraction =
      extractor.extract(pdf_of(GetParam(), scratch.path()), {.source_path = "report.pdf"},
                        {.on_document = [](const prongsai::Document& document) {
                          compare(GetParam() / "words.txt", words_of(document));
                          compare(GetParam() / "tables.txt", prongsai::tables::dump_tables(document));
                        }});
  compare(GetParam() / "record.txt", prongsai::layouts::dump_record(extraction.record));
  compare(GetParam() / "findings.txt", prongsai::stages::dump_findings(extraction.findings));
}

INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()),
                         [](const auto& test) { return test.param.filename().string(); });

}  // namespace
