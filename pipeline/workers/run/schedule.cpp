#include "pipeline/workers/run/schedule.hpp"

#include <utility>

#include "pipeline/stages/files/attached_path.hpp"

namespace prongsai::workers {

Schedule::Schedule(store::Store& store, Planner& planner, Hasher& hasher, const stages::FileList& files,
                   stages::Manifest& manifest)
    : store_(store), planner_(planner), hasher_(hasher), files_(files), manifest_(manifest) {}

std::optional<Step> Schedule::next() {
  if (!ready_.empty()) {
    Step step = std::move(ready_.front());
    ready_.pop_front();
    return step;
  }
  if (auto step = next_attached()) return step;
  if (auto step = next_file()) return step;
  if (is_hashing()) return std::nullopt;
  while (!put_off_.empty()) {
    Step step = std::move(put_off_.front());
    put_off_.pop_front();
    if (auto admitted = admit(std::move(step))) return admitted;
  }
  return next_sighting();
}

// Some files ahead, so that workers do not wait for hashes.
void Schedule::keep_hashing() {
  constexpr std::size_t kAhead = 16;
  for (; next_file_ < files_.size() && hasher_.pending() < kAhead; ++next_file_) {
    hasher_.submit(next_file_, files_[next_file_].path);
  }
}

std::optional<Step> Schedule::next_file() {
  for (keep_hashing(); hasher_.pending() > 0 && hasher_.wait(std::chrono::milliseconds(0)); keep_hashing()) {
    const Hashed hashed = hasher_.take();
    const stages::FoundFile file = files_[hashed.ticket];
    const auto number = manifest_.match_row(file.path);
    if (number) matched_[*number] = hashed.ticket;
    const auto row = number ? std::optional(manifest_.row(*number)) : std::nullopt;
    Step step = planner_.plan(file, row, hashed.hash);
    step.file = hashed.ticket;
    if (auto taken = take_up(std::move(step))) return taken;
  }
  return std::nullopt;
}

std::optional<Step> Schedule::next_attached() {
  while (!attached_.empty()) {
    Step step = planner_.plan_attached(std::move(attached_.front()));
    attached_.pop_front();
    if (auto taken = take_up(std::move(step))) return taken;
  }
  return std::nullopt;
}

// Nothing for one that comes later.
std::optional<Step> Schedule::take_up(Step step) {
  if (step.kind != Step::Kind::extract || step.deferrals == 0) return admit(std::move(step));
  put_off_.push_back(std::move(step));
  return std::nullopt;
}

std::optional<Step> Schedule::next_sighting() {
  while (!sightings_.empty()) {
    const auto sighting = store_.find(sightings_.front());
    sightings_.pop_front();
    if (!sighting) continue;
    Step step = planner_.plan_sighting(*sighting);
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
      step.kind = Step::Kind::adopt;
      step.from_id = submission_id;
      ready_.push_back(std::move(step));
    }
  }
  for (const store::StoredSubmission& other : store_.find_sha256(sha256)) {
    if (other.id != submission_id && !waited.contains(other.submission.canonical_path)) sightings_.push_back(other.id);
  }
}

void Schedule::reading_lost(const std::string& sha256) {
  const auto waiting = waiting_.find(sha256);
  if (waiting == waiting_.end() || waiting->second.empty()) {
    being_read_.erase(sha256);
    return;
  }
  ready_.push_back(std::move(waiting->second.front()));  // as `extract`: it is the one that reads them now
  waiting->second.pop_front();
}

void Schedule::add_attached(const Submission& outer, const std::vector<AttachedDocument>& documents) {
  for (const AttachedDocument& document : documents) {
    attached_.push_back(stages::attached_submission(outer, document));
  }
}

void Schedule::plan_again(std::size_t file) {
  hasher_.submit(file, files_[file].path);
}

store::MatchedRow Schedule::matched_row(std::size_t index) const {
  ManifestRow row = manifest_.row(index);
  const auto found = matched_.find(index);
  return {std::move(row), found == matched_.end() ? "" : files_[found->second].canonical};
}

}  // namespace prongsai::workers
