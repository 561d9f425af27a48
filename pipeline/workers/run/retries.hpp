// What follows when a document's reading is lost: another try, now or later, or the end of it.
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include "pipeline/workers/process/blame.hpp"

namespace prongsai::workers {

// This machine has done little else over the last minute.
[[nodiscard]] bool machine_is_quiet();

struct RetryRules {
  // Waits before each further try after a cause from outside; with the last one lost, the document is deferred.
  std::vector<std::chrono::milliseconds> back_off{std::chrono::milliseconds(0), std::chrono::seconds(2),
                                                  std::chrono::seconds(8)};
  // So many runs that put a document off for its processor time, and the time is its own doing, quiet machine or not.
  int processor_runs = 3;
  std::function<bool()> quiet = machine_is_quiet;
};

enum class Verdict {
  again,     // after wait()
  failed,    // by what lies in its bytes
  deferred,  // a later run may read it
};

// The tries of one document in one run.
class Tries {
 public:
  // A try is lost. `deferrals`: runs before this one that put the document off.
  [[nodiscard]] Verdict lose(Blame blame, const RetryRules& rules, int deferrals);

  [[nodiscard]] std::chrono::milliseconds wait() const { return wait_; }  // before the next
  [[nodiscard]] int lost() const { return own_ + outside_; }

 private:
  int own_ = 0;
  int outside_ = 0;
  std::chrono::milliseconds wait_{0};
};

}  // namespace prongsai::workers
