// The named questions to the database: each SELECT gives the columns of its rows, filters leave what they say.
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <variant>

#include "pipeline/store/queries/blind_reading.hpp"
#include "pipeline/store/queries/change_log.hpp"
#include "pipeline/store/queries/collection_sums.hpp"
#include "pipeline/store/queries/earlier_reports.hpp"
#include "pipeline/store/queries/export_filter.hpp"
#include "pipeline/store/queries/exported_rows.hpp"
#include "pipeline/store/queries/facets.hpp"
#include "pipeline/store/queries/kept_views.hpp"
#include "pipeline/store/queries/kept_work.hpp"
#include "pipeline/store/queries/letter_facts.hpp"
#include "pipeline/store/queries/office_reports.hpp"
#include "pipeline/store/queries/relation_rows.hpp"
#include "pipeline/store/queries/report_facts.hpp"
#include "pipeline/store/queries/report_findings.hpp"
#include "pipeline/store/queries/report_list.hpp"
#include "pipeline/store/queries/report_readings.hpp"
#include "pipeline/store/queries/report_tables.hpp"
#include "pipeline/store/queries/second_sample.hpp"
#include "pipeline/store/queries/text_search.hpp"
#include "pipeline/store/queries/typed_rows.hpp"
#include "pipeline/store/queries/work_done.hpp"
#include "pipeline/store/store.hpp"
#include "tests/support/temp_folder.hpp"

namespace prongsai::store {
namespace {

class QueriesTest : public testing::Test {
 protected:
  QueriesTest() : store_(db_, Open::create) {}

  std::int64_t save(const std::string& path, const std::string& agency, int year, const std::string& code) {
    Submission submission;
    submission.source_path = path;
    submission.canonical_path = path;
    submission.sha256 = path + std::string(64 - path.size(), '0');
    Record record;
    record.agency = agency;
    record.fiscal_year = year;
    record.page_count = 1;
    Judgement judgement;
    judgement.findings.resize(1);
    judgement.findings[0].code = code;
    judgement.findings[0].severity = Severity::error;
    return store_.save({submission, record, judgement, "judge", std::nullopt});
  }

  std::vector<std::string> paths(const ReportFilter& filter, const ReportOrder& order = {}) {
    RelationReader reader(db_);
    std::vector<std::string> listed;
    for (const ListedReport& report : list_reports(reader, filter, order, {50, 0}))
      listed.push_back(report.source_path);
    EXPECT_EQ(count_reports(reader, filter), static_cast<std::int64_t>(listed.size()));
    return listed;
  }

  const samples::TempFolder folder_;
  const std::filesystem::path db_ = folder_.path() / "reports.db";
  Store store_;
};

using Paths = std::vector<std::string>;

// The row types say what each SELECT gives: rows_as() asserts it before the first row.
TEST_F(QueriesTest, EachAnswersOfAnEmptyDatabase) {
  RelationReader reader(db_);
  EXPECT_FALSE(reads_blind(reader, "a"));
  EXPECT_FALSE(reads_blind(reader, "a", 1));
  EXPECT_EQ(unfinished_readings(reader, "a"), 0);
  EXPECT_FALSE(is_set_right(reader, 1));
  EXPECT_TRUE(cells_set_right(reader, 1).empty());
  EXPECT_TRUE(second_decisions(reader, "x").empty());
  EXPECT_TRUE(list_changes(reader, {}, {50, 0}).empty());
  EXPECT_EQ(count_changes(reader, {}), 0);
  EXPECT_EQ(latest_change(reader), 0);
  EXPECT_TRUE(set_right_by(reader, 1).empty());
  each_report_counts(reader, {}, [](const ReportCounts&) { ADD_FAILURE(); });
  EXPECT_TRUE(score_bands(reader, {}).empty());
  EXPECT_TRUE(reach_by_province(reader, {}).empty());
  EXPECT_TRUE(earlier_versions(reader, 1).empty());
  EXPECT_TRUE(findings_of_version(reader, 1).empty());
  EXPECT_TRUE(reports_of_same_item(reader, 1).empty());
  EXPECT_FALSE(takes_any_report(reader, {}));
  EXPECT_EQ(ends_of_whole_paths(reader).first, "");
  EXPECT_TRUE(paths_of_reports(reader).empty());
  EXPECT_NE(identity_of_database(reader), "");
  EXPECT_EQ(last_saved_at(reader), "");
  EXPECT_TRUE(years_of_reports(reader).empty());
  EXPECT_TRUE(items_of_reports(reader).empty());
  EXPECT_TRUE(layouts_of_reports(reader).empty());
  EXPECT_TRUE(provinces_of_reports(reader).empty());
  EXPECT_TRUE(codes_of_findings(reader).empty());
  EXPECT_TRUE(assigned_reviewers(reader).empty());
  EXPECT_TRUE(authors_of_changes(reader).empty());
  EXPECT_TRUE(offices_or_paths(reader).empty());
  EXPECT_TRUE(views_of(reader, "a").empty());
  EXPECT_FALSE(owns_view(reader, "k", "a"));
  EXPECT_TRUE(versions_of_targets(reader, "x").empty());
  EXPECT_TRUE(carried_corrections(reader, "x").empty());
  EXPECT_TRUE(waiting_corrections_of(reader, "x").empty());
  EXPECT_TRUE(kept_work(reader, "x").empty());
  EXPECT_TRUE(report_in_letter(reader, 1).empty());
  EXPECT_TRUE(reports_in_letter(reader, 1).empty());
  EXPECT_TRUE(confirmed_findings(reader, 1).empty());
  EXPECT_EQ(count_open_findings(reader, 1), 0);
  EXPECT_FALSE(is_reviewed(reader, 1));
  EXPECT_TRUE(reviewers_of_report(reader, 1).empty());
  EXPECT_FALSE(letter_went(reader, {"x"}));
  EXPECT_FALSE(kept_letter(reader, "k"));
  EXPECT_TRUE(letters_of_report(reader, 1).empty());
  EXPECT_TRUE(reports_of_office(reader, {"ก", "a"}).empty());
  EXPECT_TRUE(findings_of_office(reader, {"ก", "a"}).empty());
  EXPECT_TRUE(scores_of_office(reader, {"ก", "a"}).empty());
  EXPECT_TRUE(cells_of_office(reader, {"ก", "a"}).empty());
  EXPECT_TRUE(rows_of_relation(reader, {"cell", 1, "a"}, {50, 0}).rows.empty());
  EXPECT_EQ(count_rows(reader, {"submission", 0, ""}), 0);
  EXPECT_FALSE(report_facts(reader, 1));
  EXPECT_FALSE(report_name(reader, 1));
  EXPECT_FALSE(report_name_of(reader, "x"));
  EXPECT_FALSE(file_of_report(reader, 1));
  EXPECT_FALSE(file_at(reader, "/a"));
  EXPECT_FALSE(rotation_of_page(reader, 1, 1));
  EXPECT_FALSE(text_of_page(reader, 1, 1));
  EXPECT_FALSE(proof_of_publication(reader, 1));
  EXPECT_EQ(submission_of(reader, RowOf::table, 1), 0);
  EXPECT_TRUE(office_names(reader).empty());
  EXPECT_TRUE(findings_of(reader, 1).empty());
  EXPECT_FALSE(next_open_finding(reader, {}, 0));
  EXPECT_EQ(count_findings(reader, {}).total, 0);
  EXPECT_TRUE(list_findings(reader, {}, {50, 0}).empty());
  EXPECT_TRUE(causes_of_findings(reader, {}, {50, 0}).empty());
  EXPECT_TRUE(open_findings(reader, {}).empty());
  EXPECT_TRUE(list_reports(reader, {}, {}, {50, 0}).empty());
  EXPECT_TRUE(reports_by_office(reader, {}).empty());
  EXPECT_TRUE(one_report_an_office(reader, {}, 5).empty());
  EXPECT_TRUE(pages_of(reader, 1).empty());
  EXPECT_TRUE(issues_of(reader, 1).empty());
  EXPECT_TRUE(scores_of(reader, 1, 0, 5).empty());
  EXPECT_TRUE(changed_scores_of(reader, 1).empty());
  EXPECT_EQ(count_scores(reader, 1), 0);
  EXPECT_TRUE(doubtful_words_of(reader, 1).empty());
  EXPECT_TRUE(score_readings_of(reader, 1).empty());
  EXPECT_TRUE(candidates_of(reader, 1).empty());
  EXPECT_EQ(count_cells(reader, 1), 0);
  EXPECT_TRUE(cells_of(reader, 1, std::nullopt).empty());
  EXPECT_TRUE(anchors_of_corrected_cells(reader, 1).empty());
  EXPECT_TRUE(tables_of(reader, 1).empty());
  EXPECT_TRUE(rows_of_tables(reader, 1, 2).empty());
  EXPECT_TRUE(second_readings(reader).empty());
  EXPECT_TRUE(second_readings(reader, "a").empty());
  EXPECT_TRUE(reports_to_draw(reader, {}).empty());
  EXPECT_TRUE(first_readers(reader, 1).empty());
  EXPECT_EQ(shuffled(reader, {7}), std::vector<std::int64_t>{7});
  EXPECT_TRUE(agreement_by_code(reader).empty());
  EXPECT_TRUE(differing_decisions(reader, "a", 5).empty());
  EXPECT_TRUE(search_texts(reader, {{"ก"}, {}}, 5).hits.empty());
  EXPECT_TRUE(work_by_reviewer(reader).empty());
  EXPECT_TRUE(changes_by_reviewer(reader).empty());
  EXPECT_TRUE(names_at_work(reader).empty());
  EXPECT_TRUE(assigned_to(reader, 1).empty());
}

TEST_F(QueriesTest, FiltersLeaveWhatTheySay) {
  save("/a.pdf", "สำนักงานจังหวัดลำปาง", 2566, "empty_cell");
  save("/b.pdf", "สำนักงานจังหวัดน่าน", 2567, "wrong_year");
  EXPECT_EQ(paths({}), (Paths{"/b.pdf", "/a.pdf"})) << "by office";
  EXPECT_EQ(paths({}, {"year", false}), (Paths{"/a.pdf", "/b.pdf"}));
  EXPECT_EQ(paths({}, {"year", true}), (Paths{"/b.pdf", "/a.pdf"}));
  EXPECT_EQ(paths({.office = "ลำปาง"}), Paths{"/a.pdf"});
  EXPECT_EQ(paths({.province = "น่าน"}), Paths{"/b.pdf"});
  EXPECT_EQ(paths({.year = "2566"}), Paths{"/a.pdf"});
  EXPECT_EQ(paths({.offices = Paths{"สำนักงานจังหวัดน่าน"}}), Paths{"/b.pdf"});
  EXPECT_EQ(paths({.offices = Paths{}}), Paths{}) << "no office is of the kind";
  EXPECT_EQ(paths({.code = "empty_cell"}), Paths{"/a.pdf"});
  EXPECT_EQ(paths({.code = "empty_cell", .decision = "done"}), Paths{}) << "it is open";
  EXPECT_EQ(paths({.decision = "open"}), (Paths{"/b.pdf", "/a.pdf"}));
  EXPECT_EQ(paths({.year = "2566", .code = "wrong_year"}), Paths{}) << "all must hold";
  EXPECT_EQ(paths({.year = "' OR 1 --"}), Paths{}) << "a value is never part of the question";
}

TEST_F(QueriesTest, FindingsOfAFilterAreCountedAndGoneThrough) {
  const std::int64_t first = save("/a.pdf", "ก", 2566, "empty_cell");
  const std::int64_t second = save("/b.pdf", "ข", 2567, "wrong_year");
  RelationReader reader(db_);
  EXPECT_EQ(count_findings(reader, {}).open, 2);
  EXPECT_EQ(count_findings(reader, {.year = "2567"}).total, 1);
  const auto of_first = next_open_finding(reader, {}, 0);
  ASSERT_TRUE(of_first);
  EXPECT_EQ(of_first->submission_id, first);
  const auto after_it = next_open_finding(reader, {}, of_first->finding_id);
  ASSERT_TRUE(after_it);
  EXPECT_EQ(after_it->submission_id, second);
  EXPECT_EQ(next_open_finding(reader, {}, after_it->finding_id)->submission_id, first) << "from the start again";
  EXPECT_FALSE(next_open_finding(reader, {.year = "2566"}, of_first->finding_id)) << "there is no other";
}

struct Pair {
  std::int64_t number = 0;
  std::optional<double> share;
};

template <typename Archive, Like<Pair> Record>
void describe(Archive& archive, Record& pair) {
  archive.field("number", pair.number);
  archive.field("share", pair.share);
}

TEST_F(QueriesTest, RowsAreReadAsTheyAreDescribed) {
  RelationReader reader(db_);
  const auto pairs = rows_as<Pair>(reader, "SELECT 3 AS number, 1 AS share UNION ALL SELECT 4, NULL");
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].number, 3);
  EXPECT_EQ(pairs[0].share, 1.0);
  EXPECT_FALSE(pairs[1].share);
  EXPECT_THROW((void)rows_as<Pair>(reader, "SELECT NULL AS number, 1 AS share"), std::bad_variant_access);
#ifndef NDEBUG
  EXPECT_DEATH((void)rows_as<Pair>(reader, "SELECT 1 AS share, 2 AS number"), "columns_of");
#endif
}

}  // namespace
}  // namespace prongsai::store
