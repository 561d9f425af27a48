#include "pipeline/store/attached_documents.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <vector>

#include "models/attached_document.hpp"
#include "pipeline/store/records/submission_rows.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::store {
namespace {

struct Lying {
  std::int64_t id = 0;
  std::string outer;  // canonical path of what it is attached to
  std::string name;
};

// By path, so that the outer comes before the inner. `where`: over submission s.
std::vector<Lying> attached_where(SQLite::Database& database, const std::string& where, const std::string& parameter) {
  std::vector<Lying> found;
  SQLite::Statement query(database, "SELECT s.id, s.canonical_path FROM submission s WHERE s.attached_at IS NOT NULL" +
                                        where + " ORDER BY s.canonical_path");
  if (!parameter.empty()) query.bind(1, parameter);
  while (query.executeStep()) {
    const std::string path = query.getColumn(1).getString();
    const auto end = path.rfind("/#");
    found.push_back({query.getColumn(0).getInt64(), path.substr(0, end), path.substr(end + 2)});
  }
  return found;
}

void drop(SQLite::Database& database, std::int64_t id) {
  unindex_texts(database, id);
  SQLite::Statement extraction(database, "SELECT extraction_id FROM submission WHERE id = ?1");
  extraction.bind(1, id);
  const std::int64_t read_by =
      extraction.executeStep() && !extraction.isColumnNull(0) ? extraction.getColumn(0).getInt64() : 0;
  extraction.reset();
  SQLite::Statement remove(database, "DELETE FROM submission WHERE id = ?1");
  remove.bind(1, id);
  remove.exec();
  if (read_by != 0) drop_if_unused(database, read_by);
}

void drop_unlisted(SQLite::Database& database, const std::vector<Lying>& all) {
  SQLite::Statement listed(database,
                           "SELECT 1 FROM submission o JOIN attached_document a ON a.submission_id = o.id "
                           "WHERE o.canonical_path = ?1 AND a.name = ?2");
  for (const Lying& one : all) {
    listed.bind(1, one.outer);
    listed.bind(2, one.name);
    const bool there = listed.executeStep();
    listed.reset();
    if (!there) drop(database, one.id);
  }
}

}  // namespace

// Paths that go on behind "/#" sort between it and "/$".
void drop_unattached(SQLite::Database& database, const std::string& canonical_path) {
  drop_unlisted(
      database,
      attached_where(database, " AND s.canonical_path > ?1 || '/#' AND s.canonical_path < ?1 || '/$'", canonical_path));
}

void drop_unattached(SQLite::Database& database) {
  drop_unlisted(database, attached_where(database, "", ""));
}

}  // namespace prongsai::store
