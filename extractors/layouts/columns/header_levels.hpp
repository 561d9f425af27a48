// A table's header as levels: what stands over each column, from the top down, and which columns stand under one cell.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/table.hpp"

namespace prongsai::layouts {

struct HeaderPath {
  std::vector<std::string> levels;  // from the top down; empty where the column has no header
  Doubts doubts;                    // of the levels in one line
  int group = 0;                    // columns under one header cell share a number; 0: under none
};

// One a column. A cell over all columns (a banner) is no header of any. Where the table has no header rows, its
// Table::headers are taken.
[[nodiscard]] std::vector<HeaderPath> header_paths(const Table& table);

// The same of a row of the body that turns out to be the header.
[[nodiscard]] std::vector<HeaderPath> header_paths(const TableRow& row, std::size_t columns);

// In one line, for those who look for words in it.
[[nodiscard]] std::string joined(const HeaderPath& path);

}  // namespace prongsai::layouts
