#include "extractors/layouts/scores/means.hpp"

#include <algorithm>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {

namespace {

// What a tight text says behind its last figure.
std::string_view behind_last_figure(std::string_view text) {
  std::size_t end = 0;
  for (const FigureText& figure : find_figures(text)) {
    if (figure.decimals == kScorePlaces) end = figure.end;
  }
  return text.substr(end);
}

}  // namespace

bool is_mean_of_many(std::string_view before, const ScoreWords& words) {
  if (!contains_any(before, words.means)) return false;
  const std::string_view clause = behind_last_figure(before);
  const std::size_t mean = last_of(clause, words.means);
  if (mean == std::string_view::npos) return false;
  const std::size_t end = mean + begins_with_any(clause.substr(mean), words.means);
  const std::string_view who = clause.substr(0, end - ends_with_any(clause.substr(0, end), words.means));
  if (ends_with_any(who, words.means_had) > 0 && contains_any(who, words.sets)) return true;
  const std::string_view rest = clause.substr(end);
  return begins_with_any(rest, words.means_of) > 0 && contains_any(rest, words.sets);
}

bool is_set_as_goal(std::string_view before, const ScoreWords& words) {
  if (!contains_any(before, words.goals)) return false;
  const std::string_view clause = behind_last_figure(before);
  const std::size_t goal = last_of(clause, words.goals);
  return goal != std::string_view::npos && contains_any(clause.substr(goal), words.goals_for);
}

}  // namespace prongsai::layouts::scores
