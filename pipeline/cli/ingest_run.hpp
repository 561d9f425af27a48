// One run of reading, as `ingest` and `watch` do it: options, set-up, summary.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/cli/reading.hpp"
#include "pipeline/workers/ingest.hpp"

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
  workers::ProgressStyle progress = workers::ProgressStyle::automatic;
  ReadingOptions reading;
};

// Options that `ingest` and `watch` have in common.
void add_ingest_options(CLI::App& command, IngestOptions& options);

// Returns the exit code.
[[nodiscard]] int run_ingest(const IngestOptions& options, const Context& context);

// The manifest named, or the submissions.csv in a folder that was given (which is said on standard error). Throws
// std::runtime_error when there are several.
[[nodiscard]] std::optional<std::filesystem::path> choose_manifest(const IngestOptions& options);

// Cores that this process may use.
[[nodiscard]] int usable_cores();

}  // namespace prongsai::cli
