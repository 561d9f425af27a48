#include "extractors/layouts/columns/content.hpp"

#include <algorithm>
#include <optional>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/checked_int.hpp"

namespace prongsai::layouts {
namespace {

// Code points: a period or the names of units and persons stand in a few words.
constexpr std::size_t kLongestPeriod = 60;
constexpr std::size_t kLongestNames = 90;
constexpr std::size_t kLongestGoal = 40;

std::string_view without_marker(std::string_view text) {
  const auto marker = text::leading_number(text);
  return marker && marker->style != "N" ? text.substr(marker->end) : text;
}

bool has_steps(std::string_view text) {
  const auto markers = text::find_list_numbers(text);
  return std::count_if(markers.begin(), markers.end(), [](const auto& marker) { return marker.style != "N"; }) >= 2;
}

// "1/2568": a month, quarter or round of a year.
bool is_part_of_year(std::string_view text) {
  const std::string digits = text::ascii_digits(text);
  const auto slash = digits.find('/');
  if (slash == std::string::npos || slash == 0 || slash > 2 || digits.size() - slash != 5) return false;
  return digits.find_first_not_of("0123456789/") == std::string::npos;
}

// A number, its unit of money or percent apart; a dash stands for none.
bool is_amount(std::string_view text) {
  std::string rest = tight(text);
  const auto erase = [&](std::string_view unit) {
    for (std::size_t at = rest.find(unit); at != std::string::npos; at = rest.find(unit)) rest.erase(at, unit.size());
  };
  for (const std::string& unit : text::lexicon().numbers.cell.texts()) erase(unit);
  for (const std::string_view sign : {"+", ".-", ",-"}) erase(sign);
  return rest == "-" || text::parse_number(rest).has_value();
}

// The share of cells whose number is the next after the one before, or begins anew.
double in_turn(const std::vector<std::string_view>& cells) {
  int last = 0;
  int right = 0;
  for (const auto cell : cells) {
    const auto marker = text::leading_number(cell);
    const bool alone = marker && marker->end >= cell.size() && marker->parts.size() == 1;
    const auto number = text::parse_number(cell);
    const int value = alone ? marker->parts.front() : (number ? checked_int(number->value).value_or(0) : 0);
    if (value > 0 && (value == last + 1 || value == 1 || (value > last && value <= last + 3))) ++right;
    if (value > 0) last = value;
  }
  return cells.size() < 2 ? 0 : static_cast<double>(right) / static_cast<double>(cells.size());
}

}  // namespace

bool ContentReader::is_period(std::string_view text) const {
  const std::string_view words = without_marker(text);
  if (text::length(words) > kLongestPeriod) return false;
  if (is_part_of_year(words) || !text::find_dates(words).empty()) return true;
  return contains_any(tight(words), vocabulary_->list("periods"));
}

bool ContentReader::is_people(std::string_view text) const {
  const std::string_view words = without_marker(text);
  if (text::length(words) > kLongestNames) return false;
  const std::string compact = tight(words);
  return begins_with_any(compact, vocabulary_->list("units")) > 0 ||
         begins_with_any(compact, vocabulary_->list("persons")) > 0;
}

bool ContentReader::is_goal(std::string_view text) const {
  if (text::length(text) > kLongestGoal || is_amount(text)) return false;
  const std::string compact = tight(text);
  if (begins_with_any(compact, vocabulary_->list("goals")) > 0) return true;
  const auto numbers = text::find_numbers(compact);
  return numbers.size() == 1 && numbers.front().begin == 0 && text::length(compact) <= kLongestGoal / 2 &&
         !text::leading_number(text).has_value();
}

ColumnContent ContentReader::read(const std::vector<std::string_view>& cells) const {
  ColumnContent content;
  if (cells.empty()) return content;
  for (const auto cell : cells) {
    if (is_period(cell)) content["periods"] += 1;
    if (is_people(cell)) content["people"] += 1;
    if (has_steps(cell)) content["steps"] += 1;
    if (is_amount(cell)) content["amounts"] += 1;
    if (is_goal(cell)) content["goals"] += 1;
    const bool number = text::parse_number(cell).has_value();
    if (!number && assessments_->indicator_of(cell)) content["indicators"] += 1;
    if (!number && issues_->heading(cell)) content["issues"] += 1;
  }
  for (auto& [trait, count] : content) count /= static_cast<double>(cells.size());
  if (const double share = in_turn(cells); share > 0) content["numbers_in_turn"] = share;
  return content;
}

}  // namespace prongsai::layouts
