#include "extractors/tables/repair.hpp"

#include <string>
#include <utility>

#include "extractors/text/scan_spelling.hpp"
#include "extractors/text/thai_repair.hpp"
#include "extractors/text/utf8.hpp"

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

// The line as the page shows it where the text layer gave ำ for า. What was read stays in raw_text.
std::string with_plain_aa(const Line& line) {
  if (line.sara_aa_at.empty()) return line.out.raw_text;
  std::u32string codes = text::to_utf32(line.out.raw_text);
  for (const std::size_t at : line.sara_aa_at) codes[at] = text::kSaraAa;
  return text::to_utf8(codes);
}

}  // namespace

void repair_lines(std::vector<PageContent>& pages) {
  text::Vocabulary vocabulary;
  for_each_line(pages, [&](const Line& line) { vocabulary.add(with_plain_aa(line)); });
  for_each_line(pages, [&](Line& line) {
    const text::RepairHints hints{line.sara_am_at, &vocabulary, false, {}, line.seen_am_at, line.seen_aa_at};
    auto repaired = text::repair_thai(with_plain_aa(line), hints);
    const bool scanned = line.out.at.source == TextSource::ocr;
    line.out.text = scanned ? text::mend_scanned(repaired.text) : std::move(repaired.text);
    line.out.doubtful = repaired.doubtful;
    line.doubts = std::move(repaired.doubts);
  });
}

}  // namespace prongsai::tables
