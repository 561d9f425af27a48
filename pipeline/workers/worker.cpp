#include "pipeline/workers/worker.hpp"

#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <exception>

#include "pipeline/workers/channel.hpp"
#include "pipeline/workers/sandbox.hpp"

namespace prongsai::workers {
namespace {

// The interrupt key reaches the whole process group; the coordinator alone decides what it means. Too long a log and a
// coordinator that is gone are seen as errors of the call.
void ignore_signals() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGXFSZ, SIGPIPE}) signal(number, SIG_IGN);
}

// Standard error is the worker's own log file; it holds the words of the current document only.
void begin_log() {
  if (ftruncate(STDERR_FILENO, 0) == 0) lseek(STDERR_FILENO, 0, SEEK_SET);
}

Reply do_job(const Job& job, const WorkerSettings& settings, const Handler& handle) {
  const auto begin = std::chrono::steady_clock::now();
  renew_processor_time(settings.limits.step_seconds);
  Reply reply = handle(job, [&](int page_no, int page_count) {
    renew_processor_time(settings.limits.step_seconds);
    Reply page;
    page.kind = Reply::Kind::page;
    page.page_no = page_no;
    page.page_count = page_count;
    (void)send_message(settings.fd, encode(page));  // a coordinator that is gone is seen when the job is done
  });
  reply.kind = Reply::Kind::done;
  reply.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const MemoryUse memory = memory_use();
  reply.resident_kib = memory.now_kib;
  reply.peak_kib = memory.peak_kib;
  return reply;
}

int refuse_work(int fd, const std::string& why) {
  Reply reply;
  reply.kind = Reply::Kind::fatal;
  reply.message = why;
  (void)send_message(fd, encode(reply));
  return 1;
}

}  // namespace

int run_worker(const WorkerSettings& settings, const std::function<Loaded()>& load) {
  ignore_signals();
  apply_limits(settings.limits);
  try {
    const Loaded loaded = load();
    Reply ready;
    ready.engine_version = loaded.engine_version;
    ready.notice = settings.sandbox ? enter_sandbox() : "";
    if (!send_message(settings.fd, encode(ready))) return 0;
    while (const auto message = receive_message(settings.fd)) {
      begin_log();
      if (!send_message(settings.fd, encode(do_job(decode_job(*message), settings, loaded.handle)))) return 0;
    }
    return 0;
  } catch (const std::exception& error) {
    return refuse_work(settings.fd, error.what());
  }
}

}  // namespace prongsai::workers
