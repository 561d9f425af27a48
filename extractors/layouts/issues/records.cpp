#include <algorithm>
#include <map>

#include "extractors/layouts/issues/entries.hpp"
#include "extractors/layouts/record_builder.hpp"
#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts {
namespace {

// How much a section tells: a filled table before a blank one before mere prose.
int weight(const Reading& reading, const IssueSection& section) {
  if (!section.has_content) return 0;
  int best = 1;
  for (const std::size_t view : section.tables) {
    best = std::max(best, filled_cells(reading.tables[view], *reading.document) > 0 ? 3 : 2);
  }
  return best;
}

std::map<int, std::size_t> best_sections(const Reading& reading) {
  std::map<int, std::size_t> best;
  for (std::size_t i = 0; i < reading.sections.size(); ++i) {
    const IssueSection& section = reading.sections[i];
    if (section.annexed || weight(reading, section) == 0) continue;
    const auto [place, fresh] = best.try_emplace(section.heading.name.issue_no, i);
    if (!fresh && weight(reading, section) > weight(reading, reading.sections[place->second])) place->second = i;
  }
  return best;
}

void set_roles(BuildState& state, const std::vector<std::size_t>& items, ParagraphRole role) {
  for (const std::size_t item : items) state.item_role[item] = role;
}

IssueRecord issue_from(BuildState& state, const IssueSection& section) {
  const Reading& reading = *state.reading;
  IssueRecord issue;
  issue.issue_no = section.heading.name.issue_no;
  issue.at = *reading.flow[section.heading.begin].at;
  issue.title = title_of(section.heading.name, issue.at.source);
  const CodeList codes = find_code_list(reading, section, *state.knowledge);
  issue.item_codes = codes.codes;
  set_roles(state, codes.items, ParagraphRole::codes);
  const Entries entries = find_entries(reading, section.heading.end, section.end, state.knowledge->labels);
  set_roles(state, entries.timeframe_items, ParagraphRole::timeframe);
  set_roles(state, entries.limitation_items, ParagraphRole::limitation);
  fill_entries(issue, entries);
  return issue;
}

}  // namespace

BuildState begin_build(const Reading& reading, const Knowledge& knowledge) {
  BuildState state;
  state.reading = &reading;
  state.knowledge = &knowledge;
  state.item_issue.resize(reading.flow.size());
  state.item_role.assign(reading.flow.size(), ParagraphRole::prose);
  for (const auto& section : reading.sections) {
    for (std::size_t i = section.heading.begin; i < section.end; ++i)
      state.item_issue[i] = section.heading.name.issue_no;
    for (std::size_t i = section.heading.begin; i < section.heading.end; ++i)
      state.item_role[i] = ParagraphRole::heading;
  }
  return state;
}

void add_issues_from_headings(Record& record, BuildState& state) {
  for (const auto& [issue_no, section] : best_sections(*state.reading)) {
    if (std::ranges::find(record.issues, issue_no, &IssueRecord::issue_no) != record.issues.end()) continue;
    record.issues.push_back(issue_from(state, state.reading->sections[section]));
  }
  std::ranges::stable_sort(record.issues, {}, &IssueRecord::issue_no);
}

}  // namespace prongsai::layouts
