#include "extractors/layouts/flow.hpp"

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/carried_doubts.hpp"

namespace prongsai::layouts {
namespace {

void add_lines(Flow& flow, const Paragraph& paragraph, std::size_t index) {
  if (paragraph.lines.empty()) {
    flow.push_back(
        {Block::Kind::paragraph, index, 0, paragraph.text, paragraph.raw_text, &paragraph.at, &paragraph.doubts});
    return;
  }
  for (std::size_t line = 0; line < paragraph.lines.size(); ++line) {
    const TextLine& text = paragraph.lines[line];
    flow.push_back({Block::Kind::paragraph, index, line, text.text, text.raw_text, &text.at, &text.doubts});
  }
}

}  // namespace

Flow flow_of(const Document& document) {
  Flow flow;
  for (const Block& block : document.order) {
    if (block.kind == Block::Kind::table) {
      flow.push_back({Block::Kind::table, block.index, 0, {}, {}, nullptr, nullptr});
    } else {
      add_lines(flow, document.paragraphs[block.index], block.index);
    }
  }
  return flow;
}

int page_of(const FlowItem& item, const Document& document) {
  return item.is_table() ? document.tables[item.index].first_page : item.at->page_no;
}

std::string joined_text(const Flow& flow, std::size_t begin, std::size_t end) {
  std::vector<std::string> lines;
  for (std::size_t i = begin; i < end; ++i) {
    if (!flow[i].is_table()) lines.emplace_back(flow[i].text);
  }
  return text::join_lines(lines);
}

Doubts joined_doubts(const Flow& flow, std::size_t begin, std::size_t end) {
  text::DoubtedText lines;
  for (std::size_t i = begin; i < end; ++i) {
    if (!flow[i].is_table()) lines.add_line(flow[i].text, *flow[i].doubts);
  }
  return lines.doubts.empty() ? Doubts{} : text::carried(lines.doubts, lines.text, joined_text(flow, begin, end));
}

}  // namespace prongsai::layouts
