// The scores of one office in one year, put together: overall score and its three instruments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/record.hpp"
#include "pipeline/checks/grades.hpp"

namespace prongsai::checks {

// The instruments' shares of the overall score (NACC, since 2562): IIT 30, EIT 30, OIT 40.
inline constexpr double kIitWeight = 0.30;
inline constexpr double kEitWeight = 0.30;
inline constexpr double kOitWeight = 0.40;

// One office's scores of one year as stated together; a pointer is null where that figure is not stated.
struct ScoreGroup {
  const ScoreRecord* ita = nullptr;
  const ScoreRecord* iit = nullptr;
  const ScoreRecord* eit = nullptr;
  const ScoreRecord* oit = nullptr;

  [[nodiscard]] bool complete() const { return ita != nullptr && has_parts(); }
  [[nodiscard]] bool has_parts() const { return iit != nullptr && eit != nullptr && oit != nullptr; }
};

// Groups by office and year, in the order of first mention. In running text a figure without office is the report's
// own; in a table (one office a row) it belongs to no group.
[[nodiscard]] std::vector<ScoreGroup> group_scores(const Record& record);

// The parts may be stated weighted (28.38 of 30) or as points of 100; which of the two, their sizes tell.
[[nodiscard]] bool parts_are_weighted(const ScoreGroup& group);
[[nodiscard]] double sum_of_parts(const ScoreGroup& group);

// The instruments as points of 100; empty ones where not stated.
[[nodiscard]] Instruments instruments_of(const ScoreGroup& group);

// Read from a scan, and a single misread digit (or a figure doubted already) would explain why the sum is off: the
// reading is in doubt, not the report.
[[nodiscard]] bool sum_is_in_doubt(const ScoreGroup& group);

// Are two figures of one running text about the same thing, by the words behind the thing's number? A scan may read
// ตัวชี้วัดที่ ๕ as ๔.
[[nodiscard]] bool same_words_behind_number(const ScoreRecord& a, const ScoreRecord& b);

// A figure as the report rounds it: 28.38, 40.0, 95.
[[nodiscard]] std::string figure(double value);

}  // namespace prongsai::checks
