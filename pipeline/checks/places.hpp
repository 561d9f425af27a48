// The texts of a report with their places, and findings made from them. What place a finding carries is part of the
// contract: a finding in a cell has its column and, where the table has one, its issue; one about an issue's
// timeframe or limitation has the issue alone; one in running text has neither.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/finding.hpp"
#include "models/record.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {

struct Passage {
  enum class Kind { cell, timeframe, limitation, paragraph };
  Kind kind = Kind::paragraph;
  const std::string* text = nullptr;
  std::optional<int> issue_no;
  std::optional<ColumnKey> column_key;  // none outside tables
  Evidence at;
  std::size_t index = 0;           // into Record::cells, ::issues or ::paragraphs
  const Doubts* doubts = nullptr;  // of the text
};

// All filled texts of the report itself, cells first, then issues' timeframes and limitations, then paragraphs in
// reading order. Left out: annexed empty forms, and paragraphs that repeat an issue's timeframe, limitation or codes.
[[nodiscard]] std::vector<Passage> passages(const Record& record);

// A paragraph with the paragraphs that only go on with it: a reader of pages may cut one where a line is short.
// What goes on stands further left than the first line and begins with no number of a list.
struct RunningText {
  std::string text;
  Passage passage;  // the first paragraph's place
};
[[nodiscard]] std::vector<RunningText> running_texts(const std::vector<Passage>& passages);

// A finding at a passage, with the place that the contract wants for it.
[[nodiscard]] Finding finding_at(std::string code, const Passage& passage, std::string evidence);
// The same, with the words around `place` as evidence (a place in the passage's text).
[[nodiscard]] Finding finding_at(std::string code, const Passage& passage, Span place);

// Ink that nothing could read stands there: what looks blank may be filled, and nobody is to be blamed.
[[nodiscard]] bool has_unread_ink(const Record& record, const Evidence& at);

[[nodiscard]] Finding finding_in_cell(std::string code, const CellRecord& cell, std::string evidence);

// Reading order on the pages: page, then height. For deciding what follows what.
[[nodiscard]] bool reads_before(const Evidence& a, const Evidence& b);

// Does a value stated for an issue or a part say anything?
[[nodiscard]] inline bool stated(const std::optional<std::string>& text) {
  return text && !is_unfilled(*text);
}

// Whether a report states something issue by issue, so that an issue without it lacks it: some issue is told to state
// it, or the issues are the tables of a form that asks for it. Of issues in words of the office's own none is told to
// lack anything: it may be said in other words.
[[nodiscard]] bool is_owed_by_issues(const Record& record, std::optional<std::string> IssueRecord::*what);

// Some offices say in a column of the issue's table what the form asks for under it.
[[nodiscard]] bool states_in_a_column(const Record& record, int issue_no, ColumnKey column);

// The part of the report on the office's limitations (ส่วนที่ ๔): is there such a heading, and words under it?
struct PartLimitation {
  bool heading = false;
  bool text = false;
  Evidence at;  // the heading
};
[[nodiscard]] PartLimitation part_limitation(const Record& record);

}  // namespace prongsai::checks
