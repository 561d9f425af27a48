// One run over many documents: plans each file, hands the work out, saves what comes back. The only writer.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pipeline/stages/intake.hpp"
#include "pipeline/stages/manifest.hpp"
#include "pipeline/store/runs.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/workers/executor.hpp"
#include "pipeline/workers/planner.hpp"
#include "pipeline/workers/progress.hpp"

namespace prongsai::workers {

// What happened to one document, for the log file.
struct DocumentOutcome {
  std::string source_path;
  std::string what;  // extracted, partial, failed, skipped
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
  std::function<void(const DocumentOutcome&)> on_document;  // may be empty
  std::function<void(store::Store&)> across;                // compares submissions at the end; may be empty
};

struct IngestResult {
  store::RunCounts counts;
  int partial = 0;
  bool interrupted = false;
  double seconds = 0;
};

// Throws std::runtime_error when the environment is broken (database, workers that cannot start); what was saved is
// safe, and a later run goes on from there. `manifest` remembers which of its rows were used.
[[nodiscard]] IngestResult ingest(store::Store& store, Executor& executor, const stages::FileList& files,
                                  stages::Manifest& manifest, const IngestSettings& settings, Progress& progress);

}  // namespace prongsai::workers
