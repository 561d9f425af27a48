#include <algorithm>

#include "extractors/layouts/issues/entries.hpp"
#include "extractors/layouts/record_builder.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/titles.hpp"

namespace prongsai::layouts {
namespace {

// "ส่วนที่ ๔ การวิเคราะห์ข้อจำกัดของหน่วยงาน…", "๖. ข้อจำกัดของหน่วยงาน": a heading over the report's limitations.
bool heads_limitations(const FlowItem& item, const Labels& labels) {
  if (item.is_table() || item.line != 0) return false;
  const std::string words = tight(item.text);
  std::size_t title = begins_with_any(words, labels.tight_list("part_words"));
  const std::size_t number = title;
  while (title < words.size() && std::string_view("0123456789.)(").find(words[title]) != std::string_view::npos)
    ++title;
  if (title == number) return false;
  return begins_with_any(std::string_view(words).substr(title), labels.tight_list("limitation_headings")) > 0;
}

bool is_division(const Reading& reading, std::size_t item) {
  return std::any_of(reading.divisions.begin(), reading.divisions.end(),
                     [&](const Division& division) { return division.item == item; });
}

// The lines below such a heading, up to the next division, table or signature.
void mark_limitation_part(BuildState& state, std::size_t heading) {
  const Flow& flow = state.reading->flow;
  for (std::size_t i = heading; i < flow.size() && !flow[i].is_table(); ++i) {
    if (i > heading && (is_division(*state.reading, i) || text::begins_signature(tight(flow[i].text)))) return;
    const bool in_heading = flow[i].index == flow[heading].index;
    state.item_role[i] = in_heading ? ParagraphRole::heading : ParagraphRole::limitation;
  }
}

ParagraphRole role_of(const BuildState& state, const std::vector<std::size_t>& items) {
  for (const std::size_t item : items) {
    if (state.item_role[item] != ParagraphRole::prose) return state.item_role[item];
  }
  return ParagraphRole::prose;
}

void add_paragraph(Record& record, const BuildState& state, const std::vector<std::size_t>& items) {
  const Reading& reading = *state.reading;
  const Paragraph& source = reading.document->paragraphs[reading.flow[items.front()].index];
  ParagraphRecord paragraph;
  paragraph.paragraph_no = static_cast<int>(record.paragraphs.size()) + 1;
  paragraph.issue_no = state.item_issue[items.front()];
  paragraph.annexed_template = reading.annexed[items.front()];
  paragraph.role = paragraph.annexed_template ? ParagraphRole::annex : role_of(state, items);
  paragraph.text = source.text;
  paragraph.raw_text = source.raw_text;
  paragraph.at = source.at;
  paragraph.doubts = source.doubts;
  record.paragraphs.push_back(std::move(paragraph));
}

}  // namespace

void mark_report_entries(BuildState& state) {
  const Reading& reading = *state.reading;
  for (std::size_t i = 0; i < reading.flow.size(); ++i) {
    if (state.item_issue[i] || reading.annexed[i]) continue;
    if (heads_limitations(reading.flow[i], state.knowledge->labels)) mark_limitation_part(state, i);
  }
  for (std::size_t begin = 0; begin < reading.flow.size();) {
    std::size_t end = begin;
    while (end < reading.flow.size() && !state.item_issue[end] && !reading.annexed[end]) ++end;
    const Entries entries = find_entries(reading, begin, end, state.knowledge->labels);
    for (const std::size_t item : entries.timeframe_items) state.item_role[item] = ParagraphRole::timeframe;
    begin = end + 1;
  }
}

void add_paragraphs(Record& record, const BuildState& state) {
  const Flow& flow = state.reading->flow;
  for (std::size_t i = 0; i < flow.size();) {
    if (flow[i].is_table()) {
      ++i;
      continue;
    }
    std::vector<std::size_t> items;
    const std::size_t paragraph = flow[i].index;
    for (; i < flow.size() && !flow[i].is_table() && flow[i].index == paragraph; ++i) items.push_back(i);
    add_paragraph(record, state, items);
  }
}

}  // namespace prongsai::layouts
