// ำ (sara am) that the page paints and its text layer lost, or the other way round.
//
// Word processors draw ำ as two glyphs, the ring (nikhahit) and า, and their PDF export gives the ring no letter, or a
// space: 'ดำเนินการ' is extracted as 'ดาเนินการ'. The commonest damage of Thai reports. The content stream still shows
// the ring: a glyph that does not move the pen and stands before every such า and nowhere else. Where the export gave
// the letter ำ to the glyph of า, every plain า comes out as ำ ('โรงพยำบำล'), and the missing ring tells which.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "extractors/source/content/content.hpp"
#include "models/page.hpp"

namespace prongsai::source {

// A letter that the text layer tells wrongly, by where the pen stands when the page paints it: points, as displayed.
struct SaraMark {
  enum class Kind { am_read_as_aa, aa_read_as_am };
  Kind kind = Kind::am_read_as_aa;
  Point pen;
  double font_size = 0;  // points, as painted
};

// Fed with a document's glyphs in content order. What it learnt of a font on one page serves on the next.
class RingFinder {
 public:
  void start_page();
  void glyph(const PaintedGlyph& glyph, Point pen, double painted_size);
  [[nodiscard]] std::vector<SaraMark> marks() const;  // of the page

 private:
  using FontCode = std::pair<const PdfFont*, std::uint32_t>;
  struct Seen {
    FontCode code{nullptr, 0};
    char32_t letter = 0;
    bool mute = false;  // moves nothing and means nothing: may be a ring
    Point pen;
  };
  struct Candidate {
    FontCode code;  // of the ring where one was painted, else of the letter
    SaraMark mark;
  };
  void note(const Seen& letter, double painted_size);
  [[nodiscard]] const Seen* ring_before(const Seen& aa, double painted_size) const;
  [[nodiscard]] bool holds(const Candidate& candidate) const;

  std::array<Seen, 2> last_;           // the newest first
  std::map<FontCode, int> painted_;    // glyphs that may be rings
  std::map<FontCode, int> before_aa_;  // of these, the ones before an า
  std::set<FontCode> ringed_am_;       // glyphs with the letter ำ that need a ring painted before them
  std::vector<Candidate> candidates_;
};

// Fills sara_am_at and sara_aa_at of the words that hold a marked letter.
void mark_sara(std::vector<Word>& words, const std::vector<SaraMark>& marks);

}  // namespace prongsai::source
