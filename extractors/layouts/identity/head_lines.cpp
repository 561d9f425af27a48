#include "extractors/layouts/identity/head_lines.hpp"

#include <algorithm>
#include <span>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/find/titles.hpp"
#include "extractors/text/unicode/has_letters.hpp"
#include "extractors/text/unicode/thai_letters.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

// A paragraph of more lines than this is prose, and so is one whose lines are full but the last.
constexpr std::size_t kHeadParagraph = 4;
constexpr double kFullHeadLine = 0.72;  // share of the page's width

// Most lines but the last reach the right margin; of a title's only the one that was too long does.
bool is_set_full(const Paragraph& paragraph, double width) {
  constexpr double kMargin = 0.85;  // of the page's width
  const auto inner = std::span(paragraph.lines).first(paragraph.lines.size() - 1);
  const auto full =
      std::ranges::count_if(inner, [&](const TextLine& one) { return width > 0 && one.at.box.x1 > kMargin * width; });
  return full * 2 > static_cast<std::ptrdiff_t>(inner.size());
}

bool begins_with_year(std::string_view line) {
  const auto years = text::find_years(line);
  if (years.empty()) return false;
  const std::string before = tight(line.substr(0, years.front().begin));
  const auto& eras = text::lexicon().years.buddhist.texts();
  return before.empty() || std::ranges::find(eras, before) != eras.end();
}

// A number of an area, "1" to "99", and no longer one: a year, a figure.
bool begins_with_short_number(std::string_view words) {
  const std::size_t end = words.find_first_not_of("0123456789");
  const std::size_t digits = end == std::string_view::npos ? words.size() : end;
  const bool goes_on = digits < words.size() && (words[digits] == '.' || words[digits] == ')' || words[digits] == '/');
  return digits > 0 && digits <= 2 && !goes_on;
}

}  // namespace

std::string HeadLines::words_of(const FlowItem& line) const {
  return tight(labels_->as_spelt(line.text, line.at->source));
}

double HeadLines::width_of(int page_no) const {
  const auto page = std::find_if(document().pages.begin(), document().pages.end(),
                                 [&](const Page& one) { return one.page_no == page_no; });
  return page == document().pages.end() ? 0 : page->width;
}

bool HeadLines::is_full(const FlowItem& line) const {
  const double width = width_of(line.at->page_no);
  return width > 0 && line.at->box.x1 - line.at->box.x0 >= kFullHeadLine * width;
}

bool HeadLines::is_prose(const FlowItem& line) const {
  const Paragraph& paragraph = document().paragraphs[line.index];
  if (text::length(line.text) > kLongestHeadLine || paragraph.lines.size() > kHeadParagraph) return true;
  if (paragraph.lines.size() <= 2 || paragraph.centred) return false;
  const bool column = paragraph.lines.size() == kHeadParagraph && is_running(paragraph);  // of text, beside another
  return column || is_set_full(paragraph, width_of(line.at->page_no));
}

bool HeadLines::lists_items(const FlowItem& line) const {
  if (line.line > 0) return false;
  const auto codes = text::find_item_codes(line.text, ranges_);
  return !codes.empty() && separators_only(line.text.substr(0, codes.front().begin));
}

bool HeadLines::is_caption(const FlowItem& line) const {
  return begins_with_any(words_of(line), labels_->tight_list("caption_words")) > 0;
}

bool HeadLines::is_cut_short(std::size_t line) const {
  if (line + 1 >= flow().size() || flow()[line + 1].is_table()) return false;
  const bool same_page = flow()[line + 1].at->page_no == flow()[line].at->page_no;
  if (!same_page) return false;
  const std::string words = words_of(flow()[line]);
  const std::string next = words_of(flow()[line + 1]);
  return ends_before_its_year(words, next) || ends_inside_a_name(words, next);
}

bool HeadLines::ends_before_its_year(const std::string& words, const std::string& next) const {
  if (ends_with_any(words, labels_->tight_list("year_line_ends")) > 0) return begins_with_year(next);
  const bool compared = ends_with_any(words, labels_->tight_list("compared_year_words")) > 0;
  return compared && begins_with_year(next.substr(begins_with_any(next, labels_->tight_list("year_line_ends"))));
}

// "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา…" / "เขต 1", "… เขต" / "1"; "วิทยาลัยเทคนิค" / "…", a kind of office whose name is still
// to come.
bool HeadLines::ends_inside_a_name(const std::string& words, const std::string& next) const {
  if (begins_with_any(next, labels_->tight_list("name_goes_on")) > 0) return true;
  const std::size_t lead = begins_with_any(next, labels_->tight_list("numbered_kinds"));
  if (lead > 0 && begins_with_short_number(next.substr(lead))) return true;
  if (begins_with_short_number(next)) return ends_with_any(words, labels_->tight_list("numbered_kinds")) > 0;
  if (next.empty() || !text::is_thai_letter(text::code_point_at(next, 0).value)) return false;
  return agencies_->ends_with_kind(words) && begins_with_any(next, labels_->tight_list("sentence_words")) == 0 &&
         begins_with_any(next, labels_->tight_list("office_words")) == 0;
}

bool HeadLines::is_letterhead(const std::string& words) const {
  constexpr std::size_t kLetters = 12;  // code points before the number
  constexpr std::string_view kDigits = "0123456789.";
  const std::size_t label = begins_with_any(words, labels_->tight_list("letter_numbers"));
  const std::size_t stroke = words.find('/', label);
  const std::size_t number = words.find_first_of("0123456789", label);
  if (label == 0 || stroke == std::string::npos || number >= stroke) return false;
  const bool plain = words.find_first_not_of(kDigits, number) == stroke;
  const std::size_t second = words.find_first_of("0123456789", stroke);
  if (!plain || second == std::string::npos || second > stroke + kLetters) return false;
  return text::length(words.substr(label, number - label)) <= kLetters &&
         words.find_first_not_of(kDigits, second) != std::string::npos;
}

std::size_t HeadLines::end_of_letterhead(std::size_t line) const {
  constexpr double kRightHalf = 0.4;  // of the page's width
  const std::size_t next = line + 1;
  if (next >= flow().size() || flow()[next].is_table()) return next;
  const FlowItem& item = flow()[next];
  const bool right =
      item.at->page_no == flow()[line].at->page_no && item.at->box.x0 > kRightHalf * width_of(item.at->page_no);
  const std::string words = words_of(item);
  const bool address = begins_with_any(words, labels_->tight_list("address_words")) > 0;
  const bool dated = !words.empty() && words.front() >= '0' && words.front() <= '9';
  return right && !address && !dated ? next + 1 : next;
}

bool HeadLines::is_addressee(std::string_view words) const {
  return begins_with_any(words, labels_->tight_list("addressee_words")) > 0;
}

bool HeadLines::states_a_label(const FlowItem& line) const {
  constexpr std::size_t kLongestLabel = 30;  // code points
  const std::string words = words_of(line);
  const std::size_t colon = words.find(':');
  return colon != std::string::npos && text::length(words.substr(0, colon)) <= kLongestLabel &&
         begins_with_any(words, labels_->tight_list("telephone_words")) == 0;
}

bool lists_persons(std::string_view line) {
  const auto marker = text::leading_number(line);
  return marker && text::begins_with_title(tight(line.substr(marker->end)));
}

bool is_running(const Paragraph& paragraph) {
  constexpr std::size_t kFewest = 3;
  constexpr double kRagged = 0.1;  // of the paragraph's width
  if (paragraph.lines.size() < kFewest || paragraph.centred) return false;
  double left = paragraph.lines.front().at.box.x0, right = paragraph.lines.front().at.box.x1;
  for (const TextLine& line : paragraph.lines) {
    left = std::min(left, line.at.box.x0);
    right = std::max(right, line.at.box.x1);
  }
  const auto inner = std::span(paragraph.lines).subspan(1, paragraph.lines.size() - 2);
  return std::ranges::all_of(inner, [&](const TextLine& line) {
    const double ragged = kRagged * (right - left);
    return line.at.box.x0 - left <= ragged && right - line.at.box.x1 <= ragged;
  });
}

bool begins_an_item(std::string_view line) {
  const auto marker = text::leading_number(line);
  return marker && (marker->end >= line.size() || line[marker->end] != '/') &&
         text::has_letters(line.substr(marker->begin));
}

}  // namespace prongsai::layouts
