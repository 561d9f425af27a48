#include "extractors/layouts/scores/untold_totals.hpp"

#include <string>

#include "extractors/layouts/scores/lead.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {

namespace {

constexpr std::size_t kMostBefore = 2;  // code points before a year: a bullet, a speck

// "เมื่อมองย้อนไป ", "คะแนน และ": what leads from the clause before to the year.
bool only_leads_to_year(std::string_view head, const ScoreWords& words) {
  head.remove_prefix(head.starts_with(words.points) ? words.points.size() : 0);
  while (const std::size_t lead = begins_with_any(head, words.year_leads)) head.remove_prefix(lead);
  return text::length(head) <= kMostBefore;
}

// "องค์การได้": the office by its kind, and what leads to a figure.
bool only_leads_to_figure(std::string_view between, const ScoreWords& words) {
  if (between.empty()) return false;
  while (const std::size_t one = ends_with_any(between, words.leads)) between.remove_suffix(one);
  between.remove_suffix(ends_with_any(between, words.self_words));
  return between.empty();
}

}  // namespace

bool is_years_total(std::string_view text, const TightText& tight, const FigureText& number, std::size_t from,
                    const ScoreWords& words) {
  if (number.decimals != kScorePlaces || !number.readable()) return false;
  const std::string_view after = std::string_view(tight.text()).substr(tight.tight(number.end));
  const bool unit = after.starts_with(words.points);
  const auto years = text::find_years(text.substr(0, number.begin));
  if ((!after.empty() && !unit) || begins_with_any(after, words.not_before) > 0) return false;
  if (years.empty() || years.back().begin < from) return false;
  if (years.size() > 1 && years[years.size() - 2].begin >= from) return false;
  const std::string_view before = std::string_view(tight.text()).substr(0, tight.tight(number.begin));
  const std::size_t start = tight.tight(from);
  const std::size_t year = tight.tight(years.back().begin);
  return only_leads_to_figure(before.substr(tight.tight(years.back().end)), words) &&
         only_leads_to_year(words.without_year_words(before.substr(start, year - start)), words);
}

namespace {

// "ซึ่งเป็นหน่วยงานในกลุ่มเดียวกันได้คะแนน": one clause, and behind it nothing but what leads to the figure.
bool is_relative_clause(std::string_view between, const ScoreWords& words) {
  constexpr std::size_t kLongest = 60;  // code points
  return begins_with_any(between, words.relatives) > 0 && text::length(between) <= kLongest &&
         find_figures(between).empty();
}

}  // namespace

bool got_it(std::string_view before, std::size_t end_of_office, const ScoreWords& words) {
  return connects(before, end_of_office, words) || is_relative_clause(before.substr(end_of_office), words);
}

bool is_offices_total(const TightText& tight, const FigureText& number, std::size_t end_of_office,
                      const ScoreWords& words) {
  if (number.decimals != kScorePlaces || !number.readable() || end_of_office > number.begin) return false;
  const std::string_view after = std::string_view(tight.text()).substr(tight.tight(number.end));
  if (!after.starts_with(words.points) || begins_with_any(after, words.not_before) > 0) return false;
  const std::string_view before = std::string_view(tight.text()).substr(0, tight.tight(number.begin));
  const ScoreLead lead = read_lead(before, words);
  return lead.lead && !lead.bound && got_it(before, tight.tight(end_of_office), words);
}

}  // namespace prongsai::layouts::scores
