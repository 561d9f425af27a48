// The numbers of the issues that a page lists: those that a form asks for (data/assessment), and those that were found.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "pipeline/review/desk.hpp"

namespace prongsai::review {

// 1 to the last: of a report of that fiscal year; of a year not known, what every year's form asks for. `found`: the
// highest number found, 0 for none.
[[nodiscard]] nlohmann::json issue_numbers(const Desk& desk, std::optional<int> fiscal_year, int found);

// Of a submission's answer (submission_answer.hpp), by the year that stands in it and its issues.
[[nodiscard]] nlohmann::json issue_numbers_of(const Desk& desk, const nlohmann::json& submission);

// Of reports of any year.
[[nodiscard]] nlohmann::json issue_numbers(const Desk& desk, int found);

// Throws store::NoSuchTarget for a number that no year's form has.
void require_issue(const Desk& desk, std::optional<std::int64_t> number);

}  // namespace prongsai::review
