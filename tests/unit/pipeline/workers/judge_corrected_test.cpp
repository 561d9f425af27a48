// What is kept of a judgement is what was judged last, with the project's own data files and a database.
#include "pipeline/workers/run/judge_corrected.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "pipeline/workers/run/document_reader.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pipeline/store/sample_records.hpp"

namespace prongsai::workers {
namespace {

// A report that leaves the same blank of an issue open on two pages: two findings that differ in their place alone.
Record with_two_blanks() {
  Record record;
  record.agency = "สำนักงานตัวอย่างอำเภอบ้านไร่";
  record.fiscal_year = 2567;
  record.item_code = "O34";
  record.page_count = 2;
  for (const int page : {1, 2}) {
    TableRecord table;
    table.table_no = page;
    table.issue_no = 3;
    table.columns = {{ColumnKey::responsible, {"ผู้รับผิดชอบ"}, "", std::nullopt, 0}};
    table.at = samples::place(page, 90);
    record.tables.push_back(table);
    CellRecord blank;
    blank.table_no = page;
    blank.row_no = blank.col_no = 1;
    blank.column_key = ColumnKey::responsible;
    blank.issue_no = 3;
    blank.text = blank.raw_text = "ชื่อ ______";
    blank.at = samples::place(page, 100);
    record.cells.push_back(blank);
    record.pages.push_back({page, PageSource::text, "an intact text layer", 595, 842, 0, blank.text, blank.text});
  }
  return record;
}

class JudgeCorrected : public testing::Test {
 protected:
  JudgeCorrected() {
    ReaderChoice choice;
    choice.data_folder = std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data";
    choice.models.model = "none";
    version_ = versions_of(choice).judging;
    submission_ = samples::submission();
    id_ = store_.save({submission_, with_two_blanks(), {}, "", std::nullopt});
    judge_.judge(store_, *store_.find(id_));
    judged_ = store_.load_own_judgement(id_);
  }

  // Whether the judge brings back what was judged after something else was kept in its place.
  bool comes_back(const Judgement& kept) {
    store_.save_judgement(id_, kept, version_);
    judge_.judge(store_, *store_.find(id_));
    return texts_of(store_.load_own_judgement(id_)) == texts_of(judged_);
  }

  static std::vector<std::string> texts_of(const Judgement& judgement) {
    std::vector<std::string> texts{judgement.score_reason_en};
    for (const Finding& finding : judgement.findings) {
      texts.push_back(finding.code + " " + std::to_string(finding.at ? finding.at->page_no : 0) + " " +
                      std::to_string(finding.at ? finding.at->box.y0 : 0) + " " + finding.evidence + " " +
                      finding.message_en);
    }
    std::sort(texts.begin(), texts.end());
    return texts;
  }

  const samples::TempFolder folder_;
  store::Store store_{folder_.path() / "year.db", store::Open::create};
  CorrectedJudge judge_{std::filesystem::path(PRONGSAI_SOURCE_DIR) / "data"};
  std::string version_;
  Submission submission_;
  std::int64_t id_ = 0;
  Judgement judged_;
};

TEST_F(JudgeCorrected, OfTwoFindingsThatDifferInTheirPlaceNoneStandsForTheOther) {
  std::vector<Finding*> blanks;
  Judgement kept = judged_;
  for (Finding& finding : kept.findings) {
    if (finding.code == "unfilled_placeholder") blanks.push_back(&finding);
  }
  ASSERT_EQ(blanks.size(), 2U) << texts_of(judged_).back();
  ASSERT_EQ(blanks[0]->message_th, blanks[1]->message_th);
  ASSERT_NE(blanks[0]->at->page_no, blanks[1]->at->page_no);
  *blanks[1] = samples::finding("wrong_year", "ปี ๒๕๖๓");
  EXPECT_TRUE(comes_back(kept));
}

TEST_F(JudgeCorrected, WhereAFindingStandsAndItsEnglishWordsAreOfTheJudgement) {
  Judgement moved = judged_;
  for (Finding& finding : moved.findings) {
    if (finding.at) finding.at->page_no = 3;
  }
  EXPECT_TRUE(comes_back(moved));
  Judgement reworded = judged_;
  reworded.findings.at(0).message_en = "Something else.";
  EXPECT_TRUE(comes_back(reworded));
  Judgement with_another_reason = judged_;
  with_another_reason.score_reason_en = "for another reason";
  EXPECT_TRUE(comes_back(with_another_reason));
}

// Without a change nothing is written, whatever order the findings have there.
TEST_F(JudgeCorrected, TheSameJudgementIsNotWrittenAgain) {
  Judgement turned = judged_;
  std::reverse(turned.findings.begin(), turned.findings.end());
  store_.database().exec("DELETE FROM finding");
  store_.save_judgement(id_, turned, version_);
  const int before = store_.database().getTotalChanges();
  judge_.judge(store_, *store_.find(id_));
  EXPECT_EQ(store_.database().getTotalChanges(), before);
}

}  // namespace
}  // namespace prongsai::workers
