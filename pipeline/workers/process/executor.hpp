// Who does jobs: a pool of processes, or this process itself (for measuring and debugging).
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/workers/messages/wire.hpp"
#include "pipeline/workers/process/blame.hpp"

namespace prongsai::workers {

struct JobEvent {
  enum class Kind {
    page,  // took up reply.page_no
    done,  // reply
    lost,  // the worker died or was killed for passing a limit: reason
  };
  Kind kind = Kind::page;
  std::uint64_t ticket = 0;
  Reply reply;  // lost: seconds, peak_kib; page_no or step: where it ended (none of them, or not believed: 0, "")
  std::string reason;             // lost: why, one English clause
  Blame blame = Blame::document;  // lost: whose doing that is
};

class Executor {
 public:
  virtual ~Executor() = default;

  [[nodiscard]] virtual bool has_free() const = 0;
  [[nodiscard]] virtual int busy() const = 0;

  // Hands a job to a free worker; with `fresh`, to one that has done nothing before. Needs has_free().
  virtual void submit(std::uint64_t ticket, const Job& job, bool fresh) = 0;

  // Waits until something happened, at most so long. Throws std::runtime_error when no work can be done at all.
  // Returns early, perhaps with nothing, when a signal arrives.
  [[nodiscard]] virtual std::vector<JobEvent> wait(std::chrono::milliseconds at_most) = 0;

  // "" until the first worker is ready, or where there is no OCR engine.
  [[nodiscard]] virtual std::string engine_version() const = 0;
  // What the system does not offer; "" for nothing.
  [[nodiscard]] virtual std::string notice() const = 0;
};

}  // namespace prongsai::workers
