// Judging and comparing what a database holds, in processes of their own: what breaks there costs its findings and no
// command.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "pipeline/store/store.hpp"
#include "pipeline/workers/run/judge_corrected.hpp"

namespace prongsai::cli {

// Started at the first judgement; from any thread.
[[nodiscard]] std::shared_ptr<workers::CorrectedJudge> guarded_judge(const std::filesystem::path& data_folder);

struct Comparing {
  std::filesystem::path db;
  std::filesystem::path data_folder;
  std::string judge_version;
  std::optional<std::int64_t> epoch;  // that the database is held under; none: under no lease
};

// Compares all submissions (workers::judge_across()). False where that was interrupted, or given up, which `tell` is
// told: the next run does it.
[[nodiscard]] bool compare_all(store::Store& store, const Comparing& comparing,
                               const std::function<void(const std::string&)>& tell);

}  // namespace prongsai::cli
