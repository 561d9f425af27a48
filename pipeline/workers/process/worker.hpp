// The worker's side: a process that loads once and then is copied, a fresh copy for each document, so that no document
// can touch the reading of another.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "extractors/source/pdf/open_file.hpp"
#include "models/result.hpp"
#include "pipeline/workers/messages/wire.hpp"
#include "pipeline/workers/sandbox/limits.hpp"

namespace prongsai::workers {

// Told of how a job gets on; see stages::Extractor::Watch.
struct JobWatch {
  std::function<bool(int page_no, int page_count)> on_page;  // false: there is no time for it
  std::function<void(const std::string& step)> on_step;
};

// A job's file, opened before the process locked itself in; the Failure of opening it.
using Document = Result<source::OpenFile>;

// The file that a job is about; a Failure without a code where it is about none.
[[nodiscard]] Document open_document(const Job& job);

// Does a job. Gives back a Reply of kind done; throws only when it can do no more work at all.
using Handler = std::function<Reply(const Job&, const Document&, const JobWatch&)>;

struct Loaded {
  Handler handle;
  std::string engine_version;
  std::vector<std::filesystem::path> readable;  // folders that files are opened in while a document is read: fonts
};

// Does the job, fills in the reply's time and memory and makes its texts valid.
[[nodiscard]] Reply timed_job(const Handler& handle, const Job& job, const Document& document, const JobWatch& watch);

struct WorkerSettings {
  int fd = -1;  // the socket to the coordinator
  WorkerLimits limits;
};

// Loads, says so, and copies itself as often as it is asked to. Returns the process's exit status. `load` may throw
// std::runtime_error: the coordinator is told, and ends the run.
int run_worker(const WorkerSettings& settings, const std::function<Loaded()>& load);

}  // namespace prongsai::workers
