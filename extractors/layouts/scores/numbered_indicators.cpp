#include "extractors/layouts/scores/numbered_indicators.hpp"

#include <set>

#include "extractors/text/find/list_numbers.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr int kFewestNamed = 2;

// "๕. …": a number with a point or a bracket behind it; 0: none.
int number_of(const std::string& label, int most) {
  const auto marker = text::leading_number(label);
  if (!marker || marker->parts.size() != 1 || marker->style == "N" || marker->end >= label.size()) return 0;
  const int number = marker->parts.front();
  return number >= 1 && number <= most ? number : 0;
}

}  // namespace

std::vector<int> numbered_indicators(const std::vector<std::string>& labels, const LabelReader& reader) {
  std::vector<int> numbers;
  std::set<int> seen;
  int named = 0;
  for (const std::string& label : labels) {
    const int number = number_of(label, reader.assessments().indicator_count());
    if (number == 0 || !seen.insert(number).second) return {};
    numbers.push_back(number);
    bool several = false;
    const auto subject = reader.subject_of(label, several);
    if (!subject && !several) continue;
    const bool same = subject && subject->kind == SubjectKind::indicator && subject->no == std::to_string(number);
    if (!same) return {};
    ++named;
  }
  return named >= kFewestNamed ? numbers : std::vector<int>();
}

}  // namespace prongsai::layouts::scores
