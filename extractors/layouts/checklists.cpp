#include "extractors/layouts/checklists.hpp"

#include <algorithm>

#include "extractors/layouts/data_file.hpp"
#include "extractors/layouts/tight_text.hpp"
#include "extractors/text/item_codes.hpp"
#include "extractors/text/numbers.hpp"
#include "extractors/text/similarity.hpp"

namespace prongsai::layouts {
namespace {

constexpr std::string_view kIndicatorWord = "ตัวชี้วัด";  // tight
// Edits a code point that an indicator's name may need: scans lose marks.
constexpr double kNameRatio = 0.25;

std::string item_code(const DataNode& node) {
  const std::string code = node.text();
  if (text::parse_item_code(code, false) != code) node.fail("\"" + code + "\" is no item code");
  return code;
}

Issue read_issue(const DataNode& node, int expected) {
  node.allow_keys({"no", "title", "items"});
  Issue issue{node.at("no").integer(), node.at("title").text()};
  if (issue.no != expected) node.at("no").fail("issues are numbered from 1, in order");
  for (const auto& item : node.at("items").items()) item_code(item);
  return issue;
}

Indicator read_indicator(const DataNode& node, int expected) {
  node.allow_keys({"no", "instrument", "names"});
  Indicator indicator{node.at("no").integer(), node.at("instrument").text(), node.at("names").texts()};
  if (indicator.no != expected) node.at("no").fail("indicators are numbered from 1, in order");
  return indicator;
}

SubmissionItems read_submission_items(const DataNode& node) {
  node.allow_keys({"year", "scheme", "offices", "measures", "results", "certain"});
  SubmissionItems items;
  items.year = node.at("year").integer();
  if (items.year < 2500 || items.year > 2700) node.at("year").fail("years are Buddhist Era: 2567");
  items.scheme = node.at("scheme").text();
  items.offices = node.texts_or_none("offices");
  items.measures = item_code(node.at("measures"));
  items.results = item_code(node.at("results"));
  items.certain = node.at("certain").boolean();
  return items;
}

// The number right behind the first "ตัวชี้วัด(ที่)" of a cell.
std::optional<int> stated_number(std::string_view cell) {
  const TightText text(cell);
  const std::size_t word = text.text().find(kIndicatorWord);
  for (const auto& number : text::find_numbers(cell)) {
    const std::size_t at = text.tight(number.begin);
    if (word == std::string::npos ? at > 0 : at < word + kIndicatorWord.size()) continue;
    if (at > word + kIndicatorWord.size() + std::string_view("ที่").size()) break;
    if (number.decimals == 0 && number.value >= 1 && number.value <= 10) return static_cast<int>(number.value);
    break;
  }
  return std::nullopt;
}

}  // namespace

Checklists::Checklists(const std::filesystem::path& folder) {
  const DataNode issues = read_data_file(folder / "issues.yaml");
  issues.allow_keys({"scheme", "form_year", "assessed_year", "issues"});
  for (const auto& node : issues.at("issues").items()) {
    issues_.push_back(read_issue(node, static_cast<int>(issues_.size()) + 1));
  }
  if (issues_.size() != 7) issues.at("issues").fail("the form has seven issues");
  const DataNode indicators = read_data_file(folder / "indicators.yaml");
  indicators.allow_keys({"indicators"});
  for (const auto& node : indicators.at("indicators").items()) {
    indicators_.push_back(read_indicator(node, static_cast<int>(indicators_.size()) + 1));
  }
  const DataNode items = read_data_file(folder / "submission_items.yaml");
  items.allow_keys({"submission_items"});
  for (const auto& node : items.at("submission_items").items())
    submission_items_.push_back(read_submission_items(node));
}

std::optional<int> Checklists::indicator_of(std::string_view cell) const {
  const auto number = stated_number(cell);
  return number ? number : indicator_named(cell);
}

std::optional<int> Checklists::indicator_named(std::string_view text) const {
  std::vector<std::string> names;
  std::vector<int> numbers;
  for (const auto& indicator : indicators_) {
    for (const auto& name : indicator.names) {
      names.push_back(name);
      numbers.push_back(indicator.no);
    }
  }
  const auto match = text::best_match(text, names, kNameRatio);
  return match ? std::optional(numbers[match->index]) : std::nullopt;
}

}  // namespace prongsai::layouts
