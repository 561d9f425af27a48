#include "pipeline/workers/run/judge_job.hpp"

#include <utility>

#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/step_guard.hpp"
#include "pipeline/workers/process/leave_out.hpp"

namespace prongsai::workers {
namespace {

constexpr int kMostFromOutside = 3;

// What the next try does without. False: there is no further one.
bool leave_out_cause(Omissions& omit, const JobEvent& lost) {
  if (omit.all_checks) return false;
  if (lost.reply.step.empty() || !leave_out_step(omit, lost.reply.step, lost.blame)) omit.all_checks = true;
  return true;
}

}  // namespace

JudgeJob::JudgeJob(Submission submission, Record record) {
  job_.kind = Job::Kind::judge;
  job_.submission = std::move(submission);
  job_.record = std::move(record);
}

JudgeJob::Next JudgeJob::lose(const JobEvent& lost) {
  if (lost.blame == Blame::outside) return ++from_outside_ == kMostFromOutside ? Next::put_off : Next::again;
  return leave_out_cause(job_.omit, lost) ? Next::again : Next::unjudged;
}

Judgement unjudged(const std::filesystem::path& data_folder) {
  Judgement judgement;
  judgement.findings = {checks::check_failed(checks::Rules(data_folder), "", "processes that judge it crash")};
  return judgement;
}

}  // namespace prongsai::workers
