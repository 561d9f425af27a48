// SPDX-License-Identifier: GPL-3.0-or-later
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "machines.h"

namespace train_ocr {
namespace {

double normal(Rng& rng, double sigma) {
  return std::normal_distribution<double>(0, sigma)(rng);
}

// Thickens (amount > 0) or thins (< 0) the strokes by a part of a pixel.
void stroke_weight(Grey& g, double amount) {
  if (std::abs(amount) < 0.05) return;
  const Grey s = g;
  const float a = static_cast<float>(std::min(1.0, std::abs(amount)));
  for (int y = 1; y + 1 < g.h; ++y)
    for (int x = 1; x + 1 < g.w; ++x) {
      const float n[4] = {s.at(x - 1, y), s.at(x + 1, y), s.at(x, y - 1), s.at(x, y + 1)};
      const float c = s.at(x, y);
      const float m = amount > 0 ? std::max({c, n[0], n[1], n[2], n[3]}) : std::min({c, n[0], n[1], n[2], n[3]});
      g.at(x, y) = c + a * (m - c);
    }
}

// Ink that fades and breaks in places.
void fade(Rng& rng, Grey& g, double depth) {
  const Grey c = cloud(rng, g.w, g.h, pick_int(rng, 2, 7));
  for (size_t i = 0; i < g.v.size(); ++i)
    g.v[i] *= static_cast<float>(1 - depth * std::clamp((c.v[i] - 0.45) * 2.5, 0.0, 1.0));
}

void fill(Grey& g, int x0, int y0, int x1, int y1, float ink) {
  for (int y = std::max(0, y0); y < std::min(g.h, y1); ++y)
    for (int x = std::max(0, x0); x < std::min(g.w, x1); ++x) g.at(x, y) = std::max(g.at(x, y), ink);
}

// What rulings leave behind at the crop's rim, in parts.
void ruling_leftovers(Rng& rng, Grey& g, const Box& crop) {
  const int t = pick_int(rng, 1, 3);
  const float ink = static_cast<float>(pick_real(rng, 0.3, 1));
  auto span = [&](int lo, int hi) {
    const int len = chance(rng, 0.5) ? hi - lo : std::max(3, static_cast<int>((hi - lo) * pick_real(rng, 0.05, 0.7)));
    const int at = lo + pick_int(rng, 0, std::max(0, hi - lo - len));
    return std::pair{at, at + len};
  };
  if (chance(rng, 0.5)) {
    const auto [a, b] = span(crop.x0, crop.x1);
    const int y = chance(rng, 0.5) ? crop.y0 + pick_int(rng, -1, 1) : crop.y1 - t + pick_int(rng, -1, 1);
    fill(g, a, y, b, y + t, ink);
  } else {
    const auto [a, b] = span(crop.y0, crop.y1);
    const int x = chance(rng, 0.5) ? crop.x0 + pick_int(rng, -1, 1) : crop.x1 - t + pick_int(rng, -1, 1);
    fill(g, x, a, x + t, b, ink);
  }
}

// An underline, whole or dotted, just below the letters.
void underline(Rng& rng, Grey& g, const Box& ink, int y) {
  const int t = pick_int(rng, 1, 2);
  const int step = chance(rng, 0.7) ? 0 : pick_int(rng, 4, 8);
  for (int x = ink.x0 - 2; x < ink.x1 + 2; ++x)
    if (step == 0 || x % step < std::max(1, step / 3)) fill(g, x, y, x + 1, y + t, 1);
}

void specks(Rng& rng, Grey& g, const Box& crop, int count) {
  for (int i = 0; i < count; ++i) {
    const int x = pick_int(rng, crop.x0, crop.x1), y = pick_int(rng, crop.y0, crop.y1);
    const int r = pick_int(rng, 1, 2);
    fill(g, x, y, x + r, y + pick_int(rng, 1, 2), static_cast<float>(pick_real(rng, 0.3, 1)));
  }
}

// Wisps of the lines above and below that a cutter leaves in.
void neighbour_wisps(Rng& rng, Grey& g, const Box& crop) {
  const int n = pick_int(rng, 1, 4);
  const bool top = chance(rng, 0.5);
  for (int i = 0; i < n; ++i) {
    const int x = pick_int(rng, crop.x0, crop.x1);
    const int len = pick_int(rng, 2, 8), t = pick_int(rng, 1, 3);
    const int y = top ? crop.y0 : crop.y1 - t;
    fill(g, x, y, x + len, y + t, static_cast<float>(pick_real(rng, 0.5, 1)));
  }
}

// A round stamp over the print: two rings and, between them, strokes like those of letters. em in px.
void stamp(Rng& rng, Grey& g, const Box& crop, double em) {
  const double outer = em * pick_real(rng, 1.5, 4), inner = outer - em * pick_real(rng, 0.5, 0.9);
  const double cx = pick_real(rng, crop.x0, crop.x1), cy = crop.y0 + em * pick_real(rng, -2.5, 3.5);
  const float ink = static_cast<float>(pick_real(rng, 0.35, 1));
  auto dot = [&](double angle, double radius, int thick) {
    const int x = static_cast<int>(std::lround(cx + radius * std::cos(angle)));
    const int y = static_cast<int>(std::lround(cy + radius * std::sin(angle)));
    fill(g, x, y, x + thick, y + thick, ink);
  };
  constexpr double kTurn = 6.283185307;
  const int thick = pick_int(rng, 1, 3);
  for (double a = 0; a < kTurn; a += 0.7 / outer) dot(a, outer, thick), dot(a, inner, 1);
  for (double a = 0; a < kTurn; a += pick_real(rng, 0.12, 0.3) * em / outer) {
    const double from = pick_real(rng, 0.1, 0.5), to = pick_real(rng, 0.5, 0.9),
                 lean = pick_real(rng, -0.2, 0.2) * em / outer;
    for (double t = from; t < to; t += 0.7 / (outer - inner)) dot(a + lean * t, inner + t * (outer - inner), 2);
  }
}

// Where the line is cut out of the page.
Box pick_crop(Rng& rng, const Drawn& d, Level level, bool figure) {
  const int nominal_h = d.nominal.y1 - d.nominal.y0;
  Box b = d.ink_box;
  const bool nominal = chance(rng, figure ? 0.45 : 0.5);
  if (nominal) {
    b.y0 = std::min(b.y0, d.nominal.y0);
    b.y1 = std::max(b.y1, d.nominal.y1);
  }
  const double m = nominal ? 0.12 : figure ? 0.30 : 0.22;  // share of the nominal height
  auto margin = [&] {
    const double u = pick_real(rng, 0, 1);
    return static_cast<int>(std::lround(u * u * m * nominal_h + pick_int(rng, 1, 5)));
  };
  b.y0 -= margin();
  b.y1 += margin();
  if (level == Level::train && chance(rng, 0.06)) {  // clipped
    if (chance(rng, 0.5))
      b.y0 = d.ink_box.y0 + pick_int(rng, 0, 2);
    else
      b.y1 = d.ink_box.y1 - pick_int(rng, 0, 2);
  }
  auto side = [&] { return static_cast<int>(pick_real(rng, 0.02, chance(rng, 0.2) ? 0.9 : 0.4) * d.em_px) + 1; };
  b.x0 -= side();
  b.x1 += side();
  b.x0 = std::max(0, b.x0);
  b.y0 = std::max(0, b.y0);
  b.x1 = std::min(d.ink.w, b.x1);
  b.y1 = std::min(d.ink.h, b.y1);
  return b;
}

// How hard each kind of wear hits; ranges per level.
struct Wear {
  double weight = 0;      // stroke thickening, px
  double fade_depth = 0;  // 0..1
  double sigma = 0.4;     // blur, px
  double ink = 20;        // reflectance of ink, 0..255
  double paper = 255;     // reflectance of paper
  double slope = 0;       // change of paper over the crop
  double noise = 0;       // Gaussian, grey levels
  double salt = 0;        // share of pixels
  int jpeg = 0;           // quality, 0 = none
  int finish = 2;         // 0 as scanned, 1 thresholded, 2 paper drawn to white
  bool leftovers = false, line_below = false, wisps = false, stamped = false;
  int speck_count = 0;
  bool copied = false, screen = false, shaded = false, coarse = false, recoded = false, negative = false;
};

// Copiers, cameras and fax: in the level machine each line has met one of them, in training one in six.
void pick_machine(Rng& rng, Level level, Wear& w) {
  if (level != Level::machine && !(level == Level::train && chance(rng, 0.17))) return;
  switch (pick_int(rng, 0, level == Level::train ? 4 : 2)) {
    case 0:
      w.copied = true;
      break;
    case 1:
      w.shaded = true;
      break;
    case 2:
      w.coarse = true;
      break;
    case 3:
      w.screen = chance(rng, 0.4);
      break;
    default:
      w.negative = chance(rng, 0.35);
      break;
  }
}

Wear pick_wear(Rng& rng, Level level) {
  Wear w;
  // Tesseract takes black and white from the local minima and maxima of the
  // middle row: faint noise on grey paper passes for ink. So a page's paper is
  // drawn to white before reading, and most lines here are finished like that.
  const double finish = pick_real(rng, 0, 1);
  w.finish = finish < 0.25 ? 1 : 2;
  pick_machine(rng, level, w);
  w.recoded = w.finish == 1 && level == Level::train && chance(rng, 0.3);
  if (level == Level::machine) level = chance(rng, 0.5) ? Level::office : Level::clean;
  if (level == Level::train) {
    if (finish > 0.92) w.finish = 0;
    const double u = pick_real(rng, 0, 1);
    level = u < 0.25 ? Level::clean : u < 0.65 ? Level::office : Level::poor;
    w.leftovers = chance(rng, 0.10);
    w.line_below = chance(rng, 0.03);
    w.wisps = chance(rng, 0.05);
    w.stamped = chance(rng, 0.06);
  }
  switch (level) {
    case Level::clean:
      w.sigma = pick_real(rng, 0.0, 0.6);
      w.ink = pick_real(rng, 0, 50);
      w.paper = pick_real(rng, 245, 256);
      w.noise = pick_real(rng, 0, 3);
      w.jpeg = chance(rng, 0.4) ? pick_int(rng, 75, 92) : 0;
      w.weight = pick_real(rng, -0.25, 0.3);
      break;
    case Level::office:
      w.sigma = pick_real(rng, 0.4, 1.0);
      w.ink = pick_real(rng, 10, 90);
      w.paper = pick_real(rng, 215, 255);
      w.slope = pick_real(rng, -15, 15);
      w.noise = pick_real(rng, 2, 10);
      w.salt = chance(rng, 0.3) ? pick_real(rng, 0, 0.004) : 0;
      w.jpeg = chance(rng, 0.7) ? pick_int(rng, 45, 85) : 0;
      w.weight = pick_real(rng, -0.5, 0.6);
      w.fade_depth = chance(rng, 0.2) ? pick_real(rng, 0, 0.5) : 0;
      w.speck_count = chance(rng, 0.3) ? pick_int(rng, 1, 3) : 0;
      break;
    default:
      w.sigma = pick_real(rng, 0.6, 1.5);
      w.ink = pick_real(rng, 20, 130);
      w.paper = pick_real(rng, 190, 255);
      w.slope = pick_real(rng, -35, 35);
      w.noise = pick_real(rng, 5, 22);
      w.salt = chance(rng, 0.5) ? pick_real(rng, 0, 0.012) : 0;
      w.jpeg = chance(rng, 0.8) ? pick_int(rng, 30, 70) : 0;
      w.weight = pick_real(rng, -0.8, 1.0);
      w.fade_depth = chance(rng, 0.4) ? pick_real(rng, 0, 0.8) : 0;
      w.speck_count = chance(rng, 0.5) ? pick_int(rng, 1, 8) : 0;
      break;
  }
  return w;
}

void to_reflectance(Rng& rng, Grey& g, const Wear& w) {
  const float gx = static_cast<float>(w.slope * pick_real(rng, -1, 1)) / std::max(1, g.w);
  const float gy = static_cast<float>(w.slope) / std::max(1, g.h);
  // The page's light was made even before reading: what stays of a shadow is its noise, and a little of its grey.
  const Grey light = w.shaded ? shade(rng, g.w, g.h) : Grey(g.w, g.h, 1);
  const double noise = w.shaded ? std::max(4.0, w.noise) : w.noise;
  for (int y = 0; y < g.h; ++y)
    for (int x = 0; x < g.w; ++x) {
      const float paper = static_cast<float>(w.paper) + gx * (x - g.w / 2) + gy * (y - g.h / 2);
      float v = paper - g.at(x, y) * (paper - static_cast<float>(w.ink));
      if (w.shaded) v *= std::pow(light.at(x, y), 0.15f);
      if (noise > 0.5) v += static_cast<float>(normal(rng, noise)) / light.at(x, y);
      if (w.salt > 0 && chance(rng, w.salt)) v = chance(rng, 0.6) ? static_cast<float>(w.ink) : 255;
      g.at(x, y) = std::clamp(v, 0.0f, 255.0f);
    }
}

Pix* to_pix(const Grey& g) {
  Pix* p = pixCreate(g.w, g.h, 8);
  l_uint32* data = pixGetData(p);
  const int wpl = pixGetWpl(p);
  for (int y = 0; y < g.h; ++y)
    for (int x = 0; x < g.w; ++x) SET_DATA_BYTE(data + y * wpl, x, static_cast<int>(g.at(x, y) + 0.5f));
  return p;
}

void through_jpeg(Grey& g, int quality) {
  Pix* p = to_pix(g);
  l_uint8* mem = nullptr;
  size_t size = 0;
  Pix* back = nullptr;
  if (pixWriteMemJpeg(&mem, &size, p, quality, 0) == 0) back = pixReadMemJpeg(mem, size, 0, 1, nullptr, 0);
  if (mem) lept_free(mem);
  if (back)
    for (int y = 0; y < g.h; ++y)
      for (int x = 0; x < g.w; ++x)
        g.at(x, y) = static_cast<float>(GET_DATA_BYTE(pixGetData(back) + y * pixGetWpl(back), x));
  pixDestroy(&back);
  pixDestroy(&p);
}

Grey cut_out(const Grey& g, const Box& b) {
  Grey o(b.x1 - b.x0, b.y1 - b.y0, 0);
  for (int y = 0; y < o.h; ++y)
    for (int x = 0; x < o.w; ++x) o.at(x, y) = g.at(b.x0 + x, b.y0 + y);
  return o;
}

// Share of the drawn ink that is still at least half dark in the picture.
double ink_left(const Grey& page, const Drawn& d, const Box& crop, double threshold) {
  int drawn = 0, seen = 0;
  for (int y = crop.y0; y < crop.y1; ++y)
    for (int x = crop.x0; x < crop.x1; ++x)
      if (d.ink.at(x, y) > 0.5f) {
        ++drawn;
        seen += page.at(x - crop.x0, y - crop.y0) < threshold;
      }
  return drawn ? static_cast<double>(seen) / drawn : 1;
}

// Draws the paper to white, or black and white apart.
void finish_page(Rng& rng, Grey& g, const Wear& w) {
  const double contrast = w.paper - w.ink;
  if (w.finish == 1) {
    const float t = static_cast<float>(w.paper - contrast * pick_real(rng, 0.28, 0.68));
    for (float& v : g.v) v = v < t ? 0.0f : 255.0f;
    if (w.recoded) recode_bilevel(g);
  } else if (w.finish == 2) {
    const double white = w.paper - contrast * pick_real(rng, 0.05, 0.3);
    const double black = w.ink + contrast * pick_real(rng, 0, 0.25);
    for (float& v : g.v) v = static_cast<float>(std::clamp((v - black) * 255 / (white - black), 0.0, 255.0));
  }
}

// The ink of the crop, before light falls on it.
Grey worn_ink(Rng& rng, const Drawn& drawn, const Box& crop, const Wear& w, double fine) {
  Grey g = drawn.ink;
  stroke_weight(g, w.weight * fine);
  if (w.fade_depth > 0) fade(rng, g, w.fade_depth);
  if (w.line_below) underline(rng, g, drawn.ink_box, drawn.ink_box.y1 + pick_int(rng, 0, 3));
  if (w.leftovers) ruling_leftovers(rng, g, crop);
  if (w.wisps) neighbour_wisps(rng, g, crop);
  if (w.speck_count) specks(rng, g, crop, w.speck_count);
  if (w.stamped) stamp(rng, g, crop, drawn.em_px);
  g = cut_out(g, crop);
  if (w.copied) copy_again(rng, g, fine);
  if (w.screen) dot_screen(rng, g);
  blur(g, w.sigma * fine);
  return g;
}

Pix* wear_once(Rng& rng, const Drawn& drawn, Level level, const Box& crop, double& left) {
  const Wear w = pick_wear(rng, level);
  // Ranges are meant for 200 dpi (em about 42 px); finer print suffers less.
  const double fine = std::clamp(drawn.em_px / 40.0, 0.6, 1.8);
  Grey g = worn_ink(rng, drawn, crop, w, fine);
  to_reflectance(rng, g, w);
  const double contrast = w.paper - w.ink;
  if (w.coarse) coarse(rng, g, static_cast<float>(w.paper - contrast * pick_real(rng, 0.35, 0.6)));
  if (w.jpeg) through_jpeg(g, w.jpeg);
  finish_page(rng, g, w);
  left = ink_left(g, drawn, crop, w.finish ? 128 : w.paper - contrast * 0.3);
  if (w.negative)
    for (float& v : g.v) v = 255 - v;
  return to_pix(g);
}

}  // namespace

Pix* wear_line(Rng& rng, const Drawn& flat, Level level, bool figure) {
  const bool photo = (level == Level::train && chance(rng, 0.05)) || (level == Level::machine && chance(rng, 0.3));
  const Drawn drawn = photo ? photographed(rng, flat) : flat;
  const Box crop = pick_crop(rng, drawn, level, figure);
  // A line worn until nobody could read it teaches the net to invent.
  constexpr double kLegible = 0.55;
  for (int tries = 0;; ++tries) {
    double left = 1;
    Pix* p = wear_once(rng, drawn, level, crop, left);
    if (left > kLegible || tries == 5) return p;
    pixDestroy(&p);
  }
}

}  // namespace train_ocr
