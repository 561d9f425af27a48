// Judging what reviewers set right: a report with corrections is judged by its corrected values, also after it was read
// or judged anew by what the program reads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/stages/extract.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::workers {

class CorrectedJudge {
 public:
  // Nothing is loaded before it is needed.
  explicit CorrectedJudge(std::filesystem::path data_folder) : data_folder_(std::move(data_folder)) {}
  ~CorrectedJudge();

  // One submission, now. Nothing is written where the judgement is the one that is there.
  void judge(store::Store& store, const store::StoredSubmission& submission);

  // What is held against a submission by what the program read, whatever was set right. Writes nothing.
  [[nodiscard]] Judgement judge_as_read(store::Store& store, const store::StoredSubmission& submission);

  // All that have corrections.
  void judge_all(store::Store& store);

 private:
  void load();

  std::filesystem::path data_folder_;
  std::unique_ptr<stages::Extractor> extractor_;
  std::string version_;
};

}  // namespace prongsai::workers
