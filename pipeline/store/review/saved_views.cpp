#include "pipeline/store/review/saved_views.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "pipeline/store/review/review.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {

void save_view(Store& store, const SavedView& view) {
  if (view.name.find_first_not_of(' ') == std::string::npos) throw NoSuchTarget("a view needs a name");
  if (view.page != "submissions" && view.page != "findings") throw NoSuchTarget("there is no such page");
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    SQLite::Statement keep(database,
                           "INSERT INTO saved_view VALUES (lower(hex(randomblob(8))), ?1, ?2, ?3, ?4, ?5, "
                           "strftime('%Y-%m-%dT%H:%M:%SZ')) ON CONFLICT (owner, name) DO UPDATE SET page = "
                           "excluded.page, query = excluded.query, shared = excluded.shared, saved_at = "
                           "excluded.saved_at");
    SQLite::bind(keep, view.name, view.page, view.query, view.owner, view.shared ? 1 : 0);
    keep.exec();
  });
}

void remove_view(Store& store, const std::string& key, const std::string& whose) {
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    SQLite::Statement drop(
        database, "DELETE FROM saved_view WHERE key = ?1 AND ((?2 = '' AND shared = 1) OR (?2 <> '' AND owner = ?2))");
    SQLite::bind(drop, key, whose);
    if (drop.exec() == 0) throw NoSuchTarget("there is no such view");
  });
}

}  // namespace prongsai::store
