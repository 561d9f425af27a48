// A short name for a list of row numbers: two lists have the same only when they are the same. For this library only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace prongsai::review {

// 64 hexadecimal digits; the order counts.
[[nodiscard]] std::string digest_of(const std::vector<std::int64_t>& ids);

}  // namespace prongsai::review
