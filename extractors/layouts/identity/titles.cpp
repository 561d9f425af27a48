#include "extractors/layouts/identity/titles.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "extractors/layouts/identity/head_lines.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// A title's line; longer ones are prose that mentions the same words. Code points.
constexpr std::size_t kLongestTitleLine = 150;
// A title goes on over the office's name and the year: so many lines more.
constexpr std::size_t kMostTitleLines = 5;

bool is_short(const FlowItem& item) {
  return !item.is_table() && text::length(item.text) <= kLongestTitleLine;
}

// A title stands apart: it is the first line of its paragraph, and that paragraph is short.
bool stands_apart(const Document& document, const FlowItem& item) {
  const Paragraph& paragraph = document.paragraphs[item.index];
  return item.line == 0 && paragraph.lines.size() <= kMostTitleLines;
}

std::optional<Title::Kind> kind_of(std::string_view tight_line, const Labels& labels) {
  const auto begins_or_follows_number = [&](const std::vector<std::string>& words) {
    // "ข้อ O34 มาตรการ…", "รายงานมาตรการ…": the words may stand a little way into the line.
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      const std::size_t at = tight_line.find(word);
      return at != std::string_view::npos && text::length(tight_line.substr(0, at)) <= 20;
    });
  };
  if (begins_with_any(tight_line, labels.tight_list("template_titles")) > 0) return Title::Kind::form;
  if (begins_or_follows_number(labels.tight_list("result_titles"))) return Title::Kind::results;
  if (begins_or_follows_number(labels.tight_list("measure_titles"))) return Title::Kind::measures;
  if (begins_with_any(tight_line, labels.tight_list("analysis_titles")) > 0) {
    // "การวิเคราะห์ผลการประเมินและมาตรการส่งเสริม…" is the title of a measures report.
    return contains_any(tight_line, labels.tight_list("measure_titles")) ? Title::Kind::measures
                                                                         : Title::Kind::analysis;
  }
  return std::nullopt;
}

// "การวิเคราะห์ผลการประเมิน.." over an issue's table heads the table, not the report.
bool is_caption(std::string_view tight_line, const Labels& labels) {
  const std::size_t size = begins_with_any(tight_line, labels.tight_list("table_captions"));
  return size > 0 && is_blank_text(tight_line.substr(size));
}

std::string title_words(const FlowItem& item, const Labels& labels) {
  return tight(labels.as_spelt(item.text, item.at->source));
}

// "มาตรการส่งเสริม": a title's first words and no more, as a narrow cover breaks it.
bool is_title_broken_off(std::string_view words, const Labels& labels) {
  constexpr std::size_t kLeast = 10;  // code points: more than a word
  if (text::length(words) < kLeast) return false;
  return std::ranges::any_of(std::array{"result_titles", "measure_titles", "analysis_titles"}, [&](const char* list) {
    return std::ranges::any_of(labels.tight_list(list), [&](const std::string& title) {
      return title.size() > words.size() && title.starts_with(words);
    });
  });
}

// A line and the one after it are looked at together: long titles wrap. One that is broken off goes on for longer.
std::optional<Title::Kind> title_at(const Flow& flow, std::size_t i, const Labels& labels) {
  std::string words = title_words(flow[i], labels);
  if (is_caption(words, labels)) return std::nullopt;
  while (i + 2 < flow.size() && is_short(flow[i + 1]) && is_short(flow[i + 2]) &&
         is_title_broken_off(words + title_words(flow[i + 1], labels), labels)) {
    words += title_words(flow[++i], labels);
  }
  auto kind = kind_of(words, labels);
  if (i + 1 < flow.size() && is_short(flow[i + 1])) {
    const std::string next = title_words(flow[i + 1], labels);
    const auto longer = kind_of(words + next, labels);
    // A title that begins on the next line is not this line's.
    const bool wraps = longer && !kind_of(next, labels);
    if (wraps && (!kind || *kind == Title::Kind::analysis)) kind = longer;
  }
  return kind;
}

// A paragraph in plain letters under a title in bold ones. Under the report's first title it may begin with the
// office's name; under a later one it speaks of anything.
bool is_body_of(const Paragraph& title, const Paragraph& paragraph) {
  return title.lines.front().bold && !paragraph.lines.front().bold && !paragraph.centred && paragraph.lines.size() > 2;
}

// "ผลการประเมินในภาพรวมได้ 88.12 คะแนน": words and a figure with decimals.
bool states_a_result(std::string_view line) {
  constexpr std::size_t kWords = 10;  // code points beside the figure
  const auto numbers = text::find_numbers(line);
  return text::length(tight(line)) > kWords &&
         std::any_of(numbers.begin(), numbers.end(), [](const text::Number& number) { return number.decimals == 2; });
}

bool opens_a_list(std::string_view line) {
  return ends_with_any(tight(line), text::lexicon().divisions.opens_list.texts()) > 0;
}

bool ends_title(const Document& document, const Flow& flow, std::size_t i, const Labels& labels) {
  if (opens_a_list(flow[i - 1].text) || states_a_result(flow[i].text)) return true;
  if (!is_short(flow[i]) || flow[i].at->page_no != flow[i - 1].at->page_no) return true;
  const Paragraph& paragraph = document.paragraphs[flow[i].index];
  if (paragraph.lines.size() > kMostTitleLines || is_running_text(document, paragraph, labels)) return true;
  if (flow[i].line == 0 && title_at(flow, i, labels)) return true;
  const std::string words = title_words(flow[i], labels);
  return begins_with_any(words, labels.tight_list("caption_words")) > 0 ||
         begins_with_any(words, labels.tight_list("addressee_words")) > 0 ||
         begins_with_any(words, labels.tight_list("issue_words")) > 0 ||
         begins_with_any(words, labels.tight_list("part_words")) > 0;
}

std::optional<int> division_number(std::string_view line, const std::vector<std::string>& words) {
  const std::string compact = tight(line);
  const std::size_t size = begins_with_any(compact, words);
  if (size == 0) return std::nullopt;
  const auto numbers = text::find_numbers(compact);
  if (numbers.empty() || numbers.front().begin != size || numbers.front().value > 20) return std::nullopt;
  return static_cast<int>(numbers.front().value);
}

}  // namespace

bool is_running_text(const Document& document, const Paragraph& paragraph, const Labels& labels) {
  constexpr std::size_t kMostOfTitle = 3;  // lines
  if (paragraph.lines.size() > kMostOfTitle && is_running(paragraph)) return true;
  if (begins_with_any(tight(paragraph.text), labels.tight_list("sentence_leads")) == 0) return false;
  constexpr double kFullLine = 0.65;  // of the page's width
  if (paragraph.lines.size() < 2 || paragraph.centred || paragraph.lines.front().bold) return false;
  const auto page = std::ranges::find(document.pages, paragraph.at.page_no, &Page::page_no);
  return page != document.pages.end() && paragraph.lines.front().at.box.width() > kFullLine * page->width;
}

std::vector<Title> find_titles(const Document& document, const Flow& flow, const Labels& labels) {
  std::vector<Title> titles;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (!is_short(flow[i]) || !stands_apart(document, flow[i]) || states_a_result(flow[i].text)) continue;
    const auto kind = title_at(flow, i, labels);
    if (!kind) continue;
    const auto is_body = [&](std::size_t line) {
      return !titles.empty() && is_body_of(document.paragraphs[flow[i].index], document.paragraphs[flow[line].index]);
    };
    std::size_t end = i + 1;
    while (end < flow.size() && end - i < kMostTitleLines && !ends_title(document, flow, end, labels) && !is_body(end))
      ++end;
    titles.push_back({*kind, i, end, joined_text(flow, i, end), false});
    i = end - 1;
  }
  return titles;
}

std::vector<Division> find_divisions(const Flow& flow, const Labels& labels) {
  std::vector<Division> divisions;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (!is_short(flow[i])) continue;
    if (const auto part = division_number(flow[i].text, labels.tight_list("part_words"))) {
      divisions.push_back({i, *part, false});
    } else if (const auto chapter = division_number(flow[i].text, labels.tight_list("chapter_words"))) {
      divisions.push_back({i, *chapter, true});
    }
  }
  return divisions;
}

bool has_office_placeholder(std::string_view line, const Labels& labels) {
  const std::string compact = tight(line);
  if (text::length(compact) > kLongestTitleLine) return false;
  return std::any_of(
      labels.tight_list("office_words").begin(), labels.tight_list("office_words").end(), [&](const std::string& word) {
        return compact.find(word + "...") != std::string::npos || compact.find(word + "…") != std::string::npos;
      });
}

}  // namespace prongsai::layouts
