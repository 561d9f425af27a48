// Item codes listed under an issue's heading: "๐๔ ๐๑๑ ๐๑๒", "O15 คู่มือ…", "☑ O23 … ☐ O24 …", "e10 …".
#include <algorithm>

#include "extractors/layouts/issues/entries.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// A number of the list that stands between codes: the ๑๐ of "๐๘ ๐๙ ๑๐". Nothing when other words stand there too.
std::optional<std::vector<text::ItemCode>> lone_numbers(std::string_view gap, std::size_t offset,
                                                        const text::ItemRanges& ranges) {
  std::vector<text::ItemCode> codes;
  std::size_t at = 0;
  for (const auto& number : text::find_numbers(gap)) {
    const std::string digits = text::ascii_digits(gap.substr(number.begin, number.end - number.begin));
    const auto code = text::parse_item_code("O" + digits, ranges);
    if (!separators_only(gap.substr(at, number.begin - at)) || !code) return std::nullopt;
    codes.push_back({*code, offset + number.begin, offset + number.end});
    at = number.end;
  }
  if (!separators_only(gap.substr(at))) return std::nullopt;
  return codes;
}

struct LineCodes {
  std::vector<text::ItemCode> codes;
  bool begins = false;  // the line begins with a code
  bool only = false;    // nothing else stands on it
};

LineCodes read_line(std::string_view line, const text::ItemRanges& ranges) {
  LineCodes out{text::find_item_codes(line, ranges, true), false};
  if (out.codes.empty()) return out;
  out.begins = separators_only(line.substr(0, out.codes.front().begin));
  std::vector<text::ItemCode> all;
  std::size_t at = 0;
  for (std::size_t i = 0; i <= out.codes.size(); ++i) {
    const std::size_t end = i < out.codes.size() ? out.codes[i].begin : line.size();
    const auto lost = lone_numbers(line.substr(at, end - at), at, ranges);
    if (!lost) return out;
    all.insert(all.end(), lost->begin(), lost->end());
    if (i < out.codes.size()) all.push_back(out.codes[i]);
    at = i < out.codes.size() ? out.codes[i].end : line.size();
  }
  out.codes = std::move(all);
  out.begins = out.only = true;
  return out;
}

void add(CodeList& list, const LineCodes& line) {
  for (const auto& code : line.codes) {
    if (std::find(list.codes.begin(), list.codes.end(), code.code) == list.codes.end()) list.codes.push_back(code.code);
  }
}

// "ข้อ i3 ได้ 77.83 คะแนน และข้อ e12 ได้ 94.55 คะแนน": what was got is told, and no list given.
bool states_scores(std::string_view line) {
  constexpr int kPlaces = 2;
  return std::ranges::any_of(text::find_numbers(line), [](const auto& number) { return number.decimals == kPlaces; });
}

// The list ends at the table, at its caption ("การวิเคราะห์ผลการประเมิน"), and at a labelled entry.
bool ends_list(const FlowItem& item, const Labels& labels) {
  if (item.is_table() || labels.at_start(item.text, item.at->source)) return true;
  const std::string words = tight(item.text);
  const std::size_t caption = begins_with_any(words, labels.tight_list("table_captions"));
  return caption > 0 && is_blank_text(std::string_view(words).substr(caption));
}

}  // namespace

std::vector<std::string> codes_of_line(std::string_view line, const text::ItemRanges& ranges) {
  CodeList list;
  add(list, read_line(line, ranges));
  return list.codes;
}

std::vector<std::string> codes_of_cell(std::string_view cell, const text::ItemRanges& ranges) {
  const LineCodes line = read_line(cell, ranges);
  CodeList list;
  if (line.only) add(list, line);
  return list.codes;
}

CodeList find_code_list(const Reading& reading, const IssueSection& section, const Knowledge& knowledge) {
  const Labels& labels = knowledge.labels;
  const text::ItemRanges& ranges = knowledge.assessments.item_ranges();
  CodeList list;
  add(list, read_line(section.heading.name.tail, ranges));
  for (std::size_t i = section.heading.end; i < section.end && !ends_list(reading.flow[i], labels); ++i) {
    const FlowItem& item = reading.flow[i];
    const bool scanned = item.at->source == TextSource::ocr;
    const LineCodes line = read_line(scanned ? text::mend_scanned_codes(item.text) : item.text, ranges);
    // The first line must begin with a code or list several; a title that wraps may carry further ones.
    const bool listed = !states_scores(item.text) &&
                        (line.begins || line.codes.size() > 1 || (!list.items.empty() && !line.codes.empty()));
    if (listed) add(list, line);
    const bool wrapped = !list.items.empty() && reading.flow[i].line > 0;
    if (listed || wrapped) list.items.push_back(i);
  }
  return list;
}

}  // namespace prongsai::layouts
