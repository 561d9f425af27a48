#include "pipeline/workers/run/judge_corrected.hpp"

#include <algorithm>
#include <tuple>

#include "pipeline/workers/run/document_reader.hpp"

namespace prongsai::workers {
namespace {

bool same_finding(const Finding& a, const Finding& b) {
  const auto facts = [](const Finding& finding) {
    return std::tie(finding.code, finding.severity, finding.issue_no, finding.item_code, finding.column_key,
                    finding.evidence, finding.message_th);
  };
  return facts(a) == facts(b);
}

// Findings that come from comparing reports, and reviewers' own, are not part of what is judged here.
bool same(const Judgement& judged, const Judgement& there) {
  const auto is_there = [&](const Finding& finding) {
    return std::any_of(there.findings.begin(), there.findings.end(),
                       [&](const Finding& other) { return same_finding(finding, other); });
  };
  return judged.suggested_score == there.suggested_score && judged.score_reason == there.score_reason &&
         judged.findings.size() == there.findings.size() &&
         std::all_of(judged.findings.begin(), judged.findings.end(), is_there);
}

}  // namespace

CorrectedJudge::~CorrectedJudge() = default;

void CorrectedJudge::load() {
  if (extractor_) return;
  ReaderChoice choice;
  choice.data_folder = data_folder_;
  choice.models.model = "none";  // nothing is read
  version_ = versions_of(choice).judging;
  extractor_ = make_extractor(choice);
}

void CorrectedJudge::judge(store::Store& store, const store::StoredSubmission& submission) {
  load();
  const Judgement judged = extractor_->judge(submission.submission, store.load_corrected(submission.id));
  if (submission.judge_version == version_ && same(judged, store.load_own_judgement(submission.id))) return;
  store.save_judgement(submission.id, judged, version_);
}

Judgement CorrectedJudge::judge_as_read(store::Store& store, const store::StoredSubmission& submission) {
  load();
  return extractor_->judge(submission.submission, store.load_record(submission.id));
}

void CorrectedJudge::judge_all(store::Store& store) {
  store.each_corrected([&](const store::StoredSubmission& submission) { judge(store, submission); });
}

}  // namespace prongsai::workers
