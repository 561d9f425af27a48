// What the program itself said of a reading, in Thai beside its English words.
#pragma once

#include <nlohmann/json.hpp>

#include "pipeline/review/desk.hpp"

namespace prongsai::review {

// Gives each row whose `column` holds words of the program, and not of the report, the same in Thai as `column`_th.
void say_in_thai(const Desk& desk, nlohmann::json& rows, const std::string& column);

}  // namespace prongsai::review
