#include "extractors/layouts/scores/part_sums.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace prongsai::layouts::scores {
namespace {

constexpr double kFullMark = 100;

}  // namespace

void drop_weights(std::vector<ScoreFigure>& figures) {
  constexpr double kGreatestWeight = 40;
  const auto is_whole = [](const ScoreFigure& figure) { return figure.value == std::floor(figure.value); };
  double sum = 0;
  bool small = true;
  std::set<SubjectKind> instruments;
  for (const ScoreFigure& figure : figures) {
    if (!is_instrument(figure.subject)) continue;
    small = small && is_whole(figure) && figure.value <= kGreatestWeight;
    if (is_whole(figure) && instruments.insert(figure.subject).second) sum += figure.value;
  }
  const bool add_up = instruments.size() == kInstruments.size() && std::abs(sum - kFullMark) <= kFigureRounding;
  if (!add_up && !(small && instruments.size() >= 2)) return;
  std::erase_if(figures, [&](const ScoreFigure& figure) { return is_instrument(figure.subject) && is_whole(figure); });
}

bool are_all_told(const std::vector<ScoreFigure>& figures) {
  return std::ranges::all_of(kInstruments, [&](SubjectKind instrument) {
    return std::ranges::find(figures, instrument, &ScoreFigure::subject) != figures.end();
  });
}

bool is_sum_of_parts(const FigureText& number, const std::vector<ScoreFigure>& figures) {
  double sum = 0;
  std::size_t parts = 0;
  for (const SubjectKind instrument : kInstruments) {
    const auto part = std::find_if(figures.rbegin(), figures.rend(), [&](const ScoreFigure& figure) {
      return figure.subject == instrument && figure.end <= number.begin;
    });
    if (part == figures.rend()) continue;
    sum += part->value;
    ++parts;
  }
  return parts == kInstruments.size() && std::abs(sum - number.value) <= kFigureRounding;
}

}  // namespace prongsai::layouts::scores
