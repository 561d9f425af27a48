// Reading was unsure: a page read by OCR below the threshold, a score that a second reading or a sum contradicts, a
// cell with a doubtful reading, or an office's own name that only OCR has read. One finding a page; a doubtful figure
// names itself.
#include <cmath>
#include <set>

#include "pipeline/checks/check.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/score_groups.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

Finding at_page(const Evidence& at, std::string variant, std::string evidence) {
  Finding finding;
  finding.code = "low_confidence";
  finding.at = at;
  finding.evidence = std::move(evidence);
  if (!variant.empty()) finding.values["variant"] = std::move(variant);
  return finding;
}

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5));
}

// Figures that a second reading contradicts, that keep a scan's sum from coming out, and that name in a scan the same
// thing as another figure, though the words beside them do not.
std::vector<const ScoreRecord*> doubtful_scores(const CheckInput& input) {
  std::vector<const ScoreRecord*> out;
  const auto& scores = input.record.scores;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    bool doubt = scores[i].doubtful;
    for (std::size_t j = 0; j < i && scores[i].at.source == TextSource::ocr && !scores[i].from_table; ++j) {
      const bool same_name = scores[i].subject == scores[j].subject && scores[i].subject_no == scores[j].subject_no;
      doubt |= same_name && !same_words_behind_number(scores[i], scores[j]);
    }
    if (doubt) out.push_back(&scores[i]);
  }
  const double tolerance = input.rules.of("score_sum_mismatch").threshold("tolerance");
  for (const ScoreGroup& group : group_scores(input.record)) {
    if (!group.complete() || std::abs(sum_of_parts(group) - group.ita->value) <= tolerance || !sum_is_in_doubt(group))
      continue;
    for (const ScoreRecord* score : {group.ita, group.iit, group.eit, group.oit}) {
      if (!score->doubtful) out.push_back(score);
    }
  }
  return out;
}

bool is_by_ocr(const PageRecord& page) {
  return page.source == PageSource::ocr || page.source == PageSource::mixed;
}

bool names(const PageRecord& page, const std::string& agency) {
  return without_blanks(page.text).find(without_blanks(agency)) != std::string::npos;
}

// The page where OCR read the office's name, when nothing else vouches for its spelling: no list, no manifest, no page
// with a text layer.
const PageRecord* doubtful_agency(const CheckInput& input) {
  const auto& agency = input.record.agency;
  if (!agency || input.agencies.spelling_is_known(*agency)) return nullptr;
  const auto& manifest = input.submission.manifest;
  if (manifest && manifest->agency && without_blanks(*manifest->agency) == without_blanks(*agency)) return nullptr;
  const PageRecord* first = nullptr;
  for (const PageRecord& page : input.record.pages) {
    if (!names(page, *agency)) continue;
    if (!is_by_ocr(page)) return nullptr;
    if (first == nullptr) first = &page;
  }
  return first;
}

}  // namespace

std::vector<Finding> low_confidence(const CheckInput& input) {
  constexpr std::size_t kEvidence = 120;
  std::vector<Finding> findings;
  const double least = input.rules.of("low_confidence").threshold("page_confidence");
  std::set<int> named;
  for (const PageRecord& page : input.record.pages) {
    if (!is_by_ocr(page) || page.unreadable || page.confidence >= least) continue;
    Finding finding = at_page({page.page_no, {}, TextSource::ocr, page.confidence}, "", "");
    finding.values["confidence"] = percent(page.confidence);
    findings.push_back(std::move(finding));
    named.insert(page.page_no);
  }
  for (const ScoreRecord* score : doubtful_scores(input)) {
    findings.push_back(at_page(score->at, "figure", clip(score->quote, kEvidence)));
    named.insert(score->at.page_no);
  }
  if (const PageRecord* page = doubtful_agency(input))
    findings.push_back(at_page({page->page_no, {}, TextSource::ocr, page->confidence}, "agency", *input.record.agency));
  for (const CellRecord& cell : input.record.cells) {
    if (!cell.doubtful || !named.insert(cell.at.page_no).second) continue;
    findings.push_back(at_page(cell.at, "word", clip(cell.text, kEvidence)));
  }
  return findings;
}

}  // namespace prongsai::checks
