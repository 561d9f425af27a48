// Years of the Buddhist Era (พ.ศ.), in which the program keeps all years: 2567 is 2024 of the common era.
#pragma once

namespace prongsai {

inline constexpr int kBuddhistEra = 543;  // พ.ศ. less ค.ศ.

// The century of a year in two digits: ๖๗ is 2567.
inline constexpr int kShortYearBase = 2500;

// The years of which reports, manifests and assessments can be.
inline constexpr int kFirstFiscalYear = 2500;
inline constexpr int kLastFiscalYear = 2699;
[[nodiscard]] constexpr bool is_fiscal_year(int year) {
  return year >= kFirstFiscalYear && year <= kLastFiscalYear;
}

// A year that a text may name: no report names an earlier law, nor a later plan.
[[nodiscard]] constexpr bool is_named_year(int year) {
  return year >= 2400 && year <= kLastFiscalYear;
}

}  // namespace prongsai
