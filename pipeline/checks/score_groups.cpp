#include "pipeline/checks/score_groups.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// What keeps scores together: office and year; in running text a figure without a year goes with those around it.
struct Key {
  std::string agency;
  int year = 0;  // 0: not stated
  bool table = false;

  [[nodiscard]] bool goes_with(const Key& other) const {
    return agency == other.agency && table == other.table && (year == other.year || year == 0 || other.year == 0);
  }
};

Key key_of(const ScoreRecord& score, const Record& record) {
  return {score.agency.value_or(record.agency.value_or("")), score.fiscal_year.value_or(0), score.from_table};
}

// Parts of a hundred are larger than the weights allow.
bool parts_are_weighted(const ScoreGroup& group, const layouts::Assessment& assessment) {
  constexpr double kFull = 100.0;
  for (std::size_t i = 0; i < group.parts.size(); ++i) {
    if (group.parts[i]->value > assessment.instruments[i].weight * kFull) return false;
  }
  return true;
}

using Groups = std::vector<std::pair<Key, ScoreGroup>>;

// The score's own sentence, row or column says of which year it is.
bool says_its_year(const ScoreRecord& score) {
  return score.fiscal_year && (score.year_from == StatedIn::sentence || score.year_from == StatedIn::row ||
                               score.year_from == StatedIn::column);
}

// A report that states one overall score and one set of parts states them of one year, whichever year the words around
// each seem to name; not where the total says that it is of another one.
void join_lone_halves(Groups& groups) {
  const auto lone = [&](const auto& is_half) {
    auto found = groups.end();
    for (auto group = groups.begin(); group != groups.end(); ++group) {
      if (group->first.table || !is_half(group->second)) continue;
      if (found != groups.end()) return groups.end();
      found = group;
    }
    return found;
  };
  const auto total = lone([](const ScoreGroup& g) { return g.overall != nullptr; });
  const auto parts = lone([](const ScoreGroup& g) { return g.has_parts(); });
  if (total == groups.end() || parts == groups.end() || total == parts || total->second.has_parts()) return;
  if (total->first.agency != parts->first.agency || says_its_year(*total->second.overall)) return;
  parts->second.overall = total->second.overall;
  total->second.overall = nullptr;
}

}  // namespace

std::vector<ScoreGroup> group_scores(const Record& record) {
  Groups groups;
  for (const ScoreRecord& score : record.scores) {
    if (score.from_table && !score.agency) continue;  // nothing tells whose row it is
    const Key key = key_of(score, record);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first.goes_with(key); });
    if (group == groups.end()) group = groups.insert(groups.end(), {key, ScoreGroup{}});
    if (group->first.year == 0) group->first.year = key.year;
    group->second.take(score);
  }
  join_lone_halves(groups);
  std::vector<ScoreGroup> out;
  for (auto& [key, group] : groups) {
    if (key.year != 0) group.year = key.year;
    out.push_back(group);
  }
  return out;
}

void ScoreGroup::take(const ScoreRecord& score) {
  const ScoreRecord** place = score.subject == SubjectKind::ita       ? &overall
                              : layouts::is_instrument(score.subject) ? &parts[layouts::instrument_index(score.subject)]
                                                                      : nullptr;
  if (place != nullptr && *place == nullptr) *place = &score;
}

std::string whose(const ScoreRecord& score, const Record& record) {
  if (!score.agency || score.agency == record.agency) return "";
  const std::string year = score.fiscal_year ? ", " + std::to_string(*score.fiscal_year) : "";
  return *score.agency + year + ": ";
}

double sum_of_parts(const ScoreGroup& group, const layouts::Assessments& assessments) {
  std::optional<double> nearest;
  for (const layouts::Assessment& assessment : assessments.may_hold(group.year)) {
    const bool weighted = parts_are_weighted(group, assessment);
    double sum = 0;
    for (std::size_t i = 0; i < group.parts.size(); ++i)
      sum += group.parts[i]->value * (weighted ? 1 : assessment.instruments[i].weight);
    const auto off = [&](double value) { return std::abs(value - group.overall->value); };
    if (!nearest || off(sum) < off(*nearest)) nearest = sum;
  }
  return *nearest;
}

InstrumentPoints instruments_of(const ScoreGroup& group, const layouts::Assessments& assessments) {
  std::optional<InstrumentPoints> out;
  if (!group.has_parts()) return {};
  for (const layouts::Assessment& assessment : assessments.may_hold(group.year)) {
    const bool weighted = parts_are_weighted(group, assessment);
    InstrumentPoints one;
    for (std::size_t i = 0; i < group.parts.size(); ++i)
      one.points[i] = group.parts[i]->value / (weighted ? assessment.instruments[i].weight : 1);
    if (out && out->points != one.points) return {};
    out = one;
  }
  return *out;
}

bool sum_is_in_doubt(const ScoreGroup& group, double sum) {
  std::vector<const ScoreRecord*> figures(group.parts.begin(), group.parts.end());
  figures.push_back(group.overall);
  if (std::any_of(figures.begin(), figures.end(), [](const ScoreRecord* s) { return is_doubtful(*s); })) return true;
  if (std::none_of(figures.begin(), figures.end(),
                   [](const ScoreRecord* s) { return s->at.source == TextSource::ocr; }))
    return false;
  long hundredths = std::lround(std::abs(sum - group.overall->value) * 100);
  while (hundredths != 0 && hundredths % 10 == 0) hundredths /= 10;
  return hundredths < 10;
}

bool same_words_behind_number(const ScoreRecord& a, const ScoreRecord& b) {
  constexpr std::size_t kLetters = 8;
  const auto words = [](const ScoreRecord& score) {
    const std::string squeezed = text::ascii_digits(without_blanks(score.quote));
    const text::Lexicon& lexicon = text::lexicon();
    const std::string label =
        lexicon.items.indicator.text + lexicon.numbers.ordinal.text + score.subject_no.value_or("");
    const std::size_t at = squeezed.find(label);
    return at == std::string::npos ? std::string() : std::string(after(squeezed, at + label.size(), kLetters));
  };
  const std::string first = words(a);
  const std::string second = words(b);
  return first.empty() || second.empty() || text::edit_distance(first, second, 2) <= 2;
}

std::string figure(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

}  // namespace prongsai::checks
