// Dates with their places in a Scan: what dates.cpp finds and years.cpp needs to know which years belong to a date.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/text/find/dates.hpp"
#include "extractors/text/unicode/scan.hpp"

namespace prongsai::text {

constexpr bool is_dash(char32_t c) {
  return c == U'-' || c == 0x2010 || c == 0x2012 || c == 0x2013 || c == 0x2014;
}

// Places are code point indexes.
struct YearFound {
  int year = 0;  // 0: none
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct DateFound {
  Date date;
  YearFound year;  // none where the date shares another's: ๑ - ๓๐ กันยายน ๒๕๖๗
  std::size_t begin = 0;
  std::size_t end = 0;
};

[[nodiscard]] std::vector<DateFound> all_dates(const Scan& scan);

// พ.ศ. or ค.ศ. and ปี before a year; gives the place after them.
[[nodiscard]] std::size_t skip_era(const Scan& scan, std::size_t at, bool& christian);

// The Buddhist year that four digits mean; 0 when they can be none.
[[nodiscard]] int buddhist(int year, bool christian);

// The Buddhist year that the two digits at `at` mean where something tells that a year stands there (๖๗ is 2567); 0
// when they are a part of a time, a decimal or an order's number, so many of something, or no year of this generation.
[[nodiscard]] int short_year_at(const Scan& scan, std::size_t at);

// Whether what is counted follows a number that ends at `end`: ๒๕๖๗ ราย, ๖๐ คน.
[[nodiscard]] bool is_number_of_years(const Scan& scan, std::size_t end);

// The place after the dash or ถึง of a range that follows at `at`; `at` itself when none does.
[[nodiscard]] std::size_t skip_range_word(const Scan& scan, std::size_t at);

}  // namespace prongsai::text
