// Stretches of lines that are records of labels and what they say. For labelled_records.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/layouts/columns/vocabulary.hpp"
#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/line_labels.hpp"

namespace prongsai::layouts {

struct RecordGroup {
  std::size_t begin = 0;  // of the flow
  std::size_t end = 0;
  std::vector<LabelledEntries> records;
  bool card = false;  // one record, which stands upright: a line a label
};

// In reading order, without overlaps: records one after the other that each begin with a numbered measure or activity;
// and records that begin with no number, as under the headings of issues, each a card of its own, where several are
// alike.
[[nodiscard]] std::vector<RecordGroup> find_record_groups(const Flow& flow, const ColumnVocabulary& vocabulary);

}  // namespace prongsai::layouts
