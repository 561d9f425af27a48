// A document of a run, on its way.
#pragma once

#include "pipeline/workers/messages/wire.hpp"
#include "pipeline/workers/run/planner.hpp"
#include "pipeline/workers/run/retries.hpp"

namespace prongsai::workers {

struct Task {
  Step step;
  Job job;
  Tries tries;
  int pages_seen = 0;  // in a worker's hands: the page taken up last
  int page_count = 0;  // 0: not known yet
};

}  // namespace prongsai::workers
