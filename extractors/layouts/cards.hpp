// Cards: tables whose labels stand on the left and what they say on the right, one record below the other or in the
// next column.
#pragma once

#include <optional>

#include "extractors/layouts/columns/vocabulary.hpp"
#include "models/table.hpp"

namespace prongsai::layouts {

// The card as an ordinary table: its labels as the header, one body row a record; a title over a record stays a
// spanning row before it. A record ends where a label of its comes again, or at the next title. Nothing where fewer
// than three labels are known.
[[nodiscard]] std::optional<Table> upright_card(const Table& table, const ColumnVocabulary& vocabulary);

}  // namespace prongsai::layouts
