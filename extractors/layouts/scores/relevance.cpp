#include "extractors/layouts/scores/relevance.hpp"

#include <algorithm>

namespace prongsai::layouts::scores {
namespace {

// Lines at a document's beginning among which its title stands: letterhead, memo head, subject.
constexpr std::size_t kTitleLines = 14;

std::set<int> pages_that_name_it(const Document& document, const Labels& labels, const TableWords& words) {
  std::set<int> pages;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (words.names_assessment(labels.as_spelt(paragraph.text, paragraph.at.source)))
      pages.insert(paragraph.at.page_no);
  }
  for (const Table& table : document.tables) {
    for (const TableRow& row : table.rows) {
      for (const TableCell& cell : row.cells) {
        if (words.names_assessment(cell.text)) pages.insert(cell.at.page_no);
      }
    }
  }
  return pages;
}

}  // namespace

Relevance relevance_of(const Document& document, const Flow& flow, const Labels& labels, const TableWords& words) {
  Relevance out;
  std::size_t lines = 0;
  for (const FlowItem& item : flow) {
    if (item.is_table()) continue;
    ++lines;
    const bool names = words.names_assessment(labels.as_spelt(item.text, item.at->source));
    if (!names) continue;
    out.named = true;
    if (lines > kTitleLines && item.at->page_no > 1) break;
    out.about = lines <= kTitleLines;
    out.words = std::string(item.text);
    break;
  }
  // A line's end may part the words.
  if (!out.named) {
    for (const Paragraph& paragraph : document.paragraphs) {
      if (!words.names_assessment(labels.as_spelt(paragraph.text, paragraph.at.source))) continue;
      out.named = true;
      out.about = paragraph.at.page_no <= 1;
      out.words = paragraph.text;
      break;
    }
  }
  out.pages = pages_that_name_it(document, labels, words);
  out.named = out.named || !out.pages.empty();
  return out;
}

}  // namespace prongsai::layouts::scores
