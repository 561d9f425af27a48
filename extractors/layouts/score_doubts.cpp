// Scores read from pixels: doubted where two readings of them differ, and weighed against each other, for a digit that
// was lost or misread rarely leaves the sums right.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "extractors/layouts/score_records.hpp"
#include "extractors/text/figure_doubt.hpp"

namespace prongsai::layouts {
namespace {

// Figures are printed to two places: what rounding alone can do.
constexpr double kDoubtRounding = 0.021;

// An instrument's share of the total, and the indicators whose mean makes its score. Area offices print parts that
// follow this to the last digit.
struct Instrument {
  const char* subject;
  double weight;
  int first;
  int last;
};
constexpr std::array<Instrument, 3> kInstruments{{{"IIT", 0.3, 1, 5}, {"EIT", 0.3, 6, 8}, {"OIT", 0.4, 9, 10}}};

using Scores = std::vector<ScoreRecord*>;

// The one score of a subject; null when there is none or several.
ScoreRecord* only(const Scores& scores, const std::string& subject, const std::string& no = "") {
  ScoreRecord* found = nullptr;
  for (ScoreRecord* score : scores) {
    if (score->subject != subject || score->subject_no.value_or("") != no || score->from_table) continue;
    if (found != nullptr) return nullptr;
    found = score;
  }
  return found;
}

void doubt(const Scores& scores) {
  for (ScoreRecord* score : scores) score->doubtful = score->doubtful || score->at.source == TextSource::ocr;
}

void weigh_total(const Scores& scores) {
  const Scores parts{only(scores, "ITA"), only(scores, "IIT"), only(scores, "EIT"), only(scores, "OIT")};
  if (std::find(parts.begin(), parts.end(), nullptr) != parts.end()) return;
  const double sum = parts[1]->value + parts[2]->value + parts[3]->value;
  if (std::abs(sum - parts[0]->value) > kDoubtRounding) doubt(parts);
}

// The instrument's score and its indicators; empty when one is missing.
Scores parts_of(const Scores& scores, const Instrument& instrument) {
  Scores parts{only(scores, instrument.subject)};
  for (int no = instrument.first; no <= instrument.last; ++no)
    parts.push_back(only(scores, "indicator", std::to_string(no)));
  return std::find(parts.begin(), parts.end(), nullptr) == parts.end() ? parts : Scores{};
}

bool holds(const Scores& parts, const Instrument& instrument) {
  double sum = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) sum += parts[i]->value;
  const double mean = sum / static_cast<double>(parts.size() - 1);
  return std::abs(mean * instrument.weight - parts[0]->value) <= kDoubtRounding;
}

// Other schemes weigh otherwise: an instrument that disagrees is doubted only beside one that agrees.
void weigh_instruments(const Scores& scores) {
  std::vector<Scores> wrong;
  bool any_right = false;
  for (const auto& instrument : kInstruments) {
    const Scores parts = parts_of(scores, instrument);
    if (parts.empty()) continue;
    if (holds(parts, instrument))
      any_right = true;
    else
      wrong.push_back(parts);
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

// What no office gets: a digit is missing in front.
bool implausible(const ScoreRecord& score) {
  if (score.value == 0) return false;
  if (score.subject == "item") return score.value != 50 && score.value != 100;
  if (score.subject == "IIT" || score.subject == "EIT") return score.value < 12;
  if (score.subject == "OIT") return score.value < 16;
  return score.value < 40;
}

}  // namespace

void doubt_figures(Record& record) {
  for (ScoreRecord& score : record.scores) {
    if (text::figure_is_doubted(record.doubtful_words, score.at, score.raw_figure)) score.doubtful = true;
  }
}

void doubt_scores(Record& record) {
  Scores scores;
  for (auto& score : record.scores) scores.push_back(&score);
  weigh_total(scores);
  weigh_instruments(scores);
  weigh_places(scores);
  for (ScoreRecord* score : scores) {
    if (implausible(*score)) doubt({score});
  }
}

}  // namespace prongsai::layouts
