#include "extractors/tables/report_lines.hpp"

#include <algorithm>
#include <utility>

#include "extractors/tables/margin_numbers.hpp"
#include "extractors/tables/marks.hpp"
#include "extractors/tables/repair.hpp"

namespace prongsai::tables {

namespace {

void tell_broken_layer(Page& page) {
  if (page.source != PageSource::text && page.source != PageSource::mixed) return;
  page.broken_text_layer = true;
  page.reason = "the text layer gives the ring of ำ as a tone mark and has lost marks; its words were mended";
}

}  // namespace

ReportLines read_lines(std::vector<Page> pages) {
  ReportLines lines{std::move(pages), {}};
  std::ranges::for_each(lines.pages, take_marks);
  std::ranges::for_each(lines.pages, take_margin_numbers);
  lines.contents.reserve(lines.pages.size());
  for (std::size_t sheet = 0; sheet < lines.pages.size(); ++sheet) {
    const auto carried = lines.contents.empty() ? std::nullopt : carried_columns(lines.contents.back());
    for (PageContent& content : read_sheet(lines.pages[sheet], carried)) {
      content.sheet = sheet;
      lines.contents.push_back(std::move(content));
    }
  }
  settle_boxes(lines.contents);
  if (repair_lines(lines.contents)) std::ranges::for_each(lines.pages, tell_broken_layer);
  return lines;
}

}  // namespace prongsai::tables
