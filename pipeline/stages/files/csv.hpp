// Comma-separated values as spreadsheets write them (RFC 4180): quotes, doubled quotes, line breaks inside quotes, CRLF
// or LF; comma, semicolon or tab, whichever the first line uses most.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prongsai::stages {

struct CsvRow {
  int line = 0;  // on which it begins, from 1
  std::vector<std::string> fields;
};

struct CsvFault {
  int line = 0;  // from 1
  std::string what;
};

// Hands over row after row; blank lines are left out. The fault is a quote that is never closed.
[[nodiscard]] std::optional<CsvFault> each_csv_row(std::string_view text,
                                                   const std::function<void(const CsvRow&)>& visit);

}  // namespace prongsai::stages
