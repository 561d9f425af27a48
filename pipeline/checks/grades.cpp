#include "pipeline/checks/grades.hpp"

#include <algorithm>

namespace prongsai::checks {
namespace {

// Figures are stated to two decimals; half of the last place is no difference.
constexpr double kRounding = 0.005;

enum class Met { yes, no, unknown };

// Does every instrument reach the floor?
Met reaches(const InstrumentPoints& instruments, double floor) {
  Met met = Met::yes;
  for (const auto& value : instruments.points) {
    if (value && *value < floor - kRounding) return Met::no;
    if (!value) met = Met::unknown;
  }
  return met;
}

const layouts::GradeScale* scale_with(const layouts::Assessment& assessment, std::string_view grade) {
  for (const layouts::GradeScale& scale : assessment.grades) {
    if (std::ranges::find(scale.levels, grade, &layouts::GradeLevel::name) != scale.levels.end()) return &scale;
  }
  return nullptr;
}

GradeVerdict judge_in(const layouts::GradeScale& scale, std::string_view grade, double score,
                      const InstrumentPoints& instruments) {
  GradeVerdict verdict{true, ""};
  for (const layouts::GradeLevel& level : scale.levels) {
    if (score < level.min - kRounding) continue;
    const Met met = level.each ? reaches(instruments, *level.each) : Met::yes;
    if (met == Met::no) continue;
    if (verdict.expected.empty()) verdict.expected = level.name;
    if (level.name == grade) verdict.wrong = false;
    if (met == Met::yes) break;  // a better level than all that follow is surely reached
  }
  return verdict;
}

}  // namespace

std::optional<GradeVerdict> judge_grade(std::string_view grade, double score, const InstrumentPoints& instruments,
                                        std::optional<int> assessed_year, const layouts::Assessments& assessments) {
  std::optional<GradeVerdict> verdict;
  for (const layouts::Assessment& assessment : assessments.may_hold(assessed_year)) {
    const layouts::GradeScale* scale = scale_with(assessment, grade);
    if (scale == nullptr) continue;
    verdict = judge_in(*scale, grade, score, instruments);
    if (!verdict->wrong) return verdict;
  }
  if (verdict || !assessed_year) return verdict;
  for (const layouts::Assessment& later : assessments.years()) {
    const layouts::GradeScale* scale = scale_with(later, grade);
    if (scale != nullptr) return GradeVerdict{true, judge_in(*scale, grade, score, instruments).expected};
  }
  return std::nullopt;
}

}  // namespace prongsai::checks
