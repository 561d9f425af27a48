#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/name_places.hpp"
#include "extractors/layouts/identity/votes.hpp"
#include "extractors/layouts/identity/years_in_words.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

using text::YearMention;

// How much a witness counts; a place counts by its kind (name_places.hpp). What comes often is capped, so that copied
// time frames, the heads of many tables and mentions do not outvote a title.
constexpr double kSentenceShare = 0.25;  // of a title's: a sentence that begins as titles do, and states a score
constexpr double kHeader = 4;
constexpr double kTimeframe = 2;
constexpr double kDate = 1;
constexpr double kIssueDate = 2;
constexpr double kYearMention = 0.3;
constexpr double kMeasuresTitle = 6;  // over a table of measures: more than a title that tells the assessed year alone
constexpr double kYearLine = 7;       // more than all time frames: those of a copied plan are of the year before
constexpr double kMostHeaders = 6;
constexpr double kMostTimeframes = 6;
constexpr double kMostMentions = 4;

constexpr std::size_t kLongestYearLine = 24;  // code points: (ประจำปีงบประมาณ พ.ศ. ๒๕๖๗)

// What of a year's figure in a text was read with doubt; where the text does not name it, but another one from which it
// follows, of all its years.
Doubts doubts_of_year(int year, std::string_view text, const Doubts& doubts) {
  if (doubts.empty()) return {};
  const auto years = text::find_years(text);
  const bool named = std::ranges::any_of(years, [&](const YearMention& mention) { return mention.year == year; });
  Doubts own;
  for (const YearMention& mention : years) {
    if (!named || mention.year == year) append_doubts(own, doubts_of_figure(doubts, mention.begin, mention.end), 0);
  }
  return own;
}

class YearVotes {
 public:
  YearVotes(const Identity& identity, const Record& record)
      : identity_(&identity), record_(&record), words_(identity.knowledge.labels, identity.kind) {}

  Votes<int>& count() {
    count_places();
    if (votes_.empty()) count_year_lines();
    if (votes_.empty()) count_issue_dates();
    count_timeframes();
    count_headers();
    count_measures_titles();
    count_paragraphs();
    return votes_;
  }

 private:
  [[nodiscard]] const Labels& labels() const { return identity_->knowledge.labels; }

  void count_places() {
    std::set<std::string> texts;
    const bool compares = cells_name_several_years();
    for (const NamePlace& place : identity_->places) {
      if (compares && place.kind == NamePlace::Kind::cell) continue;
      if (place.kind == NamePlace::Kind::signature || place.kind == NamePlace::Kind::memo_head) continue;
      if (place.sentence && place.kind == NamePlace::Kind::cover) continue;
      if (!texts.insert(tight(place.text)).second) continue;
      const std::string text = labels().as_spelt(place.text, place.at.source);
      const auto year = words_.year_of_place(text);
      const double share = states_figures(text) ? kSentenceShare : 1;
      if (!year) continue;
      votes_.add(year->year, year->weight * weight_of(place.kind) * share, place.at, place_of(place.kind),
                 doubts_of_year(year->year, place.text, place.doubts));
    }
  }

  // Columns or rows of several years in the head: none is more the report's than another.
  [[nodiscard]] bool cells_name_several_years() const {
    std::set<int> years;
    for (const NamePlace& place : identity_->places) {
      if (place.kind != NamePlace::Kind::cell) continue;
      for (const auto& mention : text::find_years(place.text)) {
        if (is_plausible_year(mention)) years.insert(mention.year);
      }
    }
    return years.size() > 1;
  }

  // A first page that says the budget year on a line of its own, and no other one.
  void count_year_lines() {
    std::map<int, const ParagraphRecord*> years;
    for (const auto& paragraph : record_->paragraphs) {
      if (paragraph.at.page_no != 1 || paragraph.annexed_template) continue;
      const auto mentions = text::find_years(paragraph.text);
      const bool alone = mentions.size() == 1 && text::length(tight(paragraph.text)) <= kLongestYearLine;
      if (!alone || !is_plausible_year(mentions.front()) || mentions.front().kind != YearMention::Kind::fiscal)
        continue;
      years.try_emplace(mentions.front().year, &paragraph);
    }
    if (years.size() != 1) return;
    const auto& [year, line] = *years.begin();
    votes_.add(year, kYearLine, line->at, IdentityPlace::heading, doubts_of_year(year, line->text, line->doubts));
  }

  // "ประกาศ ณ วันที่ ๑๐ มกราคม พ.ศ. ๒๕๖๗": measures are of the budget year in which they are announced. In its last months
  // they may be of the next.
  void count_issue_dates() {
    constexpr int kLastMonths = 7, kYearsEnd = 9;  // July to September
    if (identity_->kind != ReportKind::measures) return;
    for (const auto& paragraph : record_->paragraphs) {
      if (paragraph.annexed_template) continue;
      if (begins_with_any(tight(paragraph.text), labels().tight_list("issue_dates")) == 0) continue;
      for (const auto& date : text::find_years(paragraph.text)) {
        if (!is_plausible_year(date) || date.month == 0 || (date.month >= kLastMonths && date.month <= kYearsEnd))
          continue;
        const int year = text::fiscal_year_of(date.year, date.month);
        votes_.add(year, kIssueDate, paragraph.at, IdentityPlace::signature,
                   doubts_of_figure(paragraph.doubts, date.begin, date.end));
      }
    }
  }

  void count_timeframes() {
    double left = kMostTimeframes;
    for (const auto& issue : record_->issues) {
      if (!issue.timeframe || left <= 0) continue;
      const Evidence at = issue.timeframe_at.value_or(issue.at);
      if (const auto year = year_of_timeframe(identity_->knowledge.labels.as_spelt(*issue.timeframe, at.source))) {
        votes_.add(*year, kTimeframe, at, IdentityPlace::timeframe,
                   doubts_of_year(*year, *issue.timeframe, issue.timeframe_doubts));
        left -= kTimeframe;
      }
    }
    for (const auto& cell : record_->cells) {
      if (cell.column_key != ColumnKey::timeframe || cell.annexed_template || left <= 0) continue;
      if (const auto year = year_of_timeframe(cell.text)) {
        votes_.add(*year, kTimeframe, cell.at, IdentityPlace::timeframe, doubts_of_year(*year, cell.text, cell.doubts));
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
      Doubts doubts;
      for (const auto& column : table.columns) {
        const std::string header = header_text(column);
        for (const auto& mention : text::find_years(header)) {
          const bool aim = words_.is_aim(tight(std::string_view(header).substr(0, mention.begin)));
          if (!is_plausible_year(mention) || aim) continue;
          years.insert(year_of_header(header, mention));
          append_doubts(doubts, doubts_of_figure(column.doubts, mention.begin, mention.end), 0);
        }
      }
      if (years.size() != 1) continue;
      votes_.add(*years.begin(), std::min(kHeader, left), table.at, IdentityPlace::heading, doubts);
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
        const auto year = words_.year_of_place(text);
        if (!year || year->weight < kOwnWords || !years.insert(year->year).second) continue;
        votes_.add(year->year, kMeasuresTitle, paragraph.at, IdentityPlace::heading,
                   doubts_of_year(year->year, paragraph.text, paragraph.doubts));
      }
    }
  }

  void count_paragraphs() {
    std::set<std::string> texts;
    for (const auto& paragraph : record_->paragraphs) {
      if (paragraph.annexed_template || paragraph.role == ParagraphRole::codes) continue;
      if (!texts.insert(tight(paragraph.text)).second) continue;
      const std::string text = identity_->knowledge.labels.as_spelt(paragraph.text, paragraph.at.source);
      std::size_t from = 0;  // behind the year before: what leads to that one leads to no other
      for (const auto& mention : text::find_years(text)) {
        count_mention(paragraph, text, mention, from);
        from = mention.end;
      }
    }
  }

  void count_mention(const ParagraphRecord& paragraph, std::string_view text, const YearMention& mention,
                     std::size_t from) {
    if (!is_plausible_year(mention)) return;
    // A document of no known layout may be a law or a letter: only a fiscal year in so many words counts there.
    if (record_->layout.empty() && mention.kind != YearMention::Kind::fiscal) return;
    if (mention.kind == YearMention::Kind::date) {
      const bool dated = text.size() < 200 && mention.month > 0;  // a memo's or an announcement's date
      if (dated) say(text::fiscal_year_of(mention.year, mention.month), kDate, paragraph);
      if (!dated && paragraph.role == ParagraphRole::timeframe) say(mention.year, kYearMention, paragraph);
      return;
    }
    const std::string before = tight(text.substr(0, mention.begin));
    if (words_.is_aim(before)) return;
    const bool analysed =
        contains_any(tight(text.substr(from, mention.begin - from)), labels().tight_list("analysis_titles"));
    say(analysed ? words_.measures_year(mention.year) : mention.year,
        kYearMention * words_.share_of(before, tight(text.substr(mention.end))), paragraph);
  }

  void say(int year, double weight, const ParagraphRecord& paragraph) {
    double& said = said_[year];
    if (said >= kMostMentions) return;
    said += weight;
    votes_.add(year, weight, paragraph.at, IdentityPlace::mention,
               doubts_of_year(year, paragraph.text, paragraph.doubts));
  }

  const Identity* identity_;
  const Record* record_;
  YearsInWords words_;
  Votes<int> votes_;
  std::map<int, double> said_;  // weight of a year's mentions so far
};

// A year that running text alone speaks of, while it speaks hardly less of a later one: the assessed year and that of
// the measures, of which neither is said to be the report's.
bool is_rivalled(const Votes<int>::Candidate& winner, const std::vector<Votes<int>::Candidate>& all) {
  constexpr double kRival = 0.5;
  return winner.place == IdentityPlace::mention && std::ranges::any_of(all, [&](const auto& other) {
           return other.value > winner.value && other.weight >= kRival * winner.weight;
         });
}

// Under a title that compares years ("แนวโน้ม… ปี 2564 - 2567") of several that are told alike the report's is the last.
std::optional<Votes<int>::Candidate> year_of(const Votes<int>& votes, const Identity& identity) {
  constexpr double kEqual = 0.9;
  auto winner = votes.winner();
  const auto& words = identity.knowledge.labels.tight_list("comparing_titles");
  const bool compares = std::ranges::any_of(identity.places, [&](const NamePlace& place) {
    return is_stated(place_of(place.kind)) && contains_any(tight(place.text), words);
  });
  if (!winner || !compares) return winner;
  const double least = kEqual * winner->weight;
  for (const auto& other : votes.all()) {
    if (other.place == winner->place && other.weight >= least && other.value > winner->value) winner = other;
  }
  return winner;
}

}  // namespace

void set_fiscal_year(Record& record, const Identity& identity) {
  const Votes<int> votes = YearVotes(identity, record).count();
  for (const auto& one : votes.all()) {
    record.candidates.push_back(
        {"fiscal_year", std::to_string(one.value), std::string(word_of(one.place)), one.weight, one.at});
  }
  const auto winner = year_of(votes, identity);
  const auto& manifest = identity.submission.manifest;
  const bool stated = manifest && manifest->fiscal_year;
  const bool told = winner && !is_rivalled(*winner, votes.all());
  if (told && (is_stated(winner->place) || !stated)) {
    record.fiscal_year = winner->value;
    record.fiscal_year_at = winner->at;
    record.fiscal_year_doubts = winner->doubts;
    record.fiscal_year_from = word_of(winner->place);
  } else if (stated) {
    record.fiscal_year = manifest->fiscal_year;
    record.fiscal_year_at = Evidence{};
    record.fiscal_year_from = word_of(IdentityPlace::manifest);
  }
}

}  // namespace prongsai::layouts
