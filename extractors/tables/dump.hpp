// Pages and documents as text that a person can read and a tool can compare line by line: golden files, bug reports.
// Coordinates are points with one decimal; a line break inside a text is shown as ⏎.
#pragma once

#include <string>

#include "models/document.hpp"
#include "models/page.hpp"

namespace prongsai::tables {

[[nodiscard]] std::string dump_words(const Page& page);
[[nodiscard]] std::string dump_tables(const Document& document);

}  // namespace prongsai::tables
