// The contract's column keys.
#pragma once

#include <span>
#include <string_view>

namespace prongsai::layouts {

inline constexpr std::string_view kOtherColumn = "other";

// One of the contract's column keys, `other` among them.
[[nodiscard]] std::span<const std::string_view> column_keys();
[[nodiscard]] bool is_column_key(std::string_view key);

}  // namespace prongsai::layouts
