// What comparing submissions with each other needs of one of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/evidence.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::checks {

struct CellText {
  ColumnKey column_key = ColumnKey::other;
  std::optional<int> issue_no;
  std::string text;
  Evidence at;
};

struct SubmissionSummary {
  std::int64_t id = 0;
  std::string file;  // its name, without folders
  std::string sha256;
  std::optional<std::string> agency;  // the manifest's where it names one: who handed the file in
  std::optional<int> fiscal_year;     // likewise
  std::optional<std::string> item_code;
  std::vector<CellText> cells;  // filled body cells of the report's own tables
};

[[nodiscard]] SubmissionSummary summarise(std::int64_t id, const Submission& submission, const Record& record);

}  // namespace prongsai::checks
