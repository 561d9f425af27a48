// The assessment's own lists (data/checklists/): the seven issues, the ten indicators, and which item a report answers.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::layouts {

struct Issue {
  int no = 0;  // 1 to 7
  std::string title;
};

struct Indicator {
  int no = 0;              // 1 to 10
  std::string instrument;  // IIT, EIT, OIT
  std::vector<std::string> names;
};

// Which items of one year's checklist ask for the measures and for the report on their results.
struct SubmissionItems {
  int year = 0;  // Buddhist Era
  std::string scheme;
  std::vector<std::string> offices;  // beginnings of the names of the offices assessed; empty = all
  std::string measures;              // item codes
  std::string results;
  bool certain = false;  // a source names number and title
};

class Checklists {
 public:
  // Reads issues.yaml, indicators.yaml and submission_items.yaml. Throws std::runtime_error naming file and line.
  explicit Checklists(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<Issue>& issues() const { return issues_; }
  [[nodiscard]] const std::vector<Indicator>& indicators() const { return indicators_; }
  [[nodiscard]] const std::vector<SubmissionItems>& submission_items() const { return submission_items_; }

  // The indicator that a table cell names: by its number (ตัวชี้วัดที่ ๔), else by its name.
  [[nodiscard]] std::optional<int> indicator_of(std::string_view cell) const;
  // The indicator whose name the text is, a few misread letters forgiven.
  [[nodiscard]] std::optional<int> indicator_named(std::string_view text) const;

 private:
  std::vector<Issue> issues_;
  std::vector<Indicator> indicators_;
  std::vector<SubmissionItems> submission_items_;
};

}  // namespace prongsai::layouts
