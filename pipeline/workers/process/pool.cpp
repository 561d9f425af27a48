#include "pipeline/workers/process/pool.hpp"

#include <poll.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <stdexcept>
#include <utility>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/workers/messages/vetting.hpp"

namespace prongsai::workers {
namespace {

using Clock = std::chrono::steady_clock;

// An honest reader tells of each page once or twice.
constexpr int kMostPageMessages = 4;
constexpr std::size_t kLongestPageMessage = 4096;
// … and of each check once.
constexpr int kMostStepMessages = 400;

// A reader said what no sound one says.
class Distrust : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

Reply understand(const std::string& message) {
  try {
    return decode_reply(message);
  } catch (const std::runtime_error& error) {
    throw Distrust(error.what());
  }
}

// A reason may quote what a reader said.
std::string tellable(const std::string& reason) {
  constexpr std::size_t kLongestReason = 400;
  return text::cleaned(text::cut(reason, kLongestReason));
}

}  // namespace

// A place for one job at a time, and the process that does it.
struct Pool::Reader {
  std::optional<std::uint64_t> ticket;  // none: free
  Job job;
  Child child;  // pid -1: not started yet
  MessageBuffer incoming;
  int page_no = 0;
  bool after_pages = false;
  std::string step;
  int page_messages = 0;
  int step_messages = 0;
  long long peak_kib = 0;  // of the last child, when it has ended
  Clock::time_point began = Clock::now();
  Clock::time_point last_step;

  [[nodiscard]] bool running() const { return child.pid > 0; }
  [[nodiscard]] bool waiting() const { return ticket && !running(); }
};

namespace {

// Where a reader was, for a reason.
std::string place_in_words(int page_no, bool after_pages, const std::string& step) {
  if (page_no > 0) return "; at page " + std::to_string(page_no);
  if (!step.empty()) return "; in the step " + step;
  return after_pages ? "; after its last page" : "";
}

}  // namespace

Pool::Pool(Launcher launch, int workers, const WorkerLimits& limits) : loaded_(std::move(launch)), limits_(limits) {
  for (int i = 0; i < workers; ++i) readers_.push_back(std::make_unique<Reader>());
}

Pool::~Pool() {
  for (const auto& reader : readers_) end(*reader);
}

bool Pool::has_free() const {
  return std::any_of(readers_.begin(), readers_.end(), [](const auto& reader) { return !reader->ticket; });
}

int Pool::busy() const {
  return static_cast<int>(std::count_if(readers_.begin(), readers_.end(), [](const auto& r) { return r->ticket; }));
}

void Pool::submit(std::uint64_t ticket, const Job& job, bool /*fresh: always*/) {
  const auto free = std::find_if(readers_.begin(), readers_.end(), [](const auto& reader) { return !reader->ticket; });
  assert(free != readers_.end() && "submit() needs has_free()");
  Reader& reader = **free;
  reader.ticket = ticket;
  reader.job = job;
  reader.peak_kib = 0;
  reader.began = Clock::now();
  if (!loaded_.running()) loaded_.start();
  start(reader);
}

// Where everything is loaded; else the job waits.
void Pool::start(Reader& reader) {
  if (!loaded_.ready()) return;
  auto child = loaded_.copy(file_to_open(reader.job));
  if (!child) return;
  reader.child = std::move(*child);
  reader.incoming = {};
  reader.page_no = 0;
  reader.after_pages = false;
  reader.step.clear();
  reader.page_messages = reader.step_messages = 0;
  reader.began = reader.last_step = Clock::now();
  // When this fails the reader is dead or hangs; the next wait() sees it.
  (void)send_message(reader.child.socket.fd(), encode(reader.job));
}

void Pool::end(Reader& reader) {
  if (reader.running()) reader.peak_kib = kill_and_wait(reader.child.pid).peak_kib;
  reader.child = {};
}

std::vector<JobEvent> Pool::wait(std::chrono::milliseconds at_most) {
  std::vector<pollfd> polled = {{loaded_.running() ? loaded_.fd() : -1, POLLIN, 0}};
  for (const auto& reader : readers_) polled.push_back({reader->running() ? reader->child.socket.fd() : -1, POLLIN, 0});
  std::vector<JobEvent> events;
  const int ready = poll(polled.data(), polled.size(), static_cast<int>(at_most.count()));
  for (std::size_t i = 1; ready > 0 && i < polled.size(); ++i) {
    if (polled[i].revents != 0) read_from(*readers_[i - 1], events);
  }
  hear_loaded(ready > 0 && polled[0].revents != 0, events);
  kill_overdue(events);
  return events;
}

// Jobs wait while the process loads; with one that is gone, they have lost a try.
void Pool::hear_loaded(bool spoke, std::vector<JobEvent>& events) {
  if (spoke) loaded_.hear();
  const bool overdue =
      loaded_.running() && !loaded_.ready() && loaded_.age() > std::chrono::seconds(limits_.step_seconds);
  if (overdue) loaded_.give_up("does not get ready");
  for (const auto& reader : readers_) {
    if (!reader->waiting()) continue;
    if (loaded_.running()) start(*reader);
    if (!loaded_.running()) lose(*reader, loaded_.why_lost(), Blame::outside, events);
  }
}

void Pool::read_from(Reader& reader, std::vector<JobEvent>& events) {
  const MessageBuffer::Stream stream = reader.incoming.fill(reader.child.socket.fd());
  try {
    while (reader.running()) {
      const auto message = reader.incoming.next();
      if (!message) break;
      take(reader, *message, events);
    }
  } catch (const Distrust& fault) {
    return lose(reader, fault.what(), Blame::document, events);
  }
  if (!reader.running() || stream == MessageBuffer::Stream::open) return;
  if (stream == MessageBuffer::Stream::too_long) {
    lose(reader, "announced a message longer than any", Blame::document, events);
  } else {
    lose_ended(reader, events);
  }
}

// What a reader says is believed only where it answers its job; all else costs it that.
void Pool::take(Reader& reader, const std::string& message, std::vector<JobEvent>& events) {
  Reply reply = understand(message);
  if (const auto fault = fault_of(reply, reader.job)) throw Distrust("gave a wrong answer: " + *fault);
  reader.last_step = Clock::now();
  if (reply.kind == Reply::Kind::page) {
    if (message.size() > kLongestPageMessage || ++reader.page_messages > kMostPageMessages * reply.page_count) {
      throw Distrust("talked too much");
    }
    reader.page_no = reply.page_no;
    reader.step.clear();
    events.push_back({JobEvent::Kind::page, *reader.ticket, std::move(reply), ""});
    return;
  }
  if (reply.kind == Reply::Kind::step) return take_step(reader, message.size(), reply.step);
  if (reply.kind != Reply::Kind::done) throw Distrust("spoke out of turn");
  end(reader);  // it has had its one document
  events.push_back({JobEvent::Kind::done, *std::exchange(reader.ticket, std::nullopt), std::move(reply), ""});
}

void Pool::take_step(Reader& reader, std::size_t bytes, const std::string& step) {
  if (bytes > kLongestPageMessage || ++reader.step_messages > kMostStepMessages) throw Distrust("talked too much");
  reader.after_pages = true;
  reader.page_no = 0;
  reader.step = step;
}

// One that closed its socket: how it ended tells whose doing that is.
void Pool::lose_ended(Reader& reader, std::vector<JobEvent>& events) {
  const auto end = ended(reader.child.pid);
  if (!end) return lose(reader, "the reading process hung up and lived on", Blame::document, events);
  reader.child.pid = -1;
  reader.peak_kib = end->peak_kib;
  lose(reader, "the reading process " + describe_end(end->status), blame_of(end->status), events);
  tell_place(reader, events.back());
}

void Pool::lose(Reader& reader, const std::string& reason, Blame blame, std::vector<JobEvent>& events) {
  JobEvent event{JobEvent::Kind::lost, 0, {}, tellable(reason), blame};
  const std::string said = last_line(reader.child.log);
  end(reader);
  event.ticket = *std::exchange(reader.ticket, std::nullopt);
  event.reply.seconds = std::chrono::duration<double>(Clock::now() - reader.began).count();
  event.reply.peak_kib = reader.peak_kib;
  if (!said.empty()) event.reason += "; its last words: " + said;
  event.reason += place_in_words(reader.page_no, reader.after_pages, reader.step);
  events.push_back(std::move(event));
}

void Pool::tell_place(const Reader& reader, JobEvent& event) {
  event.reply.page_no = reader.page_no;
  event.reply.step = reader.step;
}

void Pool::kill_overdue(std::vector<JobEvent>& events) {
  const auto now = Clock::now();
  for (const auto& reader : readers_) {
    if (!reader->running()) continue;
    std::string why;
    if (now - reader->last_step > std::chrono::seconds(limits_.step_seconds)) {
      why = "made no progress for " + std::to_string(limits_.step_seconds) + " seconds";
    } else if (now - reader->began > std::chrono::seconds(limits_.document_seconds)) {
      why = "took more than " + std::to_string(limits_.document_seconds) + " seconds";
    } else {
      continue;
    }
    lose(*reader, why, Blame::clock, events);
    tell_place(*reader, events.back());
  }
}

}  // namespace prongsai::workers
