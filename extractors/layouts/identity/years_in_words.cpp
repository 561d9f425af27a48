#include "extractors/layouts/identity/years_in_words.hpp"

#include <algorithm>
#include <utility>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/numbers.hpp"

namespace prongsai::layouts {
namespace {

using text::YearMention;

constexpr int kFirstTitled = 2545;  // a title may be older than kFirstYear
constexpr int kLastYear = 2599;

// Of a place's weight.
constexpr double kPlaceShare = 1;       // a budget year of the report's own
constexpr double kCalendarShare = 0.5;  // a year that does not say that it is a budget year
constexpr double kAssessedShare = 0.5;  // the year whose assessment the report is about
constexpr double kFigureShare = 0.2;    // a year of a figure that is stated
constexpr double kSchoolYear = 0.5;

// Where the last of the words ends; 0: none is there.
std::size_t end_of_last(std::string_view text, const std::vector<std::string>& words) {
  std::size_t last = 0;
  for (const auto& word : words) {
    const std::size_t at = text.rfind(word);
    if (at != std::string_view::npos) last = std::max(last, at + word.size());
  }
  return last;
}

}  // namespace

bool is_plausible_year(const YearMention& mention, int first) {
  return mention.year >= first && mention.year <= kLastYear && mention.kind != YearMention::Kind::law &&
         mention.kind != YearMention::Kind::span && mention.kind != YearMention::Kind::order_number;
}

std::optional<int> year_of_timeframe(std::string_view text) {
  std::optional<int> from_months;
  for (const auto& mention : text::find_years(text)) {
    if (!is_plausible_year(mention)) continue;
    if (mention.kind == YearMention::Kind::fiscal) return mention.year;
    if (mention.month > 0) from_months = text::fiscal_year_of(mention.year, mention.month);
  }
  return from_months;
}

int year_of_header(std::string_view header, const YearMention& mention) {
  if (mention.kind == YearMention::Kind::fiscal) return mention.year;
  const int month = mention.month > 0 ? mention.month : text::month_in(header.substr(mention.end));
  return month > 0 ? text::fiscal_year_of(mention.year, month) : mention.year;
}

// A score has two places; one place may be a paragraph's number.
bool states_figures(std::string_view text) {
  constexpr int kPlaces = 2;
  constexpr double kFull = 100;
  return std::ranges::any_of(text::find_numbers(text), [](const text::Number& number) {
    return number.decimals == kPlaces && number.value <= kFull;
  });
}

int YearsInWords::measures_year(int analysed) const {
  return kind_ == ReportKind::measures ? analysed + 1 : analysed;
}

std::optional<PlacedYear> YearsInWords::year_of_place(std::string_view text) const {
  std::optional<PlacedYear> best;
  std::size_t from = 0;
  auto kind = YearMention::Kind::plain;
  const std::vector<YearMention> mentions = text::find_years(text);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    YearMention mention = mentions[i];
    const std::string before = tight(text.substr(from, mention.begin - from));
    // "ผลการประเมิน … ปี 2564 - 2567": of results told over years the report's is the last; a plan's are as good as each
    // other.
    if (i + 1 < mentions.size() && is_span(text.substr(mention.end, mentions[i + 1].begin - mention.end))) {
      from = mention.end;
      if (contains_any(before, labels_->tight_list("assessed_year_words"))) {
        from = mentions[++i].end;
        const PlacedYear last{mentions[i].year, kCalendarShare};
        if (!best || last.weight >= best->weight) best = last;
      }
      continue;
    }
    // "ปีงบประมาณ พ.ศ. 2567 และ พ.ศ. 2568": the second is a budget year as the first.
    if (from > 0 && kind == YearMention::Kind::fiscal && joins_years(before)) mention.kind = kind;
    kind = mention.kind;
    from = mention.end;
    if (!is_plausible_year(mention, kFirstTitled) || mention.kind == YearMention::Kind::date) continue;
    if (contains_any(before, labels_->tight_list("session_words"))) continue;  // a council's year
    if (follows(before, "spanned_year_words") || is_aim(before)) continue;
    const PlacedYear year = weigh(mention, before, tight(text.substr(mention.end)));
    if (!best || std::pair(year.weight, year.year) > std::pair(best->weight, best->year)) best = year;
  }
  return best;
}

bool YearsInWords::is_span(std::string_view between) const {
  return is_any(tight(between), labels_->tight_list("span_joints"));
}

bool YearsInWords::joins_years(std::string_view between) const {
  while (const std::size_t word = ends_with_any(between, labels_->tight_list("year_line_ends")))
    between.remove_suffix(word);
  return begins_with_any(between, labels_->tight_list("year_joints")) == between.size();
}

// A year that scores follow ("ปีงบประมาณ 2565 โรงเรียน… ได้คะแนน 82.64") is the one assessed, too.
PlacedYear YearsInWords::weigh(const YearMention& mention, const std::string& before, const std::string& after) const {
  if (ends_with_any(before, labels_->tight_list("school_year_words")) > 0) return {mention.year, kSchoolYear / 8};
  const bool fiscal = mention.kind == YearMention::Kind::fiscal;
  const double share = fiscal ? kPlaceShare : kCalendarShare;
  const std::size_t own = last_own(before);
  const std::size_t assessed = end_of_last(before, labels_->tight_list("assessed_year_words"));
  if (is_figures_year(after) || is_compared_with(before)) return {mention.year, share * kFigureShare};
  const bool scored = own == 0 && contains_any(after, labels_->tight_list("assessed_year_tails"));
  if (assessed > own || scored) return {measures_year(mention.year), share * kAssessedShare};
  return {mention.year, own > 0 ? share * kOwnWords : share};
}

// "… ปีงบประมาณ พ.ศ. ๒๕๖๗ เทียบกับปีงบประมาณ พ.ศ. ๒๕๖๖".
bool YearsInWords::is_compared_with(std::string_view before) const {
  return follows(before, "compared_year_words");
}

bool YearsInWords::is_aim(std::string_view before) const {
  return follows(before, "aim_words");
}

// Whether a year stands right behind one of a list's words, words for a year aside.
bool YearsInWords::follows(std::string_view before, const char* list) const {
  while (const std::size_t word = ends_with_any(before, labels_->tight_list("year_line_ends")))
    before.remove_suffix(word);
  return ends_with_any(before, labels_->tight_list(list)) > 0;
}

// "2565 ได้ 82.64 คะแนน": a figure with decimals follows, which is of that year.
bool YearsInWords::is_figures_year(std::string_view after) const {
  after.remove_prefix(begins_with_any(after, labels_->tight_list("year_score_leads")));
  const auto numbers = text::find_numbers(after);
  return !numbers.empty() && numbers.front().begin == 0 && numbers.front().decimals > 0;
}

// Where the last of the words ends that is no part of the assessment's own name; 0: none is there.
std::size_t YearsInWords::last_own(const std::string& before) const {
  std::string text = before;
  for (const auto& name : labels_->tight_list("assessment_names")) {
    for (std::size_t at = text.find(name); at != text.npos; at = text.find(name)) {
      text.replace(at, name.size(), name.size(), ' ');
    }
  }
  return end_of_last(text, labels_->tight_list("own_year_words"));
}

double YearsInWords::share_of(const std::string& before, const std::string& after) const {
  if (is_figures_year(after)) return kFigureShare;
  const std::size_t own = last_own(before);
  const std::size_t assessed = end_of_last(before, labels_->tight_list("assessed_year_words"));
  return own > assessed ? kOwnWords : assessed > 0 ? kAssessedShare : 1;
}

}  // namespace prongsai::layouts
