// The data behind the checks: it is complete, and broken files are told by name and line.
#include "pipeline/checks/rules.hpp"

#include <fstream>

#include "report.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::checks {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::ThrowsMessage;

// A copy of the shipped data that a test may break.
class DataFolder {
 public:
  DataFolder() {
    for (const char* part : {"checks", "messages", "rubrics", "layouts", "assessment"}) {
      std::filesystem::create_directories(path_ / part);
      std::filesystem::copy(
          kData / part, path_ / part,
          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    }
  }

  void write(const std::string& file, const std::string& text) const { std::ofstream(path_ / file) << text; }

  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::ifstream in(path_ / file);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(file, text.replace(at, from.size(), to));
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  void load() const { (void)Rules(path_); }

 private:
  const samples::TempFolder folder_;
  const std::filesystem::path path_ = folder_.path();
};

// The codes of the database contract.
const std::vector<std::string> kContract = {
    "missing_issue",      "missing_column",       "empty_cell",         "blank_template",     "missing_timeframe",
    "missing_limitation", "misplaced_page",       "not_on_main_site",   "external_host",      "misplaced_column",
    "misplaced_item",     "foreign_agency",       "wrong_year",         "score_sum_mismatch", "grade_mismatch",
    "count_mismatch",     "unfilled_placeholder", "unaddressed_item",   "score_conflict",     "numbering_gap",
    "numbering_repeat",   "duplicate_file",       "near_duplicate",     "foreign_script",     "broken_text_layer",
    "low_confidence",     "unreadable_page",      "damaged_file",       "encrypted_file",     "unsupported_file",
    "unclear_score",      "manifest_mismatch",    "unrelated_document", "unread_content",     "reading_deferred",
    "dead_link",          "login_required",       "not_a_document",     "not_checked",        "unsafe_link",
    "check_failed"};

TEST(Rules, EveryCodeIsDescribedAndWordedInBothLanguages) {
  const auto described = describe_checks(shipped_rules());
  EXPECT_EQ(described.size(), kContract.size());
  for (const std::string& code : kContract) {
    const CodeRule& rule = shipped_rules().of(code);
    EXPECT_THAT(rule.meaning_th, Not(IsEmpty())) << code;
    EXPECT_THAT(rule.meaning_en, Not(IsEmpty())) << code;
    EXPECT_TRUE(shipped_rules().thai().keys().contains(code)) << code;
    EXPECT_TRUE(shipped_rules().english().keys().contains(code)) << code;
  }
}

TEST(Rules, EveryWordingBelongsToACode) {
  EXPECT_EQ(shipped_rules().thai().keys(), shipped_rules().english().keys());
  for (const std::string& key : shipped_rules().thai().keys()) {
    const std::string code = key.substr(0, key.find('.'));
    EXPECT_TRUE(shipped_rules().codes().contains(code)) << key;
    if (code == key) continue;
    EXPECT_TRUE(shipped_rules().of(code).variants.contains(key.substr(code.size() + 1))) << key;
  }
}

TEST(Rules, EveryCheckOfTheFolderIsRun) {
  std::vector<std::string> names;
  for (const Check& check : all_checks()) names.push_back(check.name);
  EXPECT_EQ(names.size(), 36U) << "a new check wants its tests, and its code above";
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

TEST(Rules, SeverityAndSwitchAreData) {
  const DataFolder data;
  data.replace("checks/missing_issue.yaml", "severity: error", "severity: info");
  data.replace("checks/empty_cell.yaml", "severity: error", "severity: error\nenabled: false");
  const Rules rules(data.path());
  Report report = sound_report();
  report.record.issues.pop_back();
  report.record.cells[0].text = "";
  const auto findings = run_checks({report.submission, report.record, shipped_agencies(), rules});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].code, "missing_issue");
  EXPECT_EQ(findings[0].severity, Severity::info);
}

struct Broken {
  std::string file;
  std::string from;
  std::string to;
  std::string message;
};

TEST(Rules, BrokenDataStopsTheProgramAndSaysWhere) {
  const std::vector<Broken> cases = {
      {"checks/empty_cell.yaml", "severity: error", "severity: grave",
       "empty_cell.yaml:2: \"grave\" is none of: error, warning, info"},
      {"checks/empty_cell.yaml", "severity: error", "", "empty_cell.yaml:1: \"severity\" is missing"},
      {"checks/empty_cell.yaml", "code: empty_cell", "code: empty",
       "empty_cell.yaml:1: the file is named after its code"},
      {"checks/empty_cell.yaml", "code:", "code: [", "empty_cell.yaml:2: "},
      {"checks/empty_cell.yaml",
       "severity:", "severities: x\nseverity:", "unknown key \"severities\"; allowed are code, "},
      {"checks/count_mismatch.yaml", "  most:", "  # most:", "\"most\" is missing"},
      {"checks/empty_cell.yaml", "severity:", "words: {more: [x]}\nseverity:", "the check of this code has no words"},
      {"checks/urls.yaml", "not_groups:", "no_groups:", "unknown key \"no_groups\""},
      {"messages/th.yaml", "phrases:", "phrase:", "unknown key \"phrase\""},
      {"checks/wrong_year.yaml", "reach: 40", "reach: many", "expected a number"},
      {"messages/th.yaml",
       "missing_issue:", "missing_issues:", "th.yaml:6: unknown key \"missing_issues\"; allowed are "},
      {"messages/en.yaml", "  missing_issue:", "  # missing_issue:", "\"missing_issue\" is missing"},
      {"messages/th.yaml", "  held_page:", "  held_pages:", "unknown key \"held_pages\"; allowed are issue, column, "},
      {"messages/th.yaml", "  follow_up: ", "  followup: ", "unknown key \"followup\"; allowed are activity, "},
      {"messages/en.yaml", "  follow_up: ", "  # follow_up: ", "\"follow_up\" is missing"},
      {"checks/missing_issue.yaml", "[issue, indicator, weakness,", "[issue, indicator, weaknes,",
       "missing_issue.yaml:10: \"weaknes\" is none of: activity, analysis, "},
      {"checks/missing_issue.yaml", "gaps: [absent]", "gaps: [absents]", "\"absents\" is none of: absent, blank, "},
      {"checks/missing_issue.yaml", "gaps: [absent]\n", "", "`gaps`: no code tells `absent`"},
      {"checks/missing_issue.yaml", "gaps: [absent]", "gaps: [absent, row]", "`gaps`: no code may tell `row`"},
      {"checks/misplaced_column.yaml", "  columns:", "  column:", "unknown key \"column\"; allowed are time, "},
      {"layouts/C_chapters.yaml", "responsible, result]", "responsible, results]",
       "C_chapters.yaml:27: \"results\" is none of: activity, "},
      {"layouts/common/columns.yaml",
       "  follow_up:", "  followup:", "unknown key \"followup\"; allowed are activity, "},
      {"layouts/common/columns.yaml",
       "  people: ", "  peoples: ", "unknown key \"peoples\"; allowed are periods, people, "},
      {"messages/en.yaml", "({found} of {asked} issues found)", "",
       "`missing_issue` has other placeholders in th.yaml than in en.yaml"},
      {"rubrics/measures_2567.yaml", "complete_issues: 0", "complete_issues: 1",
       "the last step must hold for every report"},
      {"assessment/2562.yaml", "min: 85}", "min: 99}", "2562.yaml:38: levels go from best to worst"},
      {"layouts/B_form.yaml", "issues: all", "issues: most", "`issues: most` is not known to the checks"},
  };
  for (const Broken& broken : cases) {
    const DataFolder data;
    data.replace(broken.file, broken.from, broken.to);
    EXPECT_THAT([&] { data.load(); }, ThrowsMessage<std::runtime_error>(HasSubstr(broken.message))) << broken.message;
  }
}

// Whatever a check reads from its file is asked for at start, not when the first document is judged.
TEST(Rules, EveryKeyOfACheckIsAskedForAtStart) {
  for (const auto& [code, rule] : shipped_rules().codes()) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : rule.words) keys.push_back(key);
    for (const auto& [key, value] : rule.columns) keys.push_back(key);
    for (const auto& [key, value] : rule.thresholds) keys.push_back(key);
    for (const std::string& key : keys) {
      const DataFolder data;
      data.replace("checks/" + code + ".yaml", "\n  " + key + ":", "\n  " + key + "z:");
      EXPECT_THAT([&] { data.load(); }, ThrowsMessage<std::runtime_error>(HasSubstr("unknown key \"" + key + "z\"")))
          << code;
    }
  }
}

TEST(Messages, SayWhereAndOnWhoseWords) {
  Finding finding;
  finding.code = "empty_cell";
  finding.issue_no = 4;
  finding.column_key = ColumnKey::responsible;
  finding.values["row"] = "2";
  word(finding, shipped_rules());
  EXPECT_EQ(finding.message_en, "Issue 1.4 column “responsible”, row 2: left blank in a row that is filled");
  EXPECT_EQ(finding.message_th, "ประเด็นที่ 1.4 ช่องผู้รับผิดชอบ แถวที่ 2 ว่าง ทั้งที่แถวนี้กรอกแล้ว");
}

TEST(Messages, PlaceOfAFindingWithoutIssueOrColumn) {
  Finding finding;
  finding.code = "numbering_gap";
  finding.values["numbers"] = "1, 3";
  word(finding, shipped_rules());
  EXPECT_EQ(finding.message_en, "The report: a number is skipped: 1, 3");
  finding.at = Evidence{5, {}, TextSource::text, 1};
  word(finding, shipped_rules());
  EXPECT_EQ(finding.message_en, "Page 5: a number is skipped: 1, 3");
}

TEST(RunChecks, OrderedByPlaceAndWithoutRepeats) {
  Report report = sound_report();
  report.record.issues[6].timeframe.reset();
  report.record.issues[0].limitation.reset();
  std::erase_if(report.record.issues, [](const IssueRecord& i) { return i.issue_no == 4; });
  report.record.links = {};
  const auto findings = run_checks(report.input());
  EXPECT_THAT(places(findings),
              ::testing::ElementsAre("missing_issue 4 - -", "missing_limitation 1 - -", "missing_timeframe 7 - -"));
  for (const Finding& finding : findings) {
    EXPECT_THAT(finding.message_th, Not(IsEmpty()));
    EXPECT_THAT(finding.message_en, Not(HasSubstr("{")));
  }
}

}  // namespace
}  // namespace prongsai::checks
