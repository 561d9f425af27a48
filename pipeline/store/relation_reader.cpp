#include "pipeline/store/relation_reader.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <stdexcept>

#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/sqlite/database.hpp"
#include "pipeline/store/sqlite/database_name.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/sqlite/schema.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::store {
namespace {

void bind(SQLite::Statement& statement, const std::vector<Value>& parameters) {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int index = static_cast<int>(i) + 1;
    std::visit(
        [&](const auto& value) {
          using T = std::decay_t<decltype(value)>;
          if constexpr (std::is_same_v<T, std::nullptr_t>) {
            statement.bind(index);
          } else {
            statement.bind(index, value);
          }
        },
        parameters[i]);
  }
}

Value column_value(const SQLite::Column& column) {
  if (column.isNull()) return nullptr;
  if (column.isInteger()) return static_cast<std::int64_t>(column.getInt64());
  if (column.isFloat()) return column.getDouble();
  return column.getString();
}

// What `collect` asked for and found of others. Of requests, those stay that the publications' own rows name.
void drop_what_was_collected_of_others(SQLite::Database& database) {
  database.exec("DELETE FROM publication WHERE id NOT IN (SELECT publication_id FROM publication_submission)");
  database.exec(
      "DELETE FROM fetch WHERE url NOT IN (SELECT published_url FROM publication WHERE published_url IS NOT NULL UNION "
      "SELECT final_url FROM publication WHERE final_url IS NOT NULL UNION "
      "SELECT click.value ->> 1 FROM publication, json_each(click_urls) AS click WHERE click_urls IS NOT NULL)");
  database.exec("DELETE FROM collection WHERE id NOT IN (SELECT collection_id FROM fetch)");
}

// A part of the collection leaves the house without what reviewers, manifests and sites say of the rest.
void drop_what_hung_on_others(SQLite::Database& database) {
  const std::string others =
      " WHERE sha256 NOT IN (SELECT sha256 FROM submission WHERE sha256 IS NOT NULL UNION "
      "SELECT sha256 FROM submission_version)";
  database.exec("BEGIN");
  database.exec("PRAGMA defer_foreign_keys = ON");  // an undoing refers to the change that it undoes
  for (const char* table : {"decision", "correction", "final_score", "review_event", "letter_report", "second_reading",
                            "second_decision", "waiting_correction"}) {
    database.exec(std::string("DELETE FROM ") + table + others);
  }
  database.exec("DELETE FROM letter WHERE key NOT IN (SELECT letter_key FROM letter_report)");
  database.exec(
      "DELETE FROM extraction WHERE id NOT IN "
      "(SELECT extraction_id FROM submission WHERE extraction_id IS NOT NULL)");
  database.exec("DELETE FROM manifest_row WHERE submission_id IS NULL");
  drop_what_was_collected_of_others(database);
  database.exec("DELETE FROM run");
  database.exec("COMMIT");
}

using KindOf = std::function<std::string(const std::string&)>;

void kind_in_sql(sqlite3_context* context, int, sqlite3_value** values) {
  const auto& kind_of = *static_cast<const KindOf*>(sqlite3_user_data(context));
  const auto* name = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  const std::string kind = kind_of && name != nullptr ? kind_of(name) : "";
  if (kind.empty()) return sqlite3_result_null(context);
  sqlite3_result_text(context, kind.data(), static_cast<int>(kind.size()), SQLITE_TRANSIENT);
}

void add_kinds(SQLite::Database& database, KindOf& kind_of) {
  database.createFunction("office_kind", 1, true, &kind_of, kind_in_sql, nullptr, nullptr, nullptr);
}

void write_kinds(SQLite::Database& database, KindOf kind_of) {
  add_kinds(database, kind_of);
  database.exec(
      "DROP TABLE IF EXISTS office_kind; CREATE TABLE office_kind (agency TEXT PRIMARY KEY, kind TEXT) STRICT; INSERT "
      "INTO office_kind SELECT DISTINCT agency, office_kind(agency) FROM submission WHERE agency IS NOT NULL");
  database.createFunction("office_kind", 1, true, nullptr, nullptr, nullptr, nullptr, nullptr);
}

// Rows by which `kept` does not hold go. What is not known to pass is dropped: a comparison with an unknown year or
// office is neither true nor false.
void drop_others(SQLite::Database& database, const std::string& table, const Kept& kept) {
  SQLite::Statement drop(database, "DELETE FROM " + table + " WHERE (" + kept.where + ") IS NOT TRUE");
  bind(drop, kept.parameters);
  drop.exec();
}

// A key is no change of its row: what hangs on changes of rows rests meanwhile.
void write_keys(SQLite::Database& database, const std::string& table, const std::string& select) {
  database.exec("CREATE TEMP TABLE key_of_row AS SELECT id, key FROM (" + select + ")");
  database.exec("ALTER TABLE " + table + " ADD COLUMN key TEXT");
  std::vector<std::string> resting;
  SQLite::Statement triggers(database,
                             "SELECT 'DROP TRIGGER ' || name, sql FROM sqlite_schema WHERE type = 'trigger' AND "
                             "tbl_name = ?1");
  std::vector<std::string> drops;
  triggers.bind(1, table);
  while (triggers.executeStep()) {
    drops.push_back(triggers.getColumn(0).getString());
    resting.push_back(triggers.getColumn(1).getString());
  }
  triggers.reset();
  for (const std::string& drop : drops) database.exec(drop);
  database.exec("UPDATE " + table + " SET key = k.key FROM temp.key_of_row k WHERE k.id = " + table + ".id");
  database.exec("DROP TABLE temp.key_of_row");
  for (const std::string& trigger : resting) database.exec(trigger);
}

void copy_part(const std::filesystem::path& db, const std::filesystem::path& out, const CopyPlan& plan) {
  make_private(out);
  SQLite::Database source(readable_name(db), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  SQLite::Statement copy(source, "VACUUM INTO ?");
  copy.bind(1, out.string());
  copy.exec();
  SQLite::Database target(out.string(), SQLite::OPEN_READWRITE);
  target.exec("UPDATE mark SET value = 'copy-' || value WHERE name = 'database'");  // it goes its own way
  target.exec("DELETE FROM mark WHERE name = 'accounts'");                          // and no accounts go with it
  target.exec("DELETE FROM saved_view");                                            // nor how someone works
  add_content_key(target);
  target.exec("PRAGMA foreign_keys=ON");
  const auto& [submissions, findings] = plan.selection;
  if (findings) drop_others(target, "finding", *findings);
  if (!submissions.where.empty()) {
    drop_others(target, "submission", submissions);
    drop_what_hung_on_others(target);
    rebuild_text_index(target);
  }
  for (const auto& [table, select] : plan.keys) write_keys(target, table, select);
  write_kinds(target, plan.kind_of);
  target.exec("VACUUM");
}

}  // namespace

struct RelationReader::State {
  explicit State(const std::filesystem::path& file)
      : db(readable_name(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI) {
    db.setBusyTimeout(5000);
    add_content_key(db);
    add_kinds(db, kind_of);
    db.exec("PRAGMA trusted_schema=OFF; BEGIN");
  }
  SQLite::Database db;
  KindOf kind_of;
};

RelationReader::RelationReader(const std::filesystem::path& db) {
  if (!std::filesystem::exists(db)) throw std::runtime_error(db.string() + ": no such database");
  try {
    state_ = std::make_unique<State>(db);
    require_current(state_->db);
  } catch (const SQLite::Exception& e) {
    throw_explained(e, db);
  }
}

RelationReader::~RelationReader() = default;

void RelationReader::tell_kinds(std::function<std::string(const std::string&)> kind_of) {
  state_->kind_of = std::move(kind_of);
}

void RelationReader::each(std::string_view sql, const std::vector<Value>& parameters,
                          const std::function<bool(const Row&)>& row) {
  SQLite::Statement statement(state_->db, std::string(sql));
  bind(statement, parameters);
  Row values;
  while (statement.executeStep()) {
    values.clear();
    for (int i = 0; i < statement.getColumnCount(); ++i) values.push_back(column_value(statement.getColumn(i)));
    if (!row(values)) return;
  }
}

std::vector<Row> RelationReader::all(std::string_view sql, const std::vector<Value>& parameters) {
  std::vector<Row> rows;
  each(sql, parameters, [&](const Row& row) {
    rows.push_back(row);
    return true;
  });
  return rows;
}

std::vector<std::string> RelationReader::columns(std::string_view sql) {
  const SQLite::Statement statement(state_->db, std::string(sql));
  std::vector<std::string> names;
  for (int i = 0; i < statement.getColumnCount(); ++i) names.emplace_back(statement.getColumnName(i));
  return names;
}

void copy_database(const std::filesystem::path& db, const std::filesystem::path& out, const CopyPlan& plan) {
  if (std::filesystem::exists(out)) throw std::runtime_error(out.string() + ": exists already; choose another name");
  // Made beside its place and moved there when nothing of the rest is left in it.
  const std::filesystem::path part = out.string() + ".part";
  std::filesystem::remove(part);
  try {
    copy_part(db, part, plan);
    std::filesystem::rename(part, out);
  } catch (const SQLite::Exception& e) {
    std::error_code ignored;
    for (const char* end : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(part.string() + end, ignored);
    throw std::runtime_error(out.string() + ": cannot be written: " + e.what());
  }
}

}  // namespace prongsai::store
