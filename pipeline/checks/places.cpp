#include "pipeline/checks/places.hpp"

#include <algorithm>
#include <map>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/titles.hpp"

namespace prongsai::checks {
namespace {

constexpr std::size_t kEvidenceAround = 40;  // code points of evidence on each side
constexpr std::size_t kWholeText = 120;      // a text up to this long is its own evidence

// Paragraphs whose words an issue already holds.
bool held_by_issue(const ParagraphRecord& paragraph) {
  return paragraph.issue_no &&
         (paragraph.role == ParagraphRole::timeframe || paragraph.role == ParagraphRole::limitation);
}

void add_cells(const Record& record, std::vector<Passage>& out) {
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    const CellRecord& cell = record.cells[i];
    if (cell.annexed_template || is_unfilled(cell.text)) continue;
    out.push_back({Passage::Kind::cell, &cell.text, cell.issue_no, cell.column_key, cell.at, i, &cell.doubts});
  }
}

void add_issues(const Record& record, std::vector<Passage>& out) {
  for (std::size_t i = 0; i < record.issues.size(); ++i) {
    const IssueRecord& issue = record.issues[i];
    if (stated(issue.timeframe)) {
      out.push_back({Passage::Kind::timeframe, &*issue.timeframe, issue.issue_no, std::nullopt,
                     issue.timeframe_at.value_or(issue.at), i, &issue.timeframe_doubts});
    }
    if (stated(issue.limitation)) {
      out.push_back({Passage::Kind::limitation, &*issue.limitation, issue.issue_no, std::nullopt,
                     issue.limitation_at.value_or(issue.at), i, &issue.limitation_doubts});
    }
  }
}

void add_paragraphs(const Record& record, std::vector<Passage>& out) {
  for (std::size_t i = 0; i < record.paragraphs.size(); ++i) {
    const ParagraphRecord& paragraph = record.paragraphs[i];
    if (paragraph.annexed_template || held_by_issue(paragraph) || is_unfilled(paragraph.text)) continue;
    out.push_back({Passage::Kind::paragraph, &paragraph.text, paragraph.issue_no, std::nullopt, paragraph.at, i,
                   &paragraph.doubts});
  }
}

bool is_limitation_heading(const ParagraphRecord& paragraph, const std::string& squeezed) {
  const auto& words = text::lexicon().divisions;
  return squeezed.find(words.limitation.text) != std::string::npos &&
         (paragraph.role == ParagraphRole::heading || begins_with_any(squeezed, words.parts.texts()));
}

}  // namespace

std::vector<Passage> passages(const Record& record) {
  std::vector<Passage> out;
  out.reserve(record.cells.size() + record.issues.size() * 2 + record.paragraphs.size());
  add_cells(record, out);
  add_issues(record, out);
  add_paragraphs(record, out);
  return out;
}

namespace {

bool goes_on(const Passage& last, const Passage& next) {
  constexpr double kIndent = 8;  // points
  const bool below = next.at.page_no == last.at.page_no && next.at.box.y0 > last.at.box.y0;
  return below && next.at.box.x0 < last.at.box.x0 - kIndent && !text::leading_number(*next.text);
}

}  // namespace

std::vector<RunningText> running_texts(const std::vector<Passage>& passages) {
  std::vector<RunningText> out;
  const Passage* last = nullptr;
  for (const Passage& passage : passages) {
    const bool both_prose =
        last != nullptr && last->kind == Passage::Kind::paragraph && passage.kind == Passage::Kind::paragraph;
    if (both_prose && goes_on(out.back().passage, passage)) {
      out.back().text += ' ' + *passage.text;
    } else {
      out.push_back({*passage.text, passage});
    }
    last = &passage;
  }
  return out;
}

Finding finding_at(std::string code, const Passage& passage, std::string evidence) {
  Finding finding;
  finding.code = std::move(code);
  if (passage.kind != Passage::Kind::paragraph) finding.issue_no = passage.issue_no;
  if (passage.kind == Passage::Kind::cell) finding.column_key = passage.column_key;
  finding.at = passage.at;
  finding.evidence = std::move(evidence);
  return finding;
}

Finding finding_at(std::string code, const Passage& passage, Span place) {
  const std::string& text = *passage.text;
  const bool whole = clip(text, kWholeText) == text;
  return finding_at(std::move(code), passage, whole ? text : excerpt(text, place, kEvidenceAround));
}

bool is_owed_by_issues(const Record& record, std::optional<std::string> IssueRecord::*what) {
  const auto states_it = [what](const IssueRecord& issue) { return stated(issue.*what); };
  if (std::ranges::any_of(record.issues, states_it)) return true;
  return std::ranges::any_of(record.cells,
                             [](const CellRecord& cell) { return cell.issue_no && !cell.annexed_template; });
}

bool states_in_a_column(const Record& record, int issue_no, ColumnKey column) {
  return std::ranges::any_of(record.cells, [&](const CellRecord& cell) {
    return cell.issue_no == issue_no && cell.column_key == column && !cell.annexed_template && !is_unfilled(cell.text);
  });
}

Finding finding_in_cell(std::string code, const CellRecord& cell, std::string evidence) {
  Finding finding;
  finding.code = std::move(code);
  finding.issue_no = cell.issue_no;
  finding.column_key = cell.column_key;
  finding.at = cell.at;
  finding.evidence = std::move(evidence);
  return finding;
}

bool has_unread_ink(const Record& record, const Evidence& at) {
  return std::any_of(record.asides.begin(), record.asides.end(), [&](const Aside& aside) {
    return aside.kind == Aside::Kind::unread && aside.page_no == at.page_no && !intersect(aside.box, at.box).empty();
  });
}

bool reads_before(const Evidence& a, const Evidence& b) {
  return a.page_no != b.page_no ? a.page_no < b.page_no : a.box.y0 < b.box.y0;
}

PartLimitation part_limitation(const Record& record) {
  PartLimitation found;
  for (const ParagraphRecord& paragraph : record.paragraphs) {
    if (paragraph.annexed_template || paragraph.issue_no) continue;
    const std::string squeezed = without_blanks(paragraph.text);
    if (is_limitation_heading(paragraph, squeezed)) {
      found.heading = true;
      found.at = paragraph.at;
    } else if (paragraph.role == ParagraphRole::limitation ||
               (found.heading && paragraph.role != ParagraphRole::heading)) {
      if (text::begins_signature(squeezed)) break;  // the end of a report, not a part's text
      if (!is_unfilled(paragraph.text)) found.text = true;
    }
  }
  return found;
}

}  // namespace prongsai::checks
