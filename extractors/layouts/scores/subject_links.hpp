// Whether a figure goes on with a subject that a sentence named before it: only words of known kinds may stand between
// (what was got, of which year and office, at which level). A figure behind a label of its own that nothing knows
// ("คะแนนพิเศษ", "ถูกหัก", "แบบสำรวจเชิงประจักษ์") is not the last subject's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/scores/subjects.hpp"
#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

// `between`: tight, from the subject's end to the figure. `offices`: names of offices in the text, tight.
// A numbered indicator that these words name otherwise than the assessment does is another report's.
[[nodiscard]] bool is_linked(const SubjectMention& subject, std::string_view between,
                             const std::vector<std::string>& offices, const ScoreWords& words,
                             const Assessments& assessments);

}  // namespace prongsai::layouts::scores
