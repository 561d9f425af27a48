#include "pipeline/stages/dump_findings.hpp"

namespace prongsai::stages {
namespace {

std::string place_words(const Finding& finding) {
  std::string place;
  if (finding.issue_no) place += " issue=" + std::to_string(*finding.issue_no);
  if (finding.item_code) place += " item=" + *finding.item_code;
  if (finding.column_key) place += " column=" + std::string(word_of(finding.column_key));
  if (finding.at && finding.at->page_no > 0) place += " page=" + std::to_string(finding.at->page_no);
  return place;
}

}  // namespace

std::string dump_findings(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    out += std::string(word_of(finding.severity)) + " " + finding.code + place_words(finding) + "\n  " +
           finding.message_en;
    out += finding.evidence.empty() ? "\n" : "\n  “" + finding.evidence + "”\n";
  }
  return out;
}

}  // namespace prongsai::stages
