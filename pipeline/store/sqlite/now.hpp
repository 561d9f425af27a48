// The time at which a statement runs, as the database writes times: UTC, "2026-01-31T08:15:00Z".
#pragma once

namespace prongsai::store {

inline constexpr const char* kNow = "strftime('%Y-%m-%dT%H:%M:%SZ')";  // an SQL expression

}  // namespace prongsai::store
