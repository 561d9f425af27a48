// ำ (sara am) that the page paints and its text layer lost.
//
// Word processors draw ำ as two glyphs, the ring (nikhahit) and า, and their PDF export gives the ring no letter, or a
// space: 'ดำเนินการ' is extracted as 'ดาเนินการ'. The commonest damage of Thai reports. The content stream still shows
// the ring: a glyph that does not move the pen and stands before every such า and nowhere else.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "extractors/source/pdf_content.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// Where the pen stands when the page paints an า that belongs to a ำ: points, as displayed.
struct RingMark {
  Point pen;
  double font_size = 0;  // points, as painted
};

// Fed with a page's glyphs in content order.
class RingFinder {
 public:
  void glyph(const PaintedGlyph& glyph, Point pen, double painted_size);
  [[nodiscard]] std::vector<RingMark> marks() const;

 private:
  using FontCode = std::pair<const PdfFont*, std::uint32_t>;
  struct Seen {
    FontCode code{nullptr, 0};
    char32_t letter = 0;
    bool mute = false;  // moves nothing and means nothing: may be a ring
    Point pen;
  };
  struct Candidate {
    FontCode ring;
    RingMark mark;
  };
  [[nodiscard]] const Seen* ring_before(const Seen& aa, double painted_size) const;

  std::array<Seen, 2> last_;  // the newest first
  std::map<FontCode, int> painted_;
  std::map<FontCode, int> before_aa_;
  std::vector<Candidate> candidates_;
};

// Fills sara_am_at of the words that hold a marked า.
void mark_sara_am(std::vector<Word>& words, const std::vector<RingMark>& marks);

}  // namespace prongsai::source
