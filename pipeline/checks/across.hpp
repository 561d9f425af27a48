// Judging submissions against each other: the same bytes twice, tables copied from another office or from the office's
// own report of the year before, a weakness repeated word for word from the year before.
//
// Summaries are added one by one and kept as small signatures (about a kilobyte each), so that hundreds of thousands of
// reports fit in memory and are judged in a time that grows in proportion to their number: MinHash signatures are
// looked up in buckets (locality-sensitive hashing), and a report is compared with a bounded number of earlier ones.
// Of two reports the later by file name gets the finding.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/finding.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::checks {

class Rules;

struct CellText {
  std::string column_key;
  std::optional<int> issue_no;
  std::string text;
  Evidence at;
};

// What judging across submissions needs of one of them.
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

struct AcrossFinding {
  std::int64_t submission_id = 0;
  Finding finding;  // severity and wording set
};

class Across {
 public:
  explicit Across(const Rules& rules);  // the rules must outlive this
  ~Across();
  Across(Across&&) noexcept;
  Across& operator=(Across&&) noexcept;

  void add(const SubmissionSummary& summary);

  // `cells` gives a submission's cells again, to compare them one by one and for the words of a finding; called only
  // for reports that are alike as a whole or repeat a weakness.
  using CellsOf = std::function<std::vector<CellText>(std::int64_t id)>;
  [[nodiscard]] std::vector<AcrossFinding> judge(const CellsOf& cells);

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace prongsai::checks
