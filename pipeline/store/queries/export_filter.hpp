// Which reports leave the house, and which of their findings.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/relation_reader.hpp"
#include "pipeline/store/selection.hpp"

namespace prongsai::store {

// What is taken: each condition narrows. Empty = all.
struct ExportFilter {
  std::vector<std::string> agencies;  // substring of the office's name
  std::vector<int> fiscal_years;
  std::vector<std::string> item_codes;
  std::vector<std::string> layouts;
  std::vector<std::string> provinces;  // substring of the office's name behind จังหวัด
  // Submissions that have such a finding, and of their findings these.
  std::vector<std::string> codes;
  std::vector<std::string> severities;
  std::vector<std::string> statuses;  // open, confirmed, dismissed
};

[[nodiscard]] Selection selection_of(const ExportFilter& filter);

[[nodiscard]] bool takes_any_report(RelationReader& reader, const ExportFilter& filter);

}  // namespace prongsai::store
