// Names that changes are logged under.
#pragma once

#include <string>
#include <string_view>

namespace prongsai::review {

// What is kept of a name: one line of letters, 300 bytes at most, without signs that turn its direction or that nobody
// sees, its blanks one each. "" where nothing is left, and for words that stand for something else in the log and in
// filters: the program itself, nobody.
[[nodiscard]] std::string reviewer_name(std::string_view given);

}  // namespace prongsai::review
