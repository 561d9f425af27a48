// A gap flagged for the evaluator.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "models/certainty.hpp"
#include "models/column_key.hpp"
#include "models/evidence.hpp"
#include "models/words.hpp"

namespace prongsai {

enum class Severity { error, warning, info };
constexpr auto words_of(Severity) {
  using enum Severity;
  return std::to_array<Worded<Severity>>({{error, "error"}, {warning, "warning"}, {info, "info"}});
}

// The code of a finding that stands for those of a check that has no result.
inline constexpr const char* kCheckFailed = "check_failed";

struct Finding {
  std::string code;  // one of the contract's codes: missing_issue, wrong_year, …
  Severity severity = Severity::warning;
  std::optional<int> issue_no;           // 1 to 7
  std::optional<std::string> item_code;  // canonical
  std::optional<ColumnKey> column_key;
  std::optional<Evidence> at;                 // none where the gap has no place (a missing issue)
  Doubts doubts;                              // of the figures that it goes by; not stored
  std::string evidence;                       // the words that show it, as on the page; "" where there are none
  std::map<std::string, std::string> values;  // what the message's {placeholders} stand for
  std::string message_th;                     // filled by the wording stage from data/messages
  std::string message_en;
};

}  // namespace prongsai
