#include "pipeline/store/document_rows.hpp"

#include <stdexcept>

#include "pipeline/store/sql_archive.hpp"
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
  columns.insert(columns.begin(), "submission_id");
  SQLite::Statement insert(
      database, "INSERT INTO " + table + " (" + joined(columns) + ") VALUES (" + parameters(columns.size()) + ")");
  for (const Model& record : records) {
    RowWriter writer(insert);
    writer.field("submission_id", static_cast<long long>(submission_id));
    describe(writer, record);
    insert.exec();
    insert.reset();
  }
}

template <typename Model>
void read_rows(SQLite::Database& database, const std::string& table, std::int64_t submission_id,
               std::vector<Model>& records) {
  SQLite::Statement query(
      database, "SELECT " + joined(columns_of<Model>()) + " FROM " + table + " WHERE submission_id = ? ORDER BY id");
  query.bind(1, submission_id);
  while (query.executeStep()) {
    RowReader reader(query);
    describe(reader, records.emplace_back());
  }
}

// Walks the lists of a record with the tables that hold them.
template <typename Document, typename Visit>
void each_list(Document& record, const Visit& visit) {
  visit("page", record.pages);
  visit("paragraph", record.paragraphs);
  visit("issue", record.issues);
  visit("table_info", record.tables);
  visit("cell", record.cells);
  visit("score", record.scores);
  visit("score_reading", record.score_readings);
  visit("link", record.links);
  visit("doubtful_word", record.doubtful_words);
  visit("aside", record.asides);
  visit("damage", record.damages);
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

Judgement read_judgement(SQLite::Database& database, std::int64_t submission_id) {
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
  read_rows(database, "finding", submission_id, judgement.findings);
  return judgement;
}

}  // namespace prongsai::store
