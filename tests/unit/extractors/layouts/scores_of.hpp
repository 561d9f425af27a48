// The scores of a document, one line each.
#pragma once

#include <sstream>
#include <string>

#include "extracted.hpp"

namespace prongsai::layouts {

// "subject no value grade year agency rank", one line a score; behind them the kinds of unclear tables.
inline std::string scores_of(const Record& record) {
  std::string out;
  for (const auto& score : record.scores) {
    std::ostringstream line;
    line << word_of(score.subject) << score.subject_no.value_or("") << ' ' << score.value << ' '
         << score.grade.value_or("-") << ' ' << score.fiscal_year.value_or(0) << ' ' << score.agency.value_or("-");
    if (score.rank) line << " #" << *score.rank;
    out += line.str() + '\n';
  }
  for (const auto& reading : record.score_readings) {
    if (reading.unclear) out += "unclear: " + *reading.unclear + '\n';
  }
  return out;
}

inline std::string scores_of(const test::DocumentBuilder& builder) {
  return scores_of(extract(builder));
}

}  // namespace prongsai::layouts
