#include "pipeline/checks/running_lines.hpp"

#include <map>
#include <sstream>

#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// What a page's paragraphs and cells say, without blanks.
std::map<int, std::string> texts_by_page(const Record& record) {
  std::map<int, std::string> texts;
  for (const ParagraphRecord& paragraph : record.paragraphs) {
    texts[paragraph.at.page_no] += without_blanks(paragraph.text) + '\n';
  }
  for (const CellRecord& cell : record.cells) texts[cell.at.page_no] += without_blanks(cell.text) + '\n';
  return texts;
}

Evidence whole_page(const PageRecord& page) {
  const TextSource source = page.source == PageSource::ocr ? TextSource::ocr : TextSource::text;
  return {page.page_no, {0, 0, page.width, page.height}, source, page.confidence};
}

}  // namespace

std::vector<RunningLine> running_lines(const Record& record) {
  const auto texts = texts_by_page(record);
  std::map<std::string, std::size_t> pages;  // that show a line, by its words without blanks
  std::vector<RunningLine> lines;            // each where it comes first
  for (const PageRecord& page : record.pages) {
    const auto inside = texts.find(page.page_no);
    std::istringstream text(page.text);
    for (std::string line; std::getline(text, line);) {
      const std::string words = without_blanks(line);
      if (words.empty() || (inside != texts.end() && inside->second.find(words) != std::string::npos)) continue;
      if (pages[words]++ == 0) lines.push_back({line, whole_page(page)});
    }
  }
  std::erase_if(lines, [&](const RunningLine& line) {
    const std::size_t shown = pages[without_blanks(line.text)];
    return shown < 3 || shown * 2 <= record.pages.size();
  });
  return lines;
}

}  // namespace prongsai::checks
