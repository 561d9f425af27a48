// All that the checks are told by data: severities, wording, thresholds, word lists, requirements, grades, rubrics.
// Read and validated once at start; thread-safe afterwards.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/finding.hpp"
#include "pipeline/checks/grades.hpp"
#include "pipeline/checks/messages.hpp"
#include "pipeline/checks/requirements.hpp"
#include "pipeline/checks/rubric.hpp"
#include "pipeline/checks/url_judge.hpp"

namespace prongsai::checks {

// data/checks/<code>.yaml: one code of the contract.
struct CodeRule {
  std::string code;
  bool enabled = true;
  Severity severity = Severity::warning;
  std::map<std::string, Severity> variants;  // a variant with a severity of its own
  std::string meaning_th;
  std::string meaning_en;
  std::vector<std::string> needs;  // what a finding asks for before it is raised: the reasons of gate.hpp
  std::map<std::string, double, std::less<>> thresholds;
  std::map<std::string, std::vector<std::string>, std::less<>> words;
  std::string file;

  // Throw std::runtime_error naming file and key when the data file lacks it.
  [[nodiscard]] double threshold(std::string_view key) const;
  [[nodiscard]] const std::vector<std::string>& list(std::string_view key) const;
};

// Which item codes belong under which issue, by the checklist of the assessed year: data/checklists/issues.yaml.
struct IssueItems {
  int assessed_year = 0;
  std::map<int, std::vector<std::string>> codes;  // issue 1–7 → canonical codes
};

class Rules {
 public:
  // The data folder holds checks/, messages/, rubrics/, layouts/ and checklists/. Throws std::runtime_error naming file
  // and line.
  explicit Rules(const std::filesystem::path& data_folder);

  [[nodiscard]] const CodeRule& of(std::string_view code) const;  // throws std::runtime_error for an unknown code
  [[nodiscard]] const std::map<std::string, CodeRule, std::less<>>& codes() const { return codes_; }
  [[nodiscard]] Severity severity_of(const Finding& finding) const;

  [[nodiscard]] const Requirements& requirements() const { return requirements_; }
  [[nodiscard]] const UrlRules& urls() const { return urls_; }
  [[nodiscard]] const GradeScales& grades() const { return grades_; }
  [[nodiscard]] const std::vector<Rubric>& rubrics() const { return rubrics_; }
  [[nodiscard]] const IssueItems* issue_items(int assessed_year) const;  // null: no list is known for that year
  // An item that asks for measures or their results in some year: data/checklists/submission_items.yaml.
  [[nodiscard]] bool is_submission_item(const std::string& code) const { return submission_items_.contains(code); }
  [[nodiscard]] const Messages& thai() const { return thai_; }
  [[nodiscard]] const Messages& english() const { return english_; }

  // The assessment scheme of an office (MOE-ITA, OBEC, …) by its name; "" when none is known.
  [[nodiscard]] std::string scheme_of(const std::optional<std::string>& agency) const;

 private:
  struct Scheme {
    std::string name;
    std::vector<std::string> agency_begins;
  };

  void read_codes(const std::filesystem::path& folder);
  void read_issue_items(const std::filesystem::path& file);
  void read_submission_items(const std::filesystem::path& file);
  void read_schemes(const std::filesystem::path& file);
  void validate_wording() const;

  std::map<std::string, CodeRule, std::less<>> codes_;
  Requirements requirements_;
  UrlRules urls_;
  GradeScales grades_;
  std::vector<Rubric> rubrics_;
  IssueItems issue_items_;
  std::set<std::string> submission_items_;
  std::vector<Scheme> schemes_;
  Messages thai_;
  Messages english_;
};

}  // namespace prongsai::checks
