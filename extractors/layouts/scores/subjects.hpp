// Whose score a text speaks of: the whole assessment, an instrument, an indicator, an item.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/scores/words.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "models/score_subject.hpp"

namespace prongsai::layouts {

struct SubjectMention {
  // How much it takes to turn a sentence from the subject named before to this one.
  enum class Strength {
    overall,      // "ผลการประเมิน": any nearer subject keeps the figure
    description,  // "ผู้มีส่วนได้ส่วนเสียภายใน", "(IIT)": an indicator named before keeps the figure
    named,        // "ตัวชี้วัดที่ ๓", "ตัวชี้วัดข้อ ๒๙"
  } strength = Strength::overall;
  std::optional<SubjectKind> subject;  // none: no one's, a range of indicators
  std::string subject_no;              // an indicator's number, an item code, or ""
  std::size_t begin = 0;               // byte offsets in the tight text
  std::size_t end = 0;
  bool unnamed = false;  // "ผลการประเมิน", "คะแนนรวม": only what the passage speaks of tells which assessment
};

// All mentions in order, none inside another.
[[nodiscard]] std::vector<SubjectMention> find_subjects(std::string_view text, const TightText& tight,
                                                        const ScoreWords& words, const Assessments& assessments);

}  // namespace prongsai::layouts
