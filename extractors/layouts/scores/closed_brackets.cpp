#include "extractors/layouts/scores/closed_brackets.hpp"

#include <algorithm>

#include "extractors/layouts/scores/figure_text.hpp"

namespace prongsai::layouts::scores {

std::size_t brackets_closed_before(std::string_view tight, std::size_t place, std::size_t at) {
  const std::size_t open = tight.substr(0, place).rfind('(');
  const std::size_t close = tight.find(')', place);
  if (open == std::string_view::npos || close >= at) return std::string_view::npos;
  const std::string_view inside = tight.substr(open, close - open);
  if (inside.find(')') != std::string_view::npos) return std::string_view::npos;
  const bool figures =
      std::ranges::any_of(find_figures(inside), [](const FigureText& one) { return one.decimals == kScorePlaces; });
  return figures ? open : std::string_view::npos;
}

}  // namespace prongsai::layouts::scores
