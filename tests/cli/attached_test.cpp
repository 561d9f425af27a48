// Documents attached to documents, through the program and its reading processes.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "pipeline/store/store.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/pdf_fixture.hpp"
#include "tests/support/raw_pdf.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::tests {
namespace {

namespace fs = std::filesystem;
using prongsai::testing::PdfFixture;
using prongsai::testing::read_file;
using prongsai::testing::with_attached;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const fs::path kReport = fs::path(PRONGSAI_SOURCE_DIR) / "data" / "samples" / "a_seven_issues.pdf";

class AttachedTest : public ::testing::Test {
 protected:
  AttachedTest() {
    PdfFixture cover("cover.pdf");
    cover.text(72, 100, "บันทึกข้อความนำส่งรายงาน");
    file_ = folder_.write(
        "in/r.pdf",
        read_file(with_attached(
            cover.path(), "portfolio.pdf",
            {{"รายงาน.pdf", read_file(kReport)}, {"เสีย.pdf", "%PDF-1.7 and nothing"}, {"ตาราง.xlsx", "PK"}})));
  }

  Outcome run(const std::vector<std::string>& arguments) { return Program(folder_.path(), arguments).finish(); }
  Outcome ingest() {
    return run({"ingest", (folder_.path() / "in").string(), "--db", db(), "--progress", "none", "--jobs", "2",
                "--model", "none"});
  }
  std::string text(const std::string& sql) {
    store::Store store(db(), store::Open::read_only);
    return store.database().execAndGet(sql).getString();
  }
  [[nodiscard]] std::string db() const { return folder_.path() / "reports.db"; }

  samples::TempFolder folder_;
  fs::path file_;
};

TEST_F(AttachedTest, AreReadInReadingProcessesOnce) {
  const Outcome first = ingest();
  EXPECT_EQ(first.status, 3) << first.err;
  EXPECT_EQ(text("SELECT group_concat(status) FROM (SELECT status FROM submission ORDER BY attached_at)"),
            "extracted,extracted,failed");
  EXPECT_EQ(text("SELECT count(*) FROM issue JOIN submission s ON s.id = submission_id WHERE attached_at = '1'"), "7");
  const std::string readings = text("SELECT group_concat(id || finished_at) FROM extraction");
  const Outcome second = ingest();
  EXPECT_EQ(text("SELECT group_concat(id || finished_at) FROM extraction"), readings) << second.err;
  EXPECT_EQ(text("SELECT count(*) FROM submission"), "3");
  const Outcome stale = run({"ingest", "--stale", "--db", db(), "--progress", "none", "--model", "none"});
  EXPECT_EQ(text("SELECT group_concat(id || finished_at) FROM extraction"), readings) << stale.err;
}

TEST_F(AttachedTest, AreExplainedByTheirPath) {
  const Outcome inner = run({"explain", file_.string() + "#รายงาน.pdf", "--model", "none"});
  EXPECT_EQ(inner.status, 0) << inner.err;
  EXPECT_THAT(inner.out, HasSubstr("* A_seven_issue"));
  const Outcome none = run({"explain", file_.string() + "#แผน.pdf", "--model", "none"});
  EXPECT_EQ(none.status, 4);
  EXPECT_THAT(none.err, HasSubstr("is attached under the name 'แผน.pdf'"));
  EXPECT_EQ(run({"explain", folder_.path() / "none.pdf#x.pdf", "--model", "none"}).status, 2);
}

TEST_F(AttachedTest, TheirPagesArePaintedOfTheBytesThatWereReadOnly) {
  ingest();
  const std::string hash = text("SELECT sha256 FROM submission WHERE attached_at = '1'");
  const auto painted = [&](const std::string& within, const std::string& sha256) {
    return run({"render", "--within=" + within, "--sha256=" + sha256, "--", file_.string(), "1"});
  };
  const Outcome page = painted("1", hash);
  EXPECT_EQ(page.status, 0) << page.err;
  EXPECT_EQ(page.out, run({"render", "--", kReport.string(), "1"}).out);
  EXPECT_THAT(page.out, StartsWith("\x89PNG"));
  EXPECT_EQ(painted("1", std::string(64, 'a')).out, "");
  EXPECT_EQ(painted("2", hash).out, "");
  EXPECT_EQ(painted("1/1", hash).out, "");
}

}  // namespace
}  // namespace prongsai::tests
