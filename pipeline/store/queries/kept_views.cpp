#include "pipeline/store/queries/kept_views.hpp"

#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {

std::vector<KeptView> views_of(RelationReader& reader, const std::string& who) {
  return rows_as<KeptView>(reader,
                           "SELECT key, name, page, query, owner, shared, owner = ?1 AS mine FROM saved_view WHERE "
                           "owner = ?1 OR shared = 1 ORDER BY shared, name, owner",
                           {who});
}

bool owns_view(RelationReader& reader, const std::string& key, const std::string& who) {
  return number_of(reader, "SELECT EXISTS (SELECT 1 FROM saved_view WHERE key = ?1 AND owner = ?2)", {key, who}) != 0;
}

}  // namespace prongsai::store
