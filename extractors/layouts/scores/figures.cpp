#include "extractors/layouts/scores/figures.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>
#include <string>

#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/scores/item_lists.hpp"
#include "extractors/layouts/scores/lead.hpp"
#include "extractors/layouts/scores/means.hpp"
#include "extractors/layouts/scores/measured.hpp"
#include "extractors/layouts/scores/named_behind.hpp"
#include "extractors/layouts/scores/part_sums.hpp"
#include "extractors/layouts/scores/ranks_and_levels.hpp"
#include "extractors/layouts/scores/respectively.hpp"
#include "extractors/layouts/scores/subject_choice.hpp"
#include "extractors/layouts/scores/subject_lead.hpp"
#include "extractors/layouts/scores/subject_links.hpp"
#include "extractors/layouts/scores/untold_totals.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

using scores::FigureText;

constexpr double kHighestScore = 100;
// No office gets so little of a hundred; five is the full mark of other schemes.
constexpr double kLeastTotal = 20;

class FigureFinder {
 public:
  FigureFinder(std::string_view text, const ScoreWords& words, const Assessments& assessments,
               const std::vector<TextSpan>& offices)
      : text_(text),
        tight_(text),
        words_(&words),
        assessments_(&assessments),
        offices_(&offices),
        choice_(text, tight_, words, assessments),
        numbers_(scores::find_figures(text)),
        behind_(scores::subjects_behind(tight_, numbers_, choice_.mentions(), words)) {
    for (const TextSpan& office : offices)
      names_.push_back(tight(text.substr(office.begin, office.end - office.begin)));
  }

  std::vector<ScoreFigure> find() {
    for (const auto& number : numbers_) {
      auto figure = total_of_parts(number);
      if (!figure && is_of_many(number)) continue;
      if (!figure) figure = judge(number);
      if (!figure && is_untold_total(number)) figure = total(number);
      if (figure) figures_.push_back(*std::move(figure));
    }
    scores::drop_weights(figures_);
    scores::share_with_listed_items(text_, tight_, choice_.mentions(), numbers_, *words_, *assessments_, figures_);
    scores::share_in_order({text_, tight_, choice_.mentions(), numbers_, *offices_, *words_}, figures_);
    scores::tell_ranks_and_levels(tight_, numbers_, *words_, *offices_, figures_);
    return std::move(figures_);
  }

 private:
  [[nodiscard]] std::string_view whole() const { return tight_.text(); }

  // "A4" is a misread level, "IIT5" a name.
  [[nodiscard]] bool follows_latin(std::size_t begin) const {
    const bool glued = begin > 0 && tight_.original(begin) == tight_.original(begin - 1) + 1;
    return glued && std::isalpha(static_cast<unsigned char>(whole()[begin - 1])) != 0;
  }

  // A mean of all, or what all are to reach.
  [[nodiscard]] bool is_of_many(const FigureText& number) const {
    const std::string_view before = whole().substr(0, tight_.tight(number.begin));
    return scores::is_mean_of_many(before, *words_) || scores::is_set_as_goal(before, *words_);
  }

  std::optional<ScoreFigure> judge(const FigureText& number) const {
    const std::size_t begin = tight_.tight(number.begin);
    const std::size_t end = tight_.tight(number.end);
    if (number.state == FigureText::State::number || number.value > kHighestScore) return std::nullopt;
    if (choice_.is_in_mention(begin) || follows_latin(begin)) return std::nullopt;
    const std::string_view after = whole().substr(end);
    const std::string_view before_text = whole().substr(0, begin);
    const ScoreLead before = read_lead(before_text, *words_);
    const bool percent = before.percent || begins_with_any(after, words_->percent) > 0;
    const bool unit = percent || after.starts_with(words_->points);
    if (before.bound || is_no_score(after, number, percent) || is_taken_back(end)) return std::nullopt;
    if (!before.lead && !unit && opens_bracket(before_text, after)) return std::nullopt;
    const SubjectMention* mention = named_behind(number);
    if (mention == nullptr) mention = choice_.beside(begin);
    const bool is_beside = mention != nullptr;
    if (mention != nullptr && is_bound(whole().substr(0, mention->begin))) return std::nullopt;
    if (mention == nullptr) {
      mention = choice_.of_sentence(begin, figures_.empty() ? 0 : tight_.tight(figures_.back().end));
      if (before.lead && number.decimals == scores::kScorePlaces && is_another_years(mention, begin, percent))
        return total(number, percent);
      const bool led = before.lead && (!before.needs_unit || unit || number.decimals > 0);
      const bool told =
          mention != nullptr && (choice_.is_unnamed_beside(*mention, begin) ||
                                 choice_.speaks_of_no_change(*mention, begin) || is_changed_from(before_text));
      if (!led && !(unit && number.decimals == 2 && told)) return std::nullopt;
    } else if (!before.lead && !unit && number.decimals == 0) {
      return std::nullopt;
    }
    if (mention == nullptr || !mention->subject || choice_.is_of_other_survey(*mention, begin)) return std::nullopt;
    const bool full = ends_with_any(before_text, words_->full_marks) > 0;
    if ((!full && is_weight(*mention, number)) || choice_.is_mean_of_all(*mention)) return std::nullopt;
    if (percent && scores::measures_something_else(text_, tight_, *mention, begin, names_, *words_))
      return std::nullopt;
    if (mention->unnamed && number.readable() && number.value < kLeastTotal) return std::nullopt;
    if (ends_with_any(whole().substr(0, mention->begin), words_->of_other_things) > 0) return std::nullopt;
    if (!is_beside && !scores::is_linked(*mention, whole().substr(mention->end, begin - mention->end), names_, *words_,
                                         *assessments_))
      return std::nullopt;
    if (!is_beside && is_another_year_behind_a_list(*mention, begin)) return std::nullopt;
    ScoreFigure figure = figure_of(*mention, number, percent);
    // Behind other words so little is no score; more may be one, said as nobody else does.
    return figure.unled && number.value < kLeastTotal ? std::nullopt : std::optional(std::move(figure));
  }

  [[nodiscard]] const SubjectMention* named_behind(const FigureText& number) const {
    return behind_[static_cast<std::size_t>(&number - numbers_.data())];
  }

  // "IIT … EIT … OIT 94.17 คะแนน เมื่อเทียบกับปีงบประมาณ พ.ศ. 2566 (88.15 คะแนน)": behind the figures of several instruments
  // another year's may be the total's as well as the last one's.
  [[nodiscard]] bool is_another_year_behind_a_list(const SubjectMention& mention, std::size_t begin) const {
    constexpr std::size_t kFewest = 2;
    std::set<SubjectKind> told;
    for (const ScoreFigure& figure : figures_) {
      if (figure.subject != SubjectKind::ita && figure.subject_no.empty()) told.insert(figure.subject);
    }
    return mention.subject && told.contains(*mention.subject) && told.size() >= kFewest &&
           !text::find_years(whole().substr(mention.end, begin - mention.end)).empty();
  }

  // A year's or an office's figure where nothing nearer says what was assessed.
  [[nodiscard]] bool is_untold_total(const FigureText& number) const {
    const std::size_t begin = tight_.tight(number.begin);
    const bool other = std::ranges::any_of(
        choice_.mentions(), [&](const SubjectMention& mention) { return mention.subject || mention.begin < begin; });
    const std::size_t from = figures_.empty() ? 0 : figures_.back().end;
    if (!other && scores::is_years_total(text_, tight_, number, from, *words_)) return true;
    const bool told = std::ranges::any_of(choice_.mentions(), [&](const SubjectMention& mention) {
      const bool spent = !mention.subject && figure_between(mention.end, begin);
      const bool whole = mention.strength == SubjectMention::Strength::overall || mention.subject == SubjectKind::ita;
      return mention.begin < begin && !whole && !spent;
    });
    return !told && got_by_an_office(number);
  }

  [[nodiscard]] bool got_by_an_office(const FigureText& number) const {
    return std::ranges::any_of(*offices_, [&](const TextSpan& office) {
      return scores::is_offices_total(tight_, number, office.end, *words_);
    });
  }

  [[nodiscard]] bool figure_between(std::size_t from, std::size_t to) const {
    return std::ranges::any_of(numbers_, [&](const FigureText& number) {
      const std::size_t begin = tight_.tight(number.begin);
      return begin >= from && begin < to && number.decimals == scores::kScorePlaces;
    });
  }

  // So do the figures of all instruments, told one by one: "… IIT ๙๒.๖๐ EIT ๘๘.๐๐ และ OIT ๘๙.๗๕ เทียบกับปี ๒๕๖๖ ที่ได้
  // ๘๓.๔๗". "… ข้อที่ได้ ๐ คะแนน คือ O๗ ส่วนปีงบประมาณ พ.ศ. ๒๕๖๕ ได้ร้อยละ ๘๘.๗๓": behind what no subject is told of, a year and
  // its figure go on with the total that the text began with.
  [[nodiscard]] bool is_another_years(const SubjectMention* mention, std::size_t begin, bool percent) const {
    if (mention == nullptr || figures_.empty()) return false;
    if (mention->subject && !scores::are_all_told(figures_)) return false;
    if (figures_.front().subject != SubjectKind::ita || figures_.front().percent != percent) return false;
    const std::string_view before = whole().substr(0, begin);
    const std::string_view chain = before.substr(chain_begin(before, *words_));
    return !text::find_years(chain).empty();
  }

  // Of what the text around tells.
  [[nodiscard]] std::optional<ScoreFigure> total(const FigureText& number, bool percent = false) const {
    if (number.value < kLeastTotal || number.value > kHighestScore) return std::nullopt;
    const std::size_t begin = tight_.tight(number.begin);
    ScoreFigure figure =
        figure_of({SubjectMention::Strength::overall, SubjectKind::ita, "", begin, begin, true}, number, percent);
    figure.untold = true;
    return figure;
  }

  [[nodiscard]] ScoreFigure figure_of(const SubjectMention& mention, const FigureText& number, bool percent) const {
    ScoreFigure figure{mention.subject.value(), mention.subject_no, number.value, percent};
    figure.unnamed = mention.unnamed;
    figure.likely = number.state == FigureText::State::likely;
    figure.broken = number.state == FigureText::State::broken;
    figure.in_row = is_in_row(number);
    figure.unled = named_behind(number) == nullptr && begins_with_short_name(mention) &&
                   !scores::may_lead_to_subject(whole().substr(0, mention.begin), names_, *words_);
    figure.subject_begin = std::min(tight_.original(mention.begin), number.begin);
    figure.begin = number.begin;
    figure.end = number.end;
    return figure;
  }

  [[nodiscard]] bool begins_with_short_name(const SubjectMention& mention) const {
    const std::string_view name = whole().substr(mention.begin, mention.end - mention.begin);
    return std::ranges::any_of(words_->instruments, [&](const InstrumentWords& instrument) {
      return mention.subject == instrument.subject && begins_with_any(name, instrument.shorts) > 0;
    });
  }

  // "คะแนนรวม 89.32 79.32": nothing but blanks between it and a figure of the same places.
  [[nodiscard]] bool is_in_row(const FigureText& number) const {
    if (number.decimals == 0) return false;
    return std::ranges::any_of(numbers_, [&](const FigureText& other) {
      const bool behind = other.begin >= number.end;
      if (&other == &number || other.decimals != number.decimals || other.value > kHighestScore) return false;
      const std::size_t from = behind ? number.end : other.end;
      const std::size_t to = behind ? other.begin : number.begin;
      return from < to && tight(text_.substr(from, to - from)).empty();
    });
  }

  // "ถ่วงน้ำหนัก IIT ร้อยละ 30 EIT ร้อยละ 30 และ OIT ร้อยละ 40"; "IIT (30%)".
  [[nodiscard]] bool is_weight(const SubjectMention& mention, const FigureText& number) const {
    if (number.decimals > 0) return false;
    if (mention.subject && is_instrument(*mention.subject)) {
      const std::size_t instrument = instrument_index(*mention.subject);
      const bool own = std::ranges::any_of(assessments_->years(), [&](const Assessment& year) {
        return std::lround(100 * year.instruments[instrument].weight) == number.value;
      });
      if (own) return true;
    }
    return mention.subject != SubjectKind::item && contains_any(whole(), words_->weight_words);
  }

  // "รวม 93.57" behind three instruments that add up to it is the total, whatever it is called.
  [[nodiscard]] std::optional<ScoreFigure> total_of_parts(const FigureText& number) const {
    const std::size_t begin = tight_.tight(number.begin);
    const std::string_view before = whole().substr(0, begin);
    const std::size_t unit = ends_with_any(before, words_->percent);
    const bool sum = ends_with_any(before.substr(0, before.size() - unit), words_->sums) > 0;
    if (!sum || !number.readable() || !scores::is_sum_of_parts(number, figures_)) return std::nullopt;
    const SubjectMention total{SubjectMention::Strength::description, SubjectKind::ita, "", begin, begin, false};
    return figure_of(total, number, unit > 0);
  }

  [[nodiscard]] bool is_no_score(std::string_view after, const FigureText& number, bool percent) const {
    if (begins_with_any(after, words_->not_before) > 0) return true;
    const std::size_t sign = begins_with_any(after, words_->percent);
    if (percent && begins_with_any(after.substr(sign), words_->share_of) > 0) return true;
    const std::size_t counted = begins_with_any(after, words_->counted);
    return counted > 0 && number.decimals == 0 &&
           !after.substr(counted).starts_with(text::lexicon().numbers.ordinal.text);
  }

  // "ระบุ 91.30 ซึ่งเป็นการพิมพ์ผิด ที่ถูกต้องคือ 92.30": up to the next figure.
  [[nodiscard]] bool is_taken_back(std::size_t end) const {
    constexpr std::size_t kReach = 60;  // code points
    std::size_t next = whole().size();
    for (const FigureText& other : numbers_) {
      const std::size_t begin = tight_.tight(other.begin);
      if (begin >= end && other.decimals == scores::kScorePlaces) next = std::min(next, begin);
    }
    const std::string_view behind = whole().substr(end, next - end);
    const std::size_t at = last_of(behind, words_->withdrawn);
    return at != std::string_view::npos && text::length(behind.substr(0, at)) <= kReach;
  }

  // "ข้อ O๓๔ (๑๐.๒ การส่งเสริม …)": the number of what the bracket names.
  static bool opens_bracket(std::string_view before, std::string_view after) {
    return before.ends_with('(') && !after.starts_with(')');
  }

  // "เกณฑ์การประเมิน ITA (ร้อยละ 90)" sets a bound.
  [[nodiscard]] bool is_bound(std::string_view before) const {
    while (!before.empty() && (before.back() == '-' || std::isalpha(static_cast<unsigned char>(before.back())) != 0))
      before.remove_suffix(1);  // เป้าหมาย MOE-ITA
    return ends_with_any(before, words_->not_after) > 0 || ends_with_any(before, words_->not_leads) > 0;
  }

  // "๙๐.๑๕ คะแนน เพิ่มขึ้นจาก ๘๘.๔๐ คะแนน": of the same subject in another year.
  [[nodiscard]] bool is_changed_from(std::string_view before) const {
    return ends_with_any(before.substr(0, before.size() - ends_with_any(before, words_->percent)),
                         words_->changed_from) > 0;
  }

  std::string_view text_;
  TightText tight_;
  const ScoreWords* words_;
  const Assessments* assessments_;
  const std::vector<TextSpan>* offices_;  // where names of offices stand
  std::vector<std::string> names_;        // these, tight
  scores::SubjectChoice choice_;
  std::vector<FigureText> numbers_;
  std::vector<const SubjectMention*> behind_;  // one a number, see subjects_behind
  std::vector<ScoreFigure> figures_;
};

}  // namespace

std::vector<ScoreFigure> find_score_figures(std::string_view text, const ScoreWords& words,
                                            const Assessments& assessments, const std::vector<TextSpan>& offices) {
  return FigureFinder(text, words, assessments, offices).find();
}

}  // namespace prongsai::layouts
