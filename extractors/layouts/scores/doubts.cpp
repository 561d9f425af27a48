// Scores read from pixels: doubted where two readings of them differ, and weighed against each other, for a digit that
// was lost or misread rarely leaves the sums right.
#include <algorithm>
#include <cmath>
#include <vector>

#include "extractors/layouts/scores/records.hpp"

namespace prongsai::layouts {
namespace {

// Figures are printed to two places: what rounding alone can do.
constexpr double kDoubtRounding = 0.021;

using Scores = std::vector<ScoreRecord*>;

// The one score of a subject; null when there is none or several.
ScoreRecord* only(const Scores& scores, SubjectKind subject, const std::string& no = "") {
  ScoreRecord* found = nullptr;
  for (ScoreRecord* score : scores) {
    if (score->subject != subject || score->subject_no.value_or("") != no || score->from_table) continue;
    if (found != nullptr) return nullptr;
    found = score;
  }
  return found;
}

void doubt(const Scores& scores) {
  for (ScoreRecord* score : scores) {
    if (score->at.source == TextSource::ocr && worst_of(score->doubts) < Certainty::contradicted)
      doubt_score(*score, Certainty::contradicted);
  }
}

void weigh_total(const Scores& scores) {
  Scores parts{only(scores, SubjectKind::ita)};
  for (const SubjectKind instrument : kInstruments) parts.push_back(only(scores, instrument));
  if (std::find(parts.begin(), parts.end(), nullptr) != parts.end()) return;
  double sum = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) sum += parts[i]->value;
  if (std::abs(sum - parts[0]->value) > kDoubtRounding) doubt(parts);
}

// The instrument's score and its indicators; empty when one is missing.
Scores parts_of_score(const Scores& scores, ScoreRecord* score, const Instrument& instrument) {
  Scores parts{score};
  for (const Indicator& indicator : instrument.indicators)
    parts.push_back(only(scores, SubjectKind::indicator, std::to_string(indicator.no)));
  return std::find(parts.begin(), parts.end(), nullptr) == parts.end() ? parts : Scores{};
}

// Area offices print parts that follow this to the last digit.
bool holds(const Scores& parts, const Instrument& instrument) {
  double sum = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) sum += parts[i]->value;
  const double mean = sum / static_cast<double>(parts.size() - 1);
  return std::abs(mean * instrument.weight - parts[0]->value) <= kDoubtRounding;
}

// Other schemes weigh otherwise: an instrument that disagrees is doubted only beside one that agrees.
void weigh_instruments(const Scores& scores, const Assessments& assessments) {
  std::vector<Scores> wrong;
  bool any_right = false;
  for (std::size_t i = 0; i < kInstruments.size(); ++i) {
    ScoreRecord* score = only(scores, kInstruments[i]);
    if (score == nullptr) continue;
    Scores told;
    bool right = false;
    for (const Assessment& assessment : assessments.may_hold(score->fiscal_year)) {
      const Scores parts = parts_of_score(scores, score, assessment.instruments[i]);
      if (parts.empty()) continue;
      right = right || holds(parts, assessment.instruments[i]);
      told = parts;
    }
    any_right = any_right || right;
    if (!told.empty() && !right) wrong.push_back(told);
  }
  if (!any_right) return;
  for (const auto& parts : wrong) doubt(parts);
}

std::size_t places(const ScoreRecord& score) {
  const std::size_t point = score.raw_figure.find('.');
  if (point == std::string::npos) return 0;
  // Thai digits are three bytes each.
  const std::size_t bytes = score.raw_figure.size() - point - 1;
  const bool thai = bytes > 0 && static_cast<unsigned char>(score.raw_figure.back()) >= 0x80;
  return thai ? bytes / 3 : bytes;
}

// Among figures to two places, one to a single place has lost a digit.
void weigh_places(const Scores& scores) {
  const bool two = std::any_of(scores.begin(), scores.end(), [](const ScoreRecord* s) { return places(*s) == 2; });
  if (!two) return;
  for (ScoreRecord* score : scores) {
    if (places(*score) == 1) doubt({score});
  }
}

// What no office gets: a digit is missing in front. An instrument may be stated weighted.
bool implausible(const ScoreRecord& score, const Assessment& assessment) {
  const PlausiblePoints& points = assessment.points;
  if (score.value == 0) return false;
  if (score.subject == SubjectKind::item) return std::ranges::find(points.items, score.value) == points.items.end();
  const std::size_t instrument = instrument_index(score.subject);
  return score.value < points.least * (is_instrument(score.subject) ? assessment.instruments[instrument].weight : 1);
}

}  // namespace

void doubt_score(ScoreRecord& score, Certainty certainty) {
  score.doubts.push_back({0, score.raw_figure.size(), certainty, score.raw_figure, "", score.at});
}

void doubt_scores(Record& record, const Assessments& assessments) {
  Scores scores;
  for (auto& score : record.scores) scores.push_back(&score);
  weigh_total(scores);
  weigh_instruments(scores, assessments);
  weigh_places(scores);
  for (ScoreRecord* score : scores) {
    const auto in = [&](const Assessment& assessment) { return implausible(*score, assessment); };
    if (std::ranges::all_of(assessments.may_hold(score->fiscal_year), in)) doubt({score});
  }
}

}  // namespace prongsai::layouts
