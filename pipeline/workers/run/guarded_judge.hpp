// Judging in a reading process, for programs that must outlive it: what breaks there costs its own findings.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "models/judgement.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"
#include "pipeline/workers/process/executor.hpp"

namespace prongsai::workers {

// Each of a judgement's processes was ended from outside: another time may do.
class JudgedLater : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class GuardedJudge {
 public:
  using MakeExecutor = std::function<std::unique_ptr<Executor>()>;

  // `make` is called at the first judgement.
  GuardedJudge(std::filesystem::path data_folder, MakeExecutor make);

  // A check at which the process ends is left out of the next try, and `check_failed` stands in its place; where
  // nothing helps, that alone. Throws JudgedLater, and std::runtime_error where no process can be started. From any
  // thread, one after the other.
  [[nodiscard]] Judgement judge(const Submission& submission, const Record& record);

 private:
  [[nodiscard]] JobEvent outcome_of(const Job& job);

  std::filesystem::path data_folder_;
  MakeExecutor make_;
  std::mutex mutex_;
  std::unique_ptr<Executor> executor_;
  std::uint64_t last_ticket_ = 0;
};

}  // namespace prongsai::workers
