// All data files at once, so that a mistake in one of them stops the program at start, and not the first document that
// needs it.
#pragma once

#include <filesystem>

namespace prongsai::cli {

// Throws std::runtime_error naming file and line.
void check_data(const std::filesystem::path& data_folder);

}  // namespace prongsai::cli
