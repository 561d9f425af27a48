#include "extractors/source/pdf/sight_collect.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prongsai::source {

namespace {

constexpr double kFaint = 0.05;         // contrast with its ground below which nothing shows
constexpr double kThinnestGround = 3;   // points; what is thinner is a line
constexpr double kThickestStrike = 3;   // points
constexpr double kShortestStrike = 3;   // points
constexpr double kBodyHeight = 0.5;     // of the em: a letter without ascenders
constexpr double kMiddleOfBody = 0.25;  // of the em above the baseline

Ink white_ink() {
  Ink ink;
  ink.red = ink.green = ink.blue = 1;
  return ink;
}

bool is_blank(const PaintedGlyph& glyph) {
  const char32_t letter = glyph.font->letter(glyph.code);
  return letter == ' ' || letter == 0xA0 || (letter == 0 && glyph.font->bytes_per_code() == 1 && glyph.code == ' ');
}

// A simple font without a map of letters is mostly Latin.
char32_t letter_of(const PaintedGlyph& glyph) {
  const char32_t letter = glyph.font->letter(glyph.code);
  const bool plain = glyph.font->bytes_per_code() == 1 && !glyph.font->has_to_unicode();
  return letter == 0 && plain && glyph.code > ' ' && glyph.code < 0x7F ? glyph.code : letter;
}

Box around(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

Box common_part(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

bool is_white(const Ink& ink) {
  return ink.known && std::min({ink.red, ink.green, ink.blue}) > 0.95;
}

}  // namespace

void SightCollector::begin(const Annotation& annotation) {
  if (annotation_ == nullptr) page_glyphs_ = sight_.glyphs.size();
  annotation_ = &annotation;
}

void SightCollector::glyph(const PaintedGlyph& glyph) {
  if (annotation_ == nullptr) also_.glyph(glyph);
  if (sight_.glyphs.size() >= kMostGlyphs) {
    full_ = true;
    return;
  }
  take(glyph);
  if (annotation_ == nullptr) page_glyphs_ = sight_.glyphs.size();
}

void SightCollector::take(const PaintedGlyph& glyph) {
  const Matrix& m = glyph.text_to_user;
  const double along = glyph.font->advance(glyph.code) * glyph.font_size;
  const auto at = [&](double x, double y) {
    const Point user = m.apply(x, y);
    return geometry_.displayed(user.x, user.y);
  };
  SeenGlyph seen;
  seen.pen = at(0, 0);
  seen.end = at(along, 0);
  seen.size = std::abs(glyph.font_size) * std::hypot(m.c, m.d);
  seen.letter = letter_of(glyph);
  seen.blank = is_blank(glyph);
  const Box low = around(seen.pen, seen.end);
  const Box high = around(at(0, kBodyHeight * glyph.font_size), at(along, kBodyHeight * glyph.font_size));
  seen.body = around({std::min(low.x0, high.x0), std::min(low.y0, high.y0)},
                     {std::max(low.x1, high.x1), std::max(low.y1, high.y1)});
  const Point user = m.apply(along / 2, kMiddleOfBody * glyph.font_size);
  const Point centre = seen.body.centre();
  const double contrast = seen.blank ? 1 : contrast_at(centre, glyph.ink);
  // A mark without a width at the edge of a clip belongs to a line that goes on elsewhere; lines see to that.
  const bool clipped = along != 0 && !glyph.clip.box.contains(user);
  if (glyph.invisible || clipped || contrast < kFaint) seen.fate = Fate::hidden;
  seen.style = style_of(glyph, seen, contrast);
  seen.run = sight_.glyphs.empty() ? 0 : sight_.glyphs.back().run + (goes_on(seen) ? 0 : 1);
  if (!seen.blank) {
    ++sight_.styles[seen.style].glyphs;
    sight_.field.add(sight_.glyphs.size(), seen.body);
  }
  sight_.glyphs.push_back(seen);
}

// 1 where it cannot be told: the text shows.
double SightCollector::contrast_at(Point centre, const Ink& ink) {
  if (!ink.known || !ink.plain) return 1;
  Ink ground = white_ink();
  std::size_t looked = 0;
  for (auto it = grounds_.rbegin(); it != grounds_.rend(); ++it) {
    if (++looked > kMostGrounds) return 1;
    if (!it->box.contains(centre)) continue;
    ground = it->ink;
    break;
  }
  return ground.known ? contrast(painted_on(ink, ground), ground) : 1;
}

std::uint32_t SightCollector::style_of(const PaintedGlyph& glyph, const SeenGlyph& seen, double contrast) {
  const Matrix& m = glyph.text_to_user;
  const Point ahead = geometry_.displayed(m.e + m.a, m.f + m.b);
  const double radians = std::atan2(ahead.y - seen.pen.y, ahead.x - seen.pen.x);
  const double degrees = std::fmod(radians * 180 / M_PI + 360, 360);
  const int place = annotation_ != nullptr ? annotation_->place : -1;
  const StyleKey key{static_cast<long>(reinterpret_cast<std::uintptr_t>(glyph.font)),
                     std::lround(seen.size * 10),
                     std::lround(contrast * 16),
                     std::lround(degrees) % 360,
                     std::lround(glyph.ink.red * 16) * 10'000 + std::lround(glyph.ink.green * 16) * 100 +
                         std::lround(glyph.ink.blue * 16),
                     place,
                     glyph.form,
                     glyph.watermark ? 1 : 0};
  const auto [found, added] = styles_.emplace(key, static_cast<std::uint32_t>(sight_.styles.size()));
  if (added) {
    const bool stamp = annotation_ != nullptr && annotation_->is_stamp();
    sight_.styles.push_back({seen.size, degrees, contrast, place, glyph.form, stamp, glyph.watermark, 0});
  }
  return found->second;
}

bool SightCollector::goes_on(const SeenGlyph& seen) const {
  const SeenGlyph& last = sight_.glyphs.back();
  const double gap = std::hypot(seen.pen.x - last.end.x, seen.pen.y - last.end.y);
  return seen.style == last.style && seen.fate == last.fate && gap < 1.5 * seen.size;
}

void SightCollector::image(const PaintedImage& image) {
  if (annotation_ == nullptr) also_.image(image);
  const Matrix& m = image.unit_square;
  PathBuilder corners;
  corners.rectangle(m.apply(0, 0), m.apply(1, 0), m.apply(1, 1), m.apply(0, 1));
  const PathShape shape = corners.take();
  const Box box = placed(common_part(shape.box, image.clip.box));
  if (box.empty()) return;
  Ink unknown;
  unknown.known = false;
  grounds_.push_back({box, unknown});
  if (image.covers && !shape.other && image.clip.exact) cover(box);
}

void SightCollector::path(const PaintedPath& path) {
  if (annotation_ == nullptr) also_.path(path);
  add_lines(path);
  if (!path.filled) return add_strokes(path);
  // A frame drawn as the field between two squares.
  if (!path.shape.other && path.shape.rectangles.size() == 2) add_strokes(path);
  if (path.shape.other) {
    const Box box = placed(common_part(path.shape.box, path.clip.box));
    Ink unknown;
    unknown.known = false;
    if (box.width() > kThinnestGround && box.height() > kThinnestGround) grounds_.push_back({box, unknown});
    return;
  }
  for (const Box& rectangle : path.shape.rectangles) {
    const Box box = placed(common_part(rectangle, path.clip.box));
    if (box.width() <= kThinnestGround || box.height() <= kThinnestGround) continue;
    Ink ink = path.ink;
    if (!ink.covers() || !path.clip.exact) ink.known = false;
    if (ink.covers() && path.clip.exact) cover(box);
    // White paper on white paper is the commonest fill and no ground of its own.
    if (!(grounds_.empty() && is_white(ink))) grounds_.push_back({box, ink});
  }
}

void SightCollector::cover(const Box& box) {
  sight_.field.near(box, [&](std::size_t i) {
    SeenGlyph& glyph = sight_.glyphs[i];
    if (glyph.shows() && box.contains(glyph.body.centre())) glyph.fate = Fate::hidden;
  });
}

void SightCollector::add_lines(const PaintedPath& path) {
  if (path.ink.alpha < kFaint || (path.ink.known && is_white(path.ink))) return;
  for (const Box& rectangle : path.shape.rectangles) {
    if (path.filled) add_line(placed(common_part(rectangle, path.clip.box)));
  }
  if (path.filled || path.line_width > kThickestStrike) return;
  for (const auto& [from, to] : path.shape.strokes) add_line(placed(around(from, to)));
}

void SightCollector::add_line(const Box& box) {
  if (box.height() > kThickestStrike || box.width() < kShortestStrike || sight_.lines.size() >= kMostLines) return;
  sight_.lines.push_back({box.x0, box.x1, (box.y0 + box.y1) / 2});
}

void SightCollector::add_strokes(const PaintedPath& path) {
  using Shape = DrawnStroke::Shape;
  for (const Box& rectangle : path.shape.rectangles) {
    const Box box = placed(common_part(rectangle, path.clip.box));
    const double shape = box.height() > 0 ? box.width() / box.height() : 0;
    if (shape > 0.7 && shape < 1.4) add_stroke(Shape::box, box);
  }
  const auto displayed = [&](Point p) { return geometry_.displayed(p.x, p.y); };
  for (const auto& [user_from, user_to] : path.shape.strokes) {
    const Point from = displayed(user_from), to = displayed(user_to);
    const double slope = to.x != from.x ? (to.y - from.y) / (to.x - from.x) : 0;
    if (std::abs(slope) < 0.4 || std::abs(slope) > 2.5) continue;
    add_stroke(slope > 0 ? Shape::falling : Shape::rising, around(from, to));
  }
  for (const auto& bend : path.shape.bends) {
    Point left = displayed(bend[0]), right = displayed(bend[2]);
    const Point foot = displayed(bend[1]);
    if (left.x > right.x) std::swap(left, right);
    const bool tick = foot.x > left.x && right.x > foot.x && foot.y > left.y && foot.y - right.y > foot.y - left.y;
    if (tick) add_stroke(Shape::tick, around({left.x, right.y}, {right.x, foot.y}));
  }
}

// Of the size of a letter.
void SightCollector::add_stroke(DrawnStroke::Shape shape, const Box& box) {
  constexpr double kLeast = 4, kMost = 18;  // points
  const double size = std::max(box.width(), box.height());
  if (size < kLeast || size > kMost || sight_.strokes.size() >= kMostStrokes) return;
  sight_.strokes.push_back({shape, box});
}

Box SightCollector::placed(const Box& user) const {
  if (user.x1 < user.x0 || user.y1 < user.y0) return {};
  return geometry_.displayed(user);
}

void GlyphField::add(std::size_t index, const Box& body) {
  for (int y = slot(body.y0); y <= slot(body.y1); ++y) {
    for (int x = slot(body.x0); x <= slot(body.x1); ++x) {
      squares_[static_cast<std::size_t>(y * kAcross + x)].push_back(index);
    }
  }
}

int GlyphField::slot(double at) {
  return std::clamp(static_cast<int>(std::clamp(at / kSide, 0.0, 1e6)), 0, kAcross - 1);
}

}  // namespace prongsai::source
