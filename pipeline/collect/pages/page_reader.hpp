// Pages handed to a locked-in process, a copy of it for each, and their answers taken in while other things go on.
#pragma once

#include <poll.h>

#include <chrono>
#include <deque>
#include <functional>
#include <list>
#include <string>
#include <vector>

#include "models/result.hpp"
#include "pipeline/collect/pages/page_messages.hpp"
#include "pipeline/workers/process/loaded_process.hpp"

namespace prongsai::collect {

class PageReader {
 public:
  using Done = std::function<void(Result<PageAnswer>)>;

  // `launch` starts a process that runs run_page_worker().
  explicit PageReader(workers::Launcher launch);
  ~PageReader();
  PageReader(const PageReader&) = delete;
  PageReader& operator=(const PageReader&) = delete;

  // `done` is called by take_in(), once, with a Failure where the page cost its reader the life. Throws
  // std::runtime_error when no such process can be started.
  void read(PageJob job, Done done);

  [[nodiscard]] bool idle() const { return running_.empty() && waiting_.empty(); }
  // What to wait for, for poll().
  [[nodiscard]] std::vector<int> descriptors() const;
  // Takes in what is there without waiting, and begins what waits.
  void take_in();

  // What the system does not offer, as an English sentence; "" once a process was started where all holds.
  [[nodiscard]] const std::string& notice() const { return process_.notice(); }

 private:
  struct Running {
    workers::Child child;
    workers::MessageBuffer buffer;
    std::chrono::steady_clock::time_point until;
    Done done;
  };

  void begin(PageJob job, Done done);
  [[nodiscard]] bool advance(Running& running);

  workers::LoadedProcess process_;
  std::list<Running> running_;
  std::deque<std::pair<PageJob, Done>> waiting_;
};

}  // namespace prongsai::collect
