// The glyphs of a page as sight*.cpp judges them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractors/source/content/fonts.hpp"
#include "models/geometry.hpp"

namespace prongsai::source {

enum class Fate : std::uint8_t { seen, hidden, struck, overlay };

// Coordinates: points, as displayed.
struct SeenGlyph {
  Point pen;  // on the baseline, before the glyph
  Point end;  // behind it
  Box body;   // of a small letter: half the em above the baseline
  double size = 0;
  char32_t letter = 0;  // 0: its font names none
  std::uint32_t style = 0;
  std::uint32_t run = 0;
  Fate fate = Fate::seen;
  bool blank = false;
  bool woven = false;

  [[nodiscard]] bool shows() const { return !blank && fate == Fate::seen; }
};

// Glyphs set alike: font, size, colour, direction, and the stream that they stand in.
struct GlyphStyle {
  double size = 0;
  double degrees = 0;   // clockwise, of the reading direction; 0 to 360
  double contrast = 1;  // with its ground, 0 to 1
  int annotation = -1;  // by its place in /Annots; -1: the page's own content
  int form = 0;
  bool stamp = false;      // a stamp's or signature's annotation
  bool watermark = false;  // marked as one
  std::size_t glyphs = 0;  // without blanks

  [[nodiscard]] bool slanted() const;
  [[nodiscard]] bool level() const { return degrees < 2 || degrees > 358; }
};

// Glyphs by where they stand.
class GlyphField {
 public:
  void add(std::size_t index, const Box& body);
  // Calls visit(index) for each glyph whose body may touch the box; some twice. False when the search grew too long.
  template <typename Visit>
  bool near(const Box& box, Visit visit) {
    const int x1 = slot(box.x1), y1 = slot(box.y1);
    for (int y = slot(box.y0); y <= y1; ++y) {
      for (int x = slot(box.x0); x <= x1; ++x) {
        for (const std::size_t index : squares_[static_cast<std::size_t>(y * kAcross + x)]) {
          if (--steps_left_ < 0) return false;
          visit(index);
        }
      }
    }
    return true;
  }
  [[nodiscard]] bool exhausted() const { return steps_left_ < 0; }

 private:
  static constexpr int kAcross = 128;    // squares
  static constexpr double kSide = 16.0;  // points; what lies beyond the last square is put there
  static int slot(double at);

  std::vector<std::vector<std::size_t>> squares_{static_cast<std::size_t>(kAcross) * kAcross};
  long steps_left_ = 40'000'000;
};

struct SightLine {
  double x0 = 0;
  double x1 = 0;
  double y = 0;
};

// A small drawn thing that may be a tick, a cross or the box that they stand in.
struct DrawnStroke {
  enum class Shape { box, tick, falling, rising };
  Shape shape = Shape::box;
  Box box;
};

struct Sight {
  std::vector<SeenGlyph> glyphs;
  std::vector<GlyphStyle> styles;
  GlyphField field;
  std::vector<SightLine> lines;    // thin level ones: points
  std::vector<Box> struck_places;  // that annotations strike out
  std::vector<DrawnStroke> strokes;
};

// Marks as struck what lines run through, from its first letter to its last.
void strike_out(Sight& sight);

// Marks as overlay what is written over the page: slanted, paler or larger than its print, a form or an annotation of
// its own; and as woven what lies over other letters and cannot be told from them.
void part_overlays(Sight& sight);

// Ticks and boxes that are drawn instead of written: ☑ ☐ ☒ ✓ ✗, each with its box.
struct DrawnSign {
  Box box;
  const char* text = "";
};
[[nodiscard]] std::vector<DrawnSign> read_signs(const Sight& sight);

}  // namespace prongsai::source
