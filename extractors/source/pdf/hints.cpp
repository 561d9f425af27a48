#include "extractors/source/pdf/hints.hpp"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "extractors/source/content/content.hpp"
#include "extractors/source/pdf/seen_page.hpp"
#include "extractors/source/pdf/sight.hpp"
#include "extractors/source/pdf/state.hpp"

namespace prongsai::source {

namespace {

// The union of boxes as a share of the page, on a grid: images overlap (strips, masks over backgrounds).
class Cover {
 public:
  explicit Cover(const Box& page) : page_(page) {}

  void add(const Box& box) {
    const Box inside = intersect(box, page_);
    if (inside.empty()) return;
    for (int row = 0; row < kSide; ++row) {
      for (int column = 0; column < kSide; ++column) {
        const Point centre{page_.x0 + (column + 0.5) * page_.width() / kSide,
                           page_.y0 + (row + 0.5) * page_.height() / kSide};
        if (inside.contains(centre)) squares_.set(static_cast<std::size_t>(row * kSide + column));
      }
    }
  }
  [[nodiscard]] double share() const { return static_cast<double>(squares_.count()) / (kSide * kSide); }

 private:
  static constexpr int kSide = 64;
  Box page_;
  std::bitset<kSide * kSide> squares_;
};

class HintCollector : public ContentSink {
 public:
  HintCollector(const PageGeometry& geometry, RingFinder& rings)
      : geometry_(geometry), cover_(geometry.displayed()), rings_(rings) {
    rings_.start_page();
  }

  void glyph(const PaintedGlyph& glyph) override {
    const Point pen = place(glyph);
    const double size = painted_size(glyph);
    rings_.glyph(glyph, pen, size);
    if (is_blank(glyph)) return;
    if (facts_.pens.size() < kMostPens) facts_.pens.push_back({pen, glyph.font, size});
    PageHints& hints = facts_.hints;
    ++hints.glyphs;
    if (glyph.invisible) ++hints.invisible_glyphs;
    if (is_white(glyph.ink)) ++hints.pale_glyphs;
    if (glyph.clips) hints.text_clips = true;
    count_letter(glyph);
    const Matrix& m = glyph.text_to_user;
    const Point ahead = geometry_.displayed(m.e + m.a, m.f + m.b);
    const std::size_t turned = quarter(ahead.x - pen.x, ahead.y - pen.y);
    ++hints.glyphs_turned[turned];
    if (turned == 0) note_nameless(glyph, pen, size);
  }

  void image(const PaintedImage& image) override {
    if (facts_.hints.images.size() >= kMostImages) return;
    const Matrix& m = image.unit_square;
    Box box = corner_box(m);
    cover_.add(box);
    box = intersect(box, geometry_.displayed());
    if (box.empty()) return;
    facts_.hints.images.push_back(box);
    note_scan(box, m, image.pixels_wide, image.pixels_high);
  }

  void path(const PaintedPath& /*path*/) override { ++facts_.hints.vector_paths; }

  [[nodiscard]] PageFacts facts(bool complete) {
    PageHints& hints = facts_.hints;
    hints.known = complete;
    hints.image_cover = cover_.share();
    hints.invisible_text = hints.invisible_glyphs > 0;
    hints.fonts_without_unicode = hints.glyphs_without_unicode > 0;
    facts_.sara_marks = rings_.marks();
    // Where many have no name the font's naming is at fault, and the page's route sees to that.
    if (static_cast<double>(facts_.nameless.size()) > kMostNameless * hints.glyphs) facts_.nameless.clear();
    return std::move(facts_);
  }

 private:
  static constexpr std::size_t kMostImages = 2000;
  static constexpr double kMostNameless = 0.02;      // share of the page's glyphs
  static constexpr double kLeastLetterWidth = 0.25;  // of the em: marks have none, and shaped marks are often nameless

  void note_nameless(const PaintedGlyph& glyph, Point pen, double size) {
    const PdfFont& font = *glyph.font;
    if (!font.has_to_unicode() || font.letter(glyph.code) != 0 || glyph.invisible || is_white(glyph.ink)) return;
    const Point end = [&] {
      const Matrix& m = glyph.text_to_user;
      const double along = font.advance(glyph.code) * glyph.font_size;
      return geometry_.displayed(m.e + along * m.a, m.f + along * m.b);
    }();
    if (end.x - pen.x < kLeastLetterWidth * size) return;
    facts_.nameless.push_back({pen.x, pen.y - kLineAscent * size, end.x, pen.y + kLineDescent * size});
  }
  static constexpr std::size_t kMostPens = 200'000;

  void count_letter(const PaintedGlyph& glyph) {
    const bool told = glyph.font->letters_told();
    const bool untold = told && glyph.font->letter(glyph.code) == 0;
    if (glyph.font->speaks_no_unicode() || untold) ++facts_.hints.glyphs_without_unicode;
    if (told && !untold) ++facts_.hints.glyphs_told_by_font;
  }

  static bool is_white(const Ink& ink) { return ink.known && std::min({ink.red, ink.green, ink.blue}) > 0.95; }
  static bool is_blank(const PaintedGlyph& glyph) {
    const char32_t letter = glyph.font->letter(glyph.code);
    return letter == ' ' || letter == 0xA0 || (letter == 0 && glyph.font->bytes_per_code() == 1 && glyph.code == ' ');
  }
  static double painted_size(const PaintedGlyph& glyph) {
    return std::abs(glyph.font_size) * std::hypot(glyph.text_to_user.c, glyph.text_to_user.d);
  }
  [[nodiscard]] Point place(const PaintedGlyph& glyph) const {
    return geometry_.displayed(glyph.text_to_user.e, glyph.text_to_user.f);
  }

  // 0: reads to the right; 1: downwards, the run is turned clockwise by a quarter; 2, 3 likewise. y grows downwards.
  static std::size_t quarter(double dx, double dy) {
    if (std::abs(dx) >= std::abs(dy)) return dx >= 0 ? 0 : 2;
    return dy > 0 ? 1 : 3;
  }

  [[nodiscard]] Box corner_box(const Matrix& m) const {
    const Point first = placed(m, 0, 0);
    Box box{first.x, first.y, first.x, first.y};
    for (const auto& [x, y] : {std::pair{1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}}) {
      const Point p = placed(m, x, y);
      box = {std::min(box.x0, p.x), std::min(box.y0, p.y), std::max(box.x1, p.x), std::max(box.y1, p.y)};
    }
    return box;
  }
  [[nodiscard]] Point placed(const Matrix& m, double x, double y) const {
    const Point user = m.apply(x, y);
    return geometry_.displayed(user.x, user.y);
  }

  // The resolution of the image that covers most; of layers of one size (a mask over its background) the finest.
  void note_scan(const Box& box, const Matrix& m, double pixels_wide, double pixels_high) {
    const double wide = std::hypot(m.a, m.b);
    const double high = std::hypot(m.c, m.d);
    if (wide < 1 || high < 1) return;
    const double dpi = 72 * std::max(pixels_wide / wide, pixels_high / high);
    const double area = box.width() * box.height();
    const bool larger = area > 1.1 * largest_image_;
    const bool finer_layer = area > 0.9 * largest_image_ && dpi > facts_.hints.image_dpi;
    if (larger || finer_layer) facts_.hints.image_dpi = dpi;
    largest_image_ = std::max(largest_image_, area);
  }

  const PageGeometry& geometry_;
  Cover cover_;
  RingFinder& rings_;
  PageFacts facts_;
  double largest_image_ = 0;  // square points
};

// Passes on what is part of the page's text.
class SeenOnly : public ContentSink {
 public:
  SeenOnly(const GlyphNumbers& dropped, ContentSink& sink) : dropped_(dropped), sink_(sink) {}

  void glyph(const PaintedGlyph& glyph) override {
    const std::size_t number = next_++;
    if (number >= dropped_.size() || !dropped_[number]) sink_.glyph(glyph);
  }
  void image(const PaintedImage& image) override { sink_.image(image); }
  void path(const PaintedPath& path) override { sink_.path(path); }

 private:
  const GlyphNumbers& dropped_;
  ContentSink& sink_;
  std::size_t next_ = 0;
};

}  // namespace

PageFacts Pdf::State::find_facts(QPDFObjectHandle page, const PageGeometry& geometry) {
  HintCollector all(geometry, rings);
  const PageSight sight = see_page(page, geometry, fonts, hidden_layers, all);
  PageFacts facts = all.facts(sight.complete);
  if (sight.drops()) {
    const bool hidden = facts.hints.invisible_text;
    facts.seen_page = seen_page(page, fonts, hidden_layers, sight);
    if (facts.seen_page.empty()) return facts;  // a page that cannot be taken apart stays as it is
    HintCollector seen(geometry, rings);
    SeenOnly filter(sight.dropped, seen);
    const bool complete = walk_content(page, fonts, hidden_layers, filter);
    std::string file = std::move(facts.seen_page);
    facts = seen.facts(complete);
    facts.hints.invisible_text = hidden;
    facts.seen_page = std::move(file);
  }
  facts.asides = sight.asides;
  facts.signs = sight.signs;
  return facts;
}

const PageFacts& Pdf::State::facts(int page_no) {
  if (facts_page == page_no) return *page_facts;
  page_facts = std::make_unique<PageFacts>();
  facts_page = page_no;
  seen_document.reset();
  const auto page_object = object(page_no);
  const auto geometry = page_geometry(*this, page_no);
  if (page_object && geometry) *page_facts = find_facts(*page_object, *geometry);
  for (Aside& aside : page_facts->asides) {
    aside.page_no = page_no;
    aside.box = within_reach(aside.box);
  }
  const std::string& file = page_facts->seen_page;
  if (!file.empty()) {
    seen_document.reset(poppler::document::load_from_raw_data(file.data(), static_cast<int>(file.size())));
  }
  return *page_facts;
}

std::vector<Aside> Pdf::asides(int page_no) const {
  return state_->facts(page_no).asides;
}

PageHints Pdf::hints(int page_no) const {
  return state_->facts(page_no).hints;
}

}  // namespace prongsai::source
