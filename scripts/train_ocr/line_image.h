// SPDX-License-Identifier: GPL-3.0-or-later
// Renders one text line with Pango and wears it like a scan.
#pragma once

#include <string>
#include <vector>

#include "font_table.h"
#include "chance.h"

struct Pix;  // Leptonica

namespace train_ocr {

// A grey picture; values are ink coverage 0..1 while drawing and
// reflectance 0 (black) .. 255 (white) once worn.
struct Grey {
  int w = 0;
  int h = 0;
  std::vector<float> v;
  Grey() = default;
  Grey(int width, int height, float fill)
      : w(width), h(height), v(static_cast<size_t>(width) * static_cast<size_t>(height), fill) {}
  float& at(int x, int y) { return v[static_cast<size_t>(y) * static_cast<size_t>(w) + static_cast<size_t>(x)]; }
  float at(int x, int y) const { return v[static_cast<size_t>(y) * static_cast<size_t>(w) + static_cast<size_t>(x)]; }
};

struct Box {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // px; x1 and y1 lie outside
};

// How a line is set.
struct Style {
  std::string font;           // Pango description without a size
  double em_px = 40;          // font size in px
  double h_scale = 1;         // widens or narrows the letters
  double shear = 0;           // slant, dx per dy
  double letter_space = 0;    // px between clusters
  double angle_deg = 0;       // skew
  double raise = 0;           // em by which ¹ ² ³ are raised as plain digits; 0: the font's own signs
  double raised_scale = 0.6;  // their size against the line's
  bool raised_thai = false;   // ๑ ๒ ๓ for 1 2 3
  double outline = 0;         // px of the pen that draws the letters' outlines; 0: filled letters
};

// A drawn line: ink coverage, the ink's box and the font's nominal line box
// (from the top of ป้ to the foot of ฎุ), all in px of the canvas.
struct Drawn {
  Grey ink;
  Box ink_box;
  Box nominal;
  double em_px = 0;
};

Drawn draw_line(const std::string& text, const Style& style);

// machine: what a copier, a camera or a fax makes of a line.
enum class Level { train, clean, office, poor, machine };

// Picks font, size and skew of a line. part is a part of the font table, or a family.
Style pick_style(Rng& rng, const FontTable& fonts, const std::string& part, Level level, const std::string& text,
                 bool figure);

// Wears and crops the line. The result is an 8-bit grey Pix owned by the caller.
Pix* wear_line(Rng& rng, const Drawn& drawn, Level level, bool figure);

}  // namespace train_ocr
