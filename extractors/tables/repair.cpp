#include "extractors/tables/repair.hpp"

#include "extractors/text/thai_repair.hpp"

namespace prongsai::tables {
namespace {

template <typename Visit>
void for_each_line(std::vector<PageContent>& pages, Visit visit) {
  for (PageContent& page : pages) {
    for (Line& line : page.prose) visit(line);
    for (GridContent& grid : page.grids) {
      for (auto& lines : grid.lines) {
        for (Line& line : lines) visit(line);
      }
    }
  }
}

}  // namespace

void repair_lines(std::vector<PageContent>& pages) {
  text::Vocabulary vocabulary;
  for_each_line(pages, [&](const Line& line) { vocabulary.add(line.out.raw_text); });
  for_each_line(pages, [&](Line& line) {
    auto repaired = text::repair_thai(line.out.raw_text, {line.sara_am_at, &vocabulary, false});
    line.out.text = std::move(repaired.text);
    line.out.doubtful = repaired.doubtful;
  });
}

}  // namespace prongsai::tables
