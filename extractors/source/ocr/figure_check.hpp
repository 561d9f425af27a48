// A second opinion on every figure: a wrong number given silently is the worst that this program can do, and the
// recogniser is as sure of a misread digit as of a right one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/source/ocr/line_cut.hpp"
#include "extractors/source/ocr/recogniser.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// What of a reading counts when two are compared: digits of either script as 0–9, and the point, comma, slash, hyphen
// and percent sign between and after them.
[[nodiscard]] std::string figure_value(std::string_view text);

// A digit or more among the signs of figures (. , / - % and brackets) alone, with at most one point.
[[nodiscard]] bool is_whole_figure(std::string_view text);

// The signs of one word, in pixels of the line image, and the middles of the gaps around it.
struct ReadWord {
  std::vector<Symbol> symbols;
  double left = 0;
  double right = 0;
};

// The white gaps of a line, where its signs are parted.
class InkGaps {
 public:
  InkGaps(const InkMap& ink, const CutLine& line);
  // The gap nearest to x, in pixels of the page; x itself when the ink has none near. At the edge of a word, a wide
  // gap is preferred to a near one: the engine tells places only roughly.
  [[nodiscard]] double nearest(double x, bool word_edge) const;
  // The same before the sign `i` of a word, or behind its last one.
  [[nodiscard]] double before(const ReadWord& word, std::size_t i) const;

 private:
  struct Gap {
    double from, to;
  };
  std::vector<Gap> gaps_;
  double letter_;
  double origin_;  // of the line image, a column of the page
};

// A word after the second reading of its figures.
struct CheckedWord {
  std::vector<Symbol> symbols;
  std::string alternative;  // what the reading that was not taken makes of the word; "" where both agree
};

// Reads the figures of a word once more, with the reader that knows nothing but figures. Where the two differ its
// reading is taken if it is a whole figure of as many digits: it is right more often. So is its reading of a figure
// that the first one spoilt with a sign that is none ("๙๔.๗ศ๙", "(@)", "3า" for "3)").
[[nodiscard]] CheckedWord check_figures(const CutPage& page, const CutLine& line, const ReadWord& read,
                                        const InkGaps& gaps, Recogniser& recogniser);

}  // namespace prongsai::source
