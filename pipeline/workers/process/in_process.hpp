// Jobs done in this very process, one after the other: no limits, no sandbox. For measuring and debugging only.
#pragma once

#include <memory>
#include <optional>

#include "pipeline/workers/process/executor.hpp"
#include "pipeline/workers/process/worker.hpp"

namespace prongsai::workers {

[[nodiscard]] std::unique_ptr<Executor> make_in_process(Loaded loaded);

}  // namespace prongsai::workers
