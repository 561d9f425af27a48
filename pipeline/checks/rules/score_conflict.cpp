// One score is credited to several offices, or two different values are given for the same thing.
//
// In a table of results every office has its own row, and equal figures there are chance: which office a figure belongs
// to is judged in running text only. Two values for one office's figure of one year contradict each other wherever they
// stand.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "extractors/layouts/scores/rival_figures.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/score_groups.hpp"

namespace prongsai::checks {
namespace {

Finding conflict(const ScoreRecord& at, std::string variant, std::string evidence) {
  Finding finding;
  finding.code = "score_conflict";
  finding.at = at.at;
  finding.evidence = std::move(evidence);
  finding.values["variant"] = std::move(variant);
  return finding;
}

// Both figures say whose and of which year they are. Elsewhere one may be of another office or year after all.
bool both_stated(const ScoreRecord& a, const ScoreRecord& b) {
  const auto is_own = [](const std::optional<StatedIn>& from) {
    return from == StatedIn::row || from == StatedIn::column || from == StatedIn::sentence;
  };
  return is_own(a.agency_from) && is_own(b.agency_from) && is_own(a.year_from) && is_own(b.year_from);
}

// One finding a pair of pages where tables contradict each other: the cause is one.
void two_values(const std::vector<const ScoreRecord*>& scores, const CheckInput& input,
                std::vector<Finding>& findings) {
  const layouts::Assessments& assessments = input.rules.assessments();
  std::set<std::pair<int, int>> tables;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    for (std::size_t j = i + 1; j < scores.size(); ++j) {
      if (!layouts::claim_the_same(*scores[i], *scores[j])) continue;
      if (layouts::values_agree(*scores[i], *scores[j], assessments)) continue;
      if (!same_words_behind_number(*scores[i], *scores[j])) continue;  // the number was misread or misprinted
      const bool in_table = scores[i]->from_table || scores[j]->from_table;
      if (in_table && !scores[j]->agency) continue;  // nothing tells whose it is
      if (in_table && !tables.emplace(scores[i]->at.page_no, scores[j]->at.page_no).second) continue;
      Finding finding = conflict(*scores[j], both_stated(*scores[i], *scores[j]) ? "values" : "values_inherited",
                                 figure(scores[i]->value) + " / " + figure(scores[j]->value));
      const std::string no = scores[j]->subject_no ? " " + *scores[j]->subject_no : "";
      finding.values["whose"] = whose(*scores[j], input.record);
      finding.values["subject"] = std::string(word_of(scores[j]->subject)) + no;
      findings.push_back(std::move(finding));
    }
  }
}

// The overall score of one office whose parts, which add up to it exactly, are credited to another.
void several_offices(const std::vector<const ScoreRecord*>& scores, const Rules& rules,
                     std::vector<Finding>& findings) {
  ScoreGroup group;
  for (const ScoreRecord* score : scores) {
    if (score->agency) group.take(*score);
  }
  if (!group.complete()) return;
  group.year = group.overall->fiscal_year;
  std::set<std::string> agencies{*group.overall->agency};
  for (const ScoreRecord* part : group.parts) agencies.insert(*part->agency);
  const double tolerance = rules.of("score_sum_mismatch").threshold("tolerance");
  if (agencies.size() < 2 || std::abs(sum_of_parts(group, rules.assessments()) - group.overall->value) > tolerance)
    return;
  std::string names;
  for (const std::string& agency : agencies) names += (names.empty() ? "" : " / ") + agency;
  Finding finding = conflict(*group.overall, "offices", names);
  finding.values["score"] = figure(group.overall->value);
  findings.push_back(std::move(finding));
}

}  // namespace

std::vector<Finding> score_conflict(const CheckInput& input) {
  std::vector<const ScoreRecord*> scores;
  std::vector<const ScoreRecord*> prose;
  for (const ScoreRecord& score : input.record.scores) {
    if (is_doubtful(score)) continue;
    scores.push_back(&score);
    if (!score.from_table) prose.push_back(&score);
  }
  std::vector<Finding> findings;
  two_values(scores, input, findings);
  several_offices(prose, input.rules, findings);
  return findings;
}

}  // namespace prongsai::checks
