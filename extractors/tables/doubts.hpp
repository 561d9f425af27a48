// Letters of the text layer that the repair had to guess at: what is worth looking at on the painted page.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractors/tables/report_lines.hpp"
#include "models/geometry.hpp"

namespace prongsai::tables {

// An า or ำ, and the stretch of its line that is enough to find it again in a picture.
struct SaraStretch {
  std::size_t page = 0;   // into the pages
  std::size_t word = 0;   // into Page::words
  std::size_t at = 0;     // code point of the word
  bool taken_am = false;  // by the repair
  std::string text;       // of the stretch, as read
  std::size_t place = 0;  // of the letter in it, code points
  bool tone = false;      // a tone mark stands between it and its consonant
  Box box;                // of the stretch, from its line's top to its bottom; points
  Box syllable;           // from its consonant to itself
  double baseline = 0;    // y, points
  double advance = 0;     // median width of the line's clusters, points
};

struct SaraDoubts {
  std::vector<SaraStretch> open;  // by page
  // A few า that the repair surely takes for a lost ำ: whether their picture shows the ring tells whether the pages
  // paint the rings that the layer lost.
  std::vector<SaraStretch> sure;
};

// Only letters of the text layer; what was recognised was seen already.
[[nodiscard]] SaraDoubts find_doubts(const ReportLines& lines);

// The picture has told which letter it is; repair_lines makes use of it.
void note_seen(ReportLines& lines, const SaraStretch& stretch, Sara seen);

}  // namespace prongsai::tables
