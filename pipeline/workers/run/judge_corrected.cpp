#include "pipeline/workers/run/judge_corrected.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "pipeline/workers/run/document_reader.hpp"
#include "pipeline/workers/run/guarded_judge.hpp"

namespace prongsai::workers {
namespace {

// All that the database keeps of a finding.
auto facts_of(const Finding& finding) {
  const Evidence at = finding.at.value_or(Evidence{});
  return std::make_tuple(finding.code, finding.severity, finding.issue_no, finding.item_code, finding.column_key,
                         finding.at.has_value(), at.page_no, at.box.x0, at.box.y0, at.box.x1, at.box.y1, at.source,
                         at.confidence, finding.evidence, finding.message_th, finding.message_en);
}

// In an order of their own: findings that are kept keep their numbers, so the database has them in another.
auto facts_of(const std::vector<Finding>& findings) {
  std::vector<decltype(facts_of(Finding{}))> facts;
  for (const Finding& finding : findings) facts.push_back(facts_of(finding));
  std::sort(facts.begin(), facts.end());
  return facts;
}

// Findings that come from comparing reports, and reviewers' own, are not part of what is judged here.
bool same(const Judgement& judged, const Judgement& there) {
  return judged.suggested_score == there.suggested_score && judged.score_reason == there.score_reason &&
         judged.score_reason_en == there.score_reason_en && facts_of(judged.findings) == facts_of(there.findings);
}

}  // namespace

void CorrectedJudge::load() {
  std::call_once(loaded_, [&] {
    ReaderChoice choice;
    choice.data_folder = data_folder_;
    choice.models.model = "none";  // nothing is read
    version_ = versions_of(choice).judging;
    if (!judge_) judge_ = lazy_judge(choice);
  });
}

void CorrectedJudge::judge(store::Store& store, const store::StoredSubmission& submission) {
  load();
  const Judgement judged = judge_(submission.submission, store.load_corrected(submission.id));
  if (submission.judge_version == version_ && same(judged, store.load_own_judgement(submission.id))) return;
  store.save_judgement(submission.id, judged, version_);
}

Judgement CorrectedJudge::judge_as_read(store::Store& store, const store::StoredSubmission& submission) {
  load();
  return judge_(submission.submission, store.load_record(submission.id));
}

void CorrectedJudge::judge_all(store::Store& store, const std::function<void(const std::string&)>& tell) {
  store.each_corrected([&](const store::StoredSubmission& submission) {
    try {
      judge(store, submission);
    } catch (const JudgedLater& error) {
      tell(submission.submission.source_path + ": its findings are not those of what was set right: " + error.what());
    }
  });
}

}  // namespace prongsai::workers
