// Walking a page's content stream: which glyphs, images and paths it paints, and where.
//
// Only what Poppler's public interface hides is followed. Colours, clips and patterns are not: an image that a clip
// cuts off counts in full.
#pragma once

#include <cstdint>
#include <qpdf/QPDFObjectHandle.hh>

#include "extractors/source/pdf_fonts.hpp"
#include "models/geometry.hpp"

namespace prongsai::source {

// x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.3).
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  [[nodiscard]] Point apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  // First this, then `next`.
  [[nodiscard]] Matrix then(const Matrix& next) const;
};

struct PaintedGlyph {
  const PdfFont* font = nullptr;  // never null
  std::uint32_t code = 0;
  Matrix
      text_to_user;  // a text space unit is one unit of the font size's space; its origin is the pen before the glyph
  double font_size = 0;
  bool invisible = false;  // render mode 3: neither filled nor stroked
  bool clips = false;      // render modes 4 to 7
  bool pale = false;       // filled with white
};

// Coordinates are default user space.
class ContentSink {
 public:
  virtual ~ContentSink() = default;
  virtual void glyph(const PaintedGlyph& glyph) = 0;
  virtual void image(const Matrix& unit_square, double pixels_wide, double pixels_high) = 0;
  virtual void path() = 0;
};

// False when the content cannot be decoded or passes the limits (bytes, nesting): what was found until then has been
// reported, but it is not all.
bool walk_content(QPDFObjectHandle page, PdfFonts& fonts, ContentSink& sink);

}  // namespace prongsai::source
