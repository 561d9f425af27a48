// One judgement in reading processes, and what becomes of it where they end.
#pragma once

#include <filesystem>

#include "models/judgement.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"
#include "pipeline/workers/process/executor.hpp"

namespace prongsai::workers {

class JudgeJob {
 public:
  JudgeJob(Submission submission, Record record);

  [[nodiscard]] const Job& job() const { return job_; }

  enum class Next {
    again,     // with what job() says by now
    unjudged,  // nothing helps: unjudged() stands in place of its judgement
    put_off,   // ended from outside again and again: another time may do
  };
  // A check at which the process ended is left out of the next try, and `check_failed` stands in its place.
  [[nodiscard]] Next lose(const JobEvent& lost);

 private:
  Job job_;
  int from_outside_ = 0;
};

// Of a document that no process can judge: that finding alone.
[[nodiscard]] Judgement unjudged(const std::filesystem::path& data_folder);

}  // namespace prongsai::workers
