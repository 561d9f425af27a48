#include "extractors/layouts/scores/assessed_years.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "extractors/layouts/scores/closed_brackets.hpp"
#include "extractors/layouts/scores/figure_text.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

using YearKind = text::YearMention::Kind;

bool figure_between(std::string_view text, std::size_t from, std::size_t to) {
  const auto figures = find_figures(text.substr(from, to - from));
  return std::ranges::any_of(figures, [](const FigureText& figure) { return figure.decimals > 0; });
}

// "เทียบกับปี 2565 เพิ่มขึ้น 5 คะแนน": what the comparison came to.
bool points_between(std::string_view text, std::size_t from, std::size_t to, const ScoreWords& words) {
  const std::string_view between = text.substr(from, to - from);
  return std::ranges::any_of(find_figures(between), [&](const FigureText& figure) {
    return tight(between.substr(figure.end)).starts_with(words.points);
  });
}

// Whether a figure follows, with nothing but words that lead to one between.
bool figure_follows(std::string_view text, std::size_t from, const ScoreWords& words) {
  const auto figures = find_figures(text.substr(from));
  if (figures.empty() || figures.front().decimals == 0) return false;
  std::string between = tight(text.substr(from, figures.front().begin));
  while (!between.empty()) {
    const std::size_t size =
        std::max(begins_with_any(between, words.leads), begins_with_any(between, words.connectors));
    if (size == 0) return false;
    between.erase(0, size);
  }
  return true;
}

// … or with few words between, and its unit behind it: "ปี 2567 ค่าเฉลี่ย 85.61 คะแนน".
bool points_follow(std::string_view text, std::size_t from, const ScoreWords& words) {
  constexpr std::size_t kFewWords = 24;  // code points
  const auto figures = find_figures(text.substr(from));
  return !figures.empty() && figures.front().decimals > 0 &&
         text::length(tight(text.substr(from, figures.front().begin))) <= kFewWords &&
         tight(text.substr(from + figures.front().end)).starts_with(words.points);
}

// "ปีงบประมาณ พ.ศ. 2567 ไม่ต่ำกว่า 95 คะแนน": what is hoped for.
bool is_aimed_at(std::string_view text, std::size_t from, const TableWords& words, const ScoreWords& scores) {
  constexpr std::size_t kReach = 120;  // bytes
  std::string behind = tight(text.substr(from, text.find('\n', from) - from).substr(0, kReach));
  while (!behind.empty()) {
    if (begins_with_any(behind, words.aim_tails) > 0) return true;
    const std::size_t lead =
        std::max({begins_with_any(behind, scores.leads), begins_with_any(behind, scores.connectors),
                  begins_with_any(behind, scores.totals), begins_with_any(behind, words.assessment)});
    if (lead == 0) return false;
    behind.erase(0, lead);
  }
  return false;
}

// A tight text without the level that it begins with: "อยู่ในระดับ A ในปี…".
std::string_view behind_level(std::string_view text, const ScoreWords& words) {
  for (const std::size_t skipped : {std::size_t{0}, begins_with_any(text, words.connectors)}) {
    const std::string_view rest = text.substr(skipped);
    const std::size_t word = begins_with_any(rest, words.level_words);
    const std::size_t level = begins_with_any(rest.substr(word), words.levels);
    if (word > 0 && level > 0) return rest.substr(word + level);
  }
  return text;
}

// A tight text without the words for the year before that its bracket names: "ในปีที่ผ่านมา (พ.ศ. 2566)".
std::string_view before_past_year(std::string_view text, const TableWords& words) {
  if (!text.ends_with('(')) return text;
  const std::string_view outside = text.substr(0, text.size() - 1);
  const std::size_t past = ends_with_any(outside, words.past_year);
  return past > 0 ? outside.substr(0, outside.size() - past) : text;
}

// Years of which the text says that nothing was assessed in them: "ไม่ได้เข้ารับการประเมินในปี ๒๕๖๔ และปี ๒๕๖๕".
class Negations {
 public:
  Negations(std::string_view text, const TableWords& words) : text_(text), words_(&words) {}

  // To be asked of each mention in turn.
  bool holds(const text::YearMention& mention) {
    const std::string between = tight(text_.substr(from_, mention.begin - from_));
    from_ = mention.end;
    const bool joined =
        text::length(between) <= kJoined && !words_->joiners.empty() && begins_with_any(between, words_->joiners) > 0;
    negated_ = last_of(between, words_->negations) != std::string_view::npos || (negated_ && joined);
    return negated_;
  }

 private:
  static constexpr std::size_t kJoined = 20;  // code points between two years of one list

  std::string_view text_;
  const TableWords* words_;
  std::size_t from_ = 0;
  bool negated_ = false;
};

}  // namespace

std::vector<AssessedYear> assessed_years_before(std::string_view text, std::size_t at, const TableWords& words,
                                                const ScoreWords& scores) {
  std::vector<AssessedYear> found;
  Negations negations(text, words);
  const TightText whole(text);
  for (const auto& mention : text::find_years(text.substr(0, at))) {
    if (negations.holds(mention)) continue;
    // "97.29 คะแนน (ปี 2566: 95.80) … IIT 97.81": what a bracket says of another year ends with it.
    const std::size_t place = whole.tight(mention.begin);
    if (brackets_closed_before(whole.text(), place, whole.tight(at)) != std::string_view::npos) continue;
    if (mention.kind != YearKind::fiscal && mention.kind != YearKind::calendar) continue;
    const std::string compact = tight(text.substr(0, mention.begin));
    const std::string_view before = scores.without_year_words(compact);
    if (ends_with_any(before, words.since) > 0 || is_aimed_at(text, mention.end, words, scores)) continue;
    const bool compared = ends_with_any(before, words.comparisons) > 0;
    if (compared && (figure_between(text, mention.end, at) || points_between(text, mention.end, at, scores))) continue;
    const std::size_t assessed = last_of(before, words.assessed_cues);
    const std::size_t planned = last_of(scores.blanked_levels(std::string(before)), words.plan_cues);
    const bool cued = assessed != std::string_view::npos;
    if (planned != std::string_view::npos && (!cued || planned > assessed)) continue;
    const bool led = ends_with_any(before.substr(0, before.size() - ends_with_any(before, scores.belonging)),
                                   words.assessed_cues) > 0;
    const bool spent = figure_follows(text, mention.end, scores);
    found.push_back({mention.year, cued, led, compared, spent, spent || points_follow(text, mention.end, scores)});
  }
  return found;
}

std::optional<AssessedYear> assessed_year_before(std::string_view text, std::size_t at, const TableWords& words,
                                                 const ScoreWords& scores) {
  const auto years = assessed_years_before(text, at, words, scores);
  return years.empty() ? std::nullopt : std::optional(years.back());
}

bool is_compared_with(std::string_view text, std::size_t begin, const TableWords& words, const ScoreWords& scores) {
  const std::string compact = tight(text.substr(0, begin));
  std::string_view before = compact;
  before.remove_suffix(ends_with_any(before, scores.percent));
  return ends_with_any(before, words.comparisons) > 0;
}

std::optional<int> assessed_year_behind(std::string_view text, std::size_t begin, std::size_t end,
                                        const TableWords& words, const ScoreWords& scores) {
  const std::string_view rest = text.substr(end);
  const auto years = text::find_years(rest);
  if (years.empty() || (years.front().kind != YearKind::fiscal && years.front().kind != YearKind::calendar))
    return std::nullopt;
  const std::string compact = tight(rest.substr(0, years.front().begin));
  std::string_view between = scores.without_year_words(compact);
  if (between.starts_with(scores.points)) between.remove_prefix(scores.points.size());
  between.remove_prefix(begins_with_any(between, scores.percent));
  between = behind_level(between, scores);
  const std::string_view without_past = before_past_year(between, words);
  const bool past = without_past.size() < between.size() || is_any(between, words.past_joints);
  between = without_past;
  const bool compared = is_compared_with(text, begin, words, scores);
  if (between.empty()) return compared ? std::optional(years.front().year) : std::nullopt;
  if (!is_any(between, words.figure_year_joints)) return std::nullopt;
  // "48.20 คะแนนในปี 2563 วันนี้ …": without a blank the year goes with the figure before it.
  const std::string_view words_between = rest.substr(0, years.front().begin);
  const bool glued = words_between.find(scores.points + std::string(between)) != std::string_view::npos;
  const std::string behind = tight(rest.substr(years.front().end));
  const bool last = past && !figure_between(rest, years.front().end, rest.size());  // no other that it could be of
  const bool ends = behind.empty() || begins_with_any(behind, words.clause_ends) > 0;
  if (!glued && !compared && !last && !ends) return std::nullopt;
  return years.front().year;
}

bool is_said_before(std::string_view text, std::size_t at, const std::vector<std::string>& words) {
  const std::string compact = tight(text.substr(0, at));
  const std::size_t said = last_of(compact, words);
  if (said == std::string_view::npos) return false;
  const std::string_view behind = std::string_view(compact).substr(said);
  return text::find_years(behind).empty() && !figure_between(behind, 0, behind.size());
}

}  // namespace prongsai::layouts::scores
