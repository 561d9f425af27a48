#include "pipeline/workers/run/retries.hpp"

#include <stdlib.h>
#include <unistd.h>

namespace prongsai::workers {
namespace {

// The second try is alone in this run; others may keep the machine busy all the same.
constexpr int kOwnTries = 2;
constexpr double kQuietLoad = 1.5;  // processes that want to run, a core

// A page's memory and its processor time; a crash that comes twice is no chance.
bool comes_each_time(Blame blame, Verdict verdict) {
  return blame == Blame::memory || blame == Blame::processor ||
         (blame == Blame::document && verdict == Verdict::failed);
}

}  // namespace

bool machine_is_quiet() {
  double load = 0;
  return getloadavg(&load, 1) != 1 || load < kQuietLoad * static_cast<double>(sysconf(_SC_NPROCESSORS_ONLN));
}

Verdict Tries::lose(Blame blame, int page_no, const RetryRules& rules, int deferrals) {
  ++lost_;
  page_no_ = page_no_.value_or(page_no) == page_no ? page_no : 0;
  const Verdict verdict = verdict_on(blame, rules, deferrals);
  const bool again_and_again = verdict == Verdict::deferred && *page_no_ > 0 && deferrals >= rules.runs_put_off;
  if (again_and_again) {
    page_no_.reset();
    own_ = outside_ = 0;
  }
  is_the_pages_ = again_and_again || comes_each_time(blame, verdict);
  return verdict;
}

Verdict Tries::verdict_on(Blame blame, const RetryRules& rules, int deferrals) {
  wait_ = std::chrono::milliseconds(0);
  if (blame == Blame::memory) return Verdict::failed;
  if (blame != Blame::outside) {
    if (++own_ < kOwnTries) return Verdict::again;
    if (blame == Blame::clock) return Verdict::deferred;
    const bool its_own = blame == Blame::document || deferrals >= rules.runs_put_off || rules.quiet();
    return its_own ? Verdict::failed : Verdict::deferred;
  }
  if (static_cast<std::size_t>(outside_) >= rules.back_off.size()) return Verdict::deferred;
  wait_ = rules.back_off[static_cast<std::size_t>(outside_++)];
  return Verdict::again;
}

}  // namespace prongsai::workers
