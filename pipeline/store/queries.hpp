// Questions that people ask of the database: findings by filter, counts for the summary.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/finding.hpp"

namespace prongsai::store {

class Store;

// All that are set must hold.
struct FindingFilter {
  std::vector<std::string> codes;       // any of them
  std::vector<std::string> severities;  // any of them
  std::vector<std::string> statuses;    // any of them
  std::string office;                   // part of the agency's name, or of the path where no agency is known
  std::optional<int> issue_no;
  std::optional<std::int64_t> submission_id;
  std::int64_t most = -1;  // the first of them; negative: all
};

struct FoundFinding {
  std::int64_t id = 0;
  std::int64_t submission_id = 0;
  std::string source_path;
  std::optional<std::string> agency;
  std::optional<int> fiscal_year;
  Finding finding;
  std::string status;  // open, confirmed, dismissed
  std::string note;
};

// In the order of submissions, then of places in the report.
void for_each_finding(Store& store, const FindingFilter& filter, const std::function<void(const FoundFinding&)>& visit);

// Rows over the whole database.
struct Totals {
  long long submissions = 0;
  long long extracted = 0;
  long long partial = 0;
  long long failed = 0;
  long long deferred = 0;
  long long waiting = 0;  // for a reading: those deferred, and those whose earlier reading stays meanwhile
  long long pages = 0;
  long long issues = 0;
  long long cells = 0;
  long long scores = 0;
  long long errors = 0;  // findings by severity, dismissed ones left out
  long long warnings = 0;
  long long infos = 0;
};

[[nodiscard]] Totals totals(Store& store);

struct Trouble {
  std::int64_t submission_id = 0;
  std::string source_path;
  std::string status;  // partial, failed or deferred
  std::string error;
};

// Submissions that are not wholly extracted, or wait for another reading: these first, then by path.
void for_each_trouble(Store& store, const std::function<void(const Trouble&)>& visit);

}  // namespace prongsai::store
