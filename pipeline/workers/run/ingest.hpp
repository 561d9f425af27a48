// One run over many documents: plans each file, hands the work out, saves what comes back. The only writer.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/stages/files/manifest.hpp"
#include "pipeline/stages/intake.hpp"
#include "pipeline/store/runs.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/workers/process/executor.hpp"
#include "pipeline/workers/run/hasher.hpp"
#include "pipeline/workers/run/planner.hpp"
#include "pipeline/workers/run/progress.hpp"
#include "pipeline/workers/run/retries.hpp"

namespace prongsai::workers {

// What happened to one document, for the log file.
struct DocumentOutcome {
  std::string source_path;
  std::string what;  // extracted, partial, failed, deferred, skipped
  int pages = 0;
  double seconds = 0;
  std::string error;
};

struct IngestSettings {
  std::string command;  // as typed, for the run's record
  int workers = 1;
  Which which = Which::new_and_changed;
  Versions versions;
  std::function<bool()> interrupted;                        // asked again and again; true ends the run after the
                                                            // documents in hand
  std::function<bool()> dropped;                            // likewise; true ends it at once, and puts those off
  std::function<void(const DocumentOutcome&)> on_document;  // may be empty
  // Compares submissions at the end; false: it was given up, the next run does it. May be empty.
  std::function<bool(store::Store&)> across;
  // Judges what was not read: a record with an error and nothing else.
  std::function<Judgement(const Submission&, const Record&)> judge_unread;
  RetryRules retries;
  HashFile hash = hash_file;
  std::chrono::milliseconds hash_patience = std::chrono::seconds(60);
};

struct IngestResult {
  store::RunCounts counts;
  int partial = 0;
  std::vector<Submission> put_off;  // what a later run may read
  bool interrupted = false;
  bool compared = true;  // false: the next run does it
  double seconds = 0;
};

// Throws std::runtime_error when the environment is broken (database, workers that cannot start); what was saved is
// safe, and a later run goes on from there. `manifest` remembers which of its rows were used.
[[nodiscard]] IngestResult ingest(store::Store& store, Executor& executor, const stages::FileList& files,
                                  stages::Manifest& manifest, const IngestSettings& settings, Progress& progress);

}  // namespace prongsai::workers
