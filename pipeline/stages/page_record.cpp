#include "pipeline/stages/page_record.hpp"

#include <string>
#include <vector>

#include "extractors/text/scan_spelling.hpp"
#include "extractors/text/utf8.hpp"

namespace prongsai::stages {
namespace {

// One line's words, put together, with the places where the page shows which of า and ำ stands there.
struct RawLine {
  std::string text;
  std::vector<std::size_t> sara_am_at;              // code points
  std::vector<std::size_t> seen_am_at, seen_aa_at;  // code points
  std::size_t length = 0;                           // code points
  Box box;

  void add(const Word& word) {
    for (const std::size_t place : word.sara_am_at) sara_am_at.push_back(length + place);
    for (const std::size_t place : word.seen_am_at) seen_am_at.push_back(length + place);
    for (const std::size_t place : word.seen_aa_at) seen_aa_at.push_back(length + place);
    text += word.text;
    length += text::length(word.text);
    if (word.space_after) {
      text += ' ';
      ++length;
    }
    box = unite(box, word.box);
  }

  // Letters stand on the line when their middle lies within its height; marks above and below reach out of it.
  [[nodiscard]] bool holds(const Word& word) const {
    const double middle = word.box.centre().y;
    return box.empty() || (middle > box.y0 && middle < box.y1 && word.box.x0 > box.x0);
  }
};

std::vector<RawLine> lines_of(const Page& page) {
  std::vector<RawLine> lines;
  for (const Word& word : page.words) {
    if (lines.empty() || !lines.back().holds(word)) lines.emplace_back();
    lines.back().add(word);
  }
  return lines;
}

}  // namespace

PageRecord page_record(const Page& page, const text::Vocabulary& vocabulary) {
  PageRecord record{page.page_no,   page.source, page.reason, page.width,      page.height,
                    page.rotation,  "",          "",          page.confidence, page.broken_text_layer,
                    page.unreadable};
  for (const RawLine& line : lines_of(page)) {
    const text::RepairHints hints{line.sara_am_at, &vocabulary, false, {}, line.seen_am_at, line.seen_aa_at};
    if (!record.raw_text.empty()) {
      record.raw_text += '\n';
      record.text += '\n';
    }
    record.raw_text += line.text;
    const std::string repaired = text::repair_thai(line.text, hints).text;
    record.text += text::fold_space(page.source == PageSource::ocr ? text::mend_scanned(repaired) : repaired);
  }
  return record;
}

}  // namespace prongsai::stages
