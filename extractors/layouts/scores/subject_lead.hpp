// What stands right before the short name of an instrument tells whether a figure behind it may be its score.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/scores/words.hpp"

namespace prongsai::layouts::scores {

// "คะแนน IIT", "และแบบวัด OIT", "เทศบาลตำบล… ITA", "(EIT": a word for what was got or assessed, a joint, the name of an
// office, the end of the figure before, or nothing. Behind any other noun ("ระบบ OIT", "ค่าใช้จ่ายด้าน IIT", "ความรู้ EIT")
// the name only tells which system, expenses or knowledge is spoken of. `before`: tight; `offices`: names in the text,
// tight.
[[nodiscard]] bool may_lead_to_subject(std::string_view before, const std::vector<std::string>& offices,
                                       const ScoreWords& words);

}  // namespace prongsai::layouts::scores
