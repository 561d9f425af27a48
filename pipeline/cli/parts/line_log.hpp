// A log file with a line for each thing that was done, for people to follow and to search.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace prongsai::cli {

// Goes on where the file ends; makes it for its owner alone. Each line begins with the local time. Throws where it
// cannot be written.
[[nodiscard]] std::function<void(const std::string&)> open_line_log(const std::filesystem::path& file);

}  // namespace prongsai::cli
