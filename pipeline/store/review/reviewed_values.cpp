#include "pipeline/store/review/reviewed_values.hpp"

#include <cstdint>
#include <set>
#include <sstream>

#include "models/buddhist_year.hpp"
#include "models/score_subject.hpp"
#include "pipeline/store/review/review.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

constexpr int kMostIndicators = 10;

bool is_number(const std::string& text, int most) {
  const bool digits = !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789") == std::string::npos;
  return digits && text[0] != '0' && std::stoi(text) <= most;
}

bool is_item_code(const std::string& code) {
  constexpr int kMostItems = 99;
  return !code.empty() && std::string("OIE").find(code[0]) != std::string::npos &&
         is_number(code.substr(1), kMostItems);
}

}  // namespace

void require_text(const json& value) {
  if (value.is_null() || (value.is_string() && !value.get<std::string>().empty())) return;
  throw NoSuchTarget("a text is wanted, or nothing");
}

void require_number(const json& value, int least, int most, const std::string& what) {
  if (value.is_null()) return;
  const bool fits =
      value.is_number_integer() && value.get<std::int64_t>() >= least && value.get<std::int64_t>() <= most;
  if (!fits)
    throw NoSuchTarget(what + " is a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

void require_fact(const std::string& column, const json& value) {
  if (column == "fiscal_year")
    return require_number(value, kFirstFiscalYear, kLastFiscalYear, "a fiscal year of the Buddhist Era");
  require_text(value);
  if (column == "item_code" && !value.is_null() && !is_item_code(value.get<std::string>()))
    throw NoSuchTarget("an item is written as O34");
}

void require_item_codes(const json& value) {
  require_text(value);
  if (value.is_null()) return;
  std::set<std::string> seen;
  std::istringstream codes(value.get<std::string>());
  for (std::string code; std::getline(codes, code, ',');)
    if (!is_item_code(code) || !seen.insert(code).second) throw NoSuchTarget("items are written as O34, O35");
  if (value.get<std::string>().back() == ',') throw NoSuchTarget("items are written as O34, O35");
}

void require_subject(const json& value) {
  require_text(value);
  const std::string text = value.is_null() ? "" : value.get<std::string>();
  const auto blank = text.find(' ');
  const std::string number = blank == std::string::npos ? "" : text.substr(blank + 1);
  const auto kind = value_of<SubjectKind>(text.substr(0, blank));
  const bool is_indicator = kind == SubjectKind::indicator;
  const bool is_item = kind == SubjectKind::item;
  const bool fits = is_indicator ? is_number(number, kMostIndicators)
                    : is_item    ? is_item_code(number)
                                 : blank == std::string::npos;
  if (!kind || !fits) throw NoSuchTarget("a score is of ITA, IIT, EIT, OIT, an indicator's number or an item's code");
}

void require_score(double value) {
  if (!(value >= 0 && value <= 100)) throw NoSuchTarget("a score lies between 0 and 100");
}

}  // namespace prongsai::store
