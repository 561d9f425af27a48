// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as reports print them: scores, years, dates, item codes.
#pragma once

#include <string>

#include "chance.h"

namespace train_ocr {

// A figure as found alone in a table cell, in either digit script.
std::string lone_figure(Rng& rng);
// Characters only a figure reader needs: digits . , / - % ( ) and space.
std::string strict_figure(Rng& rng);

// A score of 0 to 100, with one or two places.
std::string score(Rng& rng);
// A year, mostly Buddhist.
std::string year(Rng& rng);
// n digits, in ASCII.
std::string random_digits(Rng& rng, int n);
// A whole number below ten million, with commas.
std::string natural_with_commas(Rng& rng);

}  // namespace train_ocr
