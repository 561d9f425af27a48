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
#include "extractors/layouts/scores/ranks_and_levels.hpp"
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
// Code points of a long sentence: a subject named further back is another sentence's.
constexpr std::size_t kFarthestSubject = 700;
// Code points of a reference that are no known words: "สาธารณะ".
constexpr std::size_t kReferenceSpare = 10;

class FigureFinder {
 public:
  FigureFinder(std::string_view text, const ScoreWords& words, const Assessments& assessments,
               const std::vector<TextSpan>& offices)
      : text_(text),
        tight_(text),
        words_(&words),
        assessments_(&assessments),
        offices_(&offices),
        mentions_(find_subjects(text, tight_, words, assessments)),
        numbers_(scores::find_figures(text)) {
    for (const TextSpan& office : offices)
      names_.push_back(tight(text.substr(office.begin, office.end - office.begin)));
  }

  std::vector<ScoreFigure> find() {
    for (const auto& number : numbers_) {
      auto figure = total_of_parts(number);
      if (!figure) figure = judge(number);
      if (!figure && is_untold_total(number)) figure = total(number);
      if (figure) figures_.push_back(*std::move(figure));
    }
    drop_weights();
    scores::share_with_listed_items(text_, tight_, mentions_, numbers_, *words_, *assessments_, figures_);
    scores::tell_ranks_and_levels(tight_, numbers_, *words_, figures_);
    return std::move(figures_);
  }

 private:
  [[nodiscard]] std::string_view whole() const { return tight_.text(); }

  [[nodiscard]] bool in_mention(std::size_t begin) const {
    return std::any_of(mentions_.begin(), mentions_.end(),
                       [&](const auto& mention) { return begin >= mention.begin && begin < mention.end; });
  }

  // "A4" is a misread level, "IIT5" a name.
  [[nodiscard]] bool follows_latin(std::size_t begin) const {
    const bool glued = begin > 0 && tight_.original(begin) == tight_.original(begin - 1) + 1;
    return glued && std::isalpha(static_cast<unsigned char>(whole()[begin - 1])) != 0;
  }

  std::optional<ScoreFigure> judge(const FigureText& number) const {
    const std::size_t begin = tight_.tight(number.begin);
    const std::size_t end = tight_.tight(number.end);
    if (number.state == FigureText::State::number || number.value > kHighestScore) return std::nullopt;
    if (in_mention(begin) || follows_latin(begin)) return std::nullopt;
    const std::string_view after = whole().substr(end);
    const std::string_view before_text = whole().substr(0, begin);
    const ScoreLead before = read_lead(before_text, *words_);
    const bool percent = before.percent || begins_with_any(after, words_->percent) > 0;
    const bool unit = percent || after.starts_with(words_->points);
    if (before.bound || is_no_score(after, number, percent)) return std::nullopt;
    if (!before.lead && !unit && opens_bracket(before_text, after)) return std::nullopt;
    if (scores::is_mean_of_many(before_text, *words_)) return std::nullopt;
    const SubjectMention* mention = adjacent(begin);
    if (mention != nullptr && is_bound(whole().substr(0, mention->begin))) return std::nullopt;
    if (mention == nullptr) {
      mention = subject_of(begin);
      if (before.lead && number.decimals == scores::kScorePlaces && is_another_years(mention, begin, percent))
        return total(number, percent);
      const bool led = before.lead && (!before.needs_unit || unit || number.decimals > 0);
      const bool told = mention != nullptr && (is_beside(*mention, begin) || speaks_of_no_change(*mention, begin) ||
                                               is_changed_from(before_text));
      if (!led && !(unit && number.decimals == 2 && told)) return std::nullopt;
    } else if (!before.lead && !unit && number.decimals == 0) {
      return std::nullopt;
    }
    if (mention == nullptr || !mention->subject || other_survey(*mention, begin)) return std::nullopt;
    if (is_weight(*mention, number) || is_mean_of_all(*mention)) return std::nullopt;
    if (percent && scores::measures_something_else(text_, tight_, *mention, begin, names_, *words_))
      return std::nullopt;
    if (mention->unnamed && number.readable() && number.value < kLeastTotal) return std::nullopt;
    return figure_of(*mention, number, percent);
  }

  // A year's or an office's figure where nothing nearer says what was assessed.
  [[nodiscard]] bool is_untold_total(const FigureText& number) const {
    const std::size_t begin = tight_.tight(number.begin);
    const bool other = std::ranges::any_of(
        mentions_, [&](const SubjectMention& mention) { return mention.subject || mention.begin < begin; });
    if (!other && scores::is_years_total(text_, tight_, number, *words_)) return true;
    const bool told = std::ranges::any_of(mentions_, [&](const SubjectMention& mention) {
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

  // "… ข้อที่ได้ ๐ คะแนน คือ O๗ ส่วนปีงบประมาณ พ.ศ. ๒๕๖๕ ได้ร้อยละ ๘๘.๗๓": behind what no subject is told of, a year and its
  // figure go on with the total that the text began with.
  [[nodiscard]] bool is_another_years(const SubjectMention* mention, std::size_t begin, bool percent) const {
    if (mention == nullptr || mention->subject || figures_.empty()) return false;
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
    figure.subject_begin = tight_.original(mention.begin);
    figure.begin = number.begin;
    figure.end = number.end;
    return figure;
  }

  // "ค่าเฉลี่ยเทศบาลทั้งประเทศของตัวชี้วัดที่ ๘ คือ ๘๗.๐๒": the country's, be its subject named behind it.
  [[nodiscard]] bool is_mean_of_all(const SubjectMention& mention) const {
    return std::ranges::any_of(mentions_, [&](const SubjectMention& other) {
      if (other.subject || other.end > mention.begin) return false;
      const std::string_view between = whole().substr(other.end, mention.begin - other.end);
      return between.empty() || std::ranges::find(words_->belonging, between) != words_->belonging.end();
    });
  }

  // "ถ่วงน้ำหนัก IIT ร้อยละ 30 EIT ร้อยละ 30 และ OIT ร้อยละ 40".
  [[nodiscard]] bool is_weight(const SubjectMention& mention, const FigureText& number) const {
    return number.decimals == 0 && mention.subject != SubjectKind::item && contains_any(whole(), words_->weight_words);
  }

  // Whole numbers of several instruments are their weights, called so or not, where all three add up to a hundred or,
  // one of them misread, none has a place behind the point nor is above the greatest weight.
  void drop_weights() {
    constexpr double kGreatestWeight = 40;
    const auto is_whole = [](const ScoreFigure& figure) { return figure.value == std::floor(figure.value); };
    double sum = 0;
    bool small = true;
    std::set<SubjectKind> instruments;
    for (const ScoreFigure& figure : figures_) {
      if (!is_instrument(figure.subject)) continue;
      small = small && is_whole(figure) && figure.value <= kGreatestWeight;
      if (is_whole(figure) && instruments.insert(figure.subject).second) sum += figure.value;
    }
    const bool add_up =
        instruments.size() == kInstruments.size() && std::abs(sum - kHighestScore) <= scores::kFigureRounding;
    if (!add_up && !(small && instruments.size() >= 2)) return;
    std::erase_if(figures_,
                  [&](const ScoreFigure& figure) { return is_instrument(figure.subject) && is_whole(figure); });
  }

  // "รวม 93.57" behind three instruments that add up to it is the total, whatever it is called.
  [[nodiscard]] std::optional<ScoreFigure> total_of_parts(const FigureText& number) const {
    const std::size_t begin = tight_.tight(number.begin);
    const std::string_view before = whole().substr(0, begin);
    const std::size_t unit = ends_with_any(before, words_->percent);
    const bool sum = ends_with_any(before.substr(0, before.size() - unit), words_->sums) > 0;
    if (!sum || !number.readable() || !is_sum_of_parts(number)) return std::nullopt;
    const SubjectMention total{SubjectMention::Strength::description, SubjectKind::ita, "", begin, begin, false};
    return figure_of(total, number, unit > 0);
  }

  [[nodiscard]] bool is_sum_of_parts(const FigureText& number) const {
    double sum = 0;
    std::size_t parts = 0;
    for (const SubjectKind instrument : kInstruments) {
      const auto part = std::find_if(figures_.rbegin(), figures_.rend(), [&](const ScoreFigure& figure) {
        return figure.subject == instrument && figure.end <= number.begin;
      });
      if (part == figures_.rend()) continue;
      sum += part->value;
      ++parts;
    }
    return parts == kInstruments.size() && std::abs(sum - number.value) <= scores::kFigureRounding;
  }

  [[nodiscard]] bool is_no_score(std::string_view after, const FigureText& number, bool percent) const {
    if (begins_with_any(after, words_->not_before) > 0) return true;
    const std::size_t sign = begins_with_any(after, words_->percent);
    if (percent && begins_with_any(after.substr(sign), words_->share_of) > 0) return true;
    const std::size_t counted = begins_with_any(after, words_->counted);
    return counted > 0 && number.decimals == 0 &&
           !after.substr(counted).starts_with(text::lexicon().numbers.ordinal.text);
  }

  // "ข้อ O๓๔ (๑๐.๒ การส่งเสริม …)": the number of what the bracket names.
  static bool opens_bracket(std::string_view before, std::string_view after) {
    return before.ends_with('(') && !after.starts_with(')');
  }

  // "เกณฑ์การประเมิน ITA (ร้อยละ 90)" sets a bound.
  [[nodiscard]] bool is_bound(std::string_view before) const {
    return ends_with_any(before, words_->not_after) > 0 || ends_with_any(before, words_->not_leads) > 0;
  }

  // A subject right beside the number ("ITA เท่ากับ 98.28") decides, whatever was named before.
  [[nodiscard]] const SubjectMention* adjacent(std::size_t begin) const {
    const SubjectMention* found = nullptr;
    for (const auto& mention : mentions_) {
      if (mention.end > begin || mention.strength == SubjectMention::Strength::overall) continue;
      if (connects(whole().substr(0, begin), mention.end, *words_)) found = &mention;
    }
    return found;
  }

  // The subject of the sentence at a place: a later mention takes over from an earlier one unless it is weaker.
  [[nodiscard]] const SubjectMention* subject_of(std::size_t begin) const {
    const SubjectMention* subject = nullptr;
    std::size_t last_figure = 0;
    if (!figures_.empty()) last_figure = tight_.tight(figures_.back().end);
    for (const auto& mention : mentions_) {
      if (mention.end > begin) break;
      if (is_scope(mention, begin) || is_reference(mention, begin)) continue;
      const bool used = subject != nullptr && subject->end <= last_figure && mention.begin >= last_figure;
      if (subject == nullptr || used || mention.strength >= subject->strength) subject = &mention;
    }
    if (subject == nullptr) return nullptr;
    const std::size_t distance = text::length(whole().substr(subject->end, begin - subject->end));
    return distance > kFarthestSubject ? nullptr : subject;
  }

  // "ประเมินเฉพาะตัวชี้วัดที่ ๙ … และตัวชี้วัดที่ ๑๐ … ปรากฏว่า … ได้": between the word for what alone was assessed and
  // the one for the outcome.
  [[nodiscard]] bool is_scope(const SubjectMention& mention, std::size_t begin) const {
    const std::size_t scope = last_of(whole().substr(0, mention.begin), words_->scopes);
    const std::size_t outcome = last_of(whole().substr(0, begin), words_->outcomes);
    return scope != std::string_view::npos && outcome != std::string_view::npos && outcome >= mention.end &&
           last_of(whole().substr(scope, mention.begin - scope), words_->outcomes) == std::string_view::npos;
  }

  // "ตามแบบวัด OIT ข้อ O๓๔ สำนักงานได้นำผลการประเมิน … มาวิเคราะห์ โดยได้คะแนน": what the report answers to, where another
  // subject is named before the figure.
  [[nodiscard]] bool is_reference(const SubjectMention& mention, std::size_t begin) const {
    const std::size_t from = last_of(whole().substr(0, mention.begin), words_->references);
    if (from == std::string_view::npos) return false;
    std::string between(whole().substr(from, mention.begin - from));
    for (const SubjectMention& other : mentions_) {
      if (other.begin >= from && other.end <= mention.begin)
        between = without_any(std::move(between), {std::string(whole().substr(other.begin, other.end - other.begin))});
    }
    for (const auto* words : {&words_->references, &words_->instrument_kinds, &words_->parts, &words_->connectors})
      between = without_any(std::move(between), *words);
    const bool led = text::length(between) <= kReferenceSpare;
    return led && std::ranges::any_of(mentions_, [&](const SubjectMention& other) {
             return other.begin >= mention.end && other.end <= begin && other.subject &&
                    other.strength == SubjectMention::Strength::overall;
           });
  }

  // "คะแนนรวม ๘๕.๑๗ คะแนน".
  [[nodiscard]] bool is_beside(const SubjectMention& mention, std::size_t begin) const {
    return mention.unnamed && mention.end <= begin && connects(whole().substr(0, begin), mention.end, *words_);
  }

  // A figure to two places with its unit needs no lead, as long as no bound and no change was spoken of.
  [[nodiscard]] bool speaks_of_no_change(const SubjectMention& mention, std::size_t begin) const {
    return mention.strength != SubjectMention::Strength::overall && mention.end <= begin &&
           !contains_any(whole().substr(mention.end, begin - mention.end), words_->not_after);
  }

  // "๙๐.๑๕ คะแนน เพิ่มขึ้นจาก ๘๘.๔๐ คะแนน": of the same subject in another year.
  [[nodiscard]] bool is_changed_from(std::string_view before) const {
    return ends_with_any(before.substr(0, before.size() - ends_with_any(before, words_->percent)),
                         words_->changed_from) > 0;
  }

  // "ความพึงพอใจ … ได้คะแนน ๔.๕" is another survey's figure; an item's own title may hold the word.
  [[nodiscard]] bool other_survey(const SubjectMention& mention, std::size_t begin) const {
    if (mention.subject == SubjectKind::item || mention.end > begin) return false;
    return contains_any(whole().substr(mention.end, begin - mention.end), words_->other_surveys);
  }

  std::string_view text_;
  TightText tight_;
  const ScoreWords* words_;
  const Assessments* assessments_;
  const std::vector<TextSpan>* offices_;  // where names of offices stand
  std::vector<std::string> names_;        // these, tight
  std::vector<SubjectMention> mentions_;
  std::vector<FigureText> numbers_;
  std::vector<ScoreFigure> figures_;
};

}  // namespace

std::vector<ScoreFigure> find_score_figures(std::string_view text, const ScoreWords& words,
                                            const Assessments& assessments, const std::vector<TextSpan>& offices) {
  return FigureFinder(text, words, assessments, offices).find();
}

}  // namespace prongsai::layouts
