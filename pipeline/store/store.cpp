#include "pipeline/store/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <nlohmann/json.hpp>

#include "pipeline/store/attached_documents.hpp"
#include "pipeline/store/deferrals.hpp"
#include "pipeline/store/finding_rows.hpp"
#include "pipeline/store/records/document_rows.hpp"
#include "pipeline/store/records/refused_record.hpp"
#include "pipeline/store/records/submission_rows.hpp"
#include "pipeline/store/review/added_rows.hpp"
#include "pipeline/store/review/carried_corrections.hpp"
#include "pipeline/store/review/correctable_table.hpp"
#include "pipeline/store/review/decisions.hpp"
#include "pipeline/store/review/machine_reading.hpp"
#include "pipeline/store/review/versions.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/sqlite/marks.hpp"
#include "pipeline/store/tallies.hpp"

namespace prongsai::store {
namespace {

// Of a submission `s`: reviewers corrected something that was read from it.
constexpr const char* kIsCorrected = "s.sha256 IN (SELECT sha256 FROM correction WHERE kind <> 'own')";

void each_of(SQLite::Database& database, const char* which, const std::function<void(const StoredSubmission&)>& visit) {
  std::vector<StoredSubmission> found;
  guarded(database, [&] {
    SQLite::Statement query(database, select_submissions(std::string("WHERE ") + which + " ORDER BY s.id"));
    while (auto next = read_one(query)) found.push_back(std::move(*next));
  });
  for (const StoredSubmission& submission : found) visit(submission);
}

}  // namespace

Store::Store(const std::filesystem::path& file, Open mode) : database_(open_database(file, mode)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

SQLite::Database& Store::database() {
  return *database_;
}

std::int64_t Store::save(const ToSave& document) try {
  return guarded(*database_, [&] {
    SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto earlier_extraction = find_extraction(*database_, document.submission.canonical_path);
    std::optional<std::int64_t> extraction_id;
    if (document.extraction_id != 0) extraction_id = document.extraction_id;
    if (document.extraction) {
      extraction_id = write_extraction(*database_, document.submission.sha256, *document.extraction);
    }
    const auto earlier = find_path(document.submission.canonical_path);
    const auto remembered =
        earlier ? remember_corrections(*database_, earlier->id) : std::vector<RememberedCorrection>();
    if (earlier) keep_as_version(*database_, earlier->id, document.submission.sha256);
    const std::int64_t id = write_submission(*database_, document, extraction_id);
    write_document(*database_, id, document.record);
    apply_corrections(*database_, id, remembered);
    carry_corrections(*database_, id, remembered);
    if (!earlier) carry_corrections_of_office(*database_, id);
    write_findings(*database_, id, document.judgement.findings);
    if (!earlier) carry_decisions_of_office(*database_, id);
    carry_decisions(*database_, id);
    fill_tally(*database_, id);
    clear_mark(*database_, kAcrossMark);
    if (document.record.status == Status::deferred) {
      write_deferral(*database_, id, document.record.error);
    } else {
      drop_deferral(*database_, id);
    }
    if (document.record.status != Status::deferred) drop_unattached(*database_, document.submission.canonical_path);
    if (earlier_extraction && earlier_extraction != extraction_id) drop_if_unused(*database_, *earlier_extraction);
    transaction.commit();
    return id;
  });
} catch (const nlohmann::json::exception& error) {
  throw RefusedRecord(error.what());
}

void Store::put_off(std::int64_t id, const std::string& cause) {
  guarded(*database_, [&] { write_deferral(*database_, id, cause); });
}

void Store::end_deferral(std::int64_t id) {
  guarded(*database_, [&] { drop_deferral(*database_, id); });
}

void Store::save_judgement(std::int64_t id, const Judgement& judgement, const std::string& judge_version) {
  guarded(*database_, [&] {
    SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
    write_assessment(*database_, id, judgement, judge_version);
    write_findings(*database_, id, judgement.findings);
    carry_decisions(*database_, id);
    fill_tally(*database_, id);
    clear_mark(*database_, kAcrossMark);
    transaction.commit();
  });
}

bool Store::across_is_current(const std::string& judge_version) {
  return guarded(*database_, [&] { return read_mark(*database_, kAcrossMark) == judge_version; });
}

std::optional<StoredSubmission> Store::find(std::int64_t id) {
  SQLite::Statement query(*database_, select_submissions("WHERE s.id = ?"));
  query.bind(1, id);
  return read_one(query);
}

std::optional<StoredSubmission> Store::find_path(const std::string& canonical_path) {
  SQLite::Statement query(*database_, select_submissions("WHERE s.canonical_path = ?"));
  query.bind(1, canonical_path);
  return read_one(query);
}

std::vector<StoredSubmission> Store::find_sha256(const std::string& sha256) {
  SQLite::Statement query(*database_, select_submissions("WHERE s.sha256 = ? ORDER BY s.id"));
  query.bind(1, sha256);
  std::vector<StoredSubmission> all;
  while (auto next = read_one(query)) all.push_back(std::move(*next));
  return all;
}

void Store::for_each(const std::function<void(const StoredSubmission&)>& visit) {
  // A batch at a time: no read transaction stays open while the visitor writes.
  std::int64_t last = 0;
  for (bool more = true; more;) {
    std::vector<StoredSubmission> batch;
    {
      SQLite::Statement query(*database_, select_submissions("WHERE s.id > ? ORDER BY s.id LIMIT 256"));
      query.bind(1, last);
      while (auto next = read_one(query)) batch.push_back(std::move(*next));
    }
    for (const StoredSubmission& submission : batch) visit(submission);
    more = !batch.empty();
    if (more) last = batch.back().id;
  }
}

Record Store::load_record(std::int64_t id) {
  return guarded(*database_, [&] {
    Record record = read_document(*database_, id);
    restore_reading(*database_, id, record);
    leave_out_added(*database_, id, record);
    return record;
  });
}

Record Store::load_corrected(std::int64_t id) {
  return guarded(*database_, [&] {
    Record record = read_document(*database_, id);
    settle_reviewed(*database_, id, record);
    leave_out_dismissed(*database_, id, record);
    return record;
  });
}

bool Store::is_corrected(std::int64_t id) {
  return guarded(*database_, [&] {
    SQLite::Statement query(
        *database_, std::string("SELECT EXISTS (SELECT 1 FROM submission s WHERE s.id = ?1 AND ") + kIsCorrected + ")");
    query.bind(1, id);
    return query.executeStep() && query.getColumn(0).getInt() != 0;
  });
}

void Store::each_corrected(const std::function<void(const StoredSubmission&)>& visit) {
  each_of(*database_, kIsCorrected, visit);
}

void Store::each_attached(const std::function<void(const StoredSubmission&)>& visit) {
  each_of(*database_, "s.attached_at IS NOT NULL", visit);
}

std::vector<AttachedDocument> Store::load_attached(std::int64_t id) {
  return guarded(*database_, [&] { return read_attached(*database_, id); });
}

Record Store::load_cells(std::int64_t id) {
  return guarded(*database_, [&] {
    Record record = read_facts_and_cells(*database_, id);
    leave_out_dismissed(*database_, id, record);
    return record;
  });
}

Judgement Store::load_judgement(std::int64_t id) {
  return guarded(*database_, [&] { return read_judgement(*database_, id); });
}

Judgement Store::load_own_judgement(std::int64_t id) {
  return guarded(*database_, [&] { return read_judgement(*database_, id, " AND across = 0 AND own = 0"); });
}

void Store::move(std::int64_t id, const Submission& submission) {
  guarded(*database_, [&] {
    SQLite::Statement update(*database_, "UPDATE submission SET canonical_path = ?2, source_path = ?3 WHERE id = ?1");
    update.bind(1, id);
    update.bind(2, submission.canonical_path);
    update.bind(3, submission.source_path);
    update.exec();
    clear_mark(*database_, kAcrossMark);
  });
}

void Store::save_data_set(const std::string& version, const std::string& files_json) {
  guarded(*database_, [&] {
    SQLite::Statement insert(*database_,
                             "INSERT INTO data_set (version, files) VALUES (?, ?) ON CONFLICT (version) DO NOTHING");
    insert.bind(1, version);
    insert.bind(2, files_json);
    insert.exec();
  });
}

}  // namespace prongsai::store
