// Follows what a page paints, in its order, glyph by glyph. For sight*.cpp only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "extractors/source/content/content.hpp"
#include "extractors/source/pdf/annotations.hpp"
#include "extractors/source/pdf/sight_glyphs.hpp"
#include "extractors/source/pdf/state.hpp"

namespace prongsai::source {

class SightCollector : public ContentSink {
 public:
  // `also` is told of the page's own content.
  SightCollector(const PageGeometry& geometry, ContentSink& also) : geometry_(geometry), also_(also) {}

  void glyph(const PaintedGlyph& glyph) override;
  void image(const PaintedImage& image) override;
  void path(const PaintedPath& path) override;

  // What follows is that annotation's.
  void begin(const Annotation& annotation);

  // False when there were too many glyphs to follow.
  [[nodiscard]] bool complete() const { return !full_ && !sight_.field.exhausted(); }
  [[nodiscard]] Sight& sight() { return sight_; }
  [[nodiscard]] std::size_t page_glyphs() const { return page_glyphs_; }

 private:
  static constexpr std::size_t kMostGlyphs = 400'000;
  static constexpr std::size_t kMostLines = 20'000;
  static constexpr std::size_t kMostStrokes = 2'000;
  static constexpr std::size_t kMostGrounds = 4'000;  // looked through for one glyph

  // What lies under the text from there on.
  struct Ground {
    Box box;
    Ink ink;
  };
  using StyleKey = std::array<long, 8>;

  void take(const PaintedGlyph& glyph);
  [[nodiscard]] double contrast_at(Point centre, const Ink& ink);
  [[nodiscard]] std::uint32_t style_of(const PaintedGlyph& glyph, const SeenGlyph& seen, double contrast);
  [[nodiscard]] bool goes_on(const SeenGlyph& seen) const;
  [[nodiscard]] Box placed(const Box& user) const;
  void cover(const Box& box);
  void add_lines(const PaintedPath& path);
  void add_line(const Box& box);
  void add_strokes(const PaintedPath& path);
  void add_stroke(DrawnStroke::Shape shape, const Box& box);

  const PageGeometry& geometry_;
  ContentSink& also_;
  Sight sight_;
  std::vector<Ground> grounds_;
  std::map<StyleKey, std::uint32_t> styles_;
  const Annotation* annotation_ = nullptr;
  std::size_t page_glyphs_ = 0;
  bool full_ = false;
};

}  // namespace prongsai::source
