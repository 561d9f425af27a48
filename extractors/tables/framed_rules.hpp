// Level rulings as their frame means them.
#pragma once

#include <span>
#include <vector>

#include "extractors/tables/strokes.hpp"
#include "models/page.hpp"

namespace prongsai::tables {

// The level lines of a page. Those in a frame, two upright lines of one height with none between, reach from side to
// side though a gap was left at an end (dashes that touch letters, round corners); where three of them part a frame,
// its head and foot are lines too, drawn or not: a coloured band often stands for them.
[[nodiscard]] std::vector<Stroke> framed_rules(std::span<const Ruling> rulings);

}  // namespace prongsai::tables
