#include "extractors/layouts/scores/rival_figures.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "extractors/text/find/numbers.hpp"

namespace prongsai::layouts {
namespace {

constexpr const char* kUnclear = "rivals";

// 98.1 and 98.08: the one is the other, rounded.
bool rounded_alike(double a, double b) {
  for (const double unit : {1.0, 10.0}) {
    if (std::round(a * unit) / unit == b || std::round(b * unit) / unit == a) return true;
  }
  return std::abs(a - b) < 0.005;
}

// Of an instrument the one in points of a hundred, the other weighted.
bool scaled_alike(const ScoreRecord& a, const ScoreRecord& b, const Assessments& assessments) {
  if (!is_instrument(a.subject)) return false;
  const std::size_t instrument = instrument_index(a.subject);
  const double large = std::max(a.value, b.value);
  return std::ranges::any_of(assessments.may_hold(a.fiscal_year), [&](const Assessment& assessment) {
    return std::abs(large * assessment.instruments[instrument].weight - std::min(a.value, b.value)) < 0.011;
  });
}

// The same digits in another order, or all but one.
bool looks_misprinted(const ScoreRecord& a, const ScoreRecord& b) {
  std::string first = text::ascii_digits(a.raw_figure);
  std::string second = text::ascii_digits(b.raw_figure);
  if (first.size() != second.size()) return false;
  int differing = 0;
  for (std::size_t i = 0; i < first.size(); ++i) differing += first[i] != second[i] ? 1 : 0;
  std::ranges::sort(first);
  std::ranges::sort(second);
  return differing <= 1 || first == second;
}

// Whether the figure's own words, or its table, say whose it is.
bool names_its_office(const ScoreRecord& score) {
  return score.from_table || score.agency_from == StatedIn::sentence || score.agency_from == StatedIn::row ||
         score.agency_from == StatedIn::column;
}

class Rivals {
 public:
  Rivals(Record& record, const Assessments& assessments)
      : record_(&record), assessments_(&assessments), dropped_(record.scores.size(), false) {}

  void drop() {
    for (std::size_t i = 0; i < record_->scores.size(); ++i) {
      if (!known_[i]) settle(claim_of(i));
    }
    std::vector<ScoreRecord> kept;
    for (std::size_t i = 0; i < record_->scores.size(); ++i) {
      if (!dropped_[i]) kept.push_back(std::move(record_->scores[i]));
    }
    record_->scores = std::move(kept);
  }

 private:
  using Claim = std::vector<std::size_t>;

  [[nodiscard]] const ScoreRecord& score(std::size_t index) const { return record_->scores[index]; }

  Claim claim_of(std::size_t first) {
    Claim claim;
    for (std::size_t i = first; i < record_->scores.size(); ++i) {
      if (known_[i] || !claim_the_same(score(first), score(i))) continue;
      known_[i] = true;
      claim.push_back(i);
    }
    return claim;
  }

  [[nodiscard]] bool are_rivals(std::size_t a, std::size_t b) const {
    return !values_agree(score(a), score(b), *assessments_) && !looks_misprinted(score(a), score(b));
  }

  [[nodiscard]] std::size_t witnesses(const Claim& claim, std::size_t of) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(claim, [&](std::size_t other) { return !are_rivals(of, other); }));
  }

  // Whether the rival `other` names its office as `one` does not, or is told as often.
  [[nodiscard]] bool outdoes(const Claim& claim, std::size_t other, std::size_t one) const {
    if (!are_rivals(one, other)) return false;
    return names_its_office(score(other)) || witnesses(claim, other) >= witnesses(claim, one);
  }

  void settle(const Claim& claim) {
    const ScoreRecord* first = nullptr;
    std::string values;
    for (const std::size_t one : claim) {
      values += (values.empty() ? "" : " / ") + score(one).raw_figure;
      if (names_its_office(score(one))) continue;
      dropped_[one] = std::ranges::any_of(claim, [&](std::size_t other) { return outdoes(claim, other, one); });
      if (dropped_[one] && first == nullptr) first = &score(one);
    }
    if (first != nullptr) tell(*first, values);
  }

  // One cause a page: what stands in two columns is twice each figure.
  void tell(const ScoreRecord& of, const std::string& values) {
    const std::string words =
        std::string(word_of(of.subject)) + (of.subject_no ? " " + *of.subject_no : "") + ": " + values;
    for (ScoreReading& said : record_->score_readings) {
      if (said.unclear != kUnclear || said.at.page_no != of.at.page_no) continue;
      said.words += "; " + words;
      return;
    }
    ScoreReading reading;
    reading.unclear = kUnclear;
    reading.words = words;
    reading.at = of.at;
    record_->score_readings.push_back(std::move(reading));
  }

  Record* record_;
  const Assessments* assessments_;
  std::vector<bool> dropped_;
  std::vector<bool> known_ = dropped_;
};

}  // namespace

bool claim_the_same(const ScoreRecord& a, const ScoreRecord& b) {
  return a.subject == b.subject && a.subject_no == b.subject_no && a.unit == b.unit && a.fiscal_year && b.fiscal_year &&
         a.fiscal_year == b.fiscal_year && a.agency == b.agency;
}

bool values_agree(const ScoreRecord& a, const ScoreRecord& b, const Assessments& assessments) {
  return rounded_alike(a.value, b.value) || scaled_alike(a, b, assessments);
}

void drop_rivals(Record& record, const Assessments& assessments) {
  Rivals(record, assessments).drop();
}

}  // namespace prongsai::layouts
