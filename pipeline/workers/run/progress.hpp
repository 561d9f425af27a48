// Long work looks like it: a bar on a terminal, plain or JSON lines elsewhere, all on standard error.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "pipeline/store/runs.hpp"

namespace prongsai::workers {

enum class ProgressStyle { automatic, plain, json, none };

// How far a run is.
struct ProgressState {
  store::RunCounts counts;
  long long pages_in_hand = 0;   // of documents that are being read
  double seconds = 0;            // since the run began
  double documents_in_hand = 0;  // how much of those has been read, in documents
};

class Progress {
 public:
  virtual ~Progress() = default;
  virtual void update(const ProgressState& state) = 0;  // as often as wanted; what is shown is thinned out
  virtual void note(const std::string& line) = 0;       // a line that stays, such as a document that failed
  virtual void finish(const ProgressState& state) = 0;
};

// `automatic` is the bar when standard error is a terminal, else plain lines.
[[nodiscard]] std::unique_ptr<Progress> make_progress(ProgressStyle style);

// "12/40 documents  135 pages  3.2 pages/s  1 failed  2 min left"
[[nodiscard]] std::string progress_text(const ProgressState& state);
[[nodiscard]] std::string progress_json(const ProgressState& state);
// A bar of `width` columns, filled by documents.
[[nodiscard]] std::string progress_bar(const ProgressState& state, int width);

}  // namespace prongsai::workers
