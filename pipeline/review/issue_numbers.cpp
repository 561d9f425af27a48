#include "pipeline/review/issue_numbers.hpp"

#include <algorithm>
#include <string>

#include "pipeline/store/review/review.hpp"

namespace prongsai::review {
namespace {

nlohmann::json numbers_to(std::size_t last) {
  nlohmann::json numbers = nlohmann::json::array();
  for (std::size_t number = 1; number <= last; ++number) numbers.push_back(number);
  return numbers;
}

std::size_t issue_count(const layouts::Assessment& assessment) {
  return assessment.issues.size();
}

}  // namespace

nlohmann::json issue_numbers(const Desk& desk, std::optional<int> fiscal_year, int found) {
  std::size_t asked = 0;
  if (desk.assessments) asked = issue_count(std::ranges::min(desk.assessments->may_hold(fiscal_year), {}, issue_count));
  return numbers_to(std::max(asked, static_cast<std::size_t>(found)));
}

nlohmann::json issue_numbers_of(const Desk& desk, const nlohmann::json& submission) {
  int found = 0;
  for (const nlohmann::json& issue : submission.at("issues")) found = std::max(found, issue.at("issue_no").get<int>());
  const nlohmann::json& year = submission.at("fiscal_year");
  return issue_numbers(desk, year.is_null() ? std::nullopt : std::optional(year.get<int>()), found);
}

nlohmann::json issue_numbers(const Desk& desk, int found) {
  std::size_t asked = 0;
  if (desk.assessments) asked = issue_count(std::ranges::max(desk.assessments->years(), {}, issue_count));
  return numbers_to(std::max(asked, static_cast<std::size_t>(found)));
}

void require_issue(const Desk& desk, std::optional<std::int64_t> number) {
  const auto last = static_cast<std::int64_t>(issue_numbers(desk, 0).size());
  if (!number || last == 0 || (*number >= 1 && *number <= last)) return;
  throw store::NoSuchTarget("an issue is a whole number from 1 to " + std::to_string(last));
}

}  // namespace prongsai::review
