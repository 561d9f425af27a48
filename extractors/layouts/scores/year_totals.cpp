#include "extractors/layouts/scores/year_totals.hpp"

#include <string>

#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {

bool is_years_total(std::string_view text, const TightText& tight, const FigureText& number, const ScoreWords& words) {
  constexpr std::size_t kMostBefore = 2;  // code points: a bullet, a speck
  if (number.decimals != kScorePlaces || !number.readable()) return false;
  std::string_view after = std::string_view(tight.text()).substr(tight.tight(number.end));
  if (after.starts_with(words.points)) after.remove_prefix(words.points.size());
  const auto years = text::find_years(text.substr(0, number.begin));
  if (!after.empty() || years.size() != 1) return false;
  const std::string_view before = std::string_view(tight.text()).substr(0, tight.tight(number.begin));
  const std::string_view between = before.substr(tight.tight(years.front().end));
  std::string_view lead = between;
  while (const std::size_t one = ends_with_any(lead, words.leads)) lead.remove_suffix(one);
  const std::string_view head = words.without_year_words(before.substr(0, tight.tight(years.front().begin)));
  return !between.empty() && lead.empty() && text::length(head) <= kMostBefore;
}

}  // namespace prongsai::layouts::scores
