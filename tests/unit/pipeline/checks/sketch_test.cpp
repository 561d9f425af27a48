// What is kept of a submission for comparing it with others.
#include "pipeline/checks/compare/sketch.hpp"

#include "pipeline/checks/compare/minhash.hpp"
#include "report.hpp"
#include "tests/unit/pipeline/checks/senseless.hpp"

namespace prongsai::checks {
namespace {

using samples::sentence;

TEST(Summarise, TakesTheManifestsWordAndLeavesAnnexesOut) {
  Report report = sound_report();
  report.submission.source_path = "in/folder/x.pdf";
  report.submission.manifest = ManifestRow{.file = "x.pdf", .agency = "สำนักงานศึกษาธิการจังหวัดเลย", .fiscal_year = 2566};
  report.record.cells[0].annexed_template = true;
  report.record.cells[1].text = "....";
  const SubmissionSummary summary = summarise(5, report.submission, report.record);
  EXPECT_EQ(summary.file, "x.pdf");
  EXPECT_EQ(summary.agency, "สำนักงานศึกษาธิการจังหวัดเลย");
  EXPECT_EQ(summary.fiscal_year, 2566);
  EXPECT_EQ(summary.item_code, "O34");
  EXPECT_EQ(summary.cells.size(), 33U);
}

TEST(Minhash, AgreementEstimatesWhatIsShared) {
  const auto shingles = [](unsigned from, unsigned to) {
    std::vector<std::uint64_t> out;
    for (unsigned i = from; i < to; ++i) {
      const auto some = shingles_of(letters_of(sentence(i)), 5);
      out.insert(out.end(), some.begin(), some.end());
    }
    return signature_of<128>(out);
  };
  EXPECT_DOUBLE_EQ(agreement(shingles(0, 20), shingles(0, 20)), 1.0);
  EXPECT_LT(agreement(shingles(0, 20), shingles(500, 520)), 0.2);
  EXPECT_NEAR(agreement(shingles(0, 30), shingles(10, 40)), 0.5, 0.15);
}

}  // namespace
}  // namespace prongsai::checks
