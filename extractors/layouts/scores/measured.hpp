// Whether a percentage is a share of something else than a score, by the words of its own clause:
// "การจัดเก็บรายได้ทำได้ร้อยละ ๗๘.๔๕" behind a sentence on the assessment, "ความก้าวหน้าการเตรียมข้อมูล OIT ร้อยละ ๖๔.๒๙".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/scores/subjects.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {

// `text`: the passage; `tight`: of it; `mention`: the subject that the percentage would be given; `begin`: where it
// stands in the tight text; `offices`: names of offices, tight, which measure nothing (สำนักงานศึกษาธิการ…). A percentage
// called คะแนน ("คะแนนเฉลี่ยร้อยละ") is a score, whatever stands before.
[[nodiscard]] bool measures_something_else(std::string_view text, const TightText& tight, const SubjectMention& mention,
                                           std::size_t begin, const std::vector<std::string>& offices,
                                           const ScoreWords& words);

}  // namespace prongsai::layouts::scores
