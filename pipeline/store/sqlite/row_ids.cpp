#include "pipeline/store/sqlite/row_ids.hpp"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace prongsai::store {

bool keeps_ids(const std::string& relation) {
  static constexpr std::array<std::string_view, 5> kNumbered = {"finding", "cell", "score", "issue", "table_info"};
  return std::find(kNumbered.begin(), kNumbered.end(), relation) != kNumbered.end();
}

std::int64_t reserve_ids(SQLite::Database& database, const std::string& relation, std::int64_t count) {
  SQLite::Statement reserve(
      database, "INSERT INTO main.last_id (relation, last) SELECT ?1, ?2 + coalesce(max(id), 0) FROM main." + relation +
                    " WHERE true ON CONFLICT (relation) DO UPDATE SET "
                    "last = max(last + ?2, excluded.last) RETURNING last");
  reserve.bind(1, relation);
  reserve.bind(2, count);
  reserve.executeStep();
  const std::int64_t last = reserve.getColumn(0).getInt64();
  reserve.reset();
  return last - count + 1;
}

}  // namespace prongsai::store
