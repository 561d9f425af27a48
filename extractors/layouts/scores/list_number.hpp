// The number that a line, cell or name has in its list.
#pragma once

#include <string_view>

namespace prongsai::layouts::scores {

// "๑. อบต.บางน้ำ", "(๒) การใช้อำนาจ": the text behind the number.
[[nodiscard]] std::string_view without_list_number(std::string_view text);

}  // namespace prongsai::layouts::scores
