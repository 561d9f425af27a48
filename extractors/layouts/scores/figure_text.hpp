// Figures of a text as a reader means them: one that a comma, a slash, a letter O or a second figure runs into is never
// cut to its first half.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace prongsai::layouts::scores {

inline constexpr double kFigureRounding = 0.06;  // figures are rounded, parts and total each
inline constexpr int kScorePlaces = 2;           // decimals of a score; a third one was made of a speck or a ruling

struct FigureText {
  enum class State {
    plain,   // digits, groups of three, one point
    mended,  // ๘๙,๒๔ (a decimal comma) or ๘๘.๘๑/๑๐๐ (of the full mark): nothing else can be meant
    likely,  // 89.O4: letters stand for digits
    broken,  // ๗๙.๔๐๘๙.๒๔: more than one figure, or a part of one
    number,  // ๑.๑.๒, ๑/๒๕๖๗: a paragraph's or an order's number
  } state = State::plain;
  double value = 0;
  int decimals = 0;
  std::size_t begin = 0;  // byte offsets in the text
  std::size_t end = 0;

  [[nodiscard]] bool readable() const { return state != State::broken && state != State::number; }
};

// All of a text, in order. A figure glued to letters is found as well; the caller judges its surroundings.
[[nodiscard]] std::vector<FigureText> find_figures(std::string_view text);

}  // namespace prongsai::layouts::scores
