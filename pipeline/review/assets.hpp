// The pages' files, built into the program (cmake/Assets.cmake).
#pragma once

#include <functional>
#include <map>
#include <string>

namespace prongsai::review {

// File name → content, UTF-8.
[[nodiscard]] const std::map<std::string, std::string, std::less<>>& assets();

}  // namespace prongsai::review
