// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance.h"

namespace train_ocr {

int pick_int(Rng& rng, int lo, int hi) {
  return std::uniform_int_distribution<int>(lo, hi)(rng);
}
double pick_real(Rng& rng, double lo, double hi) {
  return std::uniform_real_distribution<double>(lo, hi)(rng);
}
bool chance(Rng& rng, double p) {
  return pick_real(rng, 0, 1) < p;
}

const std::string& pick(Rng& rng, const std::vector<std::string>& of) {
  return of[static_cast<size_t>(pick_int(rng, 0, static_cast<int>(of.size()) - 1))];
}

}  // namespace train_ocr
