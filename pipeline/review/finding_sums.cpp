#include "pipeline/review/finding_sums.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace prongsai::review {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 3> kSeverities = {"error", "warning", "info"};

// Takes the part up to `end` off the text's front.
std::string_view take(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return part;
}

std::int64_t number(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

FindingSums::Kind& FindingSums::kind_of(std::string_view words) {
  const auto known = kinds_.find(words);
  if (known != kinds_.end()) return known->second;
  Kind kind;
  std::string_view rest = words;
  kind.code = take(rest, ' ');
  kind.issue_no = number(take(rest, ' '));
  kind.severity = take(rest, ' ');
  kind.status = take(rest, ' ');
  const auto* at = std::find(kSeverities.begin(), kSeverities.end(), kind.severity);
  kind.severity_at = static_cast<std::size_t>(at - kSeverities.begin());
  if (kind.status != "dismissed") kind.by_code = &codes_[kind.code];
  return kinds_.emplace(words, std::move(kind)).first->second;
}

void FindingSums::add(std::optional<std::int64_t> fiscal_year, std::string_view counts, std::size_t office) {
  ++submissions_;
  Year& year = years_[fiscal_year];
  ++year.submissions;
  while (!counts.empty()) {
    const std::string_view line = take(counts, '\n');
    const std::size_t last_blank = std::min(line.rfind(' '), line.size());
    Kind& kind = kind_of(line.substr(0, last_blank));
    const std::int64_t count = number(line.substr(std::min(last_blank + 1, line.size())));
    kind.count += count;
    if (kind.by_code == nullptr) continue;
    year.findings.at(kind.severity_at) += count;
    if (kind.by_code->last == submissions_) continue;
    kind.by_code->last = submissions_;
    ++kind.by_code->submissions;
    std::vector<bool>& offices = kind.by_code->offices;
    if (offices.size() <= office) offices.resize(office + 1);
    offices[office] = true;
  }
}

json FindingSums::by_status() const {
  json counts = {{"confirmed", 0}, {"dismissed", 0}, {"open", {{"error", 0}, {"warning", 0}, {"info", 0}}}};
  for (const auto& [words, kind] : kinds_) {
    json& count = kind.status == "open" ? counts["open"][kind.severity] : counts[kind.status];
    count = count.get<std::int64_t>() + kind.count;
  }
  return counts;
}

json FindingSums::by_code() const {
  std::vector<std::pair<std::int64_t, std::string>> order;  // fewest last; codes by the alphabet
  for (const auto& [code, sum] : codes_) order.emplace_back(-sum.submissions, code);
  std::sort(order.begin(), order.end());
  json rows = json::array();
  for (const auto& [fewer, code] : order) {
    const std::vector<bool>& offices = codes_.at(code).offices;
    rows.push_back(
        {{"code", code}, {"submissions", -fewer}, {"offices", std::count(offices.begin(), offices.end(), true)}});
  }
  return rows;
}

json FindingSums::heat() const {
  std::map<std::pair<std::string, std::int64_t>, std::int64_t> sums;
  for (const auto& [words, kind] : kinds_) {
    if (kind.by_code != nullptr && kind.issue_no >= 1) sums[{kind.code, kind.issue_no}] += kind.count;
  }
  json rows = json::array();
  for (const auto& [place, count] : sums) {
    rows.push_back({{"code", place.first}, {"issue_no", place.second}, {"count", count}});
  }
  return rows;
}

json FindingSums::years() const {
  json rows = json::array();
  for (const auto& [year, sum] : years_) {
    json row = {{"fiscal_year", year ? json(*year) : json(nullptr)}, {"submissions", sum.submissions}};
    for (std::size_t i = 0; i < kSeverities.size(); ++i) row[kSeverities[i]] = sum.findings[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace prongsai::review
