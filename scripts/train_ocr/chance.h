// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn by lot.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace train_ocr {

using Rng = std::mt19937_64;

// Uniform integer in [lo, hi].
int pick_int(Rng& rng, int lo, int hi);
// Uniform real in [lo, hi).
double pick_real(Rng& rng, double lo, double hi);
// True with probability p.
bool chance(Rng& rng, double p);
// One of them; there must be one.
const std::string& pick(Rng& rng, const std::vector<std::string>& of);

}  // namespace train_ocr
