// A report that states the four scores of an office.
#pragma once

#include "report.hpp"

namespace prongsai::checks {

inline Report with_scores(double ita, double iit, double eit, double oit,
                          std::optional<std::string> grade = std::nullopt) {
  Report report("B_form");
  report.score(SubjectKind::ita, ita, std::move(grade));
  report.score(SubjectKind::iit, iit);
  report.score(SubjectKind::eit, eit);
  report.score(SubjectKind::oit, oit);
  return report;
}

}  // namespace prongsai::checks
