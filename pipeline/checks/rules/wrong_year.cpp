// A year that contradicts the report's own fiscal year.
//
// A report of fiscal year N sets out what is done in N and analyses N−1: both are right, and so are the dates of both
// (October N−2 to September N). Years of laws, orders, plans and history are never wrong. In running text only fiscal
// years count, and dates where a timeframe is stated; in a cell or an issue's timeframe any year of work does.
//
// A sentence that names the year after the report's own tells of what is planned or of the assessment that the report
// is for, whatever its words: no report is copied from a later one. Several such places put the own year in doubt.
//
// Two more kinds are told by what stands beside them: a measure's time that was over before the assessment which it
// answers, in a report whose other times are of its own year; and a head that names a year over months of another one.
#include <algorithm>
#include <set>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/year_columns.hpp"
#include "pipeline/checks/year_heads.hpp"

namespace prongsai::checks {
namespace {

using YearKind = text::YearMention::Kind;

bool is_right(const text::YearMention& mention, int fiscal_year) {
  const int year = mention.kind == YearKind::date && mention.month > 0
                       ? text::fiscal_year_of(mention.year, mention.month)
                       : mention.year;
  return year == fiscal_year || year == fiscal_year - 1 || mention.year == fiscal_year;
}

struct Judged {
  std::vector<Finding> wrong;
  std::vector<Finding> of_next_year;  // sentences that name the year after the report's own; nothing is wrong with them
};

class YearJudge {
 public:
  explicit YearJudge(const CheckInput& input)
      : input_(input),
        rule_(input.rules.of("wrong_year")),
        fiscal_year_(*input.record.fiscal_year),
        year_columns_(year_columns(input.record)) {}

  Judged judge() {
    const Passage* previous = nullptr;
    const std::vector<Passage> all = passages(input_.record);
    times_ = count_times(all);
    for (const Passage& passage : all) {
      judge(passage, previous);
      previous = &passage;
    }
    for (Finding& finding : heads_of_other_years(input_.record)) judged_.wrong.push_back(std::move(finding));
    return std::move(judged_);
  }

 private:
  void judge(const Passage& passage, const Passage* previous) {
    const std::string& text = *passage.text;
    const auto years = text::find_years(text);
    if (years.empty() || is_comparison(text, years) || names_a_row(passage) || says_where_it_stands(passage)) return;
    const bool in_timeframe = states_timeframe(passage, previous);
    const bool misread = in_timeframe && is_misreading(passage, years);
    for (const text::YearMention& mention : years) {
      if (misread || is_right(mention, fiscal_year_) || is_planned(passage, previous, mention) ||
          !counts(mention, passage, in_timeframe) || excused(text, mention) ||
          has_its_own_score(passage, mention.year) || states_a_result(text, mention) ||
          (passage.at.source == TextSource::ocr && !is_near(mention.year)))
        continue;
      if (mention.year == fiscal_year_ + 1 && !in_timeframe && is_sentence(passage, mention)) {
        judged_.of_next_year.push_back(told(passage, mention, ""));
        continue;
      }
      judged_.wrong.push_back(told(passage, mention, ""));
      return;  // one a passage: the place is the same for all of its years
    }
    if (is_over_too_soon(passage, years)) judged_.wrong.push_back(told(passage, years.back(), "over"));
  }

  [[nodiscard]] Finding told(const Passage& passage, const text::YearMention& mention,
                             const std::string& variant) const {
    Finding finding = finding_at("wrong_year", passage, Span{mention.begin, mention.end});
    finding.values["year"] = std::to_string(mention.year);
    finding.doubts = doubts_of_figure(*passage.doubts, mention.begin, mention.end);
    finding.values["fiscal_year"] = std::to_string(fiscal_year_);
    if (!variant.empty()) finding.values["variant"] = variant;
    return finding;
  }

  // A paragraph with more words than a title's line has beside the year.
  [[nodiscard]] bool is_sentence(const Passage& passage, const text::YearMention& mention) const {
    if (passage.kind != Passage::Kind::paragraph) return false;
    const std::size_t beside =
        text::length(*passage.text) - text::length(passage.text->substr(mention.begin, mention.end - mention.begin));
    return static_cast<double>(beside) > rule_.threshold("reach");
  }

  // An issue's timeframe, or a cell of a timeframe column.
  static bool sets_time(const Passage& passage) {
    return passage.kind == Passage::Kind::timeframe || passage.column_key == ColumnKey::timeframe;
  }

  // How many times of measures lie in the report's own year, in the year before and in the next.
  struct Times {
    int own = 0;
    int before = 0;
    int next = 0;
  };

  [[nodiscard]] Times count_times(const std::vector<Passage>& all) const {
    Times times;
    for (const Passage& passage : all) {
      if (!sets_time(passage)) continue;
      const auto year = year_of_time(text::find_years(*passage.text));
      times.own += year == fiscal_year_ ? 1 : 0;
      times.before += year == fiscal_year_ - 1 ? 1 : 0;
      times.next += year == fiscal_year_ + 1 ? 1 : 0;
    }
    return times;
  }

  // The one budget year that all months of a time lie in; 0: it names no month or several years.
  static int year_of_time(const std::vector<text::YearMention>& years) {
    std::set<int> of;
    for (const auto& mention : years) {
      of.insert(mention.kind == YearKind::date && mention.month > 0 ? text::fiscal_year_of(mention.year, mention.month)
                                                                    : 0);
    }
    return of.size() == 1 ? *of.begin() : 0;
  }

  // Measures answer an assessment whose results come out in August: a time that ends before was left from an old
  // report, where the others are of the report's year.
  [[nodiscard]] bool is_over_too_soon(const Passage& passage, const std::vector<text::YearMention>& years) const {
    if (!sets_time(passage)) return false;
    if (times_.own <= times_.before || year_of_time(years) != fiscal_year_ - 1) return false;
    const int results_in = static_cast<int>(rule_.threshold("month_of_results"));
    return std::all_of(years.begin(), years.end(), [&](const auto& mention) {
      return mention.year < fiscal_year_ - 1 || mention.month < results_in;
    });
  }

  // A scan's digits may be wrong: in a timeframe that also states a right year the other one was misread.
  [[nodiscard]] bool is_misreading(const Passage& passage, const std::vector<text::YearMention>& years) const {
    return passage.at.source == TextSource::ocr && std::any_of(years.begin(), years.end(), [&](const auto& mention) {
             return is_right(mention, fiscal_year_);
           });
  }

  // A report copied from an old one is a few years off; a misread digit gives any number.
  [[nodiscard]] bool is_near(int year) const {
    return year <= fiscal_year_ + 1 && year >= fiscal_year_ - static_cast<int>(rule_.threshold("years_back_in_scans"));
  }

  // Three or more years side by side tell of a development, not of this report's year.
  [[nodiscard]] bool is_comparison(const std::string& text, const std::vector<text::YearMention>& years) const {
    std::set<int> different;
    for (const text::YearMention& mention : years) {
      if (mention.kind == YearKind::fiscal || mention.kind == YearKind::calendar || mention.kind == YearKind::plain)
        different.insert(mention.year);
    }
    return static_cast<double>(different.size()) >= rule_.threshold("years_compared") ||
           contains_any(without_blanks(text), rule_.list("comparison")) || sets_beside_year_before(text, years);
  }

  // "ปีงบประมาณ พ.ศ. ๒๕๖๗ และ พ.ศ. ๒๕๖๘" in a report of 2569: the assessed year and the one before it.
  [[nodiscard]] bool sets_beside_year_before(const std::string& text,
                                             const std::vector<text::YearMention>& years) const {
    return std::ranges::adjacent_find(years, [&](const text::YearMention& one, const text::YearMention& next) {
             if (std::min(one.year, next.year) != fiscal_year_ - 2 || std::max(one.year, next.year) != fiscal_year_ - 1)
               return false;
             const std::string between = without_blanks(text.substr(one.end, next.begin - one.end));
             return layouts::without_any(between, rule_.list("joints")).empty();
           }) != years.end();
  }

  // Rows of several years, in a table that tells of a development.
  [[nodiscard]] bool names_a_row(const Passage& passage) const {
    if (passage.kind != Passage::Kind::cell) return false;
    const CellRecord& cell = input_.record.cells[passage.index];
    return year_columns_.contains({cell.table_no, cell.col_no});
  }

  // What is planned for a later year, or asked of it, contradicts nothing. The word for it may stand in the line
  // above: a title goes over lines.
  [[nodiscard]] bool is_planned(const Passage& passage, const Passage* previous,
                                const text::YearMention& mention) const {
    if (mention.year <= fiscal_year_) return false;
    if (mention.year == fiscal_year_ + 1 && sets_time(passage) &&
        (goes_on_from_this_year(passage) || plans_the_next_year()))
      return true;
    std::string head = without_blanks(passage.text->substr(0, mention.begin));
    const bool goes_on = previous != nullptr && passage.kind == Passage::Kind::paragraph &&
                         previous->kind == passage.kind && previous->at.page_no == passage.at.page_no;
    if (goes_on) head = without_blanks(*previous->text) + head;
    return contains_any(head, rule_.list("plans"));
  }

  // Several measures, all of the next year: what an office sets out once it knows this year's results. A report that is
  // no form for the measures of its own year may set out one.
  [[nodiscard]] bool plans_the_next_year() const {
    if (times_.own + times_.before > 0) return false;
    const LayoutNeeds needs = input_.rules.requirements().of_layout(input_.record.layout);
    const bool form = needs.issue_timeframe || needs.issue_limitation || needs.part_limitation;
    return !form || times_.next > 1;
  }

  // "ธ.ค. 67 – ก.ย. 68 และต่อเนื่องปีงบประมาณ 2569": work that begins in the report's year may last into the next.
  [[nodiscard]] bool goes_on_from_this_year(const Passage& passage) const {
    const auto years = text::find_years(*passage.text);
    return std::any_of(years.begin(), years.end(),
                       [&](const auto& mention) { return is_right(mention, fiscal_year_); });
  }

  // Under a heading of the same year a cell tells of that year and of no other; in the report's own title no year is
  // wrong.
  [[nodiscard]] bool says_where_it_stands(const Passage& passage) const {
    const auto& title = input_.record.fiscal_year_at;
    if (title && title->page_no == passage.at.page_no && passage.at.box.contains(title->box.centre())) return true;
    if (passage.kind != Passage::Kind::cell) return false;
    const auto heads = text::find_years(input_.record.cells[passage.index].header_text);
    return std::any_of(heads.begin(), heads.end(), [&](const auto& head) { return head.year != fiscal_year_; });
  }

  // A timeframe of its own: an issue's, a timeframe column's, or a paragraph under such a heading.
  [[nodiscard]] bool states_timeframe(const Passage& passage, const Passage* previous) const {
    if (sets_time(passage)) return true;
    if (passage.kind != Passage::Kind::paragraph) return false;
    const auto& words = rule_.list("timeframe");
    if (input_.record.paragraphs[passage.index].role == ParagraphRole::timeframe ||
        contains_any(without_blanks(*passage.text), words))
      return true;
    const bool under_heading = previous != nullptr && previous->kind == Passage::Kind::paragraph;
    return under_heading && contains_any(without_blanks(clip(*previous->text, 60)), words);
  }

  // "(ปีงบประมาณ ๒๕๖๔ เท่ากับ ๘๙.๑๐ คะแนน)" tells of that year.
  [[nodiscard]] bool has_its_own_score(const Passage& passage, int year) const {
    return std::ranges::any_of(input_.record.scores, [&](const ScoreRecord& score) {
      return score.fiscal_year == year && score.year_from == StatedIn::sentence &&
             score.at.page_no == passage.at.page_no && !score.raw_figure.empty() &&
             passage.text->find(score.raw_figure) != std::string::npos;
    });
  }

  // "ปีงบประมาณ ๒๕๖๔ ได้ ๘๙.๑๐ คะแนน": a figure behind the year is that year's, whether it is known whose it is or not.
  [[nodiscard]] bool states_a_result(const std::string& text, const text::YearMention& mention) const {
    const auto numbers = text::find_numbers(text);
    const auto figure = std::ranges::find_if(numbers, [&](const auto& number) { return number.begin >= mention.end; });
    if (figure == numbers.end()) return false;
    const std::string between = without_blanks(text.substr(mention.end, figure->begin - mention.end));
    if (!layouts::without_any(between, rule_.list("result_leads")).empty()) return false;
    return figure->decimals == 2 ||
           begins_with_any(without_blanks(text.substr(figure->end)), rule_.list("result_units"));
  }

  // A column in which a year tells of how things came to be as they are, or of what no form asks: an evaluator's remark
  // ("the file attached is of 2564").
  static bool tells_of_the_past(const Passage& passage) {
    return passage.column_key == ColumnKey::other || passage.column_key == ColumnKey::weakness ||
           passage.column_key == ColumnKey::analysis || passage.column_key == ColumnKey::limitation;
  }

  // "จากผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๔": in such a column only the year of the assessment is one of the report's.
  [[nodiscard]] bool is_of_the_assessment(const std::string& text, const text::YearMention& mention) const {
    const std::string head = without_blanks(text.substr(0, mention.begin));
    std::string_view before = head;
    while (const std::size_t word = layouts::ends_with_any(before, rule_.list("before_years")))
      before.remove_suffix(word);
    return layouts::ends_with_any(before, rule_.list("assessment")) > 0;
  }

  [[nodiscard]] bool counts(const text::YearMention& mention, const Passage& passage, bool in_timeframe) const {
    switch (mention.kind) {
      case YearKind::fiscal:
        return !tells_of_the_past(passage) || is_of_the_assessment(*passage.text, mention);
      case YearKind::calendar:
        return in_timeframe || (passage.kind == Passage::Kind::cell && !tells_of_the_past(passage));
      case YearKind::date:
      case YearKind::plain:
        return in_timeframe;
      case YearKind::law:
      case YearKind::span:
      case YearKind::order_number:
        return false;
    }
    return false;
  }

  // Laws, plans and history by the words before the year.
  [[nodiscard]] bool excused(const std::string& text, const text::YearMention& mention) const {
    const auto reach = static_cast<std::size_t>(rule_.threshold("reach"));
    const std::string head = without_blanks(before(text, mention.begin, reach));
    if (contains_any(head, rule_.list("law_or_plan"))) return true;
    const std::string tail = without_blanks(after(text, mention.end, reach));
    return contains_any(head, rule_.list("history_before")) || begins_with_any(tail, rule_.list("history_after"));
  }

  const CheckInput& input_;
  const CodeRule& rule_;
  int fiscal_year_;
  std::set<std::pair<int, int>> year_columns_;
  Times times_;
  Judged judged_;
};

}  // namespace

namespace {

// Several places give the year after the report's own, and none another one: rather the own year was misjudged, from a
// title that names the assessed year, than all of them are wrong.
bool is_own_year_in_doubt(const std::vector<Finding>& findings, int own) {
  constexpr std::size_t kFewest = 2;
  const std::string next = std::to_string(own + 1);
  return findings.size() >= kFewest && std::ranges::all_of(findings, [&](const Finding& finding) {
           const auto year = finding.values.find("year");
           return year != finding.values.end() && year->second == next;
         });
}

Finding doubt_of_own_year(const Record& record, const Finding& first) {
  Finding finding;
  finding.code = "low_confidence";
  finding.at = record.fiscal_year_at ? record.fiscal_year_at : first.at;
  finding.evidence = first.evidence;
  finding.values = {
      {"variant", "own_year"}, {"own", std::to_string(*record.fiscal_year)}, {"year", first.values.at("year")}};
  return finding;
}

}  // namespace

std::vector<Finding> wrong_year(const CheckInput& input) {
  if (!input.record.fiscal_year) return {};
  Judged judged = YearJudge(input).judge();
  std::vector<Finding> all = judged.wrong;
  all.insert(all.end(), judged.of_next_year.begin(), judged.of_next_year.end());
  if (is_own_year_in_doubt(all, *input.record.fiscal_year)) return {doubt_of_own_year(input.record, all.front())};
  return std::move(judged.wrong);
}

}  // namespace prongsai::checks
