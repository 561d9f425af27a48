#include "pipeline/store/records/manifest_rows.hpp"

#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/sqlite/sql_archive.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {

void save_manifest(Store& store, const std::string& manifest, std::size_t count,
                   const std::function<MatchedRow(std::size_t index)>& row) {
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement clear(database, "DELETE FROM manifest_row WHERE manifest = ?");
    clear.bind(1, manifest);
    clear.exec();
    SQLite::Statement insert(database,
                             "INSERT INTO manifest_row (manifest, line, file, agency, fiscal_year, item_code, "
                             "main_site, published_url, submission_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
                             "(SELECT id FROM submission WHERE canonical_path = ?))");
    for (std::size_t i = 0; i < count; ++i) {
      const MatchedRow matched = row(i);
      RowWriter writer(insert);
      writer.field("manifest", manifest);
      writer.field("line", matched.row.line);
      writer.field("file", matched.row.file);
      describe_claims(writer, matched.row);
      writer.field("canonical_path", matched.canonical_path);
      insert.exec();
      insert.reset();
    }
    transaction.commit();
  });
}

}  // namespace prongsai::store
