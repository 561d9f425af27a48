#include "extractors/layouts/scores/ranks_and_levels.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "extractors/layouts/scores/closed_brackets.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "models/checked_int.hpp"

namespace prongsai::layouts::scores {
namespace {

// Code points between a figure and the level behind it.
constexpr std::size_t kFarthestLevel = 45;

class RanksAndLevels {
 public:
  RanksAndLevels(const TightText& tight, const std::vector<FigureText>& numbers, const ScoreWords& words,
                 const std::vector<TextSpan>& offices, std::vector<ScoreFigure>& figures)
      : tight_(tight), numbers_(numbers), words_(&words), offices_(offices), figures_(figures) {}

  void tell() {
    for (std::size_t i = 0; i < figures_.size(); ++i) find_rank(i);
    give_levels();
  }

 private:
  struct Level {
    std::string name;
    std::size_t begin = 0;  // of its word, in the tight text
    std::size_t end = 0;
  };

  // ระดับ “ผ่าน”: a level may stand in quotation marks.
  [[nodiscard]] std::size_t behind_quote(std::size_t at) const {
    static const std::vector<std::string> kQuotes{"“", "”", "\"", "‘", "'"};
    return at + begins_with_any(whole().substr(at), kQuotes);
  }

  [[nodiscard]] std::vector<Level> levels() const {
    std::vector<Level> found;
    for (const auto& word : words_->level_words) {
      for (std::size_t at = whole().find(word); at != std::string_view::npos; at = whole().find(word, at + 1)) {
        const std::string_view before = whole().substr(0, at);  // "ยังไม่ถึงระดับผ่านดี", "จึงไม่ได้รับระดับ ผ่านดี"
        if (ends_with_any(before, words_->not_after) > 0 || ends_with_any(before, words_->not_levels) > 0) continue;
        const std::size_t behind = behind_quote(at + word.size());
        const auto level = words_->level_at(tight_, behind);
        if (level) found.push_back({*level, at, behind + level->size()});
      }
    }
    for (const auto& figure : figures_) {
      const std::size_t end = tight_.tight(figure.end);
      if (const auto level = level_in_brackets(end)) found.push_back({*level, end, end + 1});
    }
    std::ranges::stable_sort(
        found, [](const Level& a, const Level& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    // A longer word for "level" holds a shorter one: the same level found twice.
    const auto inside = [](const Level& a, const Level& b) { return b.end <= a.end; };
    found.erase(std::unique(found.begin(), found.end(), inside), found.end());
    return found;
  }

  // "เทศบาลเมือง… ได้ 96.02 คะแนน ระดับผ่านดีเยี่ยม ส่วน … ได้ 84.37": of a figure that is nobody's here, and of no other.
  [[nodiscard]] bool is_of_another_figure(const Level& level) const {
    const FigureText* nearest = nullptr;
    for (const FigureText& number : numbers_) {
      const bool before = number.decimals == kScorePlaces && tight_.tight(number.end) <= level.begin;
      if (before) nearest = &number;
    }
    if (nearest == nullptr) return false;
    const std::string_view between =
        whole().substr(tight_.tight(nearest->end), level.begin - tight_.tight(nearest->end));
    const bool own = std::ranges::any_of(figures_, [&](const ScoreFigure& one) { return one.begin == nearest->begin; });
    return !own && (between.empty() || between == words_->points);
  }

  // A level belongs to one figure: the one before it, or, where that has one or is far off, the one behind it.
  void give_levels() {
    for (const Level& level : levels()) {
      if (is_of_another_figure(level)) continue;
      ScoreFigure* before = nullptr;
      ScoreFigure* behind = nullptr;
      for (ScoreFigure& figure : figures_) {
        if (tight_.tight(figure.end) <= level.begin) before = &figure;
        if (behind == nullptr && tight_.tight(figure.begin) >= level.end) behind = &figure;
      }
      // "ระดับ A OIT 38.05": another subject begins behind the level.
      const bool other =
          behind != nullptr && is_instrument(behind->subject) && tight_.tight(behind->subject_begin) >= level.end;
      if (other) behind = nullptr;
      if (before != nullptr) before = total_of(*before);
      if (before != nullptr && (before->grade || (behind != nullptr && far(*before, level)))) before = nullptr;
      ScoreFigure* owner = before != nullptr ? before : behind;
      if (owner != nullptr && !owner->grade) owner->grade = level.name;
    }
  }

  [[nodiscard]] bool far(const ScoreFigure& figure, const Level& level) const {
    const std::size_t end = tight_.tight(figure.end);
    return text::length(whole().substr(end, level.begin - end)) > kFarthestLevel;
  }

  // Behind the parts of a total ("83.91 (IIT 25.12 … OIT 34.02) ระดับ A") the level is the total's.
  [[nodiscard]] ScoreFigure* total_of(ScoreFigure& figure) {
    if (!is_instrument(figure.subject)) return &figure;
    double sum = 0;
    for (const ScoreFigure& part : figures_) {
      if (is_instrument(part.subject) && part.begin <= figure.begin) sum += part.value;
    }
    const auto total = std::find_if(figures_.begin(), figures_.end(), [&](const ScoreFigure& other) {
      return other.subject == SubjectKind::ita && other.begin < figure.begin &&
             std::abs(other.value - sum) <= kFigureRounding;
    });
    return total == figures_.end() ? &figure : &*total;
  }

  // "๙๕.๑๓ คะแนน (AA)".
  [[nodiscard]] std::optional<std::string> level_in_brackets(std::size_t end) const {
    const std::string_view after = whole().substr(end);
    const std::size_t unit = after.starts_with(words_->points) ? words_->points.size() : 0;
    if (!after.substr(unit).starts_with("(")) return std::nullopt;
    const auto level = words_->level_at(tight_, end + unit + 1);
    return level && after.substr(unit + 1 + level->size()).starts_with(")") ? level : std::nullopt;
  }

  // An office that was not spoken of before stands between two places of the tight text.
  [[nodiscard]] bool names_another(std::size_t from, std::size_t to) const {
    return std::ranges::any_of(offices_, [&](const TextSpan& office) {
      const std::size_t begin = tight_.tight(office.begin);
      const std::string_view name = whole().substr(begin, tight_.tight(office.end) - begin);
      return begin >= from && begin < to && whole().substr(0, from).find(name) == std::string_view::npos;
    });
  }

  // "92.98 คะแนน เพิ่มขึ้นจากปี 2567 ที่ได้ 90.46 คะแนน": what a figure of the same subject is compared with.
  [[nodiscard]] bool is_compared(std::size_t index) const {
    if (index == 0 || figures_[index - 1].subject != figures_[index].subject) return false;
    const std::size_t from = tight_.tight(figures_[index - 1].end);
    const std::size_t to = tight_.tight(figures_[index].begin);
    return from < to && contains_any(whole().substr(from, to - from), words_->changed_from);
  }

  // The figure whose parts stand in brackets up to one of them, where these close before `at`, or which that one is
  // compared with; else that one.
  [[nodiscard]] ScoreFigure& spoken_of(std::size_t index, std::size_t at) {
    if (is_compared(index)) return figures_[index - 1];
    const std::size_t open = brackets_closed_before(whole(), tight_.tight(figures_[index].begin), at);
    for (std::size_t i = index; open != std::string_view::npos && i > 0; --i) {
      if (tight_.tight(figures_[i - 1].end) <= open) return figures_[i - 1];
    }
    return figures_[index];
  }

  // "เป็นอันดับที่ ๗๔ จากจำนวน … ทั้งสิ้น ๒๒๕ เขต".
  void find_rank(std::size_t index) {
    const std::size_t end = tight_.tight(figures_[index].end);
    const std::size_t to = index + 1 < figures_.size() ? tight_.tight(figures_[index + 1].begin) : whole().size();
    for (const auto& number : numbers_) {
      const std::size_t begin = tight_.tight(number.begin);
      if (begin < end || begin >= to || number.decimals > 0) continue;
      const std::string_view before = whole().substr(0, begin);
      if (names_another(end, begin)) return;
      ScoreFigure& figure = spoken_of(index, begin);
      if (!figure.rank && ends_with_any(before, words_->rank_words) > 0) {
        figure.rank = checked_int(number.value);
      } else if (figure.rank && ends_with_any(before, words_->rank_of_words) > 0) {
        figure.rank_of = checked_int(number.value);
        return;
      }
    }
  }

  [[nodiscard]] std::string_view whole() const { return tight_.text(); }

  const TightText& tight_;
  const std::vector<FigureText>& numbers_;
  const ScoreWords* words_;
  const std::vector<TextSpan>& offices_;
  std::vector<ScoreFigure>& figures_;
};

}  // namespace

void tell_ranks_and_levels(const TightText& tight, const std::vector<FigureText>& numbers, const ScoreWords& words,
                           const std::vector<TextSpan>& offices, std::vector<ScoreFigure>& figures) {
  RanksAndLevels(tight, numbers, words, offices, figures).tell();
}

}  // namespace prongsai::layouts::scores
