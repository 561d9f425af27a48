// What someone looks for, as words. For this library only.
#pragma once

#include <string>
#include <vector>

namespace prongsai::review {

// Parted at blanks, but for what stands in double quotes; repaired as the database's texts are (ํ + า is ำ), ๐–๙ as 0–9.
[[nodiscard]] std::vector<std::string> search_words(const std::string& query);

}  // namespace prongsai::review
