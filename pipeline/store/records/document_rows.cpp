#include "pipeline/store/records/document_rows.hpp"

#include <stdexcept>

#include "pipeline/store/records/record_lists.hpp"
#include "pipeline/store/sqlite/row_ids.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::store {
namespace {

template <typename Model>
void write_rows(SQLite::Database& database, const std::string& table, std::int64_t submission_id,
                const std::vector<Model>& records) {
  SQLite::Statement clear(database, "DELETE FROM " + table + " WHERE submission_id = ?");
  clear.bind(1, submission_id);
  clear.exec();
  auto columns = columns_of<Model>();
  columns.insert(columns.begin(), {"id", "submission_id"});
  const bool numbered = keeps_ids(table) && !records.empty();
  long long id = numbered ? reserve_ids(database, table, static_cast<std::int64_t>(records.size())) : 0;
  SQLite::Statement insert(
      database, "INSERT INTO " + table + " (" + joined(columns) + ") VALUES (" + parameters(columns.size()) + ")");
  for (const Model& record : records) {
    RowWriter writer(insert);
    writer.known("id", numbered ? id++ : 0LL);  // none: SQLite's own
    writer.field("submission_id", static_cast<long long>(submission_id));
    describe(writer, record);
    insert.exec();
    insert.reset();
  }
}

template <typename Model>
void read_rows(SQLite::Database& database, const std::string& table, std::int64_t submission_id,
               std::vector<Model>& records, const std::string& and_also = "") {
  SQLite::Statement query(database, "SELECT " + joined(columns_of<Model>()) + " FROM " + table +
                                        " WHERE submission_id = ?" + and_also + " ORDER BY id");
  query.bind(1, submission_id);
  while (query.executeStep()) {
    RowReader reader(query);
    describe(reader, records.emplace_back());
  }
}

Record read_facts(SQLite::Database& database, std::int64_t submission_id) {
  SQLite::Statement query(database, "SELECT " + joined(columns_of<Record>()) + " FROM submission WHERE id = ?");
  query.bind(1, submission_id);
  if (!query.executeStep()) {
    throw std::runtime_error("there is no submission " + std::to_string(submission_id) + " in " +
                             database.getFilename());
  }
  Record record;
  RowReader reader(query);
  describe(reader, record);
  return record;
}

}  // namespace

void write_document(SQLite::Database& database, std::int64_t submission_id, const Record& record) {
  unindex_texts(database, submission_id);
  each_list(record,
            [&](const char* table, const auto& records) { write_rows(database, table, submission_id, records); });
  index_texts(database, submission_id);
}

Record read_document(SQLite::Database& database, std::int64_t submission_id) {
  Record record = read_facts(database, submission_id);
  each_list(record, [&](const char* table, auto& records) { read_rows(database, table, submission_id, records); });
  return record;
}

Record read_facts_and_cells(SQLite::Database& database, std::int64_t submission_id) {
  Record record = read_facts(database, submission_id);
  read_rows(database, "cell", submission_id, record.cells);
  return record;
}

std::vector<AttachedDocument> read_attached(SQLite::Database& database, std::int64_t submission_id) {
  std::vector<AttachedDocument> attached;
  read_rows(database, "attached_document", submission_id, attached);
  return attached;
}

Judgement read_judgement(SQLite::Database& database, std::int64_t submission_id, const std::string& which) {
  Judgement judgement;
  SQLite::Statement query(database,
                          "SELECT suggested_score, score_reason, score_reason_en FROM submission WHERE id = ?");
  query.bind(1, submission_id);
  if (query.executeStep()) {
    RowReader reader(query);
    reader.field("suggested_score", judgement.suggested_score);
    reader.field("score_reason", judgement.score_reason);
    reader.field("score_reason_en", judgement.score_reason_en);
  }
  read_rows(database, "finding", submission_id, judgement.findings, which);
  return judgement;
}

}  // namespace prongsai::store
