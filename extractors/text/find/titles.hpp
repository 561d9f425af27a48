// Titles of persons at the beginning of a text.
#pragma once

#include <string_view>

namespace prongsai::text {

// `tight`: UTF-8 without blanks. Begins with a title (นาย, ผศ., ร้อยตรี, ว่าที่…); what follows need be no name.
[[nodiscard]] bool begins_with_title(std::string_view tight);

// … as a signature does: "ลงชื่อ…", "(นายสมชายใจดี)".
[[nodiscard]] bool begins_signature(std::string_view tight);

}  // namespace prongsai::text
