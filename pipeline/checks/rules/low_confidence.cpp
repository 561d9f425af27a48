// Reading was unsure: a page read by OCR below the threshold, a score that a second reading or a sum contradicts, the
// report's own year or any other figure that two readers read differently, a cell, time frame or limitation
// of which a quarter was read with doubt, or an office's own name that only OCR has read. One finding a page; a
// doubtful score names itself.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "pipeline/checks/certainty.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/figure_doubts.hpp"
#include "pipeline/checks/page_reading.hpp"
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
    bool doubt = is_doubtful(scores[i]);
    for (std::size_t j = 0; j < i && scores[i].at.source == TextSource::ocr && !scores[i].from_table; ++j) {
      const bool same_name = scores[i].subject == scores[j].subject && scores[i].subject_no == scores[j].subject_no;
      doubt |= same_name && !same_words_behind_number(scores[i], scores[j]);
    }
    if (doubt) out.push_back(&scores[i]);
  }
  const double tolerance = input.rules.of("score_sum_mismatch").threshold("tolerance");
  for (const ScoreGroup& group : group_scores(input.record)) {
    if (!group.complete()) continue;
    const double sum = sum_of_parts(group, input.rules.assessments());
    if (std::abs(sum - group.overall->value) <= tolerance || !sum_is_in_doubt(group, sum)) continue;
    std::vector<const ScoreRecord*> figures{group.overall};
    figures.insert(figures.end(), group.parts.begin(), group.parts.end());
    for (const ScoreRecord* score : figures) {
      if (!is_doubtful(*score)) out.push_back(score);
    }
  }
  return out;
}

// The page where OCR read the office's name, when nothing else vouches for its spelling: no list, no manifest, no page
// with a text layer, and no second place that reads alike.
const PageRecord* doubtful_agency(const CheckInput& input) {
  const auto& agency = input.record.agency;
  if (!agency || input.agencies.spelling_is_known(*agency)) return nullptr;
  const auto& at = input.record.agency_at;
  if (at && at->page_no > 0 && at->source == TextSource::text) return nullptr;
  const auto& manifest = input.submission.manifest;
  if (manifest && manifest->agency && without_blanks(*manifest->agency) == without_blanks(*agency)) return nullptr;
  const PageRecord* first = nullptr;
  int times = 0;
  for (const PageRecord& page : input.record.pages) {
    const int here = times_named(page, *agency);
    if (here == 0) continue;
    times += here;
    if (!is_by_ocr(page) || times > 1) return nullptr;
    first = &page;
  }
  return first;
}

constexpr std::size_t kDoubtEvidence = 120;

// "๒๗.๓๗๒ / ๒๗.๓๗": what was taken, and what the other reader makes of it.
std::string both_readings(const std::vector<const DoubtfulWord*>& words) {
  std::string list;
  for (const DoubtfulWord* word : words) list += (list.empty() ? "" : ", ") + word->text + " / " + word->alternative;
  return clip(list, kDoubtEvidence);
}

// Whether the word is what puts the score in doubt.
bool names(const ScoreRecord& score, const DoubtfulWord& word) {
  return std::ranges::any_of(score.doubts, [&](const Doubt& doubt) {
    return doubt.at.page_no == word.at.page_no && doubt.at.box == word.at.box;
  });
}

// Each page's figures that are in doubt, without those that a score's own finding names.
std::vector<Finding> other_figures(const CheckInput& input, const std::vector<const ScoreRecord*>& told) {
  std::vector<Finding> findings;
  for (auto& [page_no, words] : doubtful_figures(input.record)) {
    std::erase_if(words, [&](const DoubtfulWord* word) {
      return std::any_of(told.begin(), told.end(), [&](const ScoreRecord* score) { return names(*score, *word); });
    });
    if (!words.empty()) findings.push_back(at_page(words.front()->at, "figures", both_readings(words)));
  }
  return findings;
}

}  // namespace

std::vector<Finding> low_confidence(const CheckInput& input) {
  std::vector<Finding> findings;
  std::set<int> named;
  for (const PageRecord& page : input.record.pages) {
    if (page.unreadable || is_read_well(input, page)) continue;
    const double confidence = reading_confidence(input.record, page);
    Finding finding = at_page({page.page_no, {}, TextSource::ocr, confidence}, "", "");
    finding.values["confidence"] = percent(confidence);
    findings.push_back(std::move(finding));
    named.insert(page.page_no);
  }
  const auto scores = doubtful_scores(input);
  for (const ScoreRecord* score : scores) {
    findings.push_back(at_page(score->at, "figure", clip(score->quote, kDoubtEvidence)));
    named.insert(score->at.page_no);
  }
  if (const PageRecord* page = doubtful_agency(input))
    findings.push_back(at_page({page->page_no, {}, TextSource::ocr, page->confidence}, "agency", *input.record.agency));
  if (const Evidence* at = doubtful_year(input))
    findings.push_back(at_page(*at, "year", std::to_string(*input.record.fiscal_year)));
  for (Finding& finding : other_figures(input, scores)) findings.push_back(std::move(finding));
  const auto tell = [&](const Evidence& at, const std::string& text, const Doubts& doubts) {
    if (without_blanks(text).empty() || (!is_doubtful_text(doubts) && !is_largely_doubtful(doubts, text))) return;
    if (named.insert(at.page_no).second) findings.push_back(at_page(at, "word", clip(text, kDoubtEvidence)));
  };
  for (const CellRecord& cell : input.record.cells) tell(cell.at, cell.text, cell.doubts);
  for (const IssueRecord& issue : input.record.issues) {
    if (issue.timeframe && issue.timeframe_at) tell(*issue.timeframe_at, *issue.timeframe, issue.timeframe_doubts);
    if (issue.limitation && issue.limitation_at) tell(*issue.limitation_at, *issue.limitation, issue.limitation_doubts);
  }
  return findings;
}

}  // namespace prongsai::checks
