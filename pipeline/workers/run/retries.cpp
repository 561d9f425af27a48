#include "pipeline/workers/run/retries.hpp"

#include <stdlib.h>
#include <unistd.h>

namespace prongsai::workers {
namespace {

// The second try is alone in this run; others may keep the machine busy all the same.
constexpr int kOwnTries = 2;
constexpr double kQuietLoad = 1.5;  // processes that want to run, a core

}  // namespace

bool machine_is_quiet() {
  double load = 0;
  return getloadavg(&load, 1) != 1 || load < kQuietLoad * static_cast<double>(sysconf(_SC_NPROCESSORS_ONLN));
}

Verdict Tries::lose(Blame blame, const RetryRules& rules, int deferrals) {
  wait_ = std::chrono::milliseconds(0);
  if (blame != Blame::outside) {
    if (++own_ < kOwnTries) return Verdict::again;
    if (blame == Blame::clock) return Verdict::deferred;
    const bool its_own = blame == Blame::document || deferrals >= rules.processor_runs || rules.quiet();
    return its_own ? Verdict::failed : Verdict::deferred;
  }
  if (static_cast<std::size_t>(outside_) >= rules.back_off.size()) {
    ++outside_;
    return Verdict::deferred;
  }
  wait_ = rules.back_off[static_cast<std::size_t>(outside_++)];
  return Verdict::again;
}

}  // namespace prongsai::workers
