// What is to be done with each file: nothing, a reading, or a second judgement of what was read before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

#include "models/result.hpp"
#include "models/submission.hpp"
#include "pipeline/stages/files/sha256.hpp"
#include "pipeline/stages/intake.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::workers {

// What a result depends on beside the file's bytes and its manifest row.
struct Versions {
  std::string program;
  std::string reading;  // data files for reading
  std::string judging;  // data files for judging
  std::string models;   // OCR models; "none" without OCR
  std::string files;    // JSON object: data file → sha256
};

enum class Which {
  new_and_changed,  // what the database does not hold, and what older versions read
  all,              // --redo
  stale,            // --stale: only what the database holds and older versions read
};

struct Step {
  enum class Kind {
    skip,        // the database holds it as it would come out
    extract,     // read the file
    adopt,       // the same bytes were read: take that reading over (from_id) under this file's manifest row, and judge
    unreadable,  // there is no reading it, whatever its bytes: failure
    away,        // it cannot be read now, for a cause outside its bytes: failure
  };
  Kind kind = Kind::skip;
  Submission submission;
  std::int64_t from_id = 0;  // `skip`: where the database holds it; 0: it does not
  Failure failure;
  std::optional<std::size_t> file;  // which of the run's files; none: known from an earlier run, touched by this one
  int deferrals = 0;                // runs before this one that put it off
  std::int64_t kept_id = 0;         // the submission whose reading stays should this one be put off; 0: none
};

class Planner {
 public:
  Planner(store::Store& store, Versions versions, Which which);

  // `hash`: of the file's bytes as they are now.
  [[nodiscard]] Step plan(const stages::FoundFile& file, const std::optional<ManifestRow>& row,
                          const Result<stages::FileHash>& hash);

  // The same for a document that is attached to another one, whose outer document was planned before it.
  [[nodiscard]] Step plan_attached(Submission submission);

  // The same for another sighting of bytes that were read in this run.
  [[nodiscard]] Step plan_sighting(const store::StoredSubmission& sighting);

  // These bytes have been read in this run: not again.
  void mark_read(const std::string& sha256);

  [[nodiscard]] const Versions& versions() const { return versions_; }

 private:
  [[nodiscard]] bool is_fresh(const store::StoredSubmission& stored) const;
  [[nodiscard]] std::optional<store::StoredSubmission> stored_for(const Submission& submission);
  // The sighting with the last reading of the bytes that is of these versions.
  [[nodiscard]] std::optional<store::StoredSubmission> newest_reading(const std::string& sha256);
  [[nodiscard]] Step step_for(Submission submission);
  [[nodiscard]] Step step_without_bytes(Submission submission, const Failure& failure);

  store::Store& store_;
  Versions versions_;
  Which which_;
  std::unordered_set<std::string> read_now_;  // with `all` only: else the database tells
};

// The manifest's facts on a record that was read for another sighting: its row's values stand; a value that the other
// sighting had from its own row, and not from the document, goes.
void adopt_manifest(Record& record, const std::optional<ManifestRow>& row);

// Attached documents on a record that was read for a sighting that lies less deep: those that are too many here are
// named as unread.
void adopt_depth(Record& record, int depth);

}  // namespace prongsai::workers
