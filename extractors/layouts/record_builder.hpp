// From a reading to the record's rows. Each function fills one part of the record; the engine calls them in order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/reading.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

// What the record's parts need to know of each other.
struct BuildState {
  const Reading* reading = nullptr;
  const Knowledge* knowledge = nullptr;
  std::vector<std::optional<int>> item_issue;  // one a flow item: under whose heading it stands
  std::vector<ParagraphRole> item_role;        // one a flow item; never annex
};

[[nodiscard]] BuildState begin_build(const Reading& reading, const Knowledge& knowledge);

// Issues that headings open: number, title, codes, timeframe, limitation. Of several sections of one issue the one
// with a filled table counts. A heading with nothing under it (a list of contents) is no issue.
void add_issues_from_headings(Record& record, BuildState& state);

// Tables and their cells; and the issues that table rows name, where the layout has them there.
void add_tables(Record& record, BuildState& state);

// Entries that belong to the whole report, not to an issue: a part or section on limitations or on the timeframe.
void mark_report_entries(BuildState& state);

void add_paragraphs(Record& record, const BuildState& state);

}  // namespace prongsai::layouts
