// Whatever is not a letter finds its line: points, dashes and the rings of ะ by their height in it, vowels and tone
// marks by nearness.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extractors/source/ocr/line_cut.hpp"

namespace prongsai::source {

inline constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);

// Marks of a cell's first line may stand across its upper border, and so in another cell, or in none: those that find
// no line in their own region may join one of another, which becomes their region.
//
// `line_of[i]` is the line of component i or kNoLine; filled in for those of `loose` that find one.
void attach_marks(const CutPage& page, const std::vector<CutLine>& lines, std::span<const std::size_t> loose,
                  std::span<int> region_of, std::vector<std::size_t>& line_of);

}  // namespace prongsai::source
