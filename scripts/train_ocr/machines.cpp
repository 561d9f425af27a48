// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines.h"

#include <algorithm>
#include <cmath>

namespace train_ocr {
namespace {

// The value at a point between pixels; outside lies `outside`.
float sample(const Grey& g, double x, double y, float outside) {
  const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
  const float ax = static_cast<float>(x - x0), ay = static_cast<float>(y - y0);
  auto at = [&](int i, int j) { return i < 0 || j < 0 || i >= g.w || j >= g.h ? outside : g.at(i, j); };
  return (at(x0, y0) * (1 - ax) + at(x0 + 1, y0) * ax) * (1 - ay) +
         (at(x0, y0 + 1) * (1 - ax) + at(x0 + 1, y0 + 1) * ax) * ay;
}

// Mean over [from, to) of one row or column, read by get.
template <class Get>
float mean(double from, double to, int size, Get get) {
  float sum = 0, weight = 0;
  for (int i = static_cast<int>(from); i < std::min(size, static_cast<int>(std::ceil(to))); ++i) {
    const float part = static_cast<float>(std::min<double>(to, i + 1) - std::max<double>(from, i));
    sum += part * get(i);
    weight += part;
  }
  return weight > 0 ? sum / weight : get(std::clamp(static_cast<int>(from), 0, size - 1));
}

Grey resampled_wide(const Grey& g, int w) {
  Grey out(w, g.h, 0);
  const double step = static_cast<double>(g.w) / w;
  for (int y = 0; y < g.h; ++y)
    for (int x = 0; x < w; ++x)
      out.at(x, y) = step > 1 ? mean(x * step, (x + 1) * step, g.w, [&](int i) { return g.at(i, y); })
                              : sample(g, std::clamp((x + 0.5) * step - 0.5, 0.0, g.w - 1.001), y, 0);
  return out;
}

Grey turned(const Grey& g) {
  Grey out(g.h, g.w, 0);
  for (int y = 0; y < g.h; ++y)
    for (int x = 0; x < g.w; ++x) out.at(y, x) = g.at(x, y);
  return out;
}

}  // namespace

void blur(Grey& g, double sigma) {
  if (sigma < 0.15) return;
  const int r = static_cast<int>(std::ceil(sigma * 2.5));
  std::vector<float> k(static_cast<size_t>(2 * r + 1));
  float sum = 0;
  for (int i = -r; i <= r; ++i)
    sum += k[static_cast<size_t>(i + r)] = static_cast<float>(std::exp(-i * i / (2 * sigma * sigma)));
  for (float& x : k) x /= sum;
  Grey t(g.w, g.h, 0);
  for (int y = 0; y < g.h; ++y)
    for (int x = 0; x < g.w; ++x) {
      float a = 0;
      for (int i = -r; i <= r; ++i) a += k[static_cast<size_t>(i + r)] * g.at(std::clamp(x + i, 0, g.w - 1), y);
      t.at(x, y) = a;
    }
  for (int y = 0; y < g.h; ++y)
    for (int i = -r; i <= r; ++i) {
      const int yy = std::clamp(y + i, 0, g.h - 1);
      const float f = k[static_cast<size_t>(i + r)];
      if (i == -r)
        for (int x = 0; x < g.w; ++x) g.at(x, y) = 0;
      for (int x = 0; x < g.w; ++x) g.at(x, y) += f * t.at(x, yy);
    }
}

Grey cloud(Rng& rng, int w, int h, int cell) {
  const int cw = w / cell + 3, ch = h / cell + 3;
  Grey c(cw, ch, 0);
  for (float& x : c.v) x = static_cast<float>(pick_real(rng, 0, 1));
  Grey g(w, h, 0);
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) g.at(x, y) = sample(c, static_cast<double>(x) / cell, static_cast<double>(y) / cell, 0);
  return g;
}

Grey resampled(const Grey& g, int w, int h) {
  return turned(resampled_wide(turned(resampled_wide(g, w)), h));
}

Drawn photographed(Rng& rng, const Drawn& drawn) {
  const Grey& in = drawn.ink;
  const double growth = pick_real(rng, -0.09, 0.09);             // height at the right end over the left, - 1
  const double bow = pick_real(rng, -0.16, 0.16) * drawn.em_px;  // px at the middle of the line
  const double wave = pick_real(rng, -0.04, 0.04) * drawn.em_px;
  const double mid = (drawn.nominal.y0 + drawn.nominal.y1) / 2.0;
  Drawn out = drawn;
  for (int x = 0; x < in.w; ++x) {
    const double t = static_cast<double>(x) / std::max(1, in.w - 1);
    const double scale = 1 + growth * (t - 0.5);
    const double shift = bow * (std::sin(M_PI * t) - 0.6) + wave * std::sin(4 * M_PI * t);
    for (int y = 0; y < in.h; ++y) out.ink.at(x, y) = sample(in, x, mid + (y - shift - mid) / scale, 0);
  }
  const int more = static_cast<int>(std::abs(bow) * 0.6 + std::abs(growth) * drawn.em_px * 0.3);
  for (Box* b : {&out.ink_box, &out.nominal}) {
    b->y0 = std::max(0, b->y0 - more);
    b->y1 = std::min(in.h, b->y1 + more);
  }
  return out;
}

void copy_again(Rng& rng, Grey& g, double fine) {
  for (int n = pick_int(rng, 1, 3); n > 0; --n) {
    blur(g, pick_real(rng, 0.35, 0.8) * fine);
    const float at = static_cast<float>(pick_real(rng, 0.36, 0.58)), steep = static_cast<float>(pick_real(rng, 2, 6));
    const Grey toner = cloud(rng, g.w, g.h, pick_int(rng, 2, 5));
    const float spread = static_cast<float>(pick_real(rng, 0, 0.25));
    for (size_t i = 0; i < g.v.size(); ++i)
      g.v[i] = std::clamp((g.v[i] - at + spread * (toner.v[i] - 0.5f)) * steep + 0.5f, 0.0f, 1.0f);
    const double spilt = pick_real(rng, 0, 0.0015);
    for (float& v : g.v)
      if (chance(rng, spilt)) v = chance(rng, 0.7) ? 1.0f : 0.0f;
  }
}

void dot_screen(Rng& rng, Grey& g) {
  const double step = pick_real(rng, 3.5, 7), r = pick_real(rng, 0.6, 1.1), angle = pick_real(rng, 0, 1.5);
  const float ink = static_cast<float>(pick_real(rng, 0.2, 0.6));
  const double c = std::cos(angle), s = std::sin(angle);
  for (int y = 0; y < g.h; ++y)
    for (int x = 0; x < g.w; ++x) {
      const double u = (x * c + y * s) / step, v = (y * c - x * s) / step;
      const double du = (u - std::round(u)) * step, dv = (v - std::round(v)) * step;
      if (du * du + dv * dv < r * r) g.at(x, y) = std::max(g.at(x, y), ink);
    }
}

Grey shade(Rng& rng, int w, int h) {
  Grey light = cloud(rng, w, h, std::max(8, h * pick_int(rng, 1, 4)));
  const float depth = static_cast<float>(pick_real(rng, 0.1, 0.55));
  const double edge = pick_real(rng, -0.5, 1.5) * w, soft = pick_real(rng, 4, 80), lean = pick_real(rng, -1.5, 1.5);
  const float dark = chance(rng, 0.5) ? static_cast<float>(pick_real(rng, 0.45, 0.9)) : 1.0f;
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) {
      const double in = std::clamp((x - edge + lean * y) / soft + 0.5, 0.0, 1.0);
      light.at(x, y) = (1 - depth * light.at(x, y)) * static_cast<float>(1 - in * (1 - dark));
    }
  return light;
}

void coarse(Rng& rng, Grey& g, float black_below) {
  const bool fax = chance(rng, 0.4);
  const double fx = fax ? pick_real(rng, 0.8, 1) : pick_real(rng, 0.42, 0.8);
  const double fy = fax ? (chance(rng, 0.5) ? pick_real(rng, 0.45, 0.6) : fx) : fx;
  const int w = g.w, h = g.h;
  Grey small = resampled(g, std::max(8, static_cast<int>(w * fx)), std::max(12, static_cast<int>(h * fy)));
  if (fax || chance(rng, 0.5))
    for (float& v : small.v) v = v < black_below ? 0.0f : 255.0f;
  if (chance(rng, 0.5)) {
    g = resampled(small, w, h);
    return;
  }
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) g.at(x, y) = small.at(x * small.w / w, y * small.h / h);
}

void recode_bilevel(Grey& g) {
  const Grey s = g;
  for (int y = 1; y + 1 < g.h; ++y)
    for (int x = 1; x + 1 < g.w; ++x) {
      int black = 0;
      for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) black += s.at(x + i, y + j) < 128;
      g.at(x, y) = black >= 6 ? 0.0f : black <= 2 ? 255.0f : s.at(x, y);
    }
}

}  // namespace train_ocr
