// SPDX-License-Identifier: GPL-3.0-or-later
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "line_image.h"

namespace train_ocr {
namespace {

struct FontShare {
  const char* family;
  double share;  // relative frequency among training lines
  double scale;  // px of em at equal print size, Laksaman = 1 (it is small on its em)
};

// Waree and Kinnari are held out: they measure, they never train.
constexpr FontShare kTrainFonts[] = {{"Laksaman", 38, 1.0},        {"Norasi", 14, 0.72},
                                     {"Garuda", 5, 0.66},          {"Loma", 6, 0.72},
                                     {"Sawasdee", 4, 0.70},        {"Umpush", 5, 0.82},
                                     {"Purisa", 1.5, 0.68},        {"Tlwg Typist", 2, 0.68},
                                     {"Tlwg Typo", 2, 0.68},       {"Tlwg Mono", 1.5, 0.68},
                                     {"Tlwg Typewriter", 2, 0.68}, {"Noto Sans Thai", 4, 0.66},
                                     {"Noto Serif Thai", 4, 0.66}, {"Noto Looped Thai", 6, 0.66}};
constexpr FontShare kHeldOutFonts[] = {{"Kinnari", 1, 0.70}, {"Waree", 1, 0.66}};
constexpr const char* kLatinFonts[] = {"Liberation Sans", "Liberation Serif",       "DejaVu Sans",
                                       "DejaVu Serif",    "Liberation Sans Narrow", "Liberation Mono"};

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
  if (style.letter_space != 0) {
    PangoAttrList* attrs = pango_attr_list_new();
    pango_attr_list_insert(attrs, pango_attr_letter_spacing_new(static_cast<int>(style.letter_space * PANGO_SCALE)));
    pango_layout_set_attributes(layout.get(), attrs);
    pango_attr_list_unref(attrs);
  }
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
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

template <size_t N>
const FontShare& pick_font(Rng& rng, const FontShare (&fonts)[N]) {
  double sum = 0;
  for (const FontShare& f : fonts) sum += f.share;
  double r = pick_real(rng, 0, sum);
  for (const FontShare& f : fonts)
    if ((r -= f.share) < 0) return f;
  return fonts[0];
}

}  // namespace

Drawn draw_line(const std::string& text, const Style& style) {
  static Surface probe_surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 8, 8));
  static Cairo probe(cairo_create(probe_surface.get()));
  Layout measured = make_layout(probe.get(), text, style);
  PangoRectangle ink;
  pango_layout_get_pixel_extents(measured.get(), &ink, nullptr);
  const double base = pango_layout_get_baseline(measured.get()) / static_cast<double>(PANGO_SCALE);
  const Reach reach = reach_of(probe.get(), style.font);

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
  pango_cairo_show_layout(cr.get(), measured.get());
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

Style pick_style(Rng& rng, FontSet fonts, Level level, const std::string& text, bool figure) {
  const FontShare font = fonts == FontSet::held_out   ? pick_font(rng, kHeldOutFonts)
                         : fonts == FontSet::laksaman ? kTrainFonts[0]
                                                      : pick_font(rng, kTrainFonts);
  Style s;
  s.font = font.family;
  double scale = font.scale;
  if (fonts == FontSet::train && !has_thai(text) && chance(rng, 0.25)) {
    s.font = kLatinFonts[pick_int(rng, 0, std::size(kLatinFonts) - 1)];
    scale = 0.66;
  }
  if (chance(rng, 0.25)) s.font += " Bold";
  if (chance(rng, 0.03)) s.font += " Italic";
  const double dpi = level == Level::train ? (chance(rng, 0.5) ? 200 : pick_real(rng, 150, 300)) : 200;
  const double pt = pick_real(rng, 13, chance(rng, 0.2) ? 20 : 16.5);
  s.em_px = pt * dpi / 72 * scale;
  const bool training = level == Level::train;
  if (training) {
    if (chance(rng, 0.4)) s.h_scale = pick_real(rng, 0.85, 1.18);
    if (chance(rng, 0.06)) s.shear = pick_real(rng, 0.0, 0.22);
    if (chance(rng, 0.15)) s.letter_space = s.em_px * pick_real(rng, -0.015, 0.06);
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
