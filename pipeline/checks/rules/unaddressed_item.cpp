// An item that the report says failed (0 points) is analysed in none of its issues, though the form asks for failed
// items first ("โดยเลือกตัวที่ไม่ผ่านมาวิเคราะห์เป็นลำดับแรก").
//
// The report must itself show that demand: only then do its own words stand against its own tables.
#include <algorithm>
#include <set>

#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

bool asks_for_failed_items(const Record& record, const std::vector<std::string>& demand) {
  const auto asks = [&](const auto& part) { return contains_any(without_blanks(part.text), demand); };
  return std::any_of(record.paragraphs.begin(), record.paragraphs.end(), asks) ||
         std::any_of(record.cells.begin(), record.cells.end(), asks) ||
         std::any_of(record.pages.begin(), record.pages.end(), asks);
}

// The item's name in the sentence that states its score: after the code, up to the evaluators' words.
std::string scored_name(const ScoreRecord& score, const CodeRule& rule, const text::ItemRanges& ranges) {
  for (const text::ItemCode& code : text::find_item_codes(score.quote, ranges)) {
    if (code.code != score.subject_no) continue;
    const std::string rest = without_blanks(std::string_view(score.quote).substr(code.end));
    const auto ends = find_phrases(rest, rule.list("name_ends"));
    return rest.substr(0, ends.empty() ? rest.size() : ends.front().begin);
  }
  return "";
}

std::set<std::u32string> trigrams(std::string_view text) {
  const std::u32string letters = text::to_utf32(text);
  std::set<std::u32string> out;
  for (std::size_t i = 0; i + 3 <= letters.size(); ++i) out.insert(letters.substr(i, 3));
  return out;
}

// How much of the name a text repeats, 0 to 1.
double share_of_name(const std::set<std::u32string>& name, std::string_view text) {
  if (name.empty()) return 0;
  const auto there = trigrams(text);
  const auto shared = std::count_if(name.begin(), name.end(), [&](const auto& gram) { return there.contains(gram); });
  return static_cast<double>(shared) / static_cast<double>(name.size());
}

bool analysed(const Record& record, const ScoreRecord& score, const CodeRule& rule, const text::ItemRanges& ranges) {
  const auto name = trigrams(scored_name(score, rule, ranges));
  const double enough = rule.threshold("name_share");
  return std::any_of(record.cells.begin(), record.cells.end(), [&](const CellRecord& cell) {
    if (!cell.issue_no || cell.annexed_template || cell.column_key == ColumnKey::issue) return false;
    const auto codes = text::find_item_codes(cell.text, ranges);
    const bool by_code =
        std::any_of(codes.begin(), codes.end(), [&](const auto& c) { return c.code == score.subject_no; });
    return by_code || share_of_name(name, without_blanks(cell.text)) >= enough;
  });
}

}  // namespace

std::vector<Finding> unaddressed_item(const CheckInput& input) {
  std::vector<Finding> findings;
  const Record& record = input.record;
  const CodeRule& rule = input.rules.of("unaddressed_item");
  if (record.issues.empty() || !asks_for_failed_items(record, rule.list("demand"))) return findings;
  for (const ScoreRecord& score : record.scores) {
    if (score.subject != SubjectKind::item || score.value > 0 || !score.subject_no) continue;
    if (analysed(record, score, rule, input.rules.item_ranges())) continue;
    Finding finding;
    finding.code = "unaddressed_item";
    finding.item_code = score.subject_no;
    finding.at = score.at;
    finding.evidence = score.quote;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
