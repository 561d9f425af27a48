// The worker's side: loads once, then reads one document after the other until the coordinator hangs up.
#pragma once

#include <functional>
#include <string>

#include "pipeline/workers/limits.hpp"
#include "pipeline/workers/wire.hpp"

namespace prongsai::workers {

using OnPage = std::function<void(int page_no, int page_count)>;

// Does a job. Gives back a Reply of kind done; throws only when it can do no more work at all.
using Handler = std::function<Reply(const Job&, const OnPage&)>;

struct Loaded {
  Handler handle;
  std::string engine_version;
};

// Does the job and fills in the reply's time and memory.
[[nodiscard]] Reply timed_job(const Handler& handle, const Job& job, const OnPage& on_page);

struct WorkerSettings {
  int fd = -1;  // the socket to the coordinator
  WorkerLimits limits;
  bool sandbox = true;
};

// Returns the process's exit status. `load` may throw std::runtime_error: the coordinator is told, and ends the run.
int run_worker(const WorkerSettings& settings, const std::function<Loaded()>& load);

}  // namespace prongsai::workers
