// SPDX-License-Identifier: GPL-3.0-or-later
#include "font_table.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace train_ocr {

FontTable::FontTable(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    Row row;
    if (line.empty() || line[0] == '#' || !(words >> row.part >> row.share)) continue;
    std::getline(words >> std::ws, row.family);
    rows_.push_back(row);
  }
}

const std::string& FontTable::pick(Rng& rng, const std::string& part) const {
  double sum = 0;
  for (const Row& row : rows_) sum += row.part == part ? row.share : 0;
  double left = pick_real(rng, 0, sum);
  for (const Row& row : rows_)
    if (row.part == part && (left -= row.share) < 0) return row.family;
  return part;
}

}  // namespace train_ocr
