// An address's text put right before it is parsed, as browsers do: line breaks are dropped, backslashes become slashes,
// a missing scheme is https. What is judged by its address alone and what is opened are read alike.
#pragma once

#include <string>
#include <string_view>

#include "models/result.hpp"

namespace prongsai::checks {

inline constexpr std::size_t kLongestAddress = 8000;  // bytes; servers refuse longer ones

struct AddressText {
  std::string text;  // scheme://authority, then only letters that an address may hold
  bool scheme_given = true;
};

// An address that stands by itself. A Failure for any scheme but http and https.
[[nodiscard]] Result<AddressText> absolute_text(std::string_view text);

// A link, absolute or relative; "" for one to the page itself. A Failure for schemes that are not of the web
// (javascript:, mailto:, data:, …).
[[nodiscard]] Result<std::string> link_text(std::string_view text);

// Percent signs and two digits become bytes.
[[nodiscard]] std::string percent_bytes(std::string_view text);

}  // namespace prongsai::checks
