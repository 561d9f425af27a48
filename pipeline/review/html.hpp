// Text of a report inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::review {

// & < > " ' as entities; as U+FFFD: broken bytes, control characters, which HTML does not allow, and signs that turn
// the direction of text.
[[nodiscard]] std::string escaped(std::string_view text);

// The text as it is, but signs that turn the direction of what follows are U+FFFD.
[[nodiscard]] std::string without_turns(std::string_view text);

}  // namespace prongsai::review
