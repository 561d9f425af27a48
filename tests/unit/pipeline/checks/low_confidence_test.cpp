// What was read with doubt.
#include "read_pages.hpp"

namespace prongsai::checks {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

DoubtfulWord two_readings(const std::string& text, const std::string& other, int page_no) {
  return {text, other, {page_no, {80, 100, 120, 114}, TextSource::ocr, 0.4}};
}

// `word` where it stands in the text, with what another reading makes of it.
Doubt doubt_in(const std::string& text, const std::string& word, const std::string& other, const Evidence& at) {
  const std::size_t begin = text.find(word);
  return {begin, begin + word.size(), other.empty() ? Certainty::low_confidence : Certainty::conflicting, word, other,
          at};
}

TEST(LowConfidence, LowConfidenceOfPagesReadByOcr) {
  const Report report = with_pages({page(PageSource::ocr, 0.5), page(PageSource::ocr, 0.95),
                                    page(PageSource::text, 0.5), page(PageSource::mixed, 0.6)});
  const auto findings = report.run(low_confidence);
  ASSERT_THAT(findings, SizeIs(2));
  EXPECT_EQ(findings[0].values.at("confidence"), "50");
  EXPECT_EQ(findings[1].at->page_no, 4);
}

TEST(LowConfidence, AnOfficesOwnNameThatOnlyOcrHasReadIsDoubtful) {
  const auto raised = [](PageSource source, const std::string& agency, const std::string& in_manifest = "") {
    Report report = with_pages({page(PageSource::text, 1), page(source, 0.95)});
    report.record.agency = agency;
    report.record.pages[1].text = agency + " ประจำปี";
    if (!in_manifest.empty()) {
      report.submission.manifest = ManifestRow();
      report.submission.manifest->agency = in_manifest;
    }
    return report.run(low_confidence).size();
  };
  EXPECT_EQ(raised(PageSource::ocr, "วิทยาลัยเทคนิคทุ่งสมุทร"), 1U);
  EXPECT_EQ(raised(PageSource::ocr, "สำนักงานทุ่งสมุทร"), 1U) << "no pattern knows it";
  EXPECT_EQ(raised(PageSource::text, "วิทยาลัยเทคนิคทุ่งสมุทร"), 0U);
  EXPECT_EQ(raised(PageSource::ocr, "วิทยาลัยเทคนิคทุ่งสมุทร", "วิทยาลัยเทคนิคทุ่งสมุทร"), 0U);
  EXPECT_EQ(raised(PageSource::ocr, "สำนักงานศึกษาธิการจังหวัดน่าน"), 0U) << "listed";
  EXPECT_EQ(raised(PageSource::ocr, "สำนักงานสาธารณสุขจังหวัดน่าน"), 0U) << "named after a province";
}

TEST(LowConfidence, AnOfficesNameInTheTextLayerIsNotInDoubtForAPictureBesideIt) {
  Report report = with_pages({page(PageSource::mixed, 1)});
  report.record.agency = "วิทยาลัยเทคนิคทุ่งสมุทร";
  report.record.pages[0].text = "วิทยาลัยเทคนิคทุ่งสมุทร ประจำปี";
  report.record.agency_at = Evidence{report.record.pages[0].page_no, {50, 50, 200, 70}, TextSource::text, 1};
  EXPECT_TRUE(report.run(low_confidence).empty());
  report.record.agency_at->source = TextSource::ocr;
  EXPECT_EQ(report.run(low_confidence).size(), 1U);
}

TEST(LowConfidence, DoubtfulFiguresNameThemselvesDoubtfulCellsOnceAPage) {
  Report report;
  report.score(SubjectKind::ita, 95.3).doubts = {{0, 0, Certainty::contradicted, "", "", {}}};
  report.score(SubjectKind::iit, 28.1).doubts = {{0, 0, Certainty::supposed, "", "", {}}};
  report.table("other", {"other", "other"});
  report.row({"ทา หรือ ทำ", "นา หรือ นำ"});
  for (CellRecord& cell : report.record.cells)
    cell.doubts = {{0, 6, Certainty::ambiguous, cell.text.substr(0, 6), "", cell.at}};
  report.record.cells[0].at.page_no = report.record.cells[1].at.page_no = 7;
  EXPECT_THAT(report.run(low_confidence), SizeIs(3));
}

TEST(LowConfidence, APageOfWhichAQuarterWasReadWithDoubt) {
  Report report = with_pages({page(PageSource::ocr, 0.95), page(PageSource::ocr, 0.95)});
  report.record.pages[0].raw_text = report.record.pages[1].raw_text = std::string(100, 'x');
  const Evidence at{1, {80, 100, 120, 114}, TextSource::ocr, 0.85};
  report.record.doubtful_words = {{std::string(20, 'x'), "", at}};
  EXPECT_THAT(report.run(low_confidence), IsEmpty());
  report.record.doubtful_words.push_back({std::string(10, 'x'), "", at});
  const auto findings = report.run(low_confidence);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].at->page_no, 1);
  EXPECT_EQ(findings[0].values.at("confidence"), "70");
}

TEST(LowConfidence, FiguresThatTwoReadersReadDifferentlyAreNamedOnceAPage) {
  Report report;
  report.record.doubtful_words = {two_readings("๒๗.๓๗", "๒๗.๓๑", 2),
                                  two_readings("O๒", "O๓", 2),
                                  two_readings("(๕)", "(๖)", 3),  // the number of a list item
                                  two_readings("O๔", "O๐๔", 3),   // the same item
                                  {"เทกนิก", "", {4, {80, 100, 120, 114}, TextSource::ocr, 0.5}}};
  const auto findings = report.run(low_confidence);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].at->page_no, 2);
  EXPECT_EQ(findings[0].evidence, "๒๗.๓๗ / ๒๗.๓๑, O๒ / O๓");
}

TEST(LowConfidence, ALimitationOfWhichAQuarterWasReadWithDoubt) {
  Report report;
  IssueRecord issue;
  issue.issue_no = 2;
  issue.limitation = "มีการโยกย้ายและปรั เ ลยษผู้จั ช บ";
  issue.limitation_at = Evidence{3, {60, 90, 500, 130}, TextSource::ocr, 0.95};
  const Evidence at{3, {90, 100, 120, 114}, TextSource::ocr, 0.85};
  issue.limitation_doubts = {doubt_in(*issue.limitation, "ลยษ", "", at)};
  report.record.issues = {issue};
  EXPECT_THAT(report.run(low_confidence), IsEmpty());
  report.record.issues[0].limitation_doubts.push_back(doubt_in(*issue.limitation, "ผู้จั ช บ", "", at));
  const auto findings = report.run(low_confidence);
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].values.at("variant"), "word");
}

TEST(LowConfidence, AFigureThatAScoresOwnFindingNamesIsNotToldTwice) {
  Report report;
  ScoreRecord& score = report.score(SubjectKind::ita, 95.37);
  score.raw_figure = "๙๕.๓๗";
  report.record.doubtful_words = {two_readings("๙๕.๓๗", "๙๕.๓๑", score.at.page_no)};
  score.doubts = {doubt_in(score.raw_figure, "๙๕.๓๗", "๙๕.๓๑", report.record.doubtful_words[0].at)};
  EXPECT_THAT(report.run(low_confidence), SizeIs(1));
  report.record.doubtful_words.push_back(two_readings("๘๘.๒", "๘๘.๗", score.at.page_no));
  report.record.doubtful_words.back().at.box = {200, 100, 240, 114};
  EXPECT_THAT(report.run(low_confidence), SizeIs(2));
}

TEST(LowConfidence, TheReportsOwnYearIsDoubtfulUnlessTheManifestSaysTheSame) {
  Report report;
  report.record.doubtful_words = {two_readings("๒๕๖๗", "๒๕๖๑", 1)};
  report.record.fiscal_year_at = report.record.doubtful_words[0].at;
  report.record.fiscal_year_doubts = {doubt_in("๒๕๖๗", "๒๕๖๗", "๒๕๖๑", *report.record.fiscal_year_at)};
  const auto variants = [&] {
    std::vector<std::string> out;
    for (const Finding& finding : report.run(low_confidence)) out.push_back(finding.values.at("variant"));
    return out;
  };
  EXPECT_THAT(variants(), ElementsAre("year", "figures"));
  report.submission.manifest = ManifestRow();
  report.submission.manifest->fiscal_year = 2567;
  EXPECT_THAT(variants(), ElementsAre("figures"));
}

}  // namespace
}  // namespace prongsai::checks
