// What each column of a table is, decided for all columns at once from their headers and from what they hold.
//
// No two columns share a key unless they stand under one header or both say so themselves; keys come in the order that
// tables have them, other things being equal. The best assignment of all wins, and how much worse the best one is in
// which a column is something else is kept as that column's margin (joint inference as in semantic table
// interpretation, e.g. Zhang, "Effective and efficient semantic table interpretation using TableMiner+", Semantic Web
// 8(6), 2017).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/columns/content.hpp"
#include "extractors/layouts/columns/vocabulary.hpp"
#include "models/column_key.hpp"

namespace prongsai::layouts {

struct ColumnEvidence {
  std::vector<std::string> levels;  // its header, from the top down
  int group = 0;                    // columns under one header share a number; 0: under none
  ColumnContent content;
};

struct ColumnRole {
  ColumnKey key = ColumnKey::other;
  double weight = 0;                   // of the evidence for it
  double margin = 0;                   // to the best assignment in which the column is another
  std::optional<ColumnKey> runner_up;  // what it is there
  std::string because;                 // the words and traits that told; "" for `other` that nothing told
  bool by_header = false;
};

[[nodiscard]] std::vector<ColumnRole> assign_roles(const std::vector<ColumnEvidence>& columns,
                                                   const ColumnVocabulary& vocabulary);

}  // namespace prongsai::layouts
