// Which tables of a document are pieces of one: rows that go on on the next page, and the columns of a wide sheet that
// a spreadsheet printed on the pages after.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/scores/cell_senses.hpp"
#include "extractors/layouts/scores/grid.hpp"
#include "models/document.hpp"

namespace prongsai::layouts::scores {

struct TablePieces {
  std::size_t item = 0;             // flow item of the first
  std::vector<std::size_t> tables;  // of the document
  Grid grid;                        // of them all
};

// In reading order.
[[nodiscard]] std::vector<TablePieces> put_together(const Document& document, const Flow& flow, CellSenses& senses);

}  // namespace prongsai::layouts::scores
