// Comma-separated values as spreadsheets write them (RFC 4180): quotes, doubled quotes, line breaks inside quotes, CRLF
// or LF; comma, semicolon or tab, whichever the first line uses most.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/result.hpp"

namespace prongsai::stages {

struct CsvRow {
  int line = 0;  // on which it begins, from 1
  std::vector<std::string> fields;
};

// Hands over row after row; blank lines are left out. A Failure names the line of a quote that is never closed.
[[nodiscard]] std::optional<Failure> each_csv_row(std::string_view text,
                                                  const std::function<void(const CsvRow&)>& visit);

}  // namespace prongsai::stages
