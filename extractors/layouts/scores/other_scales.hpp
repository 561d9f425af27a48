// Figures of other scales that stand beside the name of an instrument: points of five, coefficients, versions.
#pragma once

#include "models/record.hpp"

namespace prongsai::layouts {

// Takes out figures of the assessment and its instruments that are more than 0 and less than any office gets of a
// hundred: a mean of five points, a reliability of 0.93, "ITA 5.0". Items, questions and indicators may have
// less, but not the points of a scale to five;
// what was read from pixels may have lost a digit, and is doubted instead.
void drop_other_scales(Record& record);

}  // namespace prongsai::layouts
