#include "pipeline/workers/schedule.hpp"

#include <utility>

namespace prongsai::workers {

Schedule::Schedule(store::Store& store, Planner& planner, const stages::FileList& files, stages::Manifest& manifest)
    : store_(store), planner_(planner), files_(files), manifest_(manifest) {}

std::optional<Step> Schedule::next() {
  if (!ready_.empty()) {
    Step step = std::move(ready_.front());
    ready_.pop_front();
    return step;
  }
  while (next_file_ < files_.size()) {
    const std::size_t index = next_file_++;
    const stages::FoundFile file = files_[index];
    const auto row = manifest_.match(file.path);
    if (row) matched_[row->line] = index;
    if (auto step = admit(planner_.plan(file, row))) return step;
  }
  while (!sightings_.empty()) {
    const auto sighting = store_.find(sightings_.front());
    sightings_.pop_front();
    if (!sighting) continue;
    Step step = planner_.plan_sighting(*sighting);
    step.listed = false;
    if (step.kind == Step::Kind::adopt) return step;
  }
  return std::nullopt;
}

std::optional<Step> Schedule::admit(Step step) {
  const std::string& sha256 = step.submission.sha256;
  if (step.kind == Step::Kind::extract && !being_read_.insert(sha256).second) {
    waiting_[sha256].push_back(std::move(step));
    return std::nullopt;
  }
  return step;
}

void Schedule::reading_saved(const std::string& sha256, std::int64_t submission_id) {
  planner_.mark_read(sha256);
  being_read_.erase(sha256);
  std::unordered_set<std::string> waited;
  if (auto waiting = waiting_.extract(sha256)) {
    for (Step& step : waiting.mapped()) {
      waited.insert(step.submission.canonical_path);
      ready_.push_back({Step::Kind::adopt, std::move(step.submission), submission_id, {}});
    }
  }
  for (const store::StoredSubmission& other : store_.find_sha256(sha256)) {
    if (other.id != submission_id && !waited.contains(other.submission.canonical_path)) sightings_.push_back(other.id);
  }
}

bool Schedule::at_end() const {
  return next_file_ == files_.size() && ready_.empty() && sightings_.empty() && waiting_.empty();
}

store::MatchedRow Schedule::matched_row(std::size_t index) const {
  ManifestRow row = manifest_.rows()[index];
  const auto found = matched_.find(row.line);
  return {std::move(row), found == matched_.end() ? "" : files_[found->second].canonical};
}

}  // namespace prongsai::workers
