// Text of a report inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::review {

// & < > " ' as entities; as U+FFFD: broken bytes, control characters, which HTML does not allow, and signs that turn
// the direction of text.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace prongsai::review
