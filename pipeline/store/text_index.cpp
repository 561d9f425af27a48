#include "pipeline/store/text_index.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "pipeline/store/searched_texts.hpp"

namespace prongsai::store {
namespace {

enum class Step { add, remove };

// Rows of one kind enter or leave; `where` is a condition with ?1.
void step(SQLite::Database& database, std::size_t kind, Step what, const std::string& where, std::int64_t parameter) {
  const Searched& searched = kSearched.at(kind);
  const std::string text = searched.text;
  const std::string into = what == Step::add ? "INSERT INTO text_search (rowid, text) SELECT "
                                             : "INSERT INTO text_search (text_search, rowid, text) SELECT 'delete', ";
  SQLite::Statement statement(database, into + "4 * id + " + std::to_string(kind) + ", " + folded(text) +
                                            " || char(10) FROM main." + searched.table + " WHERE " + text +
                                            " IS NOT NULL AND " + where);
  statement.bind(1, parameter);
  statement.exec();
}

void step_all(SQLite::Database& database, Step what, std::int64_t submission_id) {
  for (std::size_t kind = 0; kind < kSearched.size(); ++kind) {
    step(database, kind, what, "submission_id = ?1", submission_id);
  }
}

}  // namespace

void unindex_texts(SQLite::Database& database, std::int64_t submission_id) {
  step_all(database, Step::remove, submission_id);
}

void index_texts(SQLite::Database& database, std::int64_t submission_id) {
  step_all(database, Step::add, submission_id);
}

void unindex_cell(SQLite::Database& database, std::int64_t cell_id) {
  step(database, 0, Step::remove, "id = ?1", cell_id);
}

void index_cell(SQLite::Database& database, std::int64_t cell_id) {
  step(database, 0, Step::add, "id = ?1", cell_id);
}

void rebuild_text_index(SQLite::Database& database) {
  database.exec("INSERT INTO text_search (text_search) VALUES ('delete-all')");
  for (std::size_t kind = 0; kind < kSearched.size(); ++kind) step(database, kind, Step::add, "id > ?1", 0);
}

}  // namespace prongsai::store
