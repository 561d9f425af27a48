#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/name_places.hpp"
#include "extractors/layouts/identity/votes.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

using text::YearMention;

// How much a witness counts; a place counts by its kind (name_places.hpp). What comes often is capped, so that copied
// time frames, the heads of many tables and mentions do not outvote a title.
constexpr double kPlaceShare = 1;        // of a place's weight: a budget year of the report's own
constexpr double kCalendarShare = 0.5;   // a year that does not say that it is a budget year
constexpr double kAssessedShare = 0.5;   // the year whose assessment the report is about
constexpr double kSentenceShare = 0.25;  // of a title's: a sentence that begins as titles do, and states a score
constexpr double kFigureShare = 0.2;     // a year of a figure that is stated
constexpr double kOwnWords = 1.25;       // beside words for measures and plans
constexpr double kSchoolYear = 0.5;
constexpr double kHeader = 4;
constexpr double kTimeframe = 2;
constexpr double kDate = 1;
constexpr double kYearMention = 0.3;
constexpr double kMeasuresTitle = 6;  // over a table of measures: more than a title that tells the assessed year alone
constexpr double kYearLine = 7;       // more than all time frames: those of a copied plan are of the year before
constexpr double kMostHeaders = 6;
constexpr double kMostTimeframes = 6;
constexpr double kMostMentions = 4;

constexpr std::size_t kLongestYearLine = 24;  // code points: (ประจำปีงบประมาณ พ.ศ. ๒๕๖๗)

// Reports are of these years; other numbers that look like years are laws and plans. A title may be older.
constexpr int kFirstYear = 2555;
constexpr int kFirstTitled = 2545;
constexpr int kLastYear = 2599;

bool plausible(const YearMention& mention, int first = kFirstYear) {
  return mention.year >= first && mention.year <= kLastYear && mention.kind != YearMention::Kind::law &&
         mention.kind != YearMention::Kind::span && mention.kind != YearMention::Kind::order_number;
}

// FY N runs from October N−1 to September N: a timeframe names its year, or its first and last month.
std::optional<int> year_of_timeframe(std::string_view text) {
  std::optional<int> from_months;
  for (const auto& mention : text::find_years(text)) {
    if (!plausible(mention)) continue;
    if (mention.kind == YearMention::Kind::fiscal) return mention.year;
    if (mention.month > 0) from_months = text::fiscal_year_of(mention.year, mention.month);
  }
  return from_months;
}

// A year that stands in a place, and what it is there.
struct PlacedYear {
  int year = 0;
  double weight = 0;
};

class YearVotes {
 public:
  YearVotes(const Identity& identity, const Record& record) : identity_(&identity), record_(&record) {}

  Votes<int>& count() {
    count_places();
    if (votes_.empty()) count_year_lines();
    count_timeframes();
    count_headers();
    count_measures_titles();
    count_paragraphs();
    return votes_;
  }

 private:
  [[nodiscard]] const Labels& labels() const { return identity_->knowledge.labels; }

  // A year whose assessment is analysed belongs to the measures of the next year.
  [[nodiscard]] int measures_year(int analysed) const {
    return identity_->kind == ReportKind::measures ? analysed + 1 : analysed;
  }

  void count_places() {
    std::set<std::string> texts;
    const bool compares = cells_name_several_years();
    for (const NamePlace& place : identity_->places) {
      if (compares && place.kind == NamePlace::Kind::cell) continue;
      if (place.kind == NamePlace::Kind::signature || place.kind == NamePlace::Kind::memo_head) continue;
      if (place.sentence && place.kind == NamePlace::Kind::cover) continue;
      if (!texts.insert(tight(place.text)).second) continue;
      const std::string text = labels().as_spelt(place.text, place.at.source);
      const auto year = year_of_place(text);
      const double share = states_figures(text) ? kSentenceShare : 1;
      if (year) votes_.add(year->year, year->weight * weight_of(place.kind) * share, place.at, place_of(place.kind));
    }
  }

  // Columns or rows of several years in the head: none is more the report's than another.
  [[nodiscard]] bool cells_name_several_years() const {
    std::set<int> years;
    for (const NamePlace& place : identity_->places) {
      if (place.kind != NamePlace::Kind::cell) continue;
      for (const auto& mention : text::find_years(place.text)) {
        if (plausible(mention)) years.insert(mention.year);
      }
    }
    return years.size() > 1;
  }

  // A first page that says the budget year on a line of its own, and no other one.
  void count_year_lines() {
    std::map<int, Evidence> years;
    for (const auto& paragraph : record_->paragraphs) {
      if (paragraph.at.page_no != 1 || paragraph.annexed_template) continue;
      const auto mentions = text::find_years(paragraph.text);
      const bool alone = mentions.size() == 1 && text::length(tight(paragraph.text)) <= kLongestYearLine;
      if (!alone || !plausible(mentions.front()) || mentions.front().kind != YearMention::Kind::fiscal) continue;
      years.try_emplace(mentions.front().year, paragraph.at);
    }
    if (years.size() == 1) votes_.add(years.begin()->first, kYearLine, years.begin()->second, IdentityPlace::heading);
  }

  // The strongest of a line's years: its own budget year, another year, the year assessed, a school year; of years that
  // it sets side by side the last one, which the others are compared with.
  [[nodiscard]] std::optional<PlacedYear> year_of_place(std::string_view text) const {
    std::optional<PlacedYear> best;
    std::size_t from = 0;
    auto kind = YearMention::Kind::plain;
    for (YearMention mention : text::find_years(text)) {
      const std::string before = tight(text.substr(from, mention.begin - from));
      // "ปีงบประมาณ พ.ศ. 2567 และ พ.ศ. 2568": the second is a budget year as the first.
      if (from > 0 && kind == YearMention::Kind::fiscal && joins_years(before)) mention.kind = kind;
      kind = mention.kind;
      from = mention.end;
      if (!plausible(mention, kFirstTitled) || mention.kind == YearMention::Kind::date) continue;
      if (contains_any(before, labels().tight_list("session_words"))) continue;  // a council's year
      if (follows(before, "spanned_year_words") || follows(before, "aim_words")) continue;
      const PlacedYear year = weigh(mention, before, tight(text.substr(mention.end)));
      if (!best || std::pair(year.weight, year.year) > std::pair(best->weight, best->year)) best = year;
    }
    return best;
  }

  [[nodiscard]] bool joins_years(std::string_view between) const {
    while (const std::size_t word = ends_with_any(between, labels().tight_list("year_line_ends")))
      between.remove_suffix(word);
    return begins_with_any(between, labels().tight_list("year_joints")) == between.size();
  }

  // A year that scores follow ("ปีงบประมาณ 2565 โรงเรียน… ได้คะแนน 82.64") is the one assessed, too.
  [[nodiscard]] PlacedYear weigh(const YearMention& mention, const std::string& before,
                                 const std::string& after) const {
    if (ends_with_any(before, labels().tight_list("school_year_words")) > 0) return {mention.year, kSchoolYear / 8};
    const bool fiscal = mention.kind == YearMention::Kind::fiscal;
    const double share = fiscal ? kPlaceShare : kCalendarShare;
    const std::size_t own = last_own(before);
    const std::size_t assessed = end_of_last(before, labels().tight_list("assessed_year_words"));
    if (is_figures_year(after) || is_compared_with(before)) return {mention.year, share * kFigureShare};
    const bool scored = own == 0 && contains_any(after, labels().tight_list("assessed_year_tails"));
    if (assessed > own || scored) return {measures_year(mention.year), share * kAssessedShare};
    return {mention.year, own > 0 ? share * kOwnWords : share};
  }

  // "… ปีงบประมาณ พ.ศ. ๒๕๖๗ เทียบกับปีงบประมาณ พ.ศ. ๒๕๖๖".
  [[nodiscard]] bool is_compared_with(std::string_view before) const { return follows(before, "compared_year_words"); }

  // Whether a year stands right behind one of a list's words, words for a year aside.
  [[nodiscard]] bool follows(std::string_view before, const char* list) const {
    while (const std::size_t word = ends_with_any(before, labels().tight_list("year_line_ends")))
      before.remove_suffix(word);
    return ends_with_any(before, labels().tight_list(list)) > 0;
  }

  // A score has two places; one place may be a paragraph's number.
  static bool states_figures(std::string_view text) {
    constexpr int kPlaces = 2;
    constexpr double kFull = 100;
    return std::ranges::any_of(text::find_numbers(text), [](const text::Number& number) {
      return number.decimals == kPlaces && number.value <= kFull;
    });
  }

  // "2565 ได้ 82.64 คะแนน": a figure with decimals follows, which is of that year.
  [[nodiscard]] bool is_figures_year(std::string_view after) const {
    after.remove_prefix(begins_with_any(after, labels().tight_list("year_score_leads")));
    const auto numbers = text::find_numbers(after);
    return !numbers.empty() && numbers.front().begin == 0 && numbers.front().decimals > 0;
  }

  // Where the last of the words ends that is no part of the assessment's own name; 0: none is there.
  [[nodiscard]] std::size_t last_own(const std::string& before) const {
    std::string text = before;
    for (const auto& name : labels().tight_list("assessment_names")) {
      for (std::size_t at = text.find(name); at != text.npos; at = text.find(name)) {
        text.replace(at, name.size(), name.size(), ' ');
      }
    }
    return end_of_last(text, labels().tight_list("own_year_words"));
  }

  // Where the last of the words ends; 0: none is there.
  static std::size_t end_of_last(std::string_view text, const std::vector<std::string>& words) {
    std::size_t last = 0;
    for (const auto& word : words) {
      const std::size_t at = text.rfind(word);
      if (at != std::string_view::npos) last = std::max(last, at + word.size());
    }
    return last;
  }

  void count_timeframes() {
    double left = kMostTimeframes;
    for (const auto& issue : record_->issues) {
      if (!issue.timeframe || left <= 0) continue;
      const Evidence at = issue.timeframe_at.value_or(issue.at);
      if (const auto year = year_of_timeframe(identity_->knowledge.labels.as_spelt(*issue.timeframe, at.source))) {
        votes_.add(*year, kTimeframe, at, IdentityPlace::timeframe);
        left -= kTimeframe;
      }
    }
    for (const auto& cell : record_->cells) {
      if (cell.column_key != ColumnKey::timeframe || cell.annexed_template || left <= 0) continue;
      if (const auto year = year_of_timeframe(cell.text)) {
        votes_.add(*year, kTimeframe, cell.at, IdentityPlace::timeframe);
        left -= kTimeframe;
      }
    }
  }

  // A table with columns of several years compares them: none is more the report's than another. A year over months is
  // a calendar year: October to December under it are of the next budget year.
  void count_headers() {
    double left = kMostHeaders;
    for (const auto& table : record_->tables) {
      if (table.annexed_template || left <= 0) continue;
      std::set<int> years;
      for (const auto& column : table.columns) {
        const std::string header = header_text(column);
        for (const auto& mention : text::find_years(header)) {
          const bool aim = follows(tight(std::string_view(header).substr(0, mention.begin)), "aim_words");
          if (plausible(mention) && !aim) years.insert(year_of_header(header, mention));
        }
      }
      if (years.size() != 1) continue;
      votes_.add(*years.begin(), std::min(kHeader, left), table.at, IdentityPlace::heading);
      left -= kHeader;
    }
  }

  // "มาตรการ ปีงบประมาณ พ.ศ. 2569" right over a table of what is to be done, in a report whose title tells the results.
  void count_measures_titles() {
    constexpr double kNear = 60;           // points from the title's head to its table's
    constexpr std::size_t kLongest = 100;  // code points
    std::set<int> years;
    for (const auto& table : record_->tables) {
      if (table.annexed_template || !has_column(table, ColumnKey::measure) || has_column(table, ColumnKey::result))
        continue;
      for (const auto& paragraph : record_->paragraphs) {
        const double above = table.at.box.y0 - paragraph.at.box.y0;
        if (paragraph.at.page_no != table.at.page_no || above < 0 || above > kNear) continue;
        if (text::length(tight(paragraph.text)) > kLongest) continue;
        const std::string text = labels().as_spelt(paragraph.text, paragraph.at.source);
        const auto year = year_of_place(text);
        if (!year || year->weight < kOwnWords || !years.insert(year->year).second) continue;
        votes_.add(year->year, kMeasuresTitle, paragraph.at, IdentityPlace::heading);
      }
    }
  }

  static int year_of_header(std::string_view header, const YearMention& mention) {
    if (mention.kind == YearMention::Kind::fiscal) return mention.year;
    const int month = mention.month > 0 ? mention.month : text::month_in(header.substr(mention.end));
    return month > 0 ? text::fiscal_year_of(mention.year, month) : mention.year;
  }

  void count_paragraphs() {
    std::set<std::string> texts;
    for (const auto& paragraph : record_->paragraphs) {
      if (paragraph.annexed_template || paragraph.role == ParagraphRole::codes) continue;
      if (!texts.insert(tight(paragraph.text)).second) continue;
      const std::string text = identity_->knowledge.labels.as_spelt(paragraph.text, paragraph.at.source);
      for (const auto& mention : text::find_years(text)) count_mention(paragraph, text, mention);
    }
  }

  void count_mention(const ParagraphRecord& paragraph, std::string_view text, const YearMention& mention) {
    if (!plausible(mention)) return;
    // A document of no known layout may be a law or a letter: only a fiscal year in so many words counts there.
    if (record_->layout.empty() && mention.kind != YearMention::Kind::fiscal) return;
    if (mention.kind == YearMention::Kind::date) {
      const bool dated = text.size() < 200 && mention.month > 0;  // a memo's or an announcement's date
      if (dated) say(text::fiscal_year_of(mention.year, mention.month), kDate, paragraph.at);
      if (!dated && paragraph.role == ParagraphRole::timeframe) say(mention.year, kYearMention, paragraph.at);
      return;
    }
    const std::string before = tight(text.substr(0, mention.begin));
    if (follows(before, "aim_words")) return;
    const bool analysed = contains_any(before, identity_->knowledge.labels.tight_list("analysis_titles"));
    say(analysed ? measures_year(mention.year) : mention.year,
        kYearMention * share_of(before, tight(text.substr(mention.end))), paragraph.at);
  }

  // A year that a figure follows or that was assessed tells less of the report's own than one of measures and plans.
  [[nodiscard]] double share_of(const std::string& before, const std::string& after) const {
    if (is_figures_year(after)) return kFigureShare;
    const std::size_t own = last_own(before);
    const std::size_t assessed = end_of_last(before, labels().tight_list("assessed_year_words"));
    return own > assessed ? kOwnWords : assessed > 0 ? kAssessedShare : 1;
  }

  void say(int year, double weight, const Evidence& at) {
    double& said = said_[year];
    if (said >= kMostMentions) return;
    said += weight;
    votes_.add(year, weight, at, IdentityPlace::mention);
  }

  const Identity* identity_;
  const Record* record_;
  Votes<int> votes_;
  std::map<int, double> said_;  // weight of a year's mentions so far
};

}  // namespace

namespace {

// A year that running text alone speaks of, while it speaks hardly less of a later one: the assessed year and that of
// the measures, of which neither is said to be the report's.
bool is_rivalled(const Votes<int>::Candidate& winner, const std::vector<Votes<int>::Candidate>& all) {
  constexpr double kRival = 0.5;
  return winner.place == IdentityPlace::mention && std::ranges::any_of(all, [&](const auto& other) {
           return other.value > winner.value && other.weight >= kRival * winner.weight;
         });
}

}  // namespace

void set_fiscal_year(Record& record, const Identity& identity) {
  const Votes<int> votes = YearVotes(identity, record).count();
  for (const auto& one : votes.all()) {
    record.candidates.push_back(
        {"fiscal_year", std::to_string(one.value), std::string(word_of(one.place)), one.weight, one.at});
  }
  const auto winner = votes.winner();
  const auto& manifest = identity.submission.manifest;
  const bool stated = manifest && manifest->fiscal_year;
  const bool told = winner && !is_rivalled(*winner, votes.all());
  if (told && (is_stated(winner->place) || !stated)) {
    record.fiscal_year = winner->value;
    record.fiscal_year_at = winner->at;
    record.fiscal_year_from = word_of(winner->place);
  } else if (stated) {
    record.fiscal_year = manifest->fiscal_year;
    record.fiscal_year_at = Evidence{};
    record.fiscal_year_from = word_of(IdentityPlace::manifest);
  }
}

}  // namespace prongsai::layouts
