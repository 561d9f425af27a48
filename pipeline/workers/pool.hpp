// The coordinator's side: worker processes, one a slot, each with at most one job; started when needed, replaced when
// they die or pass their limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/workers/limits.hpp"
#include "pipeline/workers/process.hpp"
#include "pipeline/workers/wire.hpp"

namespace prongsai::workers {

struct PoolEvent {
  enum class Kind {
    page,  // took up reply.page_no
    done,  // reply
    lost,  // the worker died or was killed for passing a limit: reason
  };
  Kind kind = Kind::page;
  std::uint64_t ticket = 0;
  Reply reply;
  std::string reason;  // one English clause
};

class Pool {
 public:
  Pool(Launcher launch, int workers, const WorkerLimits& limits);
  ~Pool();  // ends all workers at once
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  [[nodiscard]] bool has_free() const;
  [[nodiscard]] int busy() const;

  // Hands a job to a free worker; with `fresh`, to one that has done nothing before.
  void submit(std::uint64_t ticket, const Job& job, bool fresh = false);

  // Waits until something happened, at most so long. Throws std::runtime_error when a worker cannot start working:
  // every other one would fail likewise. Returns early, perhaps with nothing, when a signal arrives.
  [[nodiscard]] std::vector<PoolEvent> wait(std::chrono::milliseconds at_most);

  [[nodiscard]] const std::string& engine_version() const { return engine_version_; }  // "" until a worker is ready
  [[nodiscard]] const std::string& notice() const { return notice_; }  // what the system does not offer; "" for nothing

 private:
  struct Worker;

  void start(Worker& worker);
  void stop(Worker& worker);
  void read_from(Worker& worker, std::vector<PoolEvent>& events);
  void take(Worker& worker, Reply reply, std::vector<PoolEvent>& events);
  void lose(Worker& worker, const std::string& reason, std::vector<PoolEvent>& events);
  void kill_overdue(std::vector<PoolEvent>& events);

  Launcher launch_;
  WorkerLimits limits_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::string engine_version_;
  std::string notice_;
};

}  // namespace prongsai::workers
