// The scores of one office in one year, put together: overall score and its three instruments.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "models/record.hpp"
#include "pipeline/checks/grades.hpp"

namespace prongsai::checks {

// One office's scores of one year as stated together; a pointer is null where that figure is not stated.
struct ScoreGroup {
  const ScoreRecord* overall = nullptr;
  std::array<const ScoreRecord*, layouts::kInstruments.size()> parts{};  // as layouts::kInstruments
  std::optional<int> year;                                               // assessed; none where not stated

  [[nodiscard]] bool complete() const { return overall != nullptr && has_parts(); }
  [[nodiscard]] bool has_parts() const { return std::ranges::find(parts, nullptr) == parts.end(); }
  // Takes the first score of each subject; scores of indicators and items are no part.
  void take(const ScoreRecord& score);
};

// Groups by office and year, in the order of first mention. In running text a figure without office is the report's
// own; in a table (one office a row) it belongs to no group.
[[nodiscard]] std::vector<ScoreGroup> group_scores(const Record& record);

// What a finding about a score begins with where the score is not the report's own office's: "office, year: ".
[[nodiscard]] std::string whose(const ScoreRecord& score, const Record& record);

// The sum of a complete group's parts, which may be stated weighted (28.38 of 30) or as points of 100; which of the
// two, their sizes tell. Of a group without a year the sum by the weights that bring it nearest to the overall score.
[[nodiscard]] double sum_of_parts(const ScoreGroup& group, const layouts::Assessments& assessments);

// The instruments as points of 100; empty ones where not stated, or where the year is not and weights differ by it.
[[nodiscard]] InstrumentPoints instruments_of(const ScoreGroup& group, const layouts::Assessments& assessments);

// Read from a scan, and a single misread digit (or a figure doubted already) would explain why `sum` is not the overall
// score: the reading is in doubt, not the report.
[[nodiscard]] bool sum_is_in_doubt(const ScoreGroup& group, double sum);

// Are two figures of one running text about the same thing, by the words behind the thing's number? A scan may read
// ตัวชี้วัดที่ ๕ as ๔.
[[nodiscard]] bool same_words_behind_number(const ScoreRecord& a, const ScoreRecord& b);

// A figure as the report rounds it: 28.38, 40.0, 95.
[[nodiscard]] std::string figure(double value);

}  // namespace prongsai::checks
