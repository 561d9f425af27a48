// What follows when a document's reading is lost: another try, now or later, or the end of it.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "pipeline/workers/process/blame.hpp"

namespace prongsai::workers {

// This machine has done little else over the last minute.
[[nodiscard]] bool machine_is_quiet();

struct RetryRules {
  // Waits before each further try after a cause from outside; with the last one lost, the document is deferred.
  std::vector<std::chrono::milliseconds> back_off{std::chrono::milliseconds(0), std::chrono::seconds(2),
                                                  std::chrono::seconds(8)};
  // So many runs that put a document off, and its processor time is its own doing, quiet machine or not; and where each
  // try of another run ends at one page again, whatever the cause, that page is left out.
  int runs_put_off = 3;
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
  // A try is lost, at a page or (0) at none. `deferrals`: runs before this one that put the document off.
  [[nodiscard]] Verdict lose(Blame blame, int page_no, const RetryRules& rules, int deferrals);

  // Whether the loss told last is the page's doing, so that a reading with less of it may come further.
  [[nodiscard]] bool is_the_pages() const { return is_the_pages_; }

  [[nodiscard]] std::chrono::milliseconds wait() const { return wait_; }  // before the next
  [[nodiscard]] int lost() const { return lost_; }

 private:
  Verdict verdict_on(Blame blame, const RetryRules& rules, int deferrals);

  int lost_ = 0;
  int own_ = 0;
  int outside_ = 0;
  std::optional<int> page_no_;  // of all losses; 0: of none or of several
  bool is_the_pages_ = false;
  std::chrono::milliseconds wait_{0};
};

}  // namespace prongsai::workers
