// Files that could not be opened.
#include "report.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(UnopenedFile, FilesThatCouldNotBeOpened) {
  for (const std::string code : {"damaged_file", "encrypted_file", "unsupported_file"}) {
    Report report;
    report.record.status = Status::failed;
    report.record.error_code = code;
    report.record.error = "no trailer";
    EXPECT_THAT(report.raised(unopened_file), ElementsAre(code + " - - -"));
  }
  Report crashed;
  crashed.record.error_code = "";
  crashed.record.error = "ran out of time";
  EXPECT_THAT(crashed.raised(unopened_file), IsEmpty());
}

}  // namespace
}  // namespace prongsai::checks
