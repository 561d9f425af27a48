// SPDX-License-Identifier: GPL-3.0-or-later
// What machines other than a good scanner do to a line: cameras, copiers, fax, bilevel coding.
#pragma once

#include "line_image.h"

namespace train_ocr {

// Gaussian blur, sigma in px.
void blur(Grey& g, double sigma);
// A smooth random field in 0..1 with grain of about cell px.
Grey cloud(Rng& rng, int w, int h, int cell);
// The picture at another size: means when made smaller, linear between pixels when made larger.
Grey resampled(const Grey& g, int w, int h);

// A photograph of a page, straightened by a program that is not perfect: letters
// grow along the line and the line is bowed. Boxes are measured anew.
Drawn photographed(Rng& rng, const Drawn& drawn);
// Copies a copy one to three times: strokes flow and break, toner is spilt. g is ink coverage.
void copy_again(Rng& rng, Grey& g, double fine);
// A screen of dots below the print. g is ink coverage.
void dot_screen(Rng& rng, Grey& g);
// Shadow of a hand or a fold, 1 = full light; for a page lit unevenly.
Grey shade(Rng& rng, int w, int h);
// Fax, or a scan at half the resolution, black and white or grey; drawn back to the
// old size. g is reflectance; black_below its threshold.
void coarse(Rng& rng, Grey& g, float black_below);
// What lossy bilevel coding leaves: rounded corners, no specks. g holds 0 and 255 only.
void recode_bilevel(Grey& g);

}  // namespace train_ocr
