#include "extractors/layouts/scores/respectively.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "extractors/layouts/scores/lead.hpp"
#include "extractors/text/find/dates.hpp"

namespace prongsai::layouts::scores {
namespace {

// A listed thing, by its place in the tight text.
struct Listed {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t index = 0;  // among all of its kind
};

class InOrder {
 public:
  InOrder(const InOrderSources& sources, std::vector<ScoreFigure>& figures)
      : sources_(&sources), figures_(&figures), years_(text::find_years(sources.text)) {}

  void share() {
    for (const std::string& word : words().respectively) {
      for (std::size_t at = whole().find(word); at != std::string_view::npos; at = whole().find(word, at + 1))
        share_row(row_before(at), true);
    }
    // The word may be left out: what is listed is as many as the figures all the same.
    for (std::size_t i = 0; i < sources_->numbers.size(); ++i) {
      if (ends_row(i)) share_row(row_before(sources_->tight.tight(sources_->numbers[i].end)), false);
    }
  }

 private:
  [[nodiscard]] std::string_view whole() const { return sources_->tight.text(); }
  [[nodiscard]] const ScoreWords& words() const { return sources_->words; }

  // Nothing but what joins the things of a list, and units of figures.
  [[nodiscard]] bool joins(std::size_t from, std::size_t to) const {
    if (from > to) return false;
    std::string between(whole().substr(from, to - from));
    for (const auto* known : {&words().list_joints, &words().percent, &words().year_words, &words().item_words})
      between = without_any(std::move(between), *known);
    return without_any(std::move(between), {words().points}).empty();
  }

  [[nodiscard]] bool ends_row(std::size_t i) const {
    if (i + 1 == sources_->numbers.size()) return true;
    const std::size_t end = sources_->tight.tight(sources_->numbers[i].end);
    return !joins(end, sources_->tight.tight(sources_->numbers[i + 1].begin));
  }

  // The figures right before a place, from left to right.
  [[nodiscard]] std::vector<const FigureText*> row_before(std::size_t at) const {
    std::vector<const FigureText*> row;
    std::size_t to = at;
    for (auto number = sources_->numbers.rbegin(); number != sources_->numbers.rend(); ++number) {
      const std::size_t end = sources_->tight.tight(number->end);
      if (end > to) continue;
      if (number->decimals == 0 || !number->readable() || !joins(end, to)) break;
      row.push_back(&*number);
      to = sources_->tight.tight(number->begin);
    }
    std::ranges::reverse(row);
    return row;
  }

  // The last things of a kind before a place that a list joins, where they are as many as asked for.
  [[nodiscard]] std::vector<Listed> list_before(const std::vector<Listed>& all, std::size_t at,
                                                std::size_t count) const {
    std::vector<Listed> list;
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
      if (one->end > at) continue;
      if (!list.empty() && !joins(one->end, list.back().begin)) break;
      list.push_back(*one);
    }
    std::ranges::reverse(list);
    return list.size() == count ? list : std::vector<Listed>();
  }

  [[nodiscard]] std::vector<Listed> subjects() const {
    std::vector<Listed> out;
    for (std::size_t i = 0; i < sources_->mentions.size(); ++i) {
      const SubjectMention& mention = sources_->mentions[i];
      if (mention.subject && !mention.unnamed && mention.strength != SubjectMention::Strength::overall)
        out.push_back({mention.begin, mention.end, i});
    }
    return out;
  }

  [[nodiscard]] std::vector<Listed> years() const {
    std::vector<Listed> out;
    for (std::size_t i = 0; i < years_.size(); ++i)
      out.push_back({sources_->tight.tight(years_[i].begin), sources_->tight.tight(years_[i].end), i});
    return out;
  }

  [[nodiscard]] std::vector<Listed> offices() const {
    std::vector<Listed> out;
    for (std::size_t i = 0; i < sources_->offices.size(); ++i) {
      const TextSpan& office = sources_->offices[i];
      out.push_back({sources_->tight.tight(office.begin), sources_->tight.tight(office.end), i});
    }
    std::ranges::sort(out, {}, &Listed::begin);
    // One name may have been found twice.
    const auto overlap = [](const Listed& a, const Listed& b) { return b.begin < a.end; };
    out.erase(std::unique(out.begin(), out.end(), overlap), out.end());
    return out;
  }

  // `said`: the word for it stands behind them.
  void share_row(const std::vector<const FigureText*>& row, bool said) {
    if (row.size() < 2) return;
    const std::size_t begin = row.front()->begin;
    const std::size_t end = row.back()->end;
    const auto of_row = [&](const ScoreFigure& figure) { return figure.begin >= begin && figure.end <= end; };
    const std::size_t at = sources_->tight.tight(begin);
    const auto of_subjects = list_before(subjects(), at, row.size());
    const auto of_years = list_before(years(), at, row.size());
    const auto found = std::ranges::find_if(*figures_, of_row);
    const auto like = found != figures_->end() ? std::optional(*found) : behind_years(of_years, at);
    if (!like) return;
    const auto of_offices = list_before(offices(), at, row.size());
    const std::size_t lists =
        (of_subjects.empty() ? 0U : 1U) + (of_years.empty() ? 0U : 1U) + (of_offices.empty() ? 0U : 1U);
    if (lists != 1) {
      if (!said) return;
      for (ScoreFigure& figure : *figures_) figure.in_row = figure.in_row || of_row(figure);
      return;
    }
    std::vector<ScoreFigure> shared;
    for (std::size_t i = 0; i < row.size(); ++i) {
      ScoreFigure& figure = shared.emplace_back(*like);
      figure.begin = row[i]->begin;
      figure.end = row[i]->end;
      figure.value = row[i]->value;
      figure.in_row = figure.broken = false;
      figure.grade.reset();
      if (!of_subjects.empty()) take_subject(figure, sources_->mentions[of_subjects[i].index]);
      if (!of_years.empty()) figure.year = years_[of_years[i].index].year;
      if (!of_offices.empty()) figure.office = sources_->offices[of_offices[i].index];
    }
    std::erase_if(*figures_, of_row);
    figures_->insert(figures_->end(), shared.begin(), shared.end());
    std::ranges::sort(*figures_, {}, &ScoreFigure::begin);
  }

  // "คะแนน ITA ปี 2566 และ 2567 เท่ากับ": the years part the figures at a place from the subject that they are of.
  [[nodiscard]] std::optional<ScoreFigure> behind_years(const std::vector<Listed>& years, std::size_t at) const {
    if (years.empty() || !connects(whole().substr(0, at), years.back().end, words())) return std::nullopt;
    const std::string_view before = words().without_year_words(whole().substr(0, years.front().begin));
    for (const SubjectMention& mention : sources_->mentions) {
      if (!mention.subject || mention.end > before.size() || !connects(before, mention.end, words())) continue;
      ScoreFigure figure{*mention.subject, mention.subject_no};
      figure.unnamed = mention.unnamed;
      figure.subject_begin = sources_->tight.original(mention.begin);
      return figure;
    }
    return std::nullopt;
  }

  void take_subject(ScoreFigure& figure, const SubjectMention& mention) const {
    figure.subject = *mention.subject;
    figure.subject_no = mention.subject_no;
    figure.subject_begin = sources_->tight.original(mention.begin);
    figure.unnamed = figure.untold = false;
  }

  const InOrderSources* sources_;
  std::vector<ScoreFigure>* figures_;
  std::vector<text::YearMention> years_;
};

}  // namespace

void share_in_order(const InOrderSources& sources, std::vector<ScoreFigure>& figures) {
  InOrder(sources, figures).share();
}

}  // namespace prongsai::layouts::scores
