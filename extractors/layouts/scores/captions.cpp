#include "extractors/layouts/scores/captions.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "extractors/layouts/scores/assessed_years.hpp"
#include "extractors/layouts/scores/captions_below.hpp"
#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/list_number.hpp"
#include "extractors/layouts/scores/year_above.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Paragraphs over a table among which its title stands, and the longest that is one, in code points.
constexpr int kMostParagraphs = 6;
constexpr std::size_t kLongestCaption = 240;
constexpr double kSlack = 12;  // points by which words may stick out over the table's part

class CaptionReader {
 public:
  CaptionReader(const CaptionSources& sources, std::size_t item, const Box& box)
      : sources_(&sources), item_(item), box_(box), page_(page_of(sources.flow[item], sources.document)) {}

  Caption read() {
    std::size_t at = item_;
    bool settled = false;
    out_.context.report_about = sources_->relevance.about;
    out_.context.page_about = sources_->relevance.pages.contains(page_);
    while (at > 0 && sources_->flow[at - 1].is_table() && stands_beside(sources_->flow[at - 1].index)) --at;
    bool nearest = true;
    bool other_section = false;  // a heading stands between
    if (const Paragraph* below = caption_below()) {
      const std::string words = sources_->labels.as_spelt(below->text, below->at.source);
      take_year(*below, words);
      settled = take_matter(words, true);
      nearest = false;
    }
    for (int count = 0; count < kMostParagraphs && at > 0 && !sources_->flow[at - 1].is_table(); ++count) {
      const Paragraph& paragraph = paragraph_before(at);
      if (is_beside(paragraph) || is_over_another_part(paragraph)) continue;  // the label of another card
      if (is_caption_of_table_above(paragraph)) break;
      const std::string words = sources_->labels.as_spelt(paragraph.text, paragraph.at.source);
      const bool heading = is_heading_at(*sources_, at);
      other_section = other_section || heading;
      const bool hands_down = heading || !other_section;
      if (hands_down && (!out_.year || out_.year_spent)) take_year(paragraph, with_line_above(*sources_, at, words));
      if (nearest) take_owner(paragraph, words);
      if (!settled) settled = take_matter(words, nearest);
      nearest = false;
      if (text::length(words) > kLongestCaption) break;
    }
    return std::move(out_);
  }

 private:
  // A table to the left or right: the words over it may be over this one as well.
  [[nodiscard]] bool stands_beside(std::size_t table) const {
    const Table& other = sources_->document.tables[table];
    const Table& own = sources_->document.tables[sources_->flow[item_].index];
    const bool rows = other.box.y0 < own.box.y1 && own.box.y0 < other.box.y1;
    const bool columns = other.box.x0 < own.box.x1 && own.box.x0 < other.box.x1;
    return other.first_page == own.first_page && rows && !columns;
  }

  [[nodiscard]] const Paragraph* caption_below() const {
    const std::size_t next = item_ + 1;
    if (!sources_->below || next >= sources_->flow.size() || sources_->flow[next].is_table()) return nullptr;
    const Paragraph& paragraph = sources_->document.paragraphs[sources_->flow[next].index];
    return is_numbered_caption(paragraph.text, sources_->reader.table()) ? &paragraph : nullptr;
  }

  [[nodiscard]] bool is_caption_of_table_above(const Paragraph& paragraph) const {
    return sources_->below && is_numbered_caption(paragraph.text, sources_->reader.table());
  }

  // At the height of the table's part or below it, and to the left or right of it.
  [[nodiscard]] bool is_beside(const Paragraph& paragraph) const {
    const Box& other = paragraph.at.box;
    const bool columns = other.x0 < box_.x1 && box_.x0 < other.x1;
    return paragraph.at.page_no == page_ && !box_.empty() && !other.empty() && !columns && other.centre().y > box_.y0;
  }

  // Over the table, and not over the part of it that is meant.
  [[nodiscard]] bool is_over_another_part(const Paragraph& paragraph) const {
    if (!sources_->flow[item_].is_table() || box_.empty() || paragraph.at.page_no != page_) return false;
    const Box& whole = sources_->document.tables[sources_->flow[item_].index].box;
    const Box& words = paragraph.at.box;
    const bool within = words.x0 >= whole.x0 - kSlack && words.x1 <= whole.x1 + kSlack;
    return within && !words.empty() && (words.x1 <= box_.x0 || words.x0 >= box_.x1);
  }

  const Paragraph& paragraph_before(std::size_t& at) const {
    const std::size_t index = sources_->flow[at - 1].index;
    while (at > 0 && !sources_->flow[at - 1].is_table() && sources_->flow[at - 1].index == index) --at;
    return sources_->document.paragraphs[index];
  }

  // Of two names on a line that of the part below it. "๒. สำนักงาน…" heads a section of that office.
  void take_owner(const Paragraph& paragraph, const std::string& heading) {
    const std::string printed = paragraph.lines.size() == 1 ? words_above(paragraph) : std::string();
    const std::string above = text::fold_space(without_list_number(printed));
    const std::string words(without_list_number(heading));
    if (is_office(above))
      out_.owner = above;
    else if (above.empty() && is_office(words))
      out_.owner = words;
  }

  // A line that is a name: no figure, no sentence.
  [[nodiscard]] bool is_office(const std::string& words) const {
    constexpr std::size_t kLongestName = 60;  // code points
    const TableWords& table = sources_->reader.table();
    return text::length(words) <= kLongestName && table.looks_like_office(words) && !table.names_assessment(words) &&
           text::find_numbers(words).empty();
  }

  // Whether the words settle what the table is about.
  bool take_matter(const std::string& words, bool nearest) {
    const TableWords& table = sources_->reader.table();
    const std::string compact = tight(without_list_number(words));
    bool several = false;
    const auto subject = sources_->reader.subject_of(words, several);
    const std::string outside = tight(without_list_number(outside_brackets(words)));
    out_.context.no_results =
        begins_with_any(outside, table.planned_beginnings) > 0 || contains_any(outside, table.other_examinations);
    const bool other = out_.context.no_results || table.names_other_matter(outside);
    const bool named = table.names_assessment(words) || subject;
    const bool title = begins_with_any(compact, table.title_beginnings) > 0;
    if (other && (title || nearest)) {
      out_.context.other_matter = true;
      out_.context.about = table.names_assessment(words) || (subject && subject->kind != SubjectKind::indicator);
    } else if (named) {
      out_.context.about = true;
      out_.context.subject = subject;
    } else if (title && text::length(words) <= kLongestCaption) {
      out_.context.about = sources_->relevance.about && contains_any(compact, table.assessing);
    } else {
      return false;
    }
    out_.context.words = words;
    return true;
  }

  void take_year(const Paragraph& paragraph, const std::string& words) {
    const auto years = years_told_in(words);
    if (years.empty()) return;
    const bool two = std::set<int>(years.begin(), years.end()).size() > 1;
    const std::string above = two ? words_above(paragraph) : std::string();
    const std::string& meant = above.empty() || years_told_in(above).empty() ? words : above;
    const auto year = assessed_year_before(meant, meant.size(), sources_->reader.table(), sources_->reader.words());
    if (!year || (out_.year && year->beside_figure)) return;
    out_.year = year->year;
    out_.year_spent = year->beside_figure;
    if (year->beside_figure) note_figures(meant, year->year);
  }

  void note_figures(const std::string& words, int year) {
    out_.year_beside = year;
    for (const FigureText& figure : find_figures(words)) {
      if (figure.decimals == kScorePlaces && figure.readable()) out_.figures_beside.push_back(figure.value);
    }
  }

  // Those of a paragraph's words that stand over the table's part.
  [[nodiscard]] std::string words_above(const Paragraph& paragraph) const {
    std::string out;
    for (const Page& page : sources_->document.pages) {
      if (page.page_no != paragraph.at.page_no) continue;
      for (const Word& word : page.words) {
        const Point centre = word.box.centre();
        const bool over = centre.x >= box_.x0 - kSlack && centre.x <= box_.x1 + kSlack;
        const bool on_line = std::ranges::any_of(paragraph.lines, [&](const TextLine& line) {
          return centre.y >= line.at.box.y0 - 2 && centre.y <= line.at.box.y1 + 2;
        });
        if (over && on_line) out += word.text + (word.space_after ? " " : "");
      }
    }
    return out;
  }

  const CaptionSources* sources_;
  std::size_t item_;
  Box box_;
  int page_;
  Caption out_;
};

}  // namespace

Caption caption_of(const CaptionSources& sources, std::size_t item, const Box& box) {
  return CaptionReader(sources, item, box).read();
}

}  // namespace prongsai::layouts::scores
