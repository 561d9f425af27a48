// Is a stated grade the one of its score, by the scales of the assessed year?
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/layouts/assessment/assessment.hpp"

namespace prongsai::checks {

// Instruments' results in points of 100; none where the report does not state them.
struct InstrumentPoints {
  std::array<std::optional<double>, layouts::kInstruments.size()> points;  // as layouts::kInstruments
};

struct GradeVerdict {
  bool wrong = false;
  std::string expected;  // the level that the score earns, for the message
};

// Judges a stated grade in the scale that it belongs to. Nothing when the grade is of no known scale.
// Where a level depends on instruments that are not stated, or on the year and the year is not, the doubt is the
// report's benefit.
[[nodiscard]] std::optional<GradeVerdict> judge_grade(std::string_view grade, double score,
                                                      const InstrumentPoints& instruments,
                                                      std::optional<int> assessed_year,
                                                      const layouts::Assessments& assessments);

}  // namespace prongsai::checks
