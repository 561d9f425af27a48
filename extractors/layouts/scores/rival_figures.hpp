// Two figures for one claim: a report has one score of a subject, office and year.
#pragma once

#include "extractors/layouts/assessment/assessment.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

// Both speak of the same subject, unit, year and office, and the year is known.
[[nodiscard]] bool claim_the_same(const ScoreRecord& a, const ScoreRecord& b);

// Whether the values agree: equal, the one rounded (98.08 and 98.1), or the one weighted (94.60 and 28.38 of 30).
[[nodiscard]] bool values_agree(const ScoreRecord& a, const ScoreRecord& b, const Assessments& assessments);

// Takes out figures of running text that were given the reporting office although they do not name it, where others
// claim the same with values that neither agree nor look like one that was misprinted (87.36, 87.63): another office's
// or year's is among them. What names its office, stands in a table or is told more often than the others stays.
// What is taken out is told as a reading that is unclear.
void drop_rivals(Record& record, const Assessments& assessments);

}  // namespace prongsai::layouts
