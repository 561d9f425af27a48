// A report that states the four scores of an office.
#pragma once

#include "report.hpp"

namespace prongsai::checks {

inline Report with_scores(double ita, double iit, double eit, double oit,
                          std::optional<std::string> grade = std::nullopt) {
  Report report("B_form");
  report.score("ITA", ita, std::move(grade));
  report.score("IIT", iit);
  report.score("EIT", eit);
  report.score("OIT", oit);
  return report;
}

}  // namespace prongsai::checks
