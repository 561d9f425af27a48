// A value of any column, and a row of them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace prongsai::store {

using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string>;
using Row = std::vector<Value>;

}  // namespace prongsai::store
