// What the cells of a column hold, whatever its header says: the traits that data/layouts/common/columns.yaml weighs.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/assessment/assessment.hpp"
#include "extractors/layouts/columns/vocabulary.hpp"
#include "extractors/layouts/issues/headings.hpp"

namespace prongsai::layouts {

// Trait → share of the filled cells that have it, 0 to 1:
//   periods          months, dates, years, quarters, and little beside them
//   people           units of an office, positions, persons
//   steps            several numbered or dashed items
//   numbers_in_turn  1, 2, 3, …
//   amounts          a number, with or without baht or percent, or a dash for none
//   goals            ร้อยละ …, จำนวน …, a number with its unit
//   indicators       names of the ten indicators
//   issues           names of the seven issues
inline constexpr auto kContentTraits = std::to_array<std::string_view>(
    {"periods", "people", "steps", "numbers_in_turn", "amounts", "goals", "indicators", "issues"});
using ColumnContent = std::map<std::string, double, std::less<>>;

class ContentReader {
 public:
  ContentReader(const ColumnVocabulary& vocabulary, const Assessments& assessments, const IssueNames& issues)
      : vocabulary_(&vocabulary), assessments_(&assessments), issues_(&issues) {}

  // The column's filled cells from the top down; with none there is nothing to tell.
  [[nodiscard]] ColumnContent read(const std::vector<std::string_view>& cells) const;

 private:
  [[nodiscard]] bool is_period(std::string_view text) const;
  [[nodiscard]] bool is_people(std::string_view text) const;
  [[nodiscard]] bool is_goal(std::string_view text) const;

  const ColumnVocabulary* vocabulary_;
  const Assessments* assessments_;
  const IssueNames* issues_;
};

}  // namespace prongsai::layouts
