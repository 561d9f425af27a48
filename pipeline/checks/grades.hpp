// Grades of the overall score, by scale and year: data/rubrics/grades.yaml.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::checks {

struct GradeLevel {
  std::string name;            // AA, ผ่านดีเยี่ยม
  double min = 0;              // of the overall score, points of 100
  std::optional<double> each;  // of every instrument, points of 100; none where the level asks for none
};

struct GradeScale {
  std::string name;
  std::optional<int> first_year;   // assessed year from which it was in use; none where unknown
  std::vector<GradeLevel> levels;  // best first
};

// Instruments' results in points of 100; none where the report does not state them.
struct Instruments {
  std::optional<double> iit, eit, oit;
  [[nodiscard]] bool all() const { return iit && eit && oit; }
};

struct GradeVerdict {
  bool wrong = false;
  std::string expected;  // the level that the score earns, for the message
};

class GradeScales {
 public:
  // Throws std::runtime_error naming file and line.
  explicit GradeScales(const std::filesystem::path& file);

  // Judges a stated grade in the scale that it belongs to. Nothing when the grade is of no known scale.
  // Where a level depends on instruments that are not stated, the doubt is the report's benefit.
  [[nodiscard]] std::optional<GradeVerdict> judge(std::string_view grade, double score, const Instruments& instruments,
                                                  std::optional<int> assessed_year) const;

 private:
  std::vector<GradeScale> scales_;
};

}  // namespace prongsai::checks
