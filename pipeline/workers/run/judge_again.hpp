// Judging again what a database holds, each submission in a reading process of its own: what breaks at one of them
// costs that one its findings, and no other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "pipeline/store/store.hpp"
#include "pipeline/workers/process/executor.hpp"

namespace prongsai::workers {

struct JudgeAgain {
  std::filesystem::path data_folder;
  std::string judge_version;          // of its files
  std::optional<std::int64_t> only;   // this submission; none: all
  std::function<bool()> interrupted;  // ends it at once; what is in hand stays as it was. May be empty
  std::function<void(const std::string& line)> tell;
};

struct JudgedAgain {
  long long judged = 0;
  long long put_off = 0;  // their judgements stay as they were, and were told with the cause
};

// By what reviewers set right. Throws std::runtime_error for errors of the database and where no process can be
// started.
[[nodiscard]] JudgedAgain judge_again(store::Store& store, Executor& executor, const JudgeAgain& how);

}  // namespace prongsai::workers
