#include "extractors/layouts/scores/figure_tails.hpp"

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// The unit at the beginning of a tight text: its length.
std::size_t leading_unit(std::string_view text, const ScoreWords& words) {
  return text.starts_with(words.points) ? words.points.size() : begins_with_any(text, words.percent);
}

bool ends_in_figure(std::string_view text, const ScoreWords& words) {
  const auto figures = find_figures(text);
  if (figures.empty() || figures.back().decimals != kScorePlaces || !figures.back().readable()) return false;
  const std::string behind = tight(text.substr(figures.back().end));
  return leading_unit(behind, words) == behind.size();
}

bool begins_with_level(std::string_view text, const ScoreWords& words) {
  const TightText compact(text);
  const std::size_t word = begins_with_any(compact.text(), words.level_words);
  return word > 0 && words.level_at(compact, word).has_value();
}

}  // namespace

bool is_figure_tail(std::string_view above, std::string_view below, const ScoreWords& words) {
  constexpr std::size_t kLongest = 40;  // code points
  if (text::length(below) > kLongest || !find_figures(below).empty() || !ends_in_figure(above, words)) return false;
  return leading_unit(tight(below), words) > 0 || begins_with_level(below, words);
}

}  // namespace prongsai::layouts::scores
