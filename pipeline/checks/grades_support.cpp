#include <algorithm>

#include "pipeline/checks/grades.hpp"
#include "pipeline/checks/yaml_file.hpp"

namespace prongsai::checks {
namespace {

// Figures are stated to two decimals; half of the last place is no difference.
constexpr double kRounding = 0.005;

enum class Met { yes, no, unknown };

// Does every instrument reach the floor?
Met reaches(const Instruments& instruments, double floor) {
  for (const auto& value : {instruments.iit, instruments.eit, instruments.oit}) {
    if (value && *value < floor - kRounding) return Met::no;
  }
  return instruments.all() ? Met::yes : Met::unknown;
}

}  // namespace

GradeScales::GradeScales(const std::filesystem::path& path) {
  const YamlFile file(path);
  const YAML::Node scales = file.need(file.root(), "scales");
  for (const auto& entry : scales) {
    GradeScale scale;
    scale.name = entry.first.as<std::string>();
    scale.first_year = file.optional_integer(entry.second, "first_year");
    const YAML::Node levels = file.need(entry.second, "levels");
    for (const YAML::Node& level : levels) {
      scale.levels.push_back(
          {file.text(level, "name"), file.number(level, "min"), file.optional_number(level, "each")});
    }
    const auto worse = [](const GradeLevel& a, const GradeLevel& b) { return a.min > b.min; };
    if (!std::is_sorted(scale.levels.begin(), scale.levels.end(), worse))
      file.fail(levels, "levels go from best to worst");
    scales_.push_back(std::move(scale));
  }
}

std::optional<GradeVerdict> GradeScales::judge(std::string_view grade, double score, const Instruments& instruments,
                                               std::optional<int> assessed_year) const {
  for (const GradeScale& scale : scales_) {
    const auto stated = std::find_if(scale.levels.begin(), scale.levels.end(),
                                     [&](const GradeLevel& level) { return level.name == grade; });
    if (stated == scale.levels.end()) continue;
    bool may_be_stated = false;
    std::string expected;
    for (const GradeLevel& level : scale.levels) {
      if (score < level.min - kRounding) continue;
      const Met met = level.each ? reaches(instruments, *level.each) : Met::yes;
      if (met == Met::no) continue;
      if (expected.empty()) expected = level.name;
      may_be_stated |= level.name == grade;
      if (met == Met::yes) break;  // a better level than all that follow is surely reached
    }
    const bool too_early = scale.first_year && assessed_year && *assessed_year < *scale.first_year;
    return GradeVerdict{!may_be_stated || too_early, expected};
  }
  return std::nullopt;
}

}  // namespace prongsai::checks
