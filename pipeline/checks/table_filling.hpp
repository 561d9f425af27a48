// Which of the cells that a table's layout requires are filled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/record_view.hpp"
#include "pipeline/checks/requirements.hpp"

namespace prongsai::checks {

// Columns that name what a row is about: they are printed beforehand in a form, so they fill nothing.
[[nodiscard]] bool names_the_row(std::string_view column_key);

struct TableFilling {
  int filled_cells = 0;                 // required cells with words in them, the naming columns left out
  std::vector<const CellRecord*> gaps;  // required cells left blank in rows that are filled
};

[[nodiscard]] TableFilling filling_of(const RecordView& rows, const TableRecord& table,
                                      const Requirements& requirements);

}  // namespace prongsai::checks
