// Comparing all submissions in a process of its own (across_run.hpp): where that crashes or hangs at one of them, the
// others are compared without it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "pipeline/store/store.hpp"
#include "pipeline/workers/process/process.hpp"

namespace prongsai::workers {

// Submissions, and why they are not compared, one English clause.
using LeftOut = std::map<std::int64_t, std::string>;

// Starts a process that ends in serve_comparing(), told what to leave out.
using LaunchComparing = std::function<Child(const LeftOut& leave_out)>;

struct ComparingLimits {
  std::chrono::seconds of_one{180};   // by the clock, for one submission, which takes milliseconds
  std::chrono::seconds of_all{3600};  // … for what is done of all together: sorting many sketches takes minutes
  std::function<bool()> interrupted;  // true ends it at once; may be empty
};

struct Compared {
  bool done = false;
  // Else: why it was given up, one English clause; "" where it was interrupted. Its process was ended from outside, ran
  // out of time or crashed again and again, or did so at no submission. The findings of the last comparison stay, and
  // the next run compares.
  std::string why;
};

// Throws std::runtime_error as judge_across() in that process did, and when none can be started.
[[nodiscard]] Compared compare_guarded(const LaunchComparing& launch, const ComparingLimits& limits = {});

// The started process's part: allows itself so much processor time for one submission. Returns its exit status. The
// store is its own.
int serve_comparing(int fd, store::Store& store, const std::filesystem::path& data_folder,
                    const std::string& judge_version, const LeftOut& leave_out, int cpu_seconds_of_one = 60);

}  // namespace prongsai::workers
