// All that the checks are told by data: severities, wording, thresholds, word lists, requirements, grades, rubrics.
// Read and validated once at start; thread-safe afterwards.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/columns/vocabulary.hpp"
#include "models/column_key.hpp"
#include "models/finding.hpp"
#include "pipeline/checks/gap.hpp"
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
  std::map<std::string, Severity, std::less<>> variants;  // a variant with a severity of its own
  std::string meaning_th;
  std::string meaning_en;
  std::vector<std::string> needs;  // what a finding asks for before it is raised: the reasons of gate.hpp
  std::vector<Gap> gaps;           // of an issue, which a finding of this code tells
  std::map<std::string, double, std::less<>> thresholds;
  std::map<std::string, std::vector<std::string>, std::less<>> words;
  std::map<std::string, std::vector<ColumnKey>, std::less<>> columns;  // lists of column keys, in the file with `words`
  std::string file;

  // Of the keys in rule_keys.cpp, which the file was found to have; std::runtime_error for another.
  [[nodiscard]] double threshold(std::string_view key) const;
  [[nodiscard]] const std::vector<std::string>& list(std::string_view key) const;
  [[nodiscard]] const std::vector<ColumnKey>& keys(std::string_view key) const;
};

using CodeRules = std::map<std::string, CodeRule, std::less<>>;

class Rules {
 public:
  // The data folder holds checks/, messages/, rubrics/, layouts/ and assessment/. Throws std::runtime_error naming file
  // and line.
  explicit Rules(const std::filesystem::path& data_folder);

  [[nodiscard]] const CodeRule& of(std::string_view code) const;  // throws std::runtime_error for an unknown code
  [[nodiscard]] const CodeRules& codes() const { return codes_; }
  [[nodiscard]] Severity severity_of(const Finding& finding) const;

  // None of Gap::row, which no finding tells.
  [[nodiscard]] const std::vector<std::string>& codes_that_tell(Gap gap) const { return gap_codes_.at(gap); }

  [[nodiscard]] const Requirements& requirements() const { return requirements_; }
  [[nodiscard]] const UrlRules& urls() const { return urls_; }
  [[nodiscard]] const layouts::Assessments& assessments() const { return assessments_; }
  [[nodiscard]] const layouts::ColumnVocabulary& columns() const { return columns_; }
  [[nodiscard]] const text::ItemRanges& item_ranges() const { return assessments_.item_ranges(); }
  [[nodiscard]] const std::vector<Rubric>& rubrics() const { return rubrics_; }
  [[nodiscard]] const Messages& thai() const { return thai_; }
  [[nodiscard]] const Messages& english() const { return english_; }

 private:
  CodeRules codes_;
  std::map<Gap, std::vector<std::string>> gap_codes_;
  Requirements requirements_;
  UrlRules urls_;
  layouts::Assessments assessments_;
  layouts::ColumnVocabulary columns_;
  std::vector<Rubric> rubrics_;
  Messages thai_;
  Messages english_;
};

}  // namespace prongsai::checks
