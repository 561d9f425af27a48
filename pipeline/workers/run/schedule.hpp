// In which order a run's documents are taken up, so that the same bytes are read once: a second sighting of bytes that
// are being read waits, and takes the reading over. What earlier runs put off comes last, so that it holds up nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/stages/files/manifest.hpp"
#include "pipeline/stages/intake.hpp"
#include "pipeline/store/records/manifest_rows.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/workers/run/hasher.hpp"
#include "pipeline/workers/run/planner.hpp"

namespace prongsai::workers {

class Schedule {
 public:
  Schedule(store::Store& store, Planner& planner, Hasher& hasher, const stages::FileList& files,
           stages::Manifest& manifest);

  // The next step to be done now; nothing while all that is left waits for files being hashed or bytes being read, and
  // at the end.
  [[nodiscard]] std::optional<Step> next();

  // Files are being hashed; more steps will follow.
  [[nodiscard]] bool is_hashing() const { return hasher_.pending() > 0; }

  // Waits until next() has more to give, at most so long.
  void wait_for_hash(std::chrono::milliseconds at_most) { (void)hasher_.wait(at_most); }

  // Bytes handed out by next() as `extract` have been read and saved.
  void reading_saved(const std::string& sha256, std::int64_t submission_id);

  // They have not been read, for a cause that lies elsewhere: another sighting of them that waits is read instead.
  void reading_lost(const std::string& sha256);

  // A document was read, or stands as it was: those that are attached to it come next.
  void add_attached(const Submission& outer, const std::vector<AttachedDocument>& documents);

  // Plans a file once more, from its bytes as they are now; it comes before what is still to come.
  void plan_again(std::size_t file);

  // A row of the manifest, by index, with the file that it was found for.
  [[nodiscard]] store::MatchedRow matched_row(std::size_t index) const;

 private:
  void keep_hashing();
  [[nodiscard]] std::optional<Step> next_file();
  [[nodiscard]] std::optional<Step> next_attached();
  [[nodiscard]] std::optional<Step> take_up(Step step);
  [[nodiscard]] std::optional<Step> next_sighting();
  [[nodiscard]] std::optional<Step> admit(Step step);

  store::Store& store_;
  Planner& planner_;
  Hasher& hasher_;
  const stages::FileList& files_;
  stages::Manifest& manifest_;
  std::size_t next_file_ = 0;
  std::deque<Step> ready_;              // sightings that waited for a reading, now there
  std::deque<Submission> attached_;     // to documents that are done
  std::deque<Step> put_off_;            // by earlier runs
  std::deque<std::int64_t> sightings_;  // of bytes read again, known from earlier runs
  std::unordered_set<std::string> being_read_;
  std::unordered_map<std::string, std::deque<Step>> waiting_;  // by sha256
  std::map<std::size_t, std::size_t> matched_;                 // number of the manifest's row → index in files_
};

}  // namespace prongsai::workers
