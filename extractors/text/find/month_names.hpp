// The months as Thai writes them.
#pragma once

#include <string>

namespace prongsai::text {

// In full, for 1 to 12 (มกราคม to ธันวาคม); "" for other numbers.
[[nodiscard]] std::string month_name(int month);

}  // namespace prongsai::text
