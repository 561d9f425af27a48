// How far `collect` is, for people and programs.
#pragma once

#include <chrono>

#include "pipeline/cli/commands.hpp"
#include "pipeline/collect/collect_run.hpp"
#include "pipeline/workers/run/progress.hpp"

namespace prongsai::cli {

class CollectReporter {
 public:
  explicit CollectReporter(workers::ProgressStyle style);

  void update(const collect::CollectProgress& progress);  // as often as wanted; what is shown is thinned out
  void finish(const collect::CollectProgress& progress);

 private:
  void show(const collect::CollectProgress& progress, bool last);

  workers::ProgressStyle style_;
  bool terminal_;
  std::chrono::steady_clock::time_point began_;
  std::chrono::steady_clock::time_point shown_;
};

// "dead_link: 3" and so on, a line each, on standard error; gives how many could not be checked.
long long tell_states(store::Store& store, const std::string& manifest);

// auto, plain, json or none, as an option takes it.
[[nodiscard]] CLI::Validator progress_style();
void add_progress_option(CLI::App& command, workers::ProgressStyle& style);

}  // namespace prongsai::cli
