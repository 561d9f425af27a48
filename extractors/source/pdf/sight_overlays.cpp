// Words over words: which of them are the page's, and which are written over it.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "extractors/source/pdf/sight_glyphs.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::source {

namespace {

constexpr double kPale = 0.65;         // of the print's contrast
constexpr double kLarge = 1.5;         // sizes of the print
constexpr double kSmallPart = 0.34;    // of the page's glyphs: a form or annotation that is not the page itself
constexpr std::size_t kFewHits = 2;    // letters that lie over others
constexpr double kMuchInCommon = 0.5;  // of the smaller letter's body

double value_at_share(std::vector<double> values, double share, double otherwise) {
  if (values.empty()) return otherwise;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

// What the page's own text is set in: its dark letters, of which a watermark that is tiled may have more than they are.
struct Print {
  double size = 0;
  double contrast = 1;
  std::size_t glyphs = 0;
};

bool may_be_print(const Sight& sight, const SeenGlyph& glyph) {
  const GlyphStyle& style = sight.styles[glyph.style];
  return glyph.shows() && !style.slanted() && !style.stamp && !style.watermark;
}

Print print_of(const Sight& sight) {
  std::vector<double> contrasts;
  for (const SeenGlyph& glyph : sight.glyphs) {
    if (may_be_print(sight, glyph)) contrasts.push_back(sight.styles[glyph.style].contrast);
  }
  Print print;
  print.contrast = value_at_share(contrasts, 0.9, 1);
  std::vector<double> sizes;
  for (const SeenGlyph& glyph : sight.glyphs) {
    const bool is_dark = sight.styles[glyph.style].contrast >= kPale * print.contrast;
    if (is_dark && may_be_print(sight, glyph)) sizes.push_back(glyph.size);
  }
  print.glyphs = sizes.size();
  print.size = value_at_share(std::move(sizes), 0.5, 0);
  return print;
}

// A letter's line box: letters of other lines do not reach into its middle part.
Box line_box(const SeenGlyph& glyph) {
  Box box{std::min(glyph.pen.x, glyph.end.x), glyph.pen.y - 0.75 * glyph.size, std::max(glyph.pen.x, glyph.end.x),
          glyph.pen.y + 0.2 * glyph.size};
  return box;
}

class Parting {
 public:
  explicit Parting(Sight& sight) : sight_(sight), print_(print_of(sight)) {}

  void run() {
    std::set<std::uint32_t> over;
    for (std::uint32_t i = 0; i < sight_.styles.size(); ++i) {
      const GlyphStyle& style = sight_.styles[i];
      if (style.stamp || style.watermark || lies_slanted(style)) over.insert(i);
    }
    take(over);
    over.clear();
    for (std::uint32_t i = 0; i < sight_.styles.size(); ++i) {
      if (stands_out(sight_.styles[i]) && lies_over(i)) over.insert(i);
    }
    take(over);
    part_woven();
  }

 private:
  // Where all is slanted it is a page that was scanned askew.
  [[nodiscard]] bool lies_slanted(const GlyphStyle& style) const {
    return style.slanted() && style.glyphs < print_.glyphs;
  }
  [[nodiscard]] bool stands_out(const GlyphStyle& style) const {
    const bool is_part = style.glyphs * 2 < print_.glyphs;
    return style.contrast < kPale * print_.contrast || (is_part && style.size >= kLarge * print_.size);
  }

  void take(const std::set<std::uint32_t>& styles) {
    if (styles.empty()) return;
    for (SeenGlyph& glyph : sight_.glyphs) {
      if (glyph.fate == Fate::seen && styles.contains(glyph.style)) glyph.fate = Fate::overlay;
    }
  }

  bool lies_over(std::uint32_t style) {
    std::set<std::size_t> hit;
    for (const SeenGlyph& glyph : sight_.glyphs) {
      if (glyph.style != style || !glyph.shows()) continue;
      const Box box = line_box(glyph);
      sight_.field.near(box, [&](std::size_t i) {
        const SeenGlyph& other = sight_.glyphs[i];
        // Marks of a font of their own stand over the letters that they belong to.
        if (other.style == style || !other.shows() || !is_letter(other) || other.body.empty()) return;
        if (same_twice(glyph, other)) return;
        if (box.contains(other.body.centre())) hit.insert(i);
      });
      if (hit.size() >= kFewHits) return true;
    }
    return false;
  }

  // One text painted twice: false bold, a shadow.
  static bool same_twice(const SeenGlyph& a, const SeenGlyph& b) {
    const double off = std::hypot(a.pen.x - b.pen.x, a.pen.y - b.pen.y);
    return a.letter == b.letter && off < 0.3 * std::max(a.size, b.size);
  }

  static bool is_letter(const SeenGlyph& glyph) {
    const char32_t c = glyph.letter;
    return text::is_digit(c) || text::is_latin_letter(c) || text::is_thai_consonant(c);
  }

  static bool woven(const SeenGlyph& a, const SeenGlyph& b) {
    if (a.run == b.run || !b.shows() || !is_letter(b) || a.letter == b.letter) return false;
    const Box common = intersect(a.body, b.body);
    const auto area = [](const Box& box) { return box.width() * box.height(); };
    return !common.empty() && area(common) >= kMuchInCommon * std::min(area(a.body), area(b.body));
  }

  // Where one of the two stands in a form or an annotation of its own, that is the overlay; else both stay, marked.
  void part_woven() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> pairs;
    for (std::size_t at = 0; at < sight_.glyphs.size(); ++at) {
      const SeenGlyph& glyph = sight_.glyphs[at];
      if (!glyph.shows() || !is_letter(glyph)) continue;
      sight_.field.near(glyph.body, [&](std::size_t i) {
        if (i > at && woven(glyph, sight_.glyphs[i])) {
          auto& places = pairs[{glyph.run, sight_.glyphs[i].run}];
          places.push_back(at);
          places.push_back(i);
        }
      });
    }
    for (const auto& [runs, places] : pairs) {
      if (places.size() >= 2 * kFewHits) settle(places);
    }
  }

  void settle(const std::vector<std::size_t>& places) {
    const GlyphStyle& first = sight_.styles[sight_.glyphs[places[0]].style];
    const GlyphStyle& second = sight_.styles[sight_.glyphs[places[1]].style];
    if (!sight_.glyphs[places[0]].shows() || !sight_.glyphs[places[1]].shows()) return;
    const bool other_stream = first.annotation != second.annotation || first.form != second.form;
    if (other_stream && is_small(second)) return take_stream(second);
    if (other_stream && is_small(first)) return take_stream(first);
    for (const std::size_t i : places) sight_.glyphs[i].woven = true;
  }

  [[nodiscard]] static bool same_stream(const GlyphStyle& a, const GlyphStyle& b) {
    return a.annotation == b.annotation && a.form == b.form;
  }
  [[nodiscard]] bool is_small(const GlyphStyle& stream) const {
    if (stream.annotation < 0 && stream.form == 0) return false;
    std::size_t glyphs = 0;
    for (const GlyphStyle& style : sight_.styles) glyphs += same_stream(style, stream) ? style.glyphs : 0;
    return static_cast<double>(glyphs) < kSmallPart * static_cast<double>(print_.glyphs);
  }
  void take_stream(const GlyphStyle& stream) {
    std::set<std::uint32_t> styles;
    for (std::uint32_t i = 0; i < sight_.styles.size(); ++i) {
      if (same_stream(sight_.styles[i], stream)) styles.insert(i);
    }
    take(styles);
  }

  Sight& sight_;
  Print print_;
};

}  // namespace

bool GlyphStyle::slanted() const {
  const double off = std::fmod(degrees, 90.0);
  return off > 2 && off < 88;
}

void part_overlays(Sight& sight) {
  Parting(sight).run();
}

}  // namespace prongsai::source
