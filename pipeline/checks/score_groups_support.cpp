#include <algorithm>
#include <cmath>
#include <cstdio>
#include <tuple>

#include "pipeline/checks/score_groups.hpp"

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

const ScoreRecord** slot(ScoreGroup& group, const std::string& subject) {
  if (subject == "ITA") return &group.ita;
  if (subject == "IIT") return &group.iit;
  if (subject == "EIT") return &group.eit;
  if (subject == "OIT") return &group.oit;
  return nullptr;
}

}  // namespace

std::vector<ScoreGroup> group_scores(const Record& record) {
  std::vector<std::pair<Key, ScoreGroup>> groups;
  for (const ScoreRecord& score : record.scores) {
    if (score.from_table && !score.agency) continue;  // nothing tells whose row it is
    const Key key = key_of(score, record);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first.goes_with(key); });
    if (group == groups.end()) group = groups.insert(groups.end(), {key, ScoreGroup{}});
    if (group->first.year == 0) group->first.year = key.year;
    const ScoreRecord** place = slot(group->second, score.subject);
    if (place != nullptr && *place == nullptr) *place = &score;
  }
  std::vector<ScoreGroup> out;
  for (const auto& [key, group] : groups) out.push_back(group);
  return out;
}

bool parts_are_weighted(const ScoreGroup& group) {
  constexpr double kFull = 100.0;
  return group.has_parts() && group.iit->value <= kIitWeight * kFull && group.eit->value <= kEitWeight * kFull &&
         group.oit->value <= kOitWeight * kFull;
}

double sum_of_parts(const ScoreGroup& group) {
  const double iit = group.iit->value;
  const double eit = group.eit->value;
  const double oit = group.oit->value;
  return parts_are_weighted(group) ? iit + eit + oit : iit * kIitWeight + eit * kEitWeight + oit * kOitWeight;
}

Instruments instruments_of(const ScoreGroup& group) {
  Instruments out;
  if (!group.has_parts()) return out;
  const bool weighted = parts_are_weighted(group);
  out.iit = group.iit->value / (weighted ? kIitWeight : 1);
  out.eit = group.eit->value / (weighted ? kEitWeight : 1);
  out.oit = group.oit->value / (weighted ? kOitWeight : 1);
  return out;
}

std::string figure(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

}  // namespace prongsai::checks
