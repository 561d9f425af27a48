// Years, fiscal years and dates. All years are Buddhist Era (พ.ศ.), 2567 = AD 2024.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace prongsai::text {

// A year as printed, with the words before it that tell what kind of year it is.
struct YearMention {
  int year = 0;  // four digits, Buddhist Era; two-digit years (๖๗) are completed
  enum class Kind {
    plain,     // a bare four-digit year
    fiscal,    // ปีงบประมาณ (พ.ศ.) N
    calendar,  // พ.ศ. N, ปี พ.ศ. N, ปี N
    date,      // part of a date or month: ๒๙ พฤษภาคม ๒๕๖๗, ตุลาคม ๒๕๖๖
    law,  // of an act, order, announcement, regulation: พระราชบัญญัติ … พ.ศ. ๒๕๔๐, ๑๙/๒๕๖๐
    span,          // of a strategy or plan: ๒๕๖๑ – ๒๕๘๐
    order_number,  // n/N: ที่ ๖๒/๒๕๖๗
  } kind = Kind::plain;
  int month = 0;          // 1 to 12 when a month stands before it, else 0
  std::size_t begin = 0;  // byte offsets of the year's digits
  std::size_t end = 0;
};

[[nodiscard]] std::vector<YearMention> find_years(std::string_view text);

struct Date {
  int year = 0;   // Buddhist Era
  int month = 0;  // 1 to 12
  int day = 0;    // 1 to 31; 0 when only the month is given
  std::size_t begin = 0;
  std::size_t end = 0;
};

[[nodiscard]] std::vector<Date> find_dates(std::string_view text);

// The first month that a text names, in full or short (ตุลาคม, ต.ค.), 1 to 12; 0: none.
[[nodiscard]] int month_in(std::string_view text);

// The fiscal year a date falls in: FY N runs from 1 October N−1 to 30 September N.
[[nodiscard]] int fiscal_year_of(int year, int month);

}  // namespace prongsai::text
