#include "pipeline/checks/issue_lines.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <set>
#include <sstream>
#include <string_view>

#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

constexpr std::string_view kIssue = "ประเด็นที่";

// Lines of the pages, the cells of a row each for itself.
std::vector<std::string> printed_lines(const Record& record) {
  std::vector<std::string> all;
  for (const PageRecord& page : record.pages) {
    std::istringstream lines(page.text);
    for (std::string line; std::getline(lines, line);) {
      std::istringstream cells(line);
      for (std::string cell; std::getline(cells, cell, '\t');) all.push_back(cell);
    }
  }
  return all;
}

// Without blanks and with digits 0–9.
std::string compact(const std::string& line) {
  return without_blanks(text::ascii_digits(line));
}

std::vector<std::string> lines_of(const Record& record) {
  std::vector<std::string> all = printed_lines(record);
  std::ranges::transform(all, all.begin(), compact);
  return all;
}

// "ข้อจำกัด พื้นที่จัดเก็บพัสดุมีจำกัด": the label, a blank, and what it says.
bool says_behind_a_blank(const std::string& printed, const std::vector<std::string>& labels) {
  return std::ranges::any_of(labels, [&](const std::string& label) {
    return printed.starts_with(label + " ") && !is_unfilled(printed.substr(label.size() + 1));
  });
}

int count_of_issue(const std::vector<std::string>& lines, int issue_no) {
  const std::string number = "1." + std::to_string(issue_no);
  return static_cast<int>(std::ranges::count_if(lines, [&](std::string_view line) {
    if (line.starts_with(kIssue)) line.remove_prefix(kIssue.size());
    const bool ends =
        line.size() == number.size() || std::isdigit(static_cast<unsigned char>(line[number.size()])) == 0;
    return line.starts_with(number) && ends;
  }));
}

}  // namespace

bool names_issues_not_found(const Record& record, std::span<const layouts::Assessment> forms) {
  const std::vector<std::string> lines = lines_of(record);
  std::set<int> found;
  int fewest = std::numeric_limits<int>::max();
  for (const IssueRecord& issue : record.issues) {
    found.insert(issue.issue_no);
    fewest = std::min(fewest, count_of_issue(lines, issue.issue_no));
  }
  if (found.empty()) return false;
  const auto is_named = [&](const layouts::Issue& issue) {
    const int named = found.contains(issue.no) ? 0 : count_of_issue(lines, issue.no);
    return named > 0 && named >= fewest;
  };
  return std::ranges::any_of(
      forms, [&](const layouts::Assessment& form) { return std::ranges::any_of(form.issues, is_named); });
}

int lines_with_label(const Record& record, const std::vector<std::string>& labels) {
  // Code points, with the colon behind it and alone in its cell.
  constexpr std::size_t kLongestLabel = 30;
  constexpr std::size_t kLongestAlone = 16;
  int count = 0;
  bool label_alone = false;  // a cell that holds only the label: the next one says what
  for (const std::string& printed : printed_lines(record)) {
    const std::string line = compact(printed);
    if (label_alone && !is_unfilled(line)) ++count;
    label_alone = false;
    if (!begins_with_any(line, labels)) continue;
    if (says_behind_a_blank(printed, labels)) {
      ++count;
      continue;
    }
    const std::size_t colon = line.find(':');
    const bool alone = colon == std::string::npos || colon + 1 == line.size();
    const std::size_t length = text::length(std::string_view(line).substr(0, colon));
    if (alone)
      label_alone = length <= kLongestAlone;
    else if (length <= kLongestLabel && !is_unfilled(line.substr(colon + 1)))
      ++count;
  }
  return count;
}

}  // namespace prongsai::checks
