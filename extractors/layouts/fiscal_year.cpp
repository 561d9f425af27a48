#include <algorithm>

#include "extractors/layouts/identity.hpp"
#include "extractors/layouts/tight_text.hpp"
#include "extractors/layouts/votes.hpp"
#include "extractors/text/dates.hpp"

namespace prongsai::layouts {
namespace {

using text::YearMention;

// How much a witness counts: see AgencyVotes for the idea.
constexpr double kTitle = 8;
constexpr double kAnalysisTitle = 4;
constexpr double kHeader = 4;
constexpr double kTimeframe = 2;
constexpr double kMostTimeframes = 6;  // many issues with the same wrong timeframe do not outvote the title
constexpr double kDate = 1;
constexpr double kMention = 0.3;
constexpr double kManifest = 2;

// Reports are of these years; other numbers that look like years are laws and plans.
constexpr int kFirstYear = 2555;
constexpr int kLastYear = 2599;

bool plausible(const YearMention& mention) {
  return mention.year >= kFirstYear && mention.year <= kLastYear && mention.kind != YearMention::Kind::law &&
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

class YearVotes {
 public:
  YearVotes(const Identity& identity, const Record& record) : identity_(&identity), record_(&record) {}

  Votes<int>& count() {
    count_titles();
    count_timeframes();
    count_headers();
    count_paragraphs();
    return votes_;
  }

 private:
  // A year whose assessment is analysed belongs to the measures of the next year.
  [[nodiscard]] int measures_year(int analysed) const {
    return identity_->kind == ReportKind::measures ? analysed + 1 : analysed;
  }

  void count_titles() {
    bool first = true;
    for (const auto& title : identity_->reading.titles) {
      if (title.annexed || title.kind == Title::Kind::form) continue;
      const Evidence& at = *identity_->reading.flow[title.begin].at;
      const bool analysis = title.kind == Title::Kind::analysis && identity_->kind == ReportKind::measures;
      for (const auto& mention : text::find_years(identity_->knowledge.labels.as_spelt(title.text, at.source))) {
        if (!plausible(mention)) continue;
        const double weight = analysis ? kAnalysisTitle : kTitle;
        votes_.add(analysis ? mention.year + 1 : mention.year, first || analysis ? weight : weight / 4, at);
        first = first && analysis;
        break;
      }
    }
  }

  void count_timeframes() {
    double left = kMostTimeframes;
    for (const auto& issue : record_->issues) {
      if (!issue.timeframe || left <= 0) continue;
      const Evidence at = issue.timeframe_at.value_or(issue.at);
      if (const auto year = year_of_timeframe(identity_->knowledge.labels.as_spelt(*issue.timeframe, at.source))) {
        votes_.add(*year, kTimeframe, at);
        left -= kTimeframe / 2;
      }
    }
    for (const auto& cell : record_->cells) {
      if (cell.column_key != "timeframe" || cell.annexed_template || left <= 0) continue;
      if (const auto year = year_of_timeframe(cell.text)) {
        votes_.add(*year, kTimeframe, cell.at);
        left -= kTimeframe / 2;
      }
    }
  }

  // A table with columns of several years compares them: none is more the report's than another.
  void count_headers() {
    for (const auto& table : record_->tables) {
      if (table.annexed_template) continue;
      std::vector<int> years;
      for (const auto& column : table.columns) {
        for (const auto& mention : text::find_years(header_text(column))) {
          if (plausible(mention)) years.push_back(mention.year);
        }
      }
      if (years.empty() || std::ranges::any_of(years, [&](int year) { return year != years.front(); })) continue;
      for (const int year : years) votes_.add(year, kHeader, table.at);
    }
  }

  void count_paragraphs() {
    for (const auto& paragraph : record_->paragraphs) {
      if (paragraph.annexed_template || paragraph.role == "codes") continue;
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
      if (dated) votes_.add(text::fiscal_year_of(mention.year, mention.month), kDate, paragraph.at);
      if (!dated && paragraph.role == "timeframe") votes_.add(mention.year, kMention, paragraph.at);
      return;
    }
    const std::string before = tight(text.substr(0, mention.begin));
    const bool analysed = contains_any(before, identity_->knowledge.labels.tight_list("analysis_titles"));
    votes_.add(analysed ? measures_year(mention.year) : mention.year, kMention, paragraph.at);
  }

  const Identity* identity_;
  const Record* record_;
  Votes<int> votes_;
};

}  // namespace

void set_fiscal_year(Record& record, const Identity& identity) {
  Votes<int> votes = YearVotes(identity, record).count();
  const auto& manifest = identity.submission.manifest;
  if (manifest && manifest->fiscal_year && (votes.empty() || votes.has(*manifest->fiscal_year))) {
    votes.add(*manifest->fiscal_year, kManifest, Evidence{});
  }
  const auto winner = votes.winner();
  if (!winner) return;
  record.fiscal_year = winner->value;
  record.fiscal_year_at = winner->at;
}

}  // namespace prongsai::layouts
