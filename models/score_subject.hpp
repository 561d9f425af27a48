// What a score is of, and what it is counted in.
#pragma once

#include <array>

#include "models/words.hpp"

namespace prongsai {

// The assessment as a whole, one of its instruments, one of their indicators, or one item of the checklist or question
// of a survey (O29, I4).
enum class SubjectKind { ita, iit, eit, oit, indicator, item };
constexpr auto words_of(SubjectKind) {
  using enum SubjectKind;
  return std::to_array<Worded<SubjectKind>>(
      {{ita, "ITA"}, {iit, "IIT"}, {eit, "EIT"}, {oit, "OIT"}, {indicator, "indicator"}, {item, "item"}});
}

enum class ScoreUnit { points, percent };
constexpr auto words_of(ScoreUnit) {
  using enum ScoreUnit;
  return std::to_array<Worded<ScoreUnit>>({{points, "points"}, {percent, "percent"}});
}

}  // namespace prongsai
