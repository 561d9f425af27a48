#include "extractors/layouts/scores/line_numbers.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace prongsai::layouts::scores {

void drop_line_numbers(const std::vector<ReadColumn>& columns, std::vector<ReadFigure>& figures) {
  if (std::ranges::any_of(columns, &ReadColumn::ranks)) return;
  std::map<std::optional<int>, std::vector<std::pair<int, double>>> totals;  // by year
  for (const ReadFigure& figure : figures) {
    if (figure.rank && figure.subject.kind == SubjectKind::ita)
      totals[figure.year].emplace_back(*figure.rank, figure.figure.number.value);
  }
  std::set<std::optional<int>> unranked;
  for (auto& [year, numbered] : totals) {
    std::ranges::sort(numbered);
    if (!std::ranges::is_sorted(numbered, std::greater(), &std::pair<int, double>::second)) unranked.insert(year);
  }
  for (ReadFigure& figure : figures) {
    if (unranked.contains(figure.year)) figure.rank.reset();
  }
}

}  // namespace prongsai::layouts::scores
