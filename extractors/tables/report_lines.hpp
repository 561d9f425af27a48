// The lines of a report, built once and repaired: what is verified on the painted pages, put together into paragraphs
// and tables, and written out as the pages' text.
#pragma once

#include <vector>

#include "extractors/tables/page_content.hpp"
#include "models/page.hpp"

namespace prongsai::tables {

struct ReportLines {
  std::vector<Page> pages;            // footnote marks are taken off their words (marks.hpp)
  std::vector<PageContent> contents;  // one a printed page, in order; letters point into the words of its sheet
};

[[nodiscard]] ReportLines read_lines(std::vector<Page> pages);

// Calls visit(line) for all lines of a page: prose, then columns of text, then the cells of its grids.
template <typename Content, typename Visit>
void for_each_line(Content& content, Visit visit) {
  for (auto& line : content.prose) visit(line);
  for (auto& set : content.columns) {
    for (auto& column : set.columns) {
      for (auto& line : column.lines) visit(line);
    }
  }
  for (auto& grid : content.grids) {
    for (auto& lines : grid.lines) {
      for (auto& line : lines) visit(line);
    }
  }
}

}  // namespace prongsai::tables
