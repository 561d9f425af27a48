#include "pipeline/workers/run/planner.hpp"

#include <system_error>
#include <utility>

#include "pipeline/stages/files/attached_path.hpp"
#include "pipeline/stages/files/path_text.hpp"

namespace prongsai::workers {
namespace {

namespace fs = std::filesystem;

bool same_facts(const std::optional<ManifestRow>& a, const std::optional<ManifestRow>& b) {
  const ManifestRow none;
  const ManifestRow& left = a ? *a : none;
  const ManifestRow& right = b ? *b : none;
  return left.agency == right.agency && left.fiscal_year == right.fiscal_year && left.item_code == right.item_code &&
         left.main_site == right.main_site && left.published_url == right.published_url &&
         left.publication == right.publication;
}

bool is_gone(const Submission& submission) {
  std::error_code error;
  return !fs::exists(stages::path_of(stages::file_of(submission)), error) && !error;
}

// As files, and as documents at the same place within them.
bool same_name(const Submission& a, const Submission& b) {
  const auto name = [](const std::string& path) { return fs::path(path).filename(); };
  return a.attached_at == b.attached_at && name(a.canonical_path) == name(b.canonical_path) &&
         name(stages::file_of(a)) == name(stages::file_of(b));
}

// What the document itself says in a place of its own stays; a value that no page holds came from a manifest.
template <typename Value>
void adopt(std::optional<Value>& value, std::optional<Evidence>& at, std::string& from,
           const std::optional<Value>& stated) {
  if ((stated && value == stated) || is_stated_place(from)) return;
  if (stated) {
    value = stated;
    at = Evidence{};
    from = "manifest";
  } else if (at && at->page_no == 0) {
    value.reset();
    at.reset();
    from.clear();
  }
}

}  // namespace

Planner::Planner(store::Store& store, Versions versions, Which which)
    : store_(store), versions_(std::move(versions)), which_(which) {}

void Planner::mark_read(const std::string& sha256) {
  if (which_ == Which::all) read_now_.insert(sha256);
}

Step Planner::plan(const stages::FoundFile& file, const std::optional<ManifestRow>& row,
                   const Result<stages::FileHash>& hash) {
  Submission submission;
  submission.source_path = stages::display_path(file.path);
  submission.canonical_path = file.canonical;
  submission.manifest = row;
  if (!hash) return step_without_bytes(std::move(submission), hash.failure());
  submission.sha256 = hash.value().sha256;
  submission.file_size = hash.value().size;
  return step_for(std::move(submission));
}

Step Planner::plan_attached(Submission submission) {
  return step_for(std::move(submission));
}

Step Planner::plan_sighting(const store::StoredSubmission& sighting) {
  return step_for(sighting.submission);
}

Step Planner::step_without_bytes(Submission submission, const Failure& failure) {
  const auto stored = store_.find_path(submission.canonical_path);
  Step step;
  step.kind = failure.code == kReadingDeferred ? Step::Kind::away : Step::Kind::unreadable;
  step.failure = failure;
  if (stored) {
    step.deferrals = stored->deferrals;
    if (step.kind == Step::Kind::away && stored->extraction) step.kept_id = stored->id;
  }
  if (which_ == Which::stale && !stored) step.kind = Step::Kind::skip;
  step.submission = std::move(submission);
  return step;
}

Step Planner::step_for(Submission submission) {
  const auto stored = stored_for(submission);
  const bool known = stored && stored->submission.sha256 == submission.sha256;
  Step step;
  step.submission = std::move(submission);
  if (stored) step.deferrals = stored->deferrals;
  if (known && stored->extraction) step.kept_id = stored->id;
  const bool is_file = step.submission.attached_at.empty();
  if (which_ == Which::stale && !known && step.deferrals == 0 && is_file) return step;
  const std::string& sha256 = step.submission.sha256;
  const bool again = which_ == Which::all && !read_now_.contains(sha256);
  const auto newest = again ? std::nullopt : newest_reading(sha256);
  if (!newest) {
    step.kind = Step::Kind::extract;
    return step;
  }
  step.from_id = newest->id;
  if (!known || stored->extraction_id != newest->extraction_id) {
    step.kind = Step::Kind::adopt;
    return step;
  }
  step.from_id = stored->id;
  const bool same =
      stored->judge_version == versions_.judging && same_facts(stored->submission.manifest, step.submission.manifest);
  step.kind = same ? Step::Kind::skip : Step::Kind::adopt;
  return step;
}

// What the database holds for this file: under its path, or, for a file that was moved, under the path it had.
std::optional<store::StoredSubmission> Planner::stored_for(const Submission& submission) {
  auto stored = store_.find_path(submission.canonical_path);
  if (stored) return stored;
  for (store::StoredSubmission& candidate : store_.find_sha256(submission.sha256)) {
    if (!same_name(candidate.submission, submission) || !is_gone(candidate.submission)) continue;
    store_.move(candidate.id, submission);
    return std::move(candidate);
  }
  return std::nullopt;
}

bool Planner::is_fresh(const store::StoredSubmission& stored) const {
  if (!stored.extraction) return false;
  const store::ExtractionFacts& facts = *stored.extraction;
  // Models touch only what they were needed for.
  const bool same_models = facts.model_version.empty() || facts.model_version == versions_.models;
  return facts.program_version == versions_.program && facts.data_version == versions_.reading && same_models;
}

std::optional<store::StoredSubmission> Planner::newest_reading(const std::string& sha256) {
  std::optional<store::StoredSubmission> newest;
  for (store::StoredSubmission& sighting : store_.find_sha256(sha256)) {
    const bool newer = !newest || sighting.extraction_id > newest->extraction_id;
    if (newer && is_fresh(sighting)) newest = std::move(sighting);
  }
  return newest;
}

void adopt_depth(Record& record, int depth) {
  const auto most = static_cast<std::size_t>(most_attached(depth));
  for (std::size_t i = most; i < record.attached.size(); ++i) {
    record.asides.push_back({0, Aside::Kind::attached, record.attached[i].name, {}});
  }
  if (record.attached.size() > most) record.attached.resize(most);
}

void adopt_manifest(Record& record, const std::optional<ManifestRow>& row) {
  const ManifestRow none;
  const ManifestRow& stated = row ? *row : none;
  adopt(record.agency, record.agency_at, record.agency_from, stated.agency);
  adopt(record.fiscal_year, record.fiscal_year_at, record.fiscal_year_from, stated.fiscal_year);
  if (stated.item_code && !is_stated_place(record.item_from)) {
    record.item_code = stated.item_code;
    record.item_from = "manifest";
  }
}

}  // namespace prongsai::workers
