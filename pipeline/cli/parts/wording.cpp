#include "pipeline/cli/parts/wording.hpp"

namespace prongsai::cli {

std::vector<std::string> wording_of(const Finding& finding, Language language) {
  if (language == Language::thai) return {finding.message_th};
  if (language == Language::english) return {finding.message_en};
  return {finding.message_th, finding.message_en};
}

std::string place_of(const Finding& finding) {
  std::string place;
  const auto add = [&](const std::string& part) { place += (place.empty() ? "" : " ") + part; };
  if (finding.at && finding.at->page_no > 0) add("p." + std::to_string(finding.at->page_no));
  if (finding.issue_no) add("issue " + std::to_string(*finding.issue_no));
  if (finding.item_code) add(*finding.item_code);
  if (finding.column_key) add(std::string(word_of(finding.column_key)));
  return place;
}

}  // namespace prongsai::cli
