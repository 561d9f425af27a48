#include "extractors/layouts/score_figures.hpp"

#include <algorithm>

#include "extractors/layouts/score_lead.hpp"
#include "extractors/text/numbers.hpp"
#include "extractors/text/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr double kHighestScore = 100;
constexpr std::string_view kOrdinal = "ที่";
// Code points of a long sentence: a subject named further back is another sentence's.
constexpr std::size_t kFarthestSubject = 700;

class FigureFinder {
 public:
  FigureFinder(std::string_view text, const ScoreWords& words)
      : tight_(text),
        words_(&words),
        mentions_(find_subjects(text, tight_, words)),
        numbers_(text::find_numbers(text)) {}

  std::vector<ScoreFigure> find() {
    for (const auto& number : numbers_) {
      if (auto figure = judge(number)) figures_.push_back(*std::move(figure));
    }
    for (std::size_t i = 0; i < figures_.size(); ++i) describe(i);
    return std::move(figures_);
  }

 private:
  [[nodiscard]] std::string_view whole() const { return tight_.text(); }

  [[nodiscard]] bool in_mention(std::size_t begin) const {
    return std::any_of(mentions_.begin(), mentions_.end(),
                       [&](const auto& mention) { return begin >= mention.begin && begin < mention.end; });
  }

  std::optional<ScoreFigure> judge(const text::Number& number) const {
    const std::size_t begin = tight_.tight(number.begin);
    const std::size_t end = tight_.tight(number.end);
    if (number.value > kHighestScore || in_mention(begin)) return std::nullopt;
    const std::string_view after = whole().substr(end);
    const std::string_view before_text = whole().substr(0, begin);
    const ScoreLead before = read_lead(before_text, *words_);
    const bool percent = before.percent || begins_with_any(after, words_->percent) > 0;
    const bool unit = percent || after.starts_with(words_->points);
    if (before.bound || is_no_score(after, number, percent)) return std::nullopt;
    const SubjectMention* mention = adjacent(begin);
    if (mention != nullptr && is_bound(whole().substr(0, mention->begin))) return std::nullopt;
    if (mention == nullptr) {
      mention = subject_of(begin);
      const bool led = before.lead && (!before.needs_unit || unit || number.decimals > 0);
      if (!led && !(unit && number.decimals == 2 && mention != nullptr && speaks_of_no_change(*mention, begin))) {
        return std::nullopt;
      }
    } else if (!before.lead && !unit && number.decimals == 0) {
      return std::nullopt;
    }
    if (mention == nullptr || mention->subject.empty() || other_survey(*mention, begin)) return std::nullopt;
    ScoreFigure figure{mention->subject, mention->subject_no, number.value, percent};
    figure.overall = mention->strength == SubjectMention::Strength::overall;
    figure.subject_begin = tight_.original(mention->begin);
    figure.begin = number.begin;
    figure.end = number.end;
    return figure;
  }

  [[nodiscard]] bool is_no_score(std::string_view after, const text::Number& number, bool percent) const {
    if (begins_with_any(after, words_->not_before) > 0) return true;
    const std::size_t sign = begins_with_any(after, words_->percent);
    if (percent && begins_with_any(after.substr(sign), words_->share_of) > 0) return true;
    const std::size_t counted = begins_with_any(after, words_->counted);
    return counted > 0 && number.decimals == 0 && !after.substr(counted).starts_with(kOrdinal);
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
      const bool used = subject != nullptr && subject->end <= last_figure && mention.begin >= last_figure;
      if (subject == nullptr || used || mention.strength >= subject->strength) subject = &mention;
    }
    if (subject == nullptr) return nullptr;
    const std::size_t distance = text::length(whole().substr(subject->end, begin - subject->end));
    return distance > kFarthestSubject ? nullptr : subject;
  }

  // A figure to two places with its unit needs no lead, as long as no bound and no change was spoken of.
  [[nodiscard]] bool speaks_of_no_change(const SubjectMention& mention, std::size_t begin) const {
    return mention.strength != SubjectMention::Strength::overall && mention.end <= begin &&
           !contains_any(whole().substr(mention.end, begin - mention.end), words_->not_after);
  }

  // "ความพึงพอใจ … ได้คะแนน ๔.๕" is another survey's figure; an item's own title may hold the word.
  [[nodiscard]] bool other_survey(const SubjectMention& mention, std::size_t begin) const {
    if (mention.subject == "item" || mention.end > begin) return false;
    return contains_any(whole().substr(mention.end, begin - mention.end), words_->other_surveys);
  }

  // Where what is said of a figure begins and ends: between the figures beside it.
  void describe(std::size_t index) {
    ScoreFigure& figure = figures_[index];
    const std::size_t from = index > 0 ? tight_.tight(figures_[index - 1].end) : 0;
    const std::size_t to = index + 1 < figures_.size() ? tight_.tight(figures_[index + 1].begin) : whole().size();
    const std::size_t begin = tight_.tight(figure.begin);
    const std::size_t end = tight_.tight(figure.end);
    figure.grade = nearest_level(from, begin, end, to);
    find_rank(figure, end, to);
  }

  std::optional<std::string> nearest_level(std::size_t from, std::size_t begin, std::size_t end, std::size_t to) const {
    std::optional<std::string> nearest;
    std::size_t distance = std::string::npos;
    for (const auto& word : words_->level_words) {
      for (std::size_t at = whole().find(word, from); at < to; at = whole().find(word, at + 1)) {
        const std::size_t behind = at + word.size();
        const auto level = words_->level_at(tight_, behind);
        if (!level || (at < end && behind + level->size() > begin)) continue;
        const std::size_t gap = at >= end ? at - end : begin - behind - level->size();
        if (gap >= distance) continue;
        distance = gap;
        nearest = level;
      }
    }
    return nearest ? nearest : level_in_brackets(end);
  }

  // "๙๕.๑๓ คะแนน (AA)".
  [[nodiscard]] std::optional<std::string> level_in_brackets(std::size_t end) const {
    const std::string_view after = whole().substr(end);
    const std::size_t unit = after.starts_with(words_->points) ? words_->points.size() : 0;
    if (!after.substr(unit).starts_with("(")) return std::nullopt;
    const auto level = words_->level_at(tight_, end + unit + 1);
    return level && after.substr(unit + 1 + level->size()).starts_with(")") ? level : std::nullopt;
  }

  // "เป็นอันดับที่ ๗๔ จากจำนวน … ทั้งสิ้น ๒๒๕ เขต".
  void find_rank(ScoreFigure& figure, std::size_t end, std::size_t to) const {
    for (const auto& number : numbers_) {
      const std::size_t begin = tight_.tight(number.begin);
      if (begin < end || begin >= to || number.decimals > 0) continue;
      const std::string_view before = whole().substr(0, begin);
      if (!figure.rank && ends_with_any(before, words_->rank_words) > 0) {
        figure.rank = static_cast<int>(number.value);
      } else if (figure.rank && ends_with_any(before, words_->rank_of_words) > 0) {
        figure.rank_of = static_cast<int>(number.value);
        return;
      }
    }
  }

  TightText tight_;
  const ScoreWords* words_;
  std::vector<SubjectMention> mentions_;
  std::vector<text::Number> numbers_;
  std::vector<ScoreFigure> figures_;
};

}  // namespace

std::vector<ScoreFigure> find_score_figures(std::string_view text, const ScoreWords& words) {
  return FigureFinder(text, words).find();
}

}  // namespace prongsai::layouts
