// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts that lines are drawn in, from fonts.txt.
#pragma once

#include <string>
#include <vector>

#include "chance.h"

namespace train_ocr {

class FontTable {
 public:
  // Reads rows "part share family"; throws std::runtime_error where the file cannot be read.
  explicit FontTable(const std::string& path);

  // A family of the part train, stop, held_out or latin, by share. Any other
  // name is taken for a family itself.
  const std::string& pick(Rng& rng, const std::string& part) const;

 private:
  struct Row {
    std::string part, family;
    double share = 1;
  };
  std::vector<Row> rows_;
};

}  // namespace train_ocr
