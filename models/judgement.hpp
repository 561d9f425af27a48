// What the checks and the year's rubric say of one report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/finding.hpp"

namespace prongsai {

struct Judgement {
  std::vector<Finding> findings;
  std::optional<int> suggested_score;  // 100, 50 or 0; none where no rubric applies
  std::string score_reason;            // one Thai sentence that names what decided it; "" where no rubric applies
  std::string score_reason_en;         // the same in English
};

}  // namespace prongsai
