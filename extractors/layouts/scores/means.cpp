#include "extractors/layouts/scores/means.hpp"

#include <algorithm>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {

bool is_mean_of_many(std::string_view before, const ScoreWords& words) {
  const std::size_t mean = last_of(before, words.means);
  if (mean == std::string_view::npos) return false;
  std::string_view rest = before.substr(mean);
  rest.remove_prefix(begins_with_any(rest, words.means));
  const auto states_figure = [](const FigureText& figure) { return figure.decimals == kScorePlaces; };
  return begins_with_any(rest, words.means_of) > 0 && contains_any(rest, words.sets) &&
         std::ranges::none_of(find_figures(rest), states_figure);
}

}  // namespace prongsai::layouts::scores
