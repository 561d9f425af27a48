// One score is credited to several offices, or two different values are given for the same thing.
//
// In a table of results every office has its own row, and equal figures there are chance: only running text is judged.
#include <cmath>
#include <set>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/score_groups.hpp"

namespace prongsai::checks {
namespace {

bool same_thing(const ScoreRecord& a, const ScoreRecord& b) {
  return a.subject == b.subject && a.subject_no == b.subject_no && a.unit == b.unit && a.fiscal_year && b.fiscal_year &&
         a.fiscal_year == b.fiscal_year && a.agency == b.agency;
}

// 98.1 and 98.08: the one is the other, rounded.
bool rounded_alike(double a, double b) {
  for (const double unit : {1.0, 10.0}) {
    if (std::round(a * unit) / unit == b || std::round(b * unit) / unit == a) return true;
  }
  return std::abs(a - b) < 0.005;
}

Finding conflict(const ScoreRecord& at, std::string variant, std::string evidence) {
  Finding finding;
  finding.code = "score_conflict";
  finding.at = at.at;
  finding.evidence = std::move(evidence);
  finding.values["variant"] = std::move(variant);
  return finding;
}

void two_values(const std::vector<const ScoreRecord*>& scores, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (std::size_t j = i + 1; j < scores.size(); ++j) {
      if (!same_thing(*scores[i], *scores[j]) || rounded_alike(scores[i]->value, scores[j]->value)) continue;
      if (!same_words_behind_number(*scores[i], *scores[j])) continue;  // the number was misread or misprinted
      Finding finding = conflict(*scores[j], "values", figure(scores[i]->value) + " / " + figure(scores[j]->value));
      const std::string no = scores[j]->subject_no ? " " + *scores[j]->subject_no : "";
      finding.values["subject"] = scores[j]->subject + no;
      findings.push_back(std::move(finding));
    }
  }
}

// The overall score of one office whose parts, which add up to it exactly, are credited to another.
void several_offices(const std::vector<const ScoreRecord*>& scores, double tolerance, std::vector<Finding>& findings) {
  ScoreGroup group;
  std::set<std::string> agencies;
  for (const ScoreRecord* score : scores) {
    const ScoreRecord** place = score->subject == "ITA"   ? &group.ita
                                : score->subject == "IIT" ? &group.iit
                                : score->subject == "EIT" ? &group.eit
                                : score->subject == "OIT" ? &group.oit
                                                          : nullptr;
    if (place == nullptr || *place != nullptr || !score->agency) continue;
    *place = score;
    agencies.insert(*score->agency);
  }
  if (!group.complete() || agencies.size() < 2) return;
  if (std::abs(sum_of_parts(group) - group.ita->value) > tolerance) return;
  std::string names;
  for (const std::string& agency : agencies) names += (names.empty() ? "" : " / ") + agency;
  Finding finding = conflict(*group.ita, "offices", names);
  finding.values["score"] = figure(group.ita->value);
  findings.push_back(std::move(finding));
}

}  // namespace

std::vector<Finding> score_conflict(const CheckInput& input) {
  std::vector<const ScoreRecord*> scores;
  for (const ScoreRecord& score : input.record.scores) {
    if (!score.from_table && !score.doubtful) scores.push_back(&score);
  }
  std::vector<Finding> findings;
  two_values(scores, findings);
  several_offices(scores, input.rules.of("score_sum_mismatch").threshold("tolerance"), findings);
  return findings;
}

}  // namespace prongsai::checks
