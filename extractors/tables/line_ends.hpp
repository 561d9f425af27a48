// Whether a line was filled before the text went on to the next one.
#pragma once

#include <string_view>

#include "extractors/tables/lines.hpp"

namespace prongsai::tables {

// Whether the next line's first word would not have fitted into the `room` (points) left after this one: the line
// breaks inside a sentence. A line that left room for it ended there on purpose. `doubt` is the error allowed in
// advances: words are measured by their number of letters.
[[nodiscard]] bool line_is_full(const Line& line, const Line& next, double room, double doubt = 1.0);

// The same for programs that break Thai lines only at blanks: the next line's whole first phrase would not have fitted.
[[nodiscard]] bool line_is_full_of_phrases(const Line& line, const Line& next, double room);

}  // namespace prongsai::tables
