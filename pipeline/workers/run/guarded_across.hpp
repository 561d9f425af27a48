// Comparing all submissions in a process of its own (across_run.hpp): where that crashes at one of them, the others are
// compared without it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/store/store.hpp"
#include "pipeline/workers/process/process.hpp"

namespace prongsai::workers {

// Starts a process that ends in serve_comparing(), told what to leave out.
using LaunchComparing = std::function<Child(const std::vector<std::int64_t>& leave_out)>;

// Returns why the comparison was given up, one English clause: its process ended again and again, or at no submission;
// the findings of the last one stay then. "" where it was done. Throws std::runtime_error as judge_across() in that
// process did, and when none can be started.
[[nodiscard]] std::string compare_guarded(const LaunchComparing& launch);

// The started process's part. Returns its exit status. The store is its own.
int serve_comparing(int fd, store::Store& store, const std::filesystem::path& data_folder,
                    const std::string& judge_version, const std::vector<std::int64_t>& leave_out);

}  // namespace prongsai::workers
