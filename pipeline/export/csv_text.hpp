// A text as a cell of a CSV file (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace prongsai::exporting {

// `guard`: a cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection), as does
// one that begins with an apostrophe: one apostrophe taken away gives the text again.
[[nodiscard]] std::string csv_text(std::string_view text, bool guard = true);

}  // namespace prongsai::exporting
