#include "pipeline/workers/run/guarded_judge.hpp"

#include <chrono>
#include <utility>

#include "pipeline/workers/run/judge_job.hpp"

namespace prongsai::workers {
namespace {

constexpr std::chrono::milliseconds kJudgePatience{200};

}  // namespace

GuardedJudge::GuardedJudge(std::filesystem::path data_folder, MakeExecutor make)
    : data_folder_(std::move(data_folder)), make_(std::move(make)) {}

Judgement GuardedJudge::judge(const Submission& submission, const Record& record) {
  const std::lock_guard lock(mutex_);
  JudgeJob judging(submission, record);
  for (;;) {
    JobEvent end = outcome_of(judging.job());
    if (end.kind == JobEvent::Kind::done) return std::move(end.reply.judgement);
    switch (judging.lose(end)) {
      case JudgeJob::Next::again:
        break;
      case JudgeJob::Next::unjudged:
        return unjudged(data_folder_);
      case JudgeJob::Next::put_off:
        throw JudgedLater("it could not be judged: " + end.reason);
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

}  // namespace prongsai::workers
