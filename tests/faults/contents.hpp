// All that a database says about its documents, as text: equal for two databases of the same documents however they
// came about. Row numbers, times and durations are left out.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace prongsai::tests {

inline std::vector<std::string> compared_columns(SQLite::Database& database, const std::string& table) {
  static const std::set<std::string> kVaries = {"id",      "submission_id", "extraction_id", "saved_at",
                                                "seconds", "peak_kib",      "finished_at",   "attempts"};
  std::vector<std::string> columns;
  SQLite::Statement query(database, "SELECT name FROM pragma_table_info('" + table + "')");
  while (query.executeStep()) {
    const std::string name = query.getColumn(0).getString();
    if (!kVaries.contains(name)) columns.push_back("t." + name);
  }
  return columns;
}

inline std::string rows_of(SQLite::Database& database, const std::string& table, const std::string& join) {
  std::string columns;
  for (const std::string& column : compared_columns(database, table)) columns += ", quote(" + column + ")";
  const std::string place = table == "finding" ? "t.across, t.code, t.anchor" : "t.rowid";
  SQLite::Statement query(database, "SELECT s.canonical_path" + columns + " FROM " + table +
                                        " t JOIN submission s ON " + join + " ORDER BY s.canonical_path, " + place);
  std::string rows;
  while (query.executeStep()) {
    rows += table;
    for (int i = 0; i < query.getColumnCount(); ++i) rows += '|' + query.getColumn(i).getString();
    rows += '\n';
  }
  return rows;
}

inline std::string contents_of(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  std::string all = rows_of(database, "submission", "s.id = t.id");
  all += rows_of(database, "extraction", "s.extraction_id = t.id");
  for (const char* table :
       {"page", "paragraph", "issue", "table_info", "cell", "score", "score_reading", "identity_candidate", "link",
        "doubtful_word", "aside", "damage", "attached_document", "finding", "sketch"}) {
    all += rows_of(database, table, "s.id = t.submission_id");
  }
  return all;
}

inline std::string integrity_of(const std::filesystem::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  return database.execAndGet("PRAGMA integrity_check").getString();
}

}  // namespace prongsai::tests
