#include "extractors/tables/report_lines.hpp"

#include <algorithm>
#include <utility>

#include "extractors/tables/marks.hpp"
#include "extractors/tables/repair.hpp"

namespace prongsai::tables {

ReportLines read_lines(std::vector<Page> pages) {
  ReportLines lines{std::move(pages), {}};
  std::ranges::for_each(lines.pages, take_marks);
  lines.contents.reserve(lines.pages.size());
  for (std::size_t sheet = 0; sheet < lines.pages.size(); ++sheet) {
    for (PageContent& content : read_sheet(lines.pages[sheet])) {
      content.sheet = sheet;
      lines.contents.push_back(std::move(content));
    }
  }
  settle_boxes(lines.contents);
  repair_lines(lines.contents);
  return lines;
}

}  // namespace prongsai::tables
