// A page's words cut into clusters: a letter and the marks that stand over and under it, the smallest piece of text
// that has a place of its own.
//
// Words come as Poppler or OCR gives them: cut inside Thai words and even inside clusters, with boxes whose height
// may be far off (Type 3 fonts: two and a half times the letters). So heights are never compared. Every measure here
// is taken in `advance`, the median width of a cluster, about 0.4 to 0.6 em in Thai fonts, and every vertical place
// is that of the baseline.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/page.hpp"

namespace prongsai::tables {

// The baseline's share of a word box's height, from the top. Poppler's box reaches from ascent to descent: 0.95 and
// 0.35 em for Type 3 fonts (0.73), 0.7 to 0.8 in the Thai fonts of word processors.
inline constexpr double kBaselineShare = 0.73;

struct Glyph {
  char32_t code = 0;
  bool sara_am = false;  // an า that the page shows as ำ
  bool sara_aa = false;  // a ำ that the page shows as า
  std::uint32_t at = 0;  // code point index in its word
};

struct Cluster {
  std::size_t first = 0;  // into PageClusters::glyphs
  std::size_t count = 0;
  std::size_t word = 0;  // into Page::words
  double x0 = 0;
  double x1 = 0;
  bool blank = false;      // a space glyph
  bool mark_only = false;  // marks without their letter: Poppler cut the cluster
};

struct PageClusters {
  const Page* page = nullptr;
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;  // in the order of the words
  std::vector<double> advances;   // one a word: the page's median width of its font's clusters, points
  double advance = 0;             // of the whole page

  [[nodiscard]] const Word& word_of(const Cluster& c) const { return page->words[c.word]; }
  [[nodiscard]] double baseline(std::size_t word) const;
};

// The page must outlive the result.
[[nodiscard]] PageClusters cut_clusters(const Page& page);

}  // namespace prongsai::tables
