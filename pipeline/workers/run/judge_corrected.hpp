// Judging what reviewers set right: a report with corrections is judged by its corrected values, also after it was read
// or judged anew by what the program reads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>

#include "models/judgement.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::workers {

// From any thread, as far as `judge` is.
class CorrectedJudge {
 public:
  using JudgeRecord = std::function<Judgement(const Submission&, const Record&)>;

  // `judge`: where the judging is done (GuardedJudge); empty: in this process. Nothing is loaded before it is needed.
  explicit CorrectedJudge(std::filesystem::path data_folder, JudgeRecord judge = {})
      : data_folder_(std::move(data_folder)), judge_(std::move(judge)) {}

  // One submission, now. Nothing is written where the judgement is the one that is there.
  void judge(store::Store& store, const store::StoredSubmission& submission);

  // What is held against a submission by what the program read, whatever was set right. Writes nothing.
  [[nodiscard]] Judgement judge_as_read(store::Store& store, const store::StoredSubmission& submission);

  // All that have corrections. `tell` is told of those that no process lived long enough to judge; the others follow.
  void judge_all(store::Store& store, const std::function<void(const std::string& line)>& tell);

 private:
  void load();

  std::filesystem::path data_folder_;
  JudgeRecord judge_;
  std::once_flag loaded_;
  std::string version_;
};

}  // namespace prongsai::workers
