// Clusters → printed lines within one cell or one column of prose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extractors/tables/cell_words.hpp"
#include "extractors/tables/clusters.hpp"
#include "extractors/text/thai/repair.hpp"
#include "models/table.hpp"

namespace prongsai::tables {

// Which of า and ำ a letter is.
enum class Sara : std::uint8_t { untold, aa, am };

// Where a code point of a line came from, and what the page tells of it.
struct LetterPlace {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;  // a blank that stands in no word

  std::uint32_t word = kNone;  // into Page::words
  std::uint32_t at = 0;        // code point of the word
  Sara shown = Sara::untold;   // by the page's content, where the text layer says the other one
  Sara seen = Sara::untold;    // by its picture, read beyond doubt
};

// A line as read, before its text is repaired.
struct Line {
  TextLine out;                         // raw_text, place, size and weight are set; text only after repair
  std::vector<LetterPlace> letters;     // one a code point of raw_text
  Doubts unsure;                        // words that were read with doubt, in raw_text
  std::vector<text::SaraDoubt> doubts;  // letters that are left in doubt; only after repair
  bool guessed = false;                 // a letter is, be it among them or moved by composing
  std::string style;                    // font and size of most of its letters: equal for lines set alike
  double baseline = 0;                  // y, points
  double advance = 0;                   // median width of its clusters, points

  [[nodiscard]] const Box& box() const { return out.at.box; }
};

// Clusters on one baseline, before they are written out.
struct ClusterRow {
  ClusterIds letters;   // by x
  ClusterIds marks;     // stray ones, without their letter
  double baseline = 0;  // y, points
  double advance = 0;   // points
};

[[nodiscard]] std::vector<ClusterRow> cluster_rows(const PageClusters& text, const ClusterIds& ids);

// Top to bottom. Lines are told apart by baseline; marks that Poppler gave apart from their letters go to the letter
// that they stand over, and never become a line of their own.
[[nodiscard]] std::vector<Line> build_lines(const PageClusters& text, const ClusterIds& ids);

}  // namespace prongsai::tables
