// Which reports, and which of their findings, a list asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/selection.hpp"

namespace prongsai::store {

// All that is set must hold; "" asks for nothing.
struct ReportFilter {
  std::string office;  // part of the agency's name, or of the path where no agency is known
  std::string file;    // part of the path
  std::string province;
  std::string year;  // a number
  std::string item;
  std::string layout;
  std::string status;                               // extracted, partial, …
  std::string suggested;                            // 100, 50, 0, none
  std::string assigned;                             // whose work it is, or none
  std::string letter;                               // none, sent, changed: what was decided since is not in it
  std::string reviewer;                             // who changed something of it
  std::optional<std::vector<std::string>> offices;  // any of these names
  std::string final_score;                          // given, missing
  std::string hidden_from;                          // not what this second reader has not finished

  // Of one finding. Without a decision it is not dismissed; `done`: no such finding is open.
  std::string code;
  std::string severity;
  std::string evidence;    // the very words
  std::string decision;    // open, done, confirmed, dismissed
  std::string submission;  // a number; of lists of findings only
};

// What such a list shows: its reports, and of their findings those that it means.
[[nodiscard]] Selection selection_of(const ReportFilter& filter);

}  // namespace prongsai::store
