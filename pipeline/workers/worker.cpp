#include "pipeline/workers/worker.hpp"

#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <exception>
#include <iostream>

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
  renew_processor_time(settings.limits.step_cpu_seconds);
  return timed_job(handle, job, [&](int page_no, int page_count) {
    renew_processor_time(settings.limits.step_cpu_seconds);
    Reply page;
    page.kind = Reply::Kind::page;
    page.page_no = page_no;
    page.page_count = page_count;
    (void)send_message(settings.fd, encode(page));  // a coordinator that is gone is seen when the job is done
  });
}

int refuse_work(int fd, const std::string& why) {
  Reply reply;
  reply.kind = Reply::Kind::fatal;
  reply.message = why;
  (void)send_message(fd, encode(reply));
  return 1;
}

// Jobs until the coordinator hangs up. What a job throws is the end of this worker, and its last words.
int work(const WorkerSettings& settings, const Handler& handle) {
  try {
    while (const auto message = receive_message(settings.fd)) {
      begin_log();
      if (!send_message(settings.fd, encode(do_job(decode_job(*message), settings, handle)))) break;
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}

}  // namespace

Reply timed_job(const Handler& handle, const Job& job, const OnPage& on_page) {
  const auto begin = std::chrono::steady_clock::now();
  Reply reply = handle(job, on_page);
  reply.kind = Reply::Kind::done;
  reply.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const MemoryUse memory = memory_use();
  reply.resident_kib = memory.now_kib;
  reply.peak_kib = memory.peak_kib;
  return reply;
}

int run_worker(const WorkerSettings& settings, const std::function<Loaded()>& load) {
  ignore_signals();
  apply_limits(settings.limits);
  Loaded loaded;
  try {
    loaded = load();
  } catch (const std::exception& error) {
    return refuse_work(settings.fd, error.what());
  }
  Reply ready;
  ready.engine_version = loaded.engine_version;
  ready.notice = settings.sandbox ? enter_sandbox() : "";
  return send_message(settings.fd, encode(ready)) ? work(settings, loaded.handle) : 0;
}

}  // namespace prongsai::workers
