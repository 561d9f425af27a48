// `prongsai show`, `prongsai findings` and `prongsai status`: what a database tells.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "pipeline/store/review/review.hpp"
#include "pipeline/store/store.hpp"
#include "tests/cli/cli_fixture.hpp"

namespace prongsai::tests {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ShownTest : public CliTest {};

TEST_F(ShownTest, ReadsReportsAndShowsThem) {
  take_sample("a_seven_issues.pdf", "a.pdf");
  take_sample("e_results.pdf", "e.pdf");
  const Outcome ingested = ingest();
  EXPECT_EQ(ingested.status, 0) << ingested.err;
  EXPECT_EQ(ingested.out, "");
  EXPECT_THAT(ingested.err, HasSubstr("The database: 2 documents (2 extracted, 0 partial, 0 failed), "));

  const Outcome shown = run({"show", "--db", db(), (in() / "a.pdf").string()});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.out, HasSubstr("\nIssue 1.7  "));
  EXPECT_EQ(run({"show", "--db", db(), "1"}).out, shown.out);

  const Outcome findings = run({"findings", "--db", db(), "--code", "empty_cell", "--format", "json"});
  EXPECT_EQ(findings.status, 0);
  EXPECT_THAT(findings.out, StartsWith("{\"id\":"));
  EXPECT_THAT(findings.out, HasSubstr("\"code\":\"empty_cell\""));
  EXPECT_THAT(run({"findings", "--db", db(), "--format", "csv"}).out, StartsWith("id,submission_id,source_path,"));
  EXPECT_EQ(run({"findings", "--db", db(), "--code", "encrypted_file"}).out, "Nothing was flagged.\n");
  const Outcome first = run({"findings", "--db", db(), "--limit", "1", "--format", "json"});
  EXPECT_EQ(std::count(first.out.begin(), first.out.end(), '\n'), 1);
  EXPECT_THAT(first.err, HasSubstr("more findings than --limit shows"));
  const Outcome typo = run({"findings", "--db", db(), "--code", "emtpy_cell"});
  EXPECT_EQ(typo.status, 2);
  EXPECT_EQ(typo.out, "");
  EXPECT_THAT(typo.err, HasSubstr("'emtpy_cell' is not known; did you mean 'empty_cell'?"));
  const Outcome count = run({"findings", "--db", db(), "--limit", "x"});
  EXPECT_EQ(count.status, 2);
  EXPECT_THAT(count.err, StartsWith("--limit: 'x' is no whole number above 0\n"));

  const Outcome status = run({"status", "--db", db()});
  EXPECT_THAT(status.out, StartsWith("Last run:     finished, ingest "));
  const std::string log = content_of(db() + ".log");
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 2);
}

// Findings are judged on what reviewers set right, and so is what stands beside them.
TEST_F(ShownTest, AReportIsShownAsReviewersSetItRight) {
  take_sample("d_narrative.pdf", "d.pdf");
  ingest();
  EXPECT_THAT(run({"show", "--db", db(), "1"}).out, Not(HasSubstr("corrected")));
  {
    store::Store store(db(), store::Open::existing);
    store::correct_fact(store, 1, "agency", nlohmann::json("เทศบาลเมืองธารทิพย์"), {"ปิติ", 0});
  }
  const Outcome shown = run({"show", "--db", db(), "1"});
  EXPECT_THAT(shown.out, HasSubstr("  office        เทศบาลเมืองธารทิพย์\n"));
  EXPECT_THAT(shown.out, HasSubstr("  corrected     reviewers set values right"));
}

// As `export` writes it: one apostrophe taken away from a cell that begins with one gives the text again.
TEST_F(ShownTest, TextsInCsvOfFindingsAreGuarded) {
  take_sample("a_seven_issues.pdf", "a.pdf");
  ingest();
  for (const std::string note : {"'12", "=1+1"}) {
    {
      store::Store store(db(), store::Open::existing);
      store.database().exec("UPDATE finding SET note = '" + (note[0] == '\'' ? "'" + note : note) + "'");
    }
    EXPECT_THAT(run({"findings", "--db", db(), "--format", "csv"}).out, HasSubstr(",'" + note + "\n"));
  }
}

TEST_F(ShownTest, FindingsSpeakTheLanguageAskedFor) {
  take_sample("e_results.pdf", "e.pdf");
  ingest();
  const std::string english = run({"findings", "--db", db(), "--lang", "en"}).out;
  const std::string thai = run({"findings", "--db", db(), "--lang", "th"}).out;
  EXPECT_NE(english, thai);
  EXPECT_THAT(thai, HasSubstr("ช่อง"));
}

}  // namespace
}  // namespace prongsai::tests
