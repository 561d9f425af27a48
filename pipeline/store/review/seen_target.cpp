#include "pipeline/store/review/seen_target.hpp"

#include <optional>

#include "pipeline/store/records/content_key.hpp"

namespace prongsai::store {

Target seen_target(SQLite::Database& database, const LoggedPlace& place, const Author& author) {
  const auto& [kind, row_id, column] = place;
  const std::optional<Target> target = target_of(database, kind, row_id, column);
  if (author.seen_key.empty()) {
    if (!target) throw NoSuchTarget("there is no such " + kind + ": " + std::to_string(row_id));
  } else if (!target || content_key(target->sha256, kind, target->anchor) != author.seen_key) {
    throw Gone("this " + kind + " " + kGone);
  }
  return *target;
}

}  // namespace prongsai::store
