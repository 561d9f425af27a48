// The database of one collection of reports: what `ingest` writes and every other command reads.
//
// One Store is one connection, for one thread. Text in and out is UTF-8; times are UTC, ISO 8601. Every save is one
// transaction: a crash leaves a document whole or not there. Errors of the database (locked, full, damaged) throw
// std::runtime_error that names the file and says what to do.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/judgement.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"
#include "pipeline/store/sqlite/database.hpp"

namespace prongsai::store {

// How a file's bytes were read: what decides whether a later run must read them again.
struct ExtractionFacts {
  std::string program_version;
  std::string data_version;    // of the data files that reading depends on
  std::string engine_version;  // OCR engine, in words; "" when no page needed it, as are the models
  std::string model_version;   // of the models' files
  double seconds = 0;
  std::optional<long long> peak_kib;  // the worker's largest resident size
  int attempts = 1;

  friend bool operator==(const ExtractionFacts&, const ExtractionFacts&) = default;
};

// A submission without its pages and cells.
struct StoredSubmission {
  std::int64_t id = 0;
  Submission submission;
  Status status = Status::extracted;
  std::string judge_version;                  // of the data files that findings depend on
  std::optional<ExtractionFacts> extraction;  // none for a file whose bytes could not be read
  std::int64_t extraction_id = 0;             // 0 likewise
  int deferrals = 0;                          // runs in a row that put its reading off
};

struct ToSave {
  const Submission& submission;
  const Record& record;
  const Judgement& judgement;
  std::string judge_version;
  std::optional<ExtractionFacts> extraction;  // a new reading …
  std::int64_t extraction_id = 0;             // … or the one that another sighting of the same bytes was saved with
};

class Store {
 public:
  Store(const std::filesystem::path& file, Open mode);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Writes all of one document, in place of what was there for its canonical path. The submission keeps its id, and
  // its findings the decisions made on them. Documents that are no longer attached to it go. Where other bytes were
  // there, these stay as an earlier version (versions.hpp). A record that is `deferred` counts one more run that put it
  // off. Returns the id.
  std::int64_t save(const ToSave& document);

  // The same for a submission whose earlier reading stays in place; `cause` is one English clause.
  void put_off(std::int64_t id, const std::string& cause);

  // The submission waits for no reading any more.
  void end_deferral(std::int64_t id);

  // Replaces the findings (not those from comparing submissions), the suggested score and its reason.
  void save_judgement(std::int64_t id, const Judgement& judgement, const std::string& judge_version);

  // Nothing was saved since submissions were compared with each other (across_findings.hpp) under this version.
  [[nodiscard]] bool across_is_current(const std::string& judge_version);

  [[nodiscard]] std::optional<StoredSubmission> find(std::int64_t id);
  [[nodiscard]] std::optional<StoredSubmission> find_path(const std::string& canonical_path);
  [[nodiscard]] std::vector<StoredSubmission> find_sha256(const std::string& sha256);  // by id

  // Calls `visit` for each submission, by id; `visit` may write. Memory does not grow with their number.
  void for_each(const std::function<void(const StoredSubmission&)>& visit);

  // The same for those that are attached to another document.
  void each_attached(const std::function<void(const StoredSubmission&)>& visit);

  // Everything that was read from one report, as it was saved: without corrections.
  [[nodiscard]] Record load_record(std::int64_t id);
  // The same with reviewers' corrections: what is to be judged.
  [[nodiscard]] Record load_corrected(std::int64_t id);
  // Whether a reviewer corrected something in it.
  [[nodiscard]] bool is_corrected(std::int64_t id);
  // Calls `visit` for each submission that a reviewer corrected something in, by id; `visit` may write.
  void each_corrected(const std::function<void(const StoredSubmission&)>& visit);
  [[nodiscard]] Judgement load_judgement(std::int64_t id);
  // Without findings from comparing submissions and those that reviewers added.
  [[nodiscard]] Judgement load_own_judgement(std::int64_t id);

  // The PDFs attached to it that are documents of their own.
  [[nodiscard]] std::vector<AttachedDocument> load_attached(std::int64_t id);

  // The document's facts and cells only.
  [[nodiscard]] Record load_cells(std::int64_t id);

  // A file that was moved: the submission goes by its new path from now on.
  void move(std::int64_t id, const Submission& submission);

  // The hashes behind a data version, as a JSON object.
  void save_data_set(const std::string& version, const std::string& files_json);

  // For the other files of this folder.
  [[nodiscard]] SQLite::Database& database();

 private:
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace prongsai::store
