// Rows of fetch and publication. For this library only.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>

#include "pipeline/store/collected/collected.hpp"

namespace prongsai::store {

// The columns that read_item() reads, from the left, and those that read_settled() reads after them.
inline constexpr const char* kItemColumns =
    "id, item_key, office_key, line, agency, fiscal_year, item_code, main_site, published_url, manifest, files, sha256";
inline constexpr const char* kSettledColumns =
    "state, because, place, place_because, final_url, unsafe, unsafe_because, click_urls, pages_seen, walked_all, "
    "tries, "
    "first_at, last_at, seen_lines";

void write_item(SQLite::Statement& insert, const std::string& manifest, const CollectItem& item);
[[nodiscard]] CollectItem read_item(SQLite::Statement& row);
[[nodiscard]] Settled read_settled(SQLite::Statement& row);
void write_settled(SQLite::Database& database, std::int64_t collection, std::int64_t item, const Settled& settled);

[[nodiscard]] const std::string& fetch_columns();
[[nodiscard]] Fetch read_fetch(SQLite::Statement& row);
void write_fetch(SQLite::Database& database, std::int64_t collection, const Fetch& fetch);

}  // namespace prongsai::store
