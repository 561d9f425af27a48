#include "pipeline/checks/rubric.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "extractors/text/data/data_file.hpp"
#include "models/record_view.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/damage.hpp"
#include "pipeline/checks/gap.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/table_filling.hpp"

namespace prongsai::checks {
namespace {

// What an issue lacks, by its number; nothing when it is complete.
using Gaps = std::map<int, std::optional<Gap>>;

bool has_all_columns(const TableRecord& table, const Requirements& requirements) {
  const auto& columns = requirements.columns_of(table);
  return std::ranges::all_of(columns, [&](ColumnKey column) { return has_column(table, column); });
}

// A layout with a table for each issue: that table has all its columns and no blank, and the timeframe is stated.
std::optional<Gap> gap_of_issue_table(const CheckInput& input, const IssueRecord& issue) {
  const Requirements& requirements = input.rules.requirements();
  const RecordView rows(input.record);
  bool any = false;
  for (const TableRecord& table : input.record.tables) {
    if (table.issue_no != issue.issue_no || table.annexed_template || requirements.columns_of(table).empty()) continue;
    any = true;
    if (!has_all_columns(table, requirements)) return Gap::column;
    const TableFilling filling = filling_of(rows, table, requirements);
    if (filling.filled_cells == 0) return Gap::blank;
    if (!filling.gaps.empty()) return Gap::cell;
  }
  if (!any) return Gap::blank;
  return stated(issue.timeframe) ? std::nullopt : std::optional(Gap::timeframe);
}

// A layout whose tables hold one issue a row: the issue has its rows in every such table, without a blank.
std::optional<Gap> gap_of_issue_rows(const CheckInput& input, const IssueRecord& issue) {
  const Requirements& requirements = input.rules.requirements();
  for (const TableRecord& table : input.record.tables) {
    if (table.annexed_template || requirements.columns_of(table).empty()) continue;
    bool any = false;
    for (const CellRecord& cell : input.record.cells) {
      if (cell.table_no != table.table_no || cell.issue_no != issue.issue_no || names_the_row(cell.column_key))
        continue;
      if (!requirements.demands(table, cell.column_key)) continue;
      any = true;
      if (is_unfilled(cell.text)) return Gap::cell;
    }
    if (!any) return Gap::row;
  }
  return std::nullopt;
}

// `asked`: the issues of the form.
Gaps gaps_of(const CheckInput& input, const LayoutNeeds& needs, std::size_t asked) {
  Gaps gaps;
  for (std::size_t number = 1; number <= asked; ++number) gaps[static_cast<int>(number)] = Gap::absent;
  for (const IssueRecord& issue : input.record.issues) {
    const auto gap = gaps.find(issue.issue_no);
    if (gap == gaps.end()) continue;
    gap->second = needs.issue_timeframe ? gap_of_issue_table(input, issue) : gap_of_issue_rows(input, issue);
  }
  return gaps;
}

// Whether the findings say what a gap says, of the issue or of the whole report. That an issue has no row beside those
// of others needs no finding.
bool is_raised(Gap gap, int issue_no, const Rules& rules, const std::vector<Finding>& raised) {
  const std::vector<std::string>& codes = rules.codes_that_tell(gap);
  if (codes.empty()) return true;
  return std::ranges::any_of(raised, [&](const Finding& finding) {
    return (!finding.issue_no || issue_no == 0 || finding.issue_no == issue_no) &&
           std::ranges::find(codes, finding.code) != codes.end();
  });
}

bool are_all_raised(const Gaps& gaps, bool limitation, const Rules& rules, const std::vector<Finding>& raised) {
  if (!limitation && !is_raised(Gap::limitation, 0, rules, raised)) return false;
  return std::ranges::all_of(
      gaps, [&](const auto& gap) { return !gap.second || is_raised(*gap.second, gap.first, rules, raised); });
}

bool limitation_given(const Record& record) {
  return part_limitation(record).text || std::any_of(record.issues.begin(), record.issues.end(),
                                                     [](const IssueRecord& i) { return stated(i.limitation); });
}

const Rubric* rubric_for(const CheckInput& input) {
  const Record& record = input.record;
  if (!record.fiscal_year || record.status == Status::failed || record.status == Status::deferred) return nullptr;
  if (!record.agency) return nullptr;
  const layouts::Scheme* scheme = input.rules.assessments().of(*record.fiscal_year).scheme_of(*record.agency);
  if (scheme == nullptr) return nullptr;
  const auto layouts = layout_keys(record.layout);
  for (const Rubric& rubric : input.rules.rubrics()) {
    const bool fits = std::any_of(layouts.begin(), layouts.end(), [&](const std::string& key) {
      return std::find(rubric.layouts.begin(), rubric.layouts.end(), key) != rubric.layouts.end();
    });
    if (fits && rubric.fiscal_year == *record.fiscal_year && rubric.scheme == scheme->name &&
        record.item_code == rubric.item_code) {
      return &rubric;
    }
  }
  return nullptr;
}

std::string gap_list(const Gaps& gaps, const Messages& words) {
  std::string out;
  for (const auto& [issue, gap] : gaps) {
    if (!gap) continue;
    if (!out.empty()) out += ", ";
    out += words.issue_name(issue) + " (" + words.phrase("gap_" + std::string(word_of(*gap))) + ")";
  }
  return out;
}

std::string reason(const RubricStep& step, const Gaps& gaps, bool limitation, const Messages& words) {
  const auto complete =
      static_cast<std::size_t>(std::count_if(gaps.begin(), gaps.end(), [](const auto& gap) { return !gap.second; }));
  const std::string key = complete == gaps.size() ? (limitation ? "score_complete" : "score_no_limitation")
                          : limitation            ? "score_gaps"
                                                  : "score_gaps_no_limitation";
  return fill(words.phrase(key), [&](const std::string& name) -> std::string {
    if (name == "score") return std::to_string(step.score);
    if (name == "complete") return std::to_string(complete);
    if (name == "gaps") return gap_list(gaps, words);
    return std::to_string(gaps.size());
  });
}

RubricStep read_step(const text::DataNode& step, const std::vector<double>& points) {
  step.allow_keys({"score", "complete_issues", "limitation"});
  const int score = step.at("score").integer();
  if (std::ranges::find(points, score) == points.end())
    step.at("score").fail("`score` is none of the points that an item can earn (assessment/, `points`)");
  return {score, step.at("complete_issues").integer(), step.at("limitation").boolean()};
}

}  // namespace

Rubric read_rubric(const std::filesystem::path& path, const ItemPoints& item_points) {
  const text::DataNode root = text::read_data_file(path);
  root.allow_keys({"fiscal_year", "item_code", "scheme", "layouts", "steps"});
  Rubric rubric;
  rubric.fiscal_year = root.at("fiscal_year").integer();
  rubric.item_code = root.at("item_code").text();
  rubric.scheme = root.at("scheme").text();
  rubric.layouts = root.at("layouts").texts();
  const std::vector<double> points = item_points(rubric.fiscal_year);
  for (const text::DataNode& step : root.at("steps").items()) rubric.steps.push_back(read_step(step, points));
  if (rubric.steps.empty() || rubric.steps.back().complete_issues > 0 || rubric.steps.back().limitation) {
    root.at("steps").fail("the last step must hold for every report");
  }
  return rubric;
}

Suggestion suggest_score(const CheckInput& input, const std::vector<Finding>& raised) {
  const Rubric* rubric = rubric_for(input);
  if (rubric == nullptr) return {};
  const Gaps gaps = gaps_of(input, input.rules.requirements().of_layout(input.record.layout),
                            input.rules.assessments().of(rubric->fiscal_year).issues.size());
  const auto complete = std::count_if(gaps.begin(), gaps.end(), [](const auto& gap) { return !gap.second; });
  const bool limitation = limitation_given(input.record);
  const auto step = std::find_if(rubric->steps.begin(), rubric->steps.end(), [&](const RubricStep& s) {
    return complete >= s.complete_issues && (limitation || !s.limitation);
  });
  if (step != rubric->steps.begin() && damaged_places(input.record).any()) {
    return {std::nullopt, input.rules.thai().phrase("score_damaged"), input.rules.english().phrase("score_damaged")};
  }
  if (step != rubric->steps.begin() && !are_all_raised(gaps, limitation, input.rules, raised)) {
    return {std::nullopt, input.rules.thai().phrase("score_untold"), input.rules.english().phrase("score_untold")};
  }
  return {step->score, reason(*step, gaps, limitation, input.rules.thai()),
          reason(*step, gaps, limitation, input.rules.english())};
}

}  // namespace prongsai::checks
