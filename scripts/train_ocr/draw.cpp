// SPDX-License-Identifier: GPL-3.0-or-later
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "line_image.h"

namespace train_ocr {
namespace {

struct CairoDeleter {
  void operator()(cairo_t* c) const { cairo_destroy(c); }
  void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
  void operator()(PangoFontDescription* d) const { pango_font_description_free(d); }
  void operator()(void* o) const { g_object_unref(o); }
};
using Cairo = std::unique_ptr<cairo_t, CairoDeleter>;
using Surface = std::unique_ptr<cairo_surface_t, CairoDeleter>;
using Layout = std::unique_ptr<PangoLayout, CairoDeleter>;
using FontDesc = std::unique_ptr<PangoFontDescription, CairoDeleter>;

// Sets ¹ ² ³ as a word processor does: plain digits, Thai or not, smaller and raised.
std::string raise_marks(const std::string& text, const Style& style, PangoAttrList* attrs) {
  static const std::map<std::string, std::string> plain[2] = {{{"¹", "1"}, {"²", "2"}, {"³", "3"}},
                                                              {{"¹", "๑"}, {"²", "๒"}, {"³", "๓"}}};
  std::string shown;
  for (size_t i = 0; i < text.size();) {
    const auto mark = plain[style.raised_thai].find(text.substr(i, 2));
    if (mark == plain[style.raised_thai].end()) {
      shown += text[i++];
      continue;
    }
    PangoAttribute* both[2] = {pango_attr_rise_new(static_cast<int>(style.raise * style.em_px * PANGO_SCALE)),
                               pango_attr_scale_new(style.raised_scale)};
    for (PangoAttribute* attr : both) {
      attr->start_index = static_cast<guint>(shown.size());
      attr->end_index = static_cast<guint>(shown.size() + mark->second.size());
      pango_attr_list_insert(attrs, attr);
    }
    shown += mark->second;
    i += 2;
  }
  return shown;
}

Layout make_layout(cairo_t* cr, const std::string& text, const Style& style) {
  Layout layout(pango_cairo_create_layout(cr));
  PangoContext* ctx = pango_layout_get_context(layout.get());
  cairo_font_options_t* fo = cairo_font_options_create();
  cairo_font_options_set_hint_style(fo, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(fo, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(fo, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(ctx, fo);
  cairo_font_options_destroy(fo);
  pango_context_set_round_glyph_positions(ctx, FALSE);
  FontDesc desc(pango_font_description_from_string(style.font.c_str()));
  pango_font_description_set_absolute_size(desc.get(), style.em_px * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), desc.get());
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  std::string shown = text;
  PangoAttrList* attrs = pango_attr_list_new();
  if (style.letter_space != 0)
    pango_attr_list_insert(attrs, pango_attr_letter_spacing_new(static_cast<int>(style.letter_space * PANGO_SCALE)));
  if (style.raise > 0) shown = raise_marks(text, style, attrs);
  pango_layout_set_attributes(layout.get(), attrs);
  pango_attr_list_unref(attrs);
  pango_layout_set_text(layout.get(), shown.c_str(), static_cast<int>(shown.size()));
  return layout;
}

// Ink top and bottom of a full Thai stack relative to the baseline, per em.
struct Reach {
  double up = 1, down = 0.4;
};

Reach reach_of(cairo_t* cr, const std::string& font) {
  static std::map<std::string, Reach> cache;
  const auto it = cache.find(font);
  if (it != cache.end()) return it->second;
  Style probe;
  probe.font = font;
  probe.em_px = 200;
  Layout layout = make_layout(cr, "ที่ฎุญูกู้", probe);
  PangoRectangle ink;
  pango_layout_get_extents(layout.get(), &ink, nullptr);
  const double base = pango_layout_get_baseline(layout.get());
  const double unit = 200.0 * PANGO_SCALE;
  return cache[font] = {(base - ink.y) / unit, (ink.y + ink.height - base) / unit};
}

Box ink_box(const Grey& g) {
  Box b{g.w, g.h, 0, 0};
  for (int y = 0; y < g.h; ++y)
    for (int x = 0; x < g.w; ++x)
      if (g.at(x, y) > 0.3f) {
        b.x0 = std::min(b.x0, x);
        b.x1 = std::max(b.x1, x + 1);
        b.y0 = std::min(b.y0, y);
        b.y1 = std::max(b.y1, y + 1);
      }
  if (b.x1 <= b.x0) b = {0, 0, g.w, g.h};
  return b;
}

bool has_thai(const std::string& text) {
  for (size_t i = 0; i + 1 < text.size(); ++i)
    if (static_cast<unsigned char>(text[i]) == 0xE0) return true;
  return false;
}

// How high a letter of the font stands on its em, against the same letter of Laksaman: print sizes are meant by eye.
double em_scale(cairo_t* cr, const std::string& font, const char* letter) {
  static std::map<std::string, double> cache;
  const auto it = cache.find(font + letter);
  if (it != cache.end()) return it->second;
  auto height = [&](const std::string& family) {
    Style probe;
    probe.font = family;
    probe.em_px = 200;
    PangoRectangle ink;
    pango_layout_get_extents(make_layout(cr, letter, probe).get(), &ink, nullptr);
    return static_cast<double>(std::max(1, ink.height));
  };
  return cache[font + letter] = std::clamp(height("Laksaman") / height(font), 0.4, 1.4);
}

cairo_t* probe_canvas() {
  static Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 8, 8));
  static Cairo cr(cairo_create(surface.get()));
  return cr.get();
}

}  // namespace

Drawn draw_line(const std::string& text, const Style& style) {
  Layout measured = make_layout(probe_canvas(), text, style);
  PangoRectangle ink;
  pango_layout_get_pixel_extents(measured.get(), &ink, nullptr);
  const double base = pango_layout_get_baseline(measured.get()) / static_cast<double>(PANGO_SCALE);
  const Reach reach = reach_of(probe_canvas(), style.font);

  const double pad = std::max(14.0, style.em_px * 0.9);
  const double rise = std::abs(std::sin(style.angle_deg * M_PI / 180)) * ink.width * style.h_scale;
  const double up = std::max(base - ink.y, reach.up * style.em_px);
  const double down = std::max(ink.y + ink.height - base, reach.down * style.em_px);
  const int w = static_cast<int>(ink.width * style.h_scale + 2 * pad + style.em_px * 0.3);
  const int h = static_cast<int>(up + down + rise + 2 * pad);

  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, w, h));
  Cairo cr(cairo_create(surface.get()));
  const double base_y = pad + rise / 2 + up;
  cairo_translate(cr.get(), w / 2.0, base_y);
  cairo_rotate(cr.get(), style.angle_deg * M_PI / 180);
  cairo_translate(cr.get(), -w / 2.0, 0);
  const cairo_matrix_t set{style.h_scale, 0, -style.shear, 1, pad - ink.x * style.h_scale, 0};
  cairo_transform(cr.get(), &set);
  cairo_move_to(cr.get(), 0, -base);
  cairo_set_source_rgba(cr.get(), 0, 0, 0, 1);
  if (style.outline > 0) {
    pango_cairo_layout_path(cr.get(), measured.get());
    cairo_set_line_width(cr.get(), style.outline);
    cairo_stroke(cr.get());
  } else {
    pango_cairo_show_layout(cr.get(), measured.get());
  }
  cairo_surface_flush(surface.get());

  Drawn d;
  d.em_px = style.em_px;
  d.ink = Grey(w, h, 0);
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) d.ink.at(x, y) = data[y * stride + x] / 255.0f;
  d.ink_box = ink_box(d.ink);
  d.nominal = {d.ink_box.x0, static_cast<int>(base_y - reach.up * style.em_px - rise / 2), d.ink_box.x1,
               static_cast<int>(base_y + reach.down * style.em_px + rise / 2)};
  return d;
}

Style pick_style(Rng& rng, const FontTable& fonts, const std::string& part, Level level, const std::string& text,
                 bool figure) {
  Style s;
  const bool latin = part == "train" && !has_thai(text) && chance(rng, 0.25);
  s.font = fonts.pick(rng, latin ? "latin" : part);
  const double scale = em_scale(probe_canvas(), s.font, latin ? "x" : "ก");
  if (chance(rng, 0.3)) s.font += chance(rng, 0.5) ? ", Noto Sans Symbols2" : ", DejaVu Sans";  // for ticks
  if (chance(rng, 0.25)) s.font += " Bold";
  if (chance(rng, 0.03)) s.font += " Italic";
  const double dpi = level == Level::train ? (chance(rng, 0.5) ? 200 : pick_real(rng, 150, 300)) : 200;
  const double pt = pick_real(rng, 13, chance(rng, 0.2) ? 20 : 16.5);
  s.em_px = pt * dpi / 72 * scale;
  const bool training = level == Level::train;
  if (chance(rng, 0.7)) {
    s.raise = pick_real(rng, 0.16, 0.28) / scale;
    s.raised_scale = pick_real(rng, 0.5, 0.72);
    s.raised_thai = chance(rng, 0.5);
  }
  if (training) {
    if (chance(rng, 0.4)) s.h_scale = pick_real(rng, 0.85, 1.18);
    if (chance(rng, 0.06)) s.shear = pick_real(rng, 0.0, 0.22);
    if (chance(rng, 0.15)) s.letter_space = s.em_px * pick_real(rng, -0.015, 0.06);
    if (chance(rng, 0.03)) s.letter_space = s.em_px * pick_real(rng, 0.06, 0.28);
    if (chance(rng, 0.02)) s.outline = s.em_px * pick_real(rng, 0.02, 0.045);
  }
  const double sigma = level == Level::clean ? 0.02 : level == Level::office ? 0.08 : 0.2;
  const double angle =
      training && chance(rng, 0.25) ? pick_real(rng, -0.7, 0.7) : std::normal_distribution<double>(0, sigma)(rng);
  // A long line may not climb out of its own height: a cutter deskews first.
  const double chars = static_cast<double>(text.size()) / (has_thai(text) ? 3 : 1);
  const double limit = figure ? 1.2 : std::min(0.8, 0.30 / (chars * 0.4) * 180 / M_PI);
  s.angle_deg = std::clamp(angle, -limit, limit);
  return s;
}

}  // namespace train_ocr
