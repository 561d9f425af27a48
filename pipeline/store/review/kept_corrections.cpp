#include "pipeline/store/review/kept_corrections.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

namespace prongsai::store {

std::optional<nlohmann::json> kept_value(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(database, "SELECT value FROM correction WHERE sha256 = ?1 AND kind = ?2 AND anchor = ?3");
  SQLite::bind(query, target.sha256, target.kind, target.anchor);
  if (!query.executeStep()) return std::nullopt;
  return nlohmann::json::parse(query.getColumn(0).getString());
}

void keep_value(SQLite::Database& database, const Target& target, const KeptCorrection& kept) {
  SQLite::Statement keep(database,
                         "INSERT OR REPLACE INTO correction (sha256, kind, anchor, machine_value, value, corrected_by, "
                         "corrected_at, carried_from) VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, ''), "
                         "coalesce(nullif(?7, ''), strftime('%Y-%m-%dT%H:%M:%SZ')), nullif(?8, ''))");
  SQLite::bind(keep, target.sha256, target.kind, target.anchor, kept.machine.dump(), kept.value.dump(), kept.who,
               kept.at, kept.carried_from);
  keep.exec();
}

void drop_value(SQLite::Database& database, const Target& target) {
  SQLite::Statement drop(database, "DELETE FROM correction WHERE sha256 = ?1 AND kind = ?2 AND anchor = ?3");
  SQLite::bind(drop, target.sha256, target.kind, target.anchor);
  drop.exec();
}

}  // namespace prongsai::store
