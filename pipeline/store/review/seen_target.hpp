// What a change is made on, where it is still what its author saw. For this folder only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>

#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_targets.hpp"

namespace prongsai::store {

// Which value: of a row, and which column of it where the row has several.
struct LoggedPlace {
  std::string kind;
  std::int64_t row_id = 0;
  std::string column;
};

// Why a change is refused whose target is gone; follows what it was made on.
inline constexpr const char* kGone =
    "is no longer there: the report was read or judged anew, or another file took its place since the page was opened";

// The target that a row stands for. Throws Gone where it is not the one that the author saw; NoSuchTarget for a caller
// without a key whose row is none.
[[nodiscard]] Target seen_target(SQLite::Database& database, const LoggedPlace& place, const Author& author);

}  // namespace prongsai::store
