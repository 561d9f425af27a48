// The loaded process's side of copying itself: for each request a copy, a child of the coordinator, that does one job.
// For processes with one thread that open no untrusted file themselves.
#pragma once

#include <functional>

#include "pipeline/workers/process/fork_request.hpp"

namespace prongsai::workers {

// Signals that the coordinator decides about, and errors of calls that are seen where they are made.
void ignore_signals();

// Makes copies until the coordinator hangs up; a copy ends with the status that `in_copy` returns. The copy finds its
// socket on kWorkerSocket and its log on both outputs, and dies with the coordinator.
void serve_copies(int fd, const std::function<int(const CopyRequest&)>& in_copy);

}  // namespace prongsai::workers
