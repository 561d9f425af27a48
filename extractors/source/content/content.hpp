// Walking a page's content stream: which glyphs, images and paths it paints, where, in which order and colour.
//
// Only what Poppler's public interface hides is followed. Clips are followed by the box around them; patterns, shadings
// and soft masks are not. Content of layers that are switched off is passed over.
#pragma once

#include <cstdint>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extractors/source/content/fonts.hpp"
#include "extractors/source/content/ink.hpp"
#include "extractors/source/content/path.hpp"
#include "models/geometry.hpp"

namespace prongsai::source {

// x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.3).
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  [[nodiscard]] Point apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  // First this, then `next`.
  [[nodiscard]] Matrix then(const Matrix& next) const;
};

// Beyond it nothing is painted. Default user space.
struct Clip {
  Box box{-1e7, -1e7, 1e7, 1e7};
  bool exact = true;  // the clip is this box; else it lies within
};

// What is left of a clip within a shape.
[[nodiscard]] Clip cut(const Clip& clip, const PathShape& shape);

struct PaintedGlyph {
  const PdfFont* font = nullptr;  // never null
  std::uint32_t code = 0;
  Matrix
      text_to_user;  // a text space unit is one unit of the font size's space; its origin is the pen before the glyph
  double font_size = 0;
  bool invisible = false;  // render mode 3: neither filled nor stroked
  bool clips = false;      // render modes 4 to 7
  bool watermark = false;  // marked as one in the content
  int form = 0;            // 0: the page's own stream; else which of the forms that it paints, from 1
  Ink ink;
  Clip clip;
};

struct PaintedImage {
  Matrix unit_square;
  double pixels_wide = 0;  // as declared, its mask's where that is finer
  double pixels_high = 0;
  bool covers = false;  // hides what lies beneath it
  Clip clip;
};

struct PaintedPath {
  PathShape shape;
  bool filled = false;  // else only stroked
  Ink ink;              // of the fill, or of the stroke where there is no fill
  double line_width = 0;
  Clip clip;
};

// Coordinates are default user space.
class ContentSink {
 public:
  virtual ~ContentSink() = default;
  virtual void glyph(const PaintedGlyph& glyph) = 0;
  virtual void image(const PaintedImage& image) = 0;
  virtual void path(const PaintedPath& path) = 0;
};

// Layers (optional content groups) that the document shows switched off.
using HiddenLayers = std::set<QPDFObjGen>;

// Which glyphs to leave out of a copied stream, by their number in the walk.
using GlyphNumbers = std::vector<bool>;

// False when the content cannot be decoded or passes the limits (bytes, nesting): what was found until then has been
// reported, but it is not all. Glyphs are numbered from 0 in the order in which `sink` is told of them.
bool walk_content(QPDFObjectHandle page, PdfFonts& fonts, const HiddenLayers& hidden, ContentSink& sink);

// Likewise a form that is painted with `place` as its matrix: an annotation's appearance.
bool walk_form(QPDFObjectHandle form, const Matrix& place, PdfFonts& fonts, const HiddenLayers& hidden,
               ContentSink& sink);

// A page's content and resources without the glyphs numbered in `dropped`; everything else stays in its place. New
// streams are made in the page's own document. Throws what qpdf throws.
struct CopiedContent {
  std::string content;
  QPDFObjectHandle resources;
};
[[nodiscard]] CopiedContent copy_content(QPDFObjectHandle page, PdfFonts& fonts, const HiddenLayers& hidden,
                                         const GlyphNumbers& dropped);

}  // namespace prongsai::source
