// Text of a report inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::review {

// & < > " ' as entities; control characters, which HTML does not allow, as U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace prongsai::review
