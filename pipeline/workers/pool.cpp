#include "pipeline/workers/pool.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <optional>
#include <stdexcept>

namespace prongsai::workers {
namespace {

using Clock = std::chrono::steady_clock;

// A worker that holds more than this after a job is replaced: memory that a library lost or scattered.
constexpr long long kReplaceAboveKib = 600 * 1024;

// So many workers in a row that somebody ended while they loaded: then no work can be done.
constexpr int kMostLostLoading = 10;

}  // namespace

struct Pool::Worker {
  int slot = 0;
  Child child;  // pid -1: not running
  MessageBuffer incoming;
  bool ready = false;
  int jobs_done = 0;
  std::optional<std::uint64_t> ticket;
  int page_no = 0;
  Clock::time_point job_began;
  Clock::time_point last_step;

  [[nodiscard]] bool running() const { return child.pid > 0; }
};

Pool::Pool(Launcher launch, int workers, const WorkerLimits& limits) : launch_(std::move(launch)), limits_(limits) {
  for (int slot = 0; slot < workers; ++slot) {
    workers_.push_back(std::make_unique<Worker>());
    workers_.back()->slot = slot;
  }
}

Pool::~Pool() {
  for (const auto& worker : workers_) stop(*worker);
}

bool Pool::has_free() const {
  return std::any_of(workers_.begin(), workers_.end(), [](const auto& worker) { return !worker->ticket; });
}

int Pool::busy() const {
  return static_cast<int>(std::count_if(workers_.begin(), workers_.end(), [](const auto& w) { return w->ticket; }));
}

void Pool::start(Worker& worker) {
  worker.child = launch_(worker.slot);
  worker.incoming = {};
  worker.ready = false;
  worker.jobs_done = 0;
}

void Pool::stop(Worker& worker) {
  if (!worker.running()) return;
  kill(worker.child.pid, SIGKILL);
  int status = 0;
  while (waitpid(worker.child.pid, &status, 0) < 0 && errno == EINTR) {
  }
  worker.child = {};
}

void Pool::submit(std::uint64_t ticket, const Job& job, bool fresh) {
  // A worker that runs already is preferred to starting another.
  Worker* chosen = nullptr;
  for (const auto& worker : workers_) {
    if (!worker->ticket && (chosen == nullptr || (worker->running() && !chosen->running()))) chosen = worker.get();
  }
  assert(chosen != nullptr && "submit() needs has_free()");
  if (fresh && chosen->jobs_done > 0) stop(*chosen);
  if (!chosen->running()) start(*chosen);
  chosen->ticket = ticket;
  chosen->page_no = 0;
  chosen->job_began = chosen->last_step = Clock::now();
  // When this fails the worker is dead or hangs; the next wait() sees it.
  (void)send_message(chosen->child.socket.fd(), encode(job));
}

std::vector<JobEvent> Pool::wait(std::chrono::milliseconds at_most) {
  std::vector<pollfd> polled;
  std::vector<Worker*> owners;
  for (const auto& worker : workers_) {
    if (!worker->running()) continue;
    polled.push_back({worker->child.socket.fd(), POLLIN, 0});
    owners.push_back(worker.get());
  }
  std::vector<JobEvent> events;
  const int ready = poll(polled.data(), polled.size(), static_cast<int>(at_most.count()));
  for (std::size_t i = 0; ready > 0 && i < polled.size(); ++i) {
    if (polled[i].revents != 0) read_from(*owners[i], events);
  }
  kill_overdue(events);
  return events;
}

void Pool::read_from(Worker& worker, std::vector<JobEvent>& events) {
  const bool open = worker.incoming.fill(worker.child.socket.fd());
  while (const auto message = worker.incoming.next()) {
    try {
      take(worker, decode_reply(*message), events);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::runtime_error& error) {
      if (!worker.ready) throw;
      lose(worker, error.what(), Blame::document, events);
      return;
    }
  }
  if (!open && worker.running()) lose(worker, "", Blame::document, events);
}

void Pool::take(Worker& worker, Reply reply, std::vector<JobEvent>& events) {
  worker.last_step = Clock::now();
  switch (reply.kind) {
    case Reply::Kind::ready:
      worker.ready = true;
      lost_loading_ = 0;
      engine_version_ = reply.engine_version;
      notice_ = reply.notice;
      return;
    case Reply::Kind::fatal:
      worker.ready = false;
      throw std::runtime_error(reply.message);
    case Reply::Kind::page:
      worker.page_no = reply.page_no;
      if (worker.ticket) events.push_back({JobEvent::Kind::page, *worker.ticket, std::move(reply), ""});
      return;
    case Reply::Kind::done:
      if (!worker.ticket) return;  // it answers what nobody asked
      ++worker.jobs_done;
      const bool too_big = reply.resident_kib > kReplaceAboveKib;
      events.push_back({JobEvent::Kind::done, *worker.ticket, std::move(reply), ""});
      worker.ticket.reset();
      if (too_big) stop(worker);
      return;
  }
}

void Pool::lose(Worker& worker, const std::string& reason, Blame blame, std::vector<JobEvent>& events) {
  const bool was_ready = worker.ready;
  const std::filesystem::path log = worker.child.log;
  std::string why = reason;
  if (why.empty()) {
    int status = 0;
    while (waitpid(worker.child.pid, &status, 0) < 0 && errno == EINTR) {
    }
    worker.child = {};
    why = "the reading process " + describe_end(status);
    blame = blame_of(status);
  }
  stop(worker);
  const std::string said = last_line(log);
  if (!said.empty()) why += "; its last words: " + said;
  if (worker.page_no > 0) why += "; at page " + std::to_string(worker.page_no);
  if (!was_ready && ((blame != Blame::outside && blame != Blame::clock) || ++lost_loading_ > kMostLostLoading)) {
    throw std::runtime_error("a worker cannot start: " + why);
  }
  if (worker.ticket) events.push_back({JobEvent::Kind::lost, *worker.ticket, {}, why, blame});
  worker.ticket.reset();
}

void Pool::kill_overdue(std::vector<JobEvent>& events) {
  const auto now = Clock::now();
  for (const auto& worker : workers_) {
    if (!worker->ticket || !worker->running()) continue;
    if (now - worker->last_step > std::chrono::seconds(limits_.step_seconds)) {
      lose(*worker, "made no progress for " + std::to_string(limits_.step_seconds) + " seconds", Blame::clock, events);
    } else if (now - worker->job_began > std::chrono::seconds(limits_.document_seconds)) {
      lose(*worker, "took more than " + std::to_string(limits_.document_seconds) + " seconds", Blame::clock, events);
    }
  }
}

}  // namespace prongsai::workers
