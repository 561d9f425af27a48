#include "pipeline/workers/across_run.hpp"

#include <vector>

#include "pipeline/checks/across.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::workers {
namespace {

checks::SubmissionSummary summary_of(store::Store& store, const store::StoredSubmission& stored) {
  return checks::summarise(stored.id, stored.submission, store.load_cells(stored.id));
}

}  // namespace

void judge_across(store::Store& store, const std::filesystem::path& data_folder, const std::string& judge_version) {
  if (store.across_is_current(judge_version)) return;
  const checks::Rules rules(data_folder);
  checks::Across across(rules);
  store.for_each([&](const store::StoredSubmission& stored) { across.add(summary_of(store, stored)); });
  std::vector<store::Store::AcrossFinding> findings;
  for (checks::AcrossFinding& found :
       across.judge([&](std::int64_t id) { return summary_of(store, *store.find(id)).cells; })) {
    findings.push_back({found.submission_id, std::move(found.finding)});
  }
  store.save_across(findings, judge_version);
}

}  // namespace prongsai::workers
