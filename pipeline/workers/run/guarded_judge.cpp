#include "pipeline/workers/run/guarded_judge.hpp"

#include <chrono>
#include <stdexcept>
#include <utility>

#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/step_guard.hpp"
#include "pipeline/workers/process/leave_out.hpp"

namespace prongsai::workers {
namespace {

constexpr int kMostFromOutside = 3;
constexpr std::chrono::milliseconds kJudgePatience{200};

// What the next try does without. False: there is no further one.
bool leave_out_cause(Omissions& omit, const JobEvent& lost) {
  if (omit.all_checks) return false;
  if (lost.reply.step.empty() || !leave_out_step(omit, lost.reply.step, lost.blame)) omit.all_checks = true;
  return true;
}

}  // namespace

GuardedJudge::GuardedJudge(std::filesystem::path data_folder, MakeExecutor make)
    : data_folder_(std::move(data_folder)), make_(std::move(make)) {}

Judgement GuardedJudge::judge(const Submission& submission, const Record& record) {
  const std::lock_guard lock(mutex_);
  Job job;
  job.kind = Job::Kind::judge;
  job.submission = submission;
  job.record = record;
  for (int from_outside = 0;;) {
    JobEvent end = outcome_of(job);
    if (end.kind == JobEvent::Kind::done) return std::move(end.reply.judgement);
    if (end.blame != Blame::outside) {
      if (!leave_out_cause(job.omit, end)) return unjudged();
    } else if (++from_outside == kMostFromOutside) {
      throw std::runtime_error("it could not be judged: " + end.reason);
    }
  }
}

JobEvent GuardedJudge::outcome_of(const Job& job) try {
  if (!executor_) executor_ = make_();
  executor_->submit(++last_ticket_, job, true);
  for (;;) {
    for (JobEvent& event : executor_->wait(kJudgePatience)) {
      if (event.ticket == last_ticket_ && event.kind != JobEvent::Kind::page) return std::move(event);
    }
  }
} catch (...) {
  executor_.reset();
  throw;
}

Judgement GuardedJudge::unjudged() const {
  Judgement judgement;
  judgement.findings = {checks::check_failed(checks::Rules(data_folder_), "", "processes that judge it crash")};
  return judgement;
}

}  // namespace prongsai::workers
