#include "extractors/layouts/scores/differences.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace prongsai::layouts::scores {
namespace {

constexpr double kRounding = 0.011;
constexpr std::size_t kFewest = 2;  // subjects; one difference may come by chance

using Whose = std::pair<std::string, int>;  // owner, year; 0 for none
using Values = std::map<Subject, double>;

Whose whose(const ReadFigure& figure) {
  return {figure.owner.value_or(""), figure.year.value_or(0)};
}

bool is_difference(const Values& values, const Values& a, const Values& b) {
  return values.size() >= kFewest && std::ranges::all_of(values, [&](const auto& value) {
           const auto first = a.find(value.first);
           const auto second = b.find(value.first);
           return first != a.end() && second != b.end() &&
                  std::abs(std::abs(first->second - second->second) - std::abs(value.second)) <= kRounding;
         });
}

}  // namespace

void drop_differences(TableReading& reading) {
  std::map<Whose, Values> told;
  for (const ReadFigure& figure : reading.figures)
    told[whose(figure)].emplace(figure.subject, figure.figure.number.value);
  constexpr std::size_t kMostGroups = 12;  // a ranking of many offices has none
  if (told.size() < 3 || told.size() > kMostGroups) return;
  std::set<Whose> dropped;
  for (const auto& [one, its] : told) {
    const Whose& owner = one;
    const Values& values = its;
    for (auto a = told.begin(); a != told.end(); ++a) {
      if (a->first == owner) continue;
      const bool found = std::any_of(std::next(a), told.end(), [&](const auto& b) {
        return b.first != owner && is_difference(values, a->second, b.second);
      });
      if (found) dropped.insert(owner);
    }
  }
  std::erase_if(reading.figures, [&](const ReadFigure& figure) { return dropped.contains(whose(figure)); });
}

}  // namespace prongsai::layouts::scores
