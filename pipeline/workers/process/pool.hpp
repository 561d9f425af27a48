// The coordinator's side: a process that has loaded everything, and a fresh copy of it for each document, so many at a
// time. A copy that dies or passes its limits costs its own document.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/workers/messages/wire.hpp"
#include "pipeline/workers/process/executor.hpp"
#include "pipeline/workers/process/loaded_process.hpp"
#include "pipeline/workers/process/process.hpp"
#include "pipeline/workers/sandbox/limits.hpp"

namespace prongsai::workers {

class Pool : public Executor {
 public:
  Pool(Launcher launch, int workers, const WorkerLimits& limits);
  ~Pool() override;  // ends all readers at once
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  [[nodiscard]] bool has_free() const override;
  [[nodiscard]] int busy() const override;
  void submit(std::uint64_t ticket, const Job& job, bool fresh) override;
  // Throws when nothing can be loaded. A loaded process that is ended from outside costs the jobs that wait for it a
  // try, unless that goes on and on.
  [[nodiscard]] std::vector<JobEvent> wait(std::chrono::milliseconds at_most) override;
  [[nodiscard]] std::string engine_version() const override { return loaded_.engine_version(); }
  [[nodiscard]] std::string notice() const override { return loaded_.notice(); }

 private:
  struct Reader;

  void hear_loaded(bool spoke, std::vector<JobEvent>& events);
  void start(Reader& reader);
  void end(Reader& reader);
  void read_from(Reader& reader, std::vector<JobEvent>& events);
  void take(Reader& reader, const std::string& message, std::vector<JobEvent>& events);
  void take_step(Reader& reader, std::size_t bytes, const std::string& step);
  static void tell_place(const Reader& reader, JobEvent& event);
  void lose(Reader& reader, const std::string& reason, Blame blame, std::vector<JobEvent>& events);
  void lose_ended(Reader& reader, std::vector<JobEvent>& events);
  void kill_overdue(std::vector<JobEvent>& events);

  LoadedProcess loaded_;
  WorkerLimits limits_;
  std::vector<std::unique_ptr<Reader>> readers_;
};

}  // namespace prongsai::workers
