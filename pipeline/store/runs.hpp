// Runs of `prongsai ingest`, kept up to date in the database so that `prongsai status` can follow from elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace prongsai::store {

class Store;

struct RunCounts {
  int documents = 0;  // to be looked at
  int done = 0;       // looked at, skipped ones included
  int skipped = 0;    // unchanged since an earlier run
  int failed = 0;
  int deferred = 0;  // put off: a later run reads them
  long long pages = 0;
};

struct Run {
  std::int64_t id = 0;
  std::string command;
  std::string host;
  long long process_id = 0;
  std::string started_at;   // UTC
  std::string updated_at;   // UTC
  std::string finished_at;  // UTC; "" while it works
  std::string state;        // running, finished, interrupted, failed
  int workers = 0;
  RunCounts counts;
  std::string message;
  long long seconds = 0;         // from its start to its last sign of life
  long long silent_seconds = 0;  // since its last sign of life
};

// This machine's name, as runs keep it.
[[nodiscard]] std::string host_name();

// Records that a run began. Runs whose process is gone, or that gave no sign of life for ten minutes from another host,
// are marked as interrupted.
[[nodiscard]] std::int64_t begin_run(Store& store, const std::string& command, int workers);
void update_run(Store& store, std::int64_t id, const RunCounts& counts);
void end_run(Store& store, std::int64_t id, const RunCounts& counts, const std::string& state,
             const std::string& message = "");

[[nodiscard]] std::optional<Run> last_run(Store& store);

// How many runs there were since the last that got a document done: beyond some number, another will not help either.
[[nodiscard]] int runs_in_vain(Store& store);

}  // namespace prongsai::store
