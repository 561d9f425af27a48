// Which thresholds, lists of words and lists of columns each check reads from its file in data/checks, and which
// variants of its code are raised: the file must have these and no others, so that a misspelt key stops the program at
// start instead of the first document.
#pragma once

#include <string_view>
#include <vector>

namespace prongsai::checks {

struct RuleKeys {
  std::string_view code;
  std::vector<std::string_view> thresholds;
  std::vector<std::string_view> words;
  std::vector<std::string_view> variants;
  std::vector<std::string_view> columns = {};  // lists of column keys; in the file they stand among the words
};

// No keys for a code that reads none.
[[nodiscard]] const RuleKeys& rule_keys_of(std::string_view code);

}  // namespace prongsai::checks
