// Reading into a database, as `ingest` and `watch` do it: options, set-up, runs, summary.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/parts/reading.hpp"
#include "pipeline/workers/run/ingest.hpp"

namespace prongsai::cli {

struct IngestOptions {
  std::vector<std::filesystem::path> paths;
  std::optional<std::filesystem::path> list;
  std::filesystem::path db = "prongsai.db";
  std::optional<std::filesystem::path> manifest;
  std::optional<std::filesystem::path> log;  // default: the database's name with .log added
  int jobs = 0;                              // 0: one a core
  bool redo = false;
  bool stale = false;
  bool in_process = false;
  bool take_over = false;  // shut out whoever else writes to the database
  workers::ProgressStyle progress = workers::ProgressStyle::automatic;
  ReadingOptions reading;
  const Context* asked_by = nullptr;  // whose language lines are told in; English without
};

// Options that `ingest` and `watch` have in common.
void add_ingest_options(CLI::App& command, IngestOptions& options);

// A line for the person who runs it, on standard error, in their language; with --progress json an object in English,
// so that every line is one.
void tell(const IngestOptions& options, const std::string& line);
// The same for a run's summary, which is text only: JSON readers have it in the last line of progress.
void tell_summary(const IngestOptions& options, store::Store& store, const workers::IngestResult& result);

// The manifest that was named, or the submissions.csv of the folders: of several folders, each its own. Throws
// std::runtime_error where one cannot be read.
[[nodiscard]] stages::Manifest read_manifest(const IngestOptions& options);

// Cores that this process may use.
[[nodiscard]] int usable_cores();

// A database open for writing, and workers to read for it, for one run or several.
class IngestSession {
 public:
  IngestSession(const IngestOptions& options, const Context& context);

  // Reads these files. Says on standard error what was left out.
  [[nodiscard]] workers::IngestResult run(const stages::Intake& intake, stages::Manifest& manifest);

  [[nodiscard]] store::Store& store() { return store_; }

 private:
  bool judge_all_together(store::Store& saved);

  const IngestOptions& options_;
  workers::ReaderChoice choice_;
  store::Store store_;
  workers::IngestSettings settings_;
  std::unique_ptr<workers::Executor> executor_;
};

}  // namespace prongsai::cli
