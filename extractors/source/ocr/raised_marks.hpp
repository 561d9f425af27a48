// Footnote marks in scans: small raised signs behind a figure, which a recogniser takes for a quote, a digit more or
// nothing it knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/source/ocr/line_cut.hpp"
#include "extractors/source/ocr/recogniser.hpp"

namespace prongsai::source {

struct PartedMarks {
  CutLine line;                // without them
  std::vector<CutLine> marks;  // each as a line of its own, in its own size; from left to right
};

// Told by the ink alone: smaller than a letter, its foot well over the baseline, beside what it hangs on and not over
// it. `reading` says where the line has figures. Nothing where there is no mark.
[[nodiscard]] std::optional<PartedMarks> part_raised_marks(const InkMap& ink, const CutLine& line,
                                                           const LineReading& reading);

// "๒" as "²"; "" where `text` holds anything but digits.
[[nodiscard]] std::string as_superscript(std::string_view text);

}  // namespace prongsai::source
