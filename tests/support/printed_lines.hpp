// Lines of Thai set as tight as reports are, on a picture of which is known to which line every pixel belongs.
#pragma once

#include <string>
#include <vector>

#include "extractors/source/image/scan_picture.hpp"
#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::testing {

struct PrintStyle {
  std::string font = "Laksaman";  // a Pango family, with "Bold" where wanted
  double size = 16;               // points
  double dpi = 200;
  double pitch = 1.2;  // distance of baselines in font sizes
  double left = 40;    // points
  double top = 60;     // points down to the first baseline
  double width = 595;  // points
  double height = 842;
};

struct PrintedLines {
  source::Picture page;
  // For each pixel the index of the line that inked it; blank where none did, shared where two did.
  std::vector<short> owner;
  static constexpr short blank = -1;
  static constexpr short shared = -2;
};

[[nodiscard]] PrintedLines print_lines(const std::vector<std::string>& lines, const PrintStyle& style);

// Ink that the cut gave to the wrong line, and ink that it gave to none, in pixels.
struct CutErrors {
  long ink = 0;
  long wrong = 0;
  long lost = 0;
  int lines_wrong = 0;  // lines that gained or lost more than a speck
};
[[nodiscard]] CutErrors compare(const PrintedLines& printed, const source::InkMap& ink,
                                const std::vector<source::CutLine>& cut, double speck);

}  // namespace prongsai::testing
