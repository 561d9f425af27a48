// A filter as SQL. For this library only.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/queries/report_filter.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace prongsai::store {

struct Condition {
  std::string sql = "1";  // over submission s; of findings over finding f, too
  std::vector<Value> parameters;
  bool asks_submissions = false;  // something is asked of s

  // Appends a parameter; its name in SQL.
  std::string parameter(Value value) {
    parameters.push_back(std::move(value));
    return "?" + std::to_string(parameters.size());
  }
};

// Reports that have such a finding, where something is asked of findings.
[[nodiscard]] Condition condition_of_reports(const ReportFilter& filter);

// Findings f of such reports that are themselves as the filter says.
[[nodiscard]] Condition condition_of_findings(const ReportFilter& filter);

}  // namespace prongsai::store
