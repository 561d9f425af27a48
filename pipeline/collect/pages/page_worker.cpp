#include "pipeline/collect/pages/page_worker.hpp"

#include <exception>
#include <iostream>
#include <string>

#include "extractors/source/image/raster_png.hpp"
#include "pipeline/collect/pages/archive.hpp"
#include "pipeline/collect/pages/html_page.hpp"
#include "pipeline/collect/pages/page_messages.hpp"
#include "pipeline/workers/messages/channel.hpp"
#include "pipeline/workers/messages/wire.hpp"
#include "pipeline/workers/process/copies.hpp"
#include "pipeline/workers/process/process.hpp"
#include "pipeline/workers/sandbox/limits.hpp"
#include "pipeline/workers/sandbox/sandbox.hpp"

namespace prongsai::collect {
namespace {

constexpr int kPageSeconds = 4;  // of processor time; a page takes milliseconds

PageAnswer answer_to(const PageJob& job, const source::TextPainter& painter) {
  PageAnswer answer;
  switch (job.kind) {
    case PageJob::Kind::page:
      answer.page = read_html(job.bytes, job.content_type);
      break;
    case PageJob::Kind::sitemap:
      answer.addresses = read_sitemap(job.bytes);
      break;
    case PageJob::Kind::archive:
      answer.entries = read_archive(job.bytes);
      break;
    case PageJob::Kind::picture:
      answer.picture = source::to_png(painter.paint(job.lines));
      break;
  }
  return answer;
}

int do_one_page(const workers::Sandbox& sandbox, const source::TextPainter& painter) {
  try {
    workers::WorkerLimits limits;
    limits.document_seconds = kPageSeconds;
    workers::apply_limits(limits, 0);
    workers::renew_processor_time(kPageSeconds);
    sandbox.enter(workers::kWorkerSocket, {workers::kWorkerSocket});
    const auto message = workers::receive_message(workers::kWorkerSocket);
    if (!message) return 1;
    return workers::send_message(workers::kWorkerSocket, encode(answer_to(decode_page_job(*message), painter))) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << std::endl;
    return 1;
  }
}

}  // namespace

int run_page_worker(int fd) {
  workers::ignore_signals();
  const source::TextPainter painter;  // its face is loaded before the files are out of reach
  const workers::Sandbox sandbox({});
  workers::Reply ready;
  ready.notice = sandbox.notice();
  if (!workers::send_message(fd, workers::encode(ready))) return 0;
  workers::serve_copies(fd, [&](const workers::CopyRequest&) { return do_one_page(sandbox, painter); });
  return 0;
}

}  // namespace prongsai::collect
