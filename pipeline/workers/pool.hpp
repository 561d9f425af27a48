// The coordinator's side: worker processes, one a slot, each with at most one job; started when needed, replaced when
// they die or pass their limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/workers/executor.hpp"
#include "pipeline/workers/limits.hpp"
#include "pipeline/workers/process.hpp"
#include "pipeline/workers/wire.hpp"

namespace prongsai::workers {

class Pool : public Executor {
 public:
  Pool(Launcher launch, int workers, const WorkerLimits& limits);
  ~Pool() override;  // ends all workers at once
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  [[nodiscard]] bool has_free() const override;
  [[nodiscard]] int busy() const override;
  void submit(std::uint64_t ticket, const Job& job, bool fresh) override;
  // Throws when a worker cannot start working: every other one would fail likewise. One that is ended from outside
  // while it loads is lost like any other, unless that goes on and on.
  [[nodiscard]] std::vector<JobEvent> wait(std::chrono::milliseconds at_most) override;
  [[nodiscard]] std::string engine_version() const override { return engine_version_; }
  [[nodiscard]] std::string notice() const override { return notice_; }

 private:
  struct Worker;

  void start(Worker& worker);
  void stop(Worker& worker);
  void read_from(Worker& worker, std::vector<JobEvent>& events);
  void take(Worker& worker, Reply reply, std::vector<JobEvent>& events);
  void lose(Worker& worker, const std::string& reason, Blame blame, std::vector<JobEvent>& events);
  void kill_overdue(std::vector<JobEvent>& events);

  Launcher launch_;
  WorkerLimits limits_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::string engine_version_;
  std::string notice_;
  int lost_loading_ = 0;  // workers that were ended from outside before they were ready, since the last that was
};

}  // namespace prongsai::workers
