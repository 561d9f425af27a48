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
  for (const Page& page : lines.pages) lines.contents.push_back(read_page(page));
  settle_boxes(lines.contents);
  repair_lines(lines.contents);
  return lines;
}

}  // namespace prongsai::tables
