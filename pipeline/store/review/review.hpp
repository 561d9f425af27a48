// What reviewers change, with a log of every change: decisions on findings, findings of their own, corrections of what
// was read, final scores. A change names the version that its author saw; where someone else was quicker it is refused,
// not overwritten.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>

#include "models/record.hpp"

namespace prongsai::store {

class Store;

// The target has changed since the version that the author saw.
class Conflict : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// There is no such finding, cell, score or submission, or the value is not one it can take.
class NoSuchTarget : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What the author saw is no longer there: other bytes, another reading, another judgement.
class Gone : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A version is the number of the last change to a target; 0 when it was never changed. Each call below returns the new
// one. `who` is the reviewer's name, never "". `seen_key`: the content key (content_key.hpp) of what the author saw; ""
// for a caller that has just looked the row up itself.
struct Author {
  std::string who;
  std::int64_t seen_version = 0;
  std::string seen_key;
};

std::int64_t decide_finding(Store& store, std::int64_t finding_id, const std::string& status, const std::string& note,
                            const Author& author);
std::int64_t correct_cell(Store& store, std::int64_t cell_id, const std::string& text, const Author& author);
std::int64_t correct_score(Store& store, std::int64_t score_id, double value, const Author& author);
std::int64_t set_final_score(Store& store, std::int64_t submission_id, std::optional<int> score, const Author& author);

// A value that was read, set right; null for none. Facts: agency, fiscal_year (Buddhist Era), item_code. Of an issue:
// title, timeframe, limitation, item_codes ("O4,O11"). Of a score: grade, rank, subject ("ITA", "indicator 3", "item
// O29"; never null), fiscal_year, agency. The author's key is that of the value, `kind` fact, issue, score_part.
std::int64_t correct_fact(Store& store, std::int64_t submission_id, const std::string& column,
                          const nlohmann::json& value, const Author& author);
std::int64_t correct_issue(Store& store, std::int64_t issue_id, const std::string& column, const nlohmann::json& value,
                           const Author& author);
std::int64_t correct_score_part(Store& store, std::int64_t score_id, const std::string& column,
                                const nlohmann::json& value, const Author& author);

// A part of a table (correctable_table.hpp): issue_no, column/n, row/n, dismissed. A row or the table is dismissed by
// null, and is part of the report again by true. The author's key is that of the part, `kind` table.
std::int64_t correct_table(Store& store, std::int64_t table_id, const std::string& part, const nlohmann::json& value,
                           const Author& author);

// A gap that the program did not see.
struct OwnFinding {
  std::string severity;  // error, warning, info
  std::string message;   // the reviewer's words
  std::optional<int> issue_no;
  int page_no = 0;  // 0: no place
  Box box;          // points on that page
};

// A score or an issue that the program did not read. The author's key is the final score's of the report; its version
// is not looked at. An issue of a number that is there already is refused.
struct AddedScore {
  std::string subject;  // as correct_score_part has it
  double value = 0;     // points or per cent, 0 to 100
  ScoreUnit unit = ScoreUnit::points;
  std::optional<std::string> grade;
  std::optional<int> fiscal_year;  // Buddhist Era
  std::optional<std::string> agency;
  int page_no = 0;  // 0: no place
  Box box;          // points on that page
};
struct AddedIssue {
  int issue_no = 0;
  std::optional<std::string> title;
  std::optional<std::string> timeframe;
  std::optional<std::string> limitation;
  std::optional<std::string> item_codes;  // O4,O11
  int page_no = 0;
  Box box;
};
std::int64_t add_score(Store& store, std::int64_t submission_id, const AddedScore& score, const Author& author);
std::int64_t add_issue(Store& store, std::int64_t submission_id, const AddedIssue& issue, const Author& author);

// Takes such a row out again; `relation`: score or issue. The author's key is that of kind added.
std::int64_t remove_added(Store& store, const std::string& relation, std::int64_t row_id, const Author& author);

// It stands as confirmed. The author's key is the final score's of the report; its version is not looked at.
std::int64_t add_finding(Store& store, std::int64_t submission_id, const OwnFinding& finding, const Author& author);

// A correction that no longer fits the reading, or that was made on a report's earlier version and has no place in this
// one (waiting_corrections.hpp): it goes on waiting, is put in its place although something else is read there, or
// goes. The author's key is that of what waits, `kind` waiting. To apply throws Gone where the reading has no such
// place.
enum class Settle { keep, apply, discard };
// What a submission's present reading has in the place where such a correction was made; nothing where it has no such
// place.
[[nodiscard]] std::optional<nlohmann::json> present_at(Store& store, std::int64_t submission_id,
                                                       const std::string& kind, const std::string& place);
std::int64_t settle_correction(Store& store, std::int64_t submission_id, Settle settle, const Author& author);

}  // namespace prongsai::store
