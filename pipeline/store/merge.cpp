#include "pipeline/store/merge.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/attached_documents.hpp"
#include "pipeline/store/records/document_rows.hpp"
#include "pipeline/store/review/carried_corrections.hpp"
#include "pipeline/store/review/machine_reading.hpp"
#include "pipeline/store/review/merge_review.hpp"
#include "pipeline/store/review/versions.hpp"
#include "pipeline/store/sqlite/database_name.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/sqlite/marks.hpp"
#include "pipeline/store/sqlite/row_ids.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/store/tallies.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::store {
namespace {

// The tables of a document's rows; each has submission_id. The sketch comes last: writing cells drops it.
constexpr const char* kDocumentTables[] = {"page",
                                           "paragraph",
                                           "issue",
                                           "table_info",
                                           "cell",
                                           "score",
                                           "score_reading",
                                           "link",
                                           "aside",
                                           "damage",
                                           "deferral",
                                           "finding",
                                           "doubtful_word",
                                           "sketch",
                                           "identity_candidate",
                                           "attached_document"};

// Columns that both databases have, without those named.
std::vector<std::string> columns_without(SQLite::Database& database, const std::string& table,
                                         const std::vector<std::string>& without) {
  std::vector<std::string> columns;
  SQLite::Statement query(database,
                          "SELECT name FROM pragma_table_info(?1, 'main') WHERE name IN (SELECT name FROM "
                          "pragma_table_info(?1, 'shard'))");
  query.bind(1, table);
  while (query.executeStep()) {
    std::string name = query.getColumn(0).getString();
    if (std::find(without.begin(), without.end(), name) == without.end()) columns.push_back(std::move(name));
  }
  return columns;
}

// An attached database, let go at the end.
class Attached {
 public:
  Attached(SQLite::Database& database, const std::filesystem::path& file) : database_(database) {
    SQLite::Statement attach(database_, "ATTACH DATABASE ? AS shard");
    attach.bind(1, readable_uri(file));
    attach.exec();
  }
  ~Attached() { (void)database_.tryExec("DETACH DATABASE shard"); }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;

 private:
  SQLite::Database& database_;
};

class Merge {
 public:
  explicit Merge(SQLite::Database& database) : database_(database) {}

  MergeCounts run() {
    database_.exec("INSERT OR IGNORE INTO main.data_set SELECT * FROM shard.data_set");
    for (const std::int64_t id : ids_in_shard()) take(id);
    drop_unattached(database_);
    take_manifest_rows();
    take_publications();
    counts_.reviews = merge_reviews(database_);
    for (const auto& [id, remembered] : remembered_) carry_corrections(database_, id, remembered);
    carry_decisions(database_);
    fill_tallies(database_);
    database_.exec(
        "DELETE FROM main.extraction WHERE NOT EXISTS "
        "(SELECT 1 FROM main.submission s WHERE s.extraction_id = extraction.id)");
    if (counts_.taken > 0) clear_mark(database_, kAcrossMark);
    return counts_;
  }

 private:
  // What was found later about an item stands; requests stay where they were made.
  void take_publications() {
    const auto columns = columns_without(database_, "publication", {"id", "item_key", "collection_id"});
    std::string set;
    for (const std::string& column : columns) set += (set.empty() ? "" : ", ") + column + " = excluded." + column;
    const std::string names = "item_key, " + joined(columns);
    database_.exec("INSERT INTO main.publication (" + names + ") SELECT " + names +
                   " FROM shard.publication WHERE state IS NOT NULL ON CONFLICT (item_key) DO UPDATE SET " + set +
                   " WHERE coalesce(excluded.last_at, '') > coalesce(publication.last_at, '')");
  }

  std::vector<std::int64_t> ids_in_shard() {
    std::vector<std::int64_t> ids;
    SQLite::Statement query(database_, "SELECT id FROM shard.submission ORDER BY canonical_path");
    while (query.executeStep()) ids.push_back(query.getColumn(0).getInt64());
    return ids;
  }

  void take(std::int64_t id) {
    if (!is_later(id)) {
      ++counts_.kept;
      return;
    }
    keep_version_here(id);
    const std::int64_t here = copy_submission(id, copy_extraction(id));
    unindex_texts(database_, here);
    for (const char* table : kDocumentTables) copy_rows(table, id, here);
    index_texts(database_, here);
    take_corrections_off(database_, here);
    copy_versions(id, here);
    ++counts_.taken;
  }

  // Other bytes that are here under the same path are an earlier version of what comes.
  void keep_version_here(std::int64_t id) {
    SQLite::Statement query(
        database_,
        "SELECT here.id, coalesce(there.sha256, '') FROM shard.submission there "
        "JOIN main.submission here ON here.canonical_path = there.canonical_path WHERE there.id = ?");
    query.bind(1, id);
    if (!query.executeStep()) return;
    const std::int64_t here = query.getColumn(0).getInt64();
    remembered_[here] = remember_corrections(database_, here);
    keep_as_version(database_, here, query.getColumn(1).getString());
  }

  void copy_versions(std::int64_t id, std::int64_t here) {
    const std::string columns = joined(columns_without(database_, "submission_version", {"id", "submission_id"}));
    const std::string inner = joined(columns_without(database_, "earlier_finding", {"id", "version_id"}));
    SQLite::Statement versions(database_,
                               "SELECT id FROM shard.submission_version WHERE submission_id = ? ORDER BY id");
    SQLite::Statement copy(database_, "INSERT INTO main.submission_version (submission_id, " + columns +
                                          ") SELECT ?2, " + columns + " FROM shard.submission_version WHERE id = ?1 " +
                                          "ON CONFLICT (submission_id, sha256) DO NOTHING RETURNING id");
    SQLite::Statement findings(database_, "INSERT INTO main.earlier_finding (version_id, " + inner + ") SELECT ?2, " +
                                              inner + " FROM shard.earlier_finding WHERE version_id = ?1 ORDER BY id");
    for (versions.bind(1, id); versions.executeStep();) {
      const std::int64_t there = versions.getColumn(0).getInt64();
      copy.bind(1, there);
      copy.bind(2, here);
      if (copy.executeStep()) {
        findings.bind(1, there);
        findings.bind(2, copy.getColumn(0).getInt64());
        findings.exec();
        findings.reset();
      }
      copy.reset();
    }
  }

  // When the document was read, then when it was saved; what is equal in both is the same state.
  bool is_later(std::int64_t id) {
    SQLite::Statement query(database_,
                            "SELECT here.id IS NULL OR (coalesce(te.finished_at, ''), there.saved_at) > "
                            "(coalesce(he.finished_at, ''), here.saved_at) "
                            "FROM shard.submission there LEFT JOIN shard.extraction te ON te.id = there.extraction_id "
                            "LEFT JOIN main.submission here ON here.canonical_path = there.canonical_path "
                            "LEFT JOIN main.extraction he ON he.id = here.extraction_id WHERE there.id = ?");
    query.bind(1, id);
    return query.executeStep() && query.getColumn(0).getInt() != 0;
  }

  // The reading that the document in the shard refers to: found here by its content, or copied.
  std::optional<std::int64_t> copy_extraction(std::int64_t id) {
    SQLite::Statement known(
        database_,
        "SELECT he.id FROM shard.submission there JOIN shard.extraction te ON te.id = there.extraction_id "
        "JOIN main.submission s ON s.sha256 = te.sha256 JOIN main.extraction he ON he.id = s.extraction_id "
        "WHERE there.id = ? AND (he.finished_at, he.program_version, he.data_version, he.seconds) = "
        "(te.finished_at, te.program_version, te.data_version, te.seconds) LIMIT 1");
    known.bind(1, id);
    if (known.executeStep()) return known.getColumn(0).getInt64();
    const std::string columns = joined(columns_without(database_, "extraction", {"id"}));
    SQLite::Statement copy(database_, "INSERT INTO main.extraction (" + columns + ") SELECT " + columns +
                                          " FROM shard.extraction WHERE id = "
                                          "(SELECT extraction_id FROM shard.submission WHERE id = ?) RETURNING id");
    copy.bind(1, id);
    if (!copy.executeStep()) return std::nullopt;
    const std::int64_t here = copy.getColumn(0).getInt64();
    copy.reset();
    return here;
  }

  std::int64_t copy_submission(std::int64_t id, std::optional<std::int64_t> extraction_id) {
    const auto columns = columns_without(database_, "submission", {"id", "extraction_id"});
    std::vector<std::string> updates = {"extraction_id = excluded.extraction_id"};
    for (const std::string& column : columns) updates.push_back(column + " = excluded." + column);
    SQLite::Statement copy(database_, "INSERT INTO main.submission (" + joined(columns) + ", extraction_id) SELECT " +
                                          joined(columns) + ", ?2 FROM shard.submission WHERE id = ?1 " +
                                          "ON CONFLICT (canonical_path) DO UPDATE SET " + joined(updates) +
                                          " RETURNING id");
    copy.bind(1, id);
    if (extraction_id) copy.bind(2, *extraction_id);
    copy.executeStep();
    const std::int64_t here = copy.getColumn(0).getInt64();
    copy.reset();
    return here;
  }

  void copy_rows(const std::string& table, std::int64_t id, std::int64_t here) {
    SQLite::Statement clear(database_, "DELETE FROM main." + table + " WHERE submission_id = ?");
    clear.bind(1, here);
    clear.exec();
    const std::string columns = joined(columns_without(database_, table, {"id", "submission_id"}));
    const std::string from =
        " FROM shard." + table + " WHERE submission_id = ?1" + (table == "finding" ? " AND across = 0" : "");
    std::string id_column, number;
    if (keeps_ids(table)) {
      SQLite::Statement count(database_, "SELECT count(*)" + from);
      count.bind(1, id);
      count.executeStep();
      const std::int64_t first = reserve_ids(database_, table, count.getColumn(0).getInt64());
      id_column = "id, ";
      number = std::to_string(first) + " - 1 + row_number() OVER (ORDER BY rowid), ";
    }
    SQLite::Statement copy(database_, "INSERT INTO main." + table + " (" + id_column + "submission_id, " + columns +
                                          ") SELECT " + number + "?2, " + columns + from + " ORDER BY rowid");
    copy.bind(1, id);
    copy.bind(2, here);
    copy.exec();
  }

  // A row that found its file in one shard did not in the others.
  void take_manifest_rows() {
    const std::string columns = joined(columns_without(database_, "manifest_row", {"id", "submission_id"}));
    database_.exec("INSERT INTO main.manifest_row (" + columns + ", submission_id) SELECT " + columns +
                   ", (SELECT here.id FROM shard.submission there JOIN main.submission here "
                   "ON here.canonical_path = there.canonical_path WHERE there.id = row.submission_id) "
                   "FROM shard.manifest_row row WHERE true ON CONFLICT (manifest, line) DO UPDATE SET "
                   "submission_id = coalesce(excluded.submission_id, main.manifest_row.submission_id)");
  }

  SQLite::Database& database_;
  MergeCounts counts_;
  std::map<std::int64_t, std::vector<RememberedCorrection>> remembered_;  // of what was replaced, by submission
};

}  // namespace

MergeCounts merge_shard(Store& out, const std::filesystem::path& shard) {
  (void)open_database(shard, Open::read_only);  // refuses another program's file and another schema
  SQLite::Database& database = out.database();
  return guarded(database, [&] {
    const Attached attached(database, shard);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const MergeCounts counts = Merge(database).run();
    transaction.commit();
    return counts;
  });
}

}  // namespace prongsai::store
