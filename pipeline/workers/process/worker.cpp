#include "pipeline/workers/process/worker.hpp"

#include <chrono>
#include <exception>
#include <iostream>
#include <optional>

#include "pipeline/stages/files/path_text.hpp"
#include "pipeline/stages/read_document.hpp"
#include "pipeline/workers/messages/channel.hpp"
#include "pipeline/workers/messages/vetting.hpp"
#include "pipeline/workers/process/blame.hpp"
#include "pipeline/workers/process/copies.hpp"
#include "pipeline/workers/process/process.hpp"
#include "pipeline/workers/sandbox/heap.hpp"
#include "pipeline/workers/sandbox/sandbox.hpp"

namespace prongsai::workers {
namespace {

// Of a document's time, for its pages; the rest is for what follows them. It is processor time: a document that waited
// for a busy machine is read another time.
constexpr double kShareOfTime = 0.75;

Document open_path(const std::string& canonical_path) {
  if (canonical_path.empty()) return Failure{};
  return source::OpenFile::open(stages::path_of(canonical_path));
}

// What a copy reads with.
struct Tools {
  const WorkerSettings& settings;
  Loaded loaded;
  std::optional<Sandbox> sandbox;
};

Reply do_job(const Tools& tools, const Job& job, const Document& document) {
  const int seconds = tools.settings.limits.step_cpu_seconds;
  const double all_seconds = kShareOfTime * tools.settings.limits.document_seconds;
  // A coordinator that is gone is seen when the job is done.
  const auto tell = [&](const Reply& where) {
    renew_processor_time(seconds);
    (void)send_message(kWorkerSocket, encode(where));
  };
  renew_processor_time(seconds);
  JobWatch watch;
  watch.on_page = [&](int page_no, int page_count) {
    Reply page;
    page.kind = Reply::Kind::page;
    page.page_no = page_no;
    page.page_count = page_count;
    tell(page);
    return processor_seconds() < all_seconds;
  };
  watch.on_step = [&](const std::string& name) {
    Reply step;
    step.kind = Reply::Kind::step;
    step.step = name;
    tell(step);
  };
  return timed_job(tools.loaded.handle, job, document, watch);
}

int refuse_work(int fd, const std::string& why) {
  Reply reply;
  reply.kind = Reply::Kind::fatal;
  reply.message = why;
  (void)send_message(fd, encode(reply));
  return 1;
}

// Runs `work`, in a copy. What it throws is the copy's last words; `failed` is returned then.
template <typename Work>
int with_last_words(int failed, const Work& work) {
  try {
    return work();
  } catch (const std::exception& error) {
    std::cerr << error.what() << std::endl;
    return failed;
  }
}

// In a copy: opens its file and gives up everything else. Returns an exit status other than 0 where that fails.
int lock_in(const Tools& tools, const std::string& path, Document& document) {
  return with_last_words(kNotBegun, [&] {
    document = open_path(path);
    apply_limits(tools.settings.limits, document ? document.value().size() : 0);
    tools.sandbox->enter(kWorkerSocket,
                         document ? std::vector{kWorkerSocket, document.value().fd()} : std::vector{kWorkerSocket});
    return 0;
  });
}

// In a copy: one job, and the end. All that is untrusted, be it the file or an earlier reading of it, is looked at
// behind the sandbox.
int do_one_job(const Tools& tools, const CopyRequest& request) {
  Document document = Failure{};
  if (const int failed = lock_in(tools, request.document, document); failed != 0) return failed;
  return with_last_words(1, [&] {
    const auto message = receive_message(kWorkerSocket);
    try {
      return message && send_message(kWorkerSocket, encode(do_job(tools, decode_job(*message), document))) ? 0 : 1;
    } catch (const stages::PageNeedsMemory&) {
      return kPageNeedsMemory;
    }
  });
}

}  // namespace

Document open_document(const Job& job) {
  return open_path(file_to_open(job));
}

Reply timed_job(const Handler& handle, const Job& job, const Document& document, const JobWatch& watch) {
  const auto begin = std::chrono::steady_clock::now();
  Reply reply = handle(job, document, watch);
  reply.kind = Reply::Kind::done;
  reply.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  reply.peak_kib = peak_memory_kib();
  make_valid_text(reply);
  return reply;
}

int run_worker(const WorkerSettings& settings, const std::function<Loaded()>& load) {
  ignore_signals();
  Tools tools{settings, {}, std::nullopt};
  try {
    tools.loaded = load();
  } catch (const std::exception& error) {
    return refuse_work(settings.fd, error.what());
  }
  tools.sandbox.emplace(tools.loaded.readable);
  leave_fresh_memory_to_copies();
  Reply ready;
  ready.engine_version = tools.loaded.engine_version;
  ready.notice = tools.sandbox->notice();
  if (!send_message(settings.fd, encode(ready))) return 0;
  serve_copies(settings.fd, [&](const CopyRequest& request) { return do_one_job(tools, request); });
  return 0;
}

}  // namespace prongsai::workers
