#include "pipeline/store/collected/collected.hpp"

#include "pipeline/store/collected/collected_rows.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {

Collected::Collected(Store& store) : store_(store) {}

void Collected::begin(const std::string& program_version, const std::string& user_agent, const std::string& now) {
  SQLite::Database& database = store_.database();
  guarded(database, [&] {
    SQLite::Statement open(database, "SELECT id FROM collection WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1");
    if (open.executeStep()) {
      id_ = open.getColumn(0).getInt64();
      return;
    }
    SQLite::Statement insert(
        database, "INSERT INTO collection (started_at, program_version, user_agent) VALUES (?, ?, ?) RETURNING id");
    insert.bind(1, now);
    insert.bind(2, program_version);
    insert.bind(3, user_agent);
    insert.executeStep();
    id_ = insert.getColumn(0).getInt64();
  });
}

void Collected::end(const std::string& now) {
  guarded(store_.database(), [&] {
    SQLite::Statement update(store_.database(), "UPDATE collection SET ended_at = ? WHERE id = ?");
    update.bind(1, now);
    update.bind(2, id_);
    update.exec();
  });
}

void Collected::add(const std::string& manifest, std::size_t count,
                    const std::function<CollectItem(std::size_t)>& item) {
  SQLite::Database& database = store_.database();
  guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement forget(database, "UPDATE publication SET manifest = NULL WHERE manifest = ?");
    forget.bind(1, manifest);
    forget.exec();
    SQLite::Statement insert(
        database,
        "INSERT INTO publication (item_key, office_key, manifest, line, agency, fiscal_year, item_code, main_site, "
        "published_url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (item_key) DO UPDATE SET office_key = "
        "excluded.office_key, manifest = excluded.manifest, line = excluded.line, main_site = excluded.main_site");
    for (std::size_t i = 0; i < count; ++i) {
      write_item(insert, manifest, item(i));
      insert.exec();
      insert.reset();
    }
    transaction.commit();
  });
}

std::vector<std::string> Collected::offices(const std::string& manifest, bool open_only) {
  return guarded(store_.database(), [&] {
    SQLite::Statement query(
        store_.database(),
        std::string("SELECT office_key FROM publication WHERE manifest = ?1 AND collection_id IS NOT ?2") +
            (open_only ? " AND (state IS NULL OR state = 'not_checked')" : "") +
            " GROUP BY office_key ORDER BY min(line)");
    query.bind(1, manifest);
    query.bind(2, id_);
    std::vector<std::string> keys;
    while (query.executeStep()) keys.push_back(query.getColumn(0).getString());
    return keys;
  });
}

std::vector<CollectItem> Collected::items(const std::string& manifest, const std::string& office_key) {
  return guarded(store_.database(), [&] {
    SQLite::Statement query(store_.database(),
                            std::string("SELECT ") + kItemColumns +
                                " FROM publication WHERE manifest = ? AND office_key = ? ORDER BY line");
    query.bind(1, manifest);
    query.bind(2, office_key);
    std::vector<CollectItem> items;
    while (query.executeStep()) items.push_back(read_item(query));
    return items;
  });
}

std::optional<Fetch> Collected::fetched(const std::string& url) {
  return guarded(store_.database(), [&]() -> std::optional<Fetch> {
    SQLite::Statement query(store_.database(),
                            "SELECT " + fetch_columns() + " FROM fetch WHERE collection_id = ? AND url = ?");
    query.bind(1, id_);
    query.bind(2, url);
    return query.executeStep() ? std::optional(read_fetch(query)) : std::nullopt;
  });
}

std::optional<Fetch> Collected::kept(const std::string& url) {
  return guarded(store_.database(), [&]() -> std::optional<Fetch> {
    SQLite::Statement query(store_.database(), "SELECT " + fetch_columns() +
                                                   " FROM fetch WHERE url = ? AND sha256 IS NOT NULL AND outcome IN "
                                                   "('answered', 'unchanged') ORDER BY id DESC LIMIT 1");
    query.bind(1, url);
    return query.executeStep() ? std::optional(read_fetch(query)) : std::nullopt;
  });
}

void Collected::save(const Fetch& fetch) {
  guarded(store_.database(), [&] { write_fetch(store_.database(), id_, fetch); });
}

std::optional<std::pair<std::string, long long>> Collected::archive_end() {
  return guarded(store_.database(), [&]() -> std::optional<std::pair<std::string, long long>> {
    SQLite::Statement query(store_.database(),
                            "SELECT warc, warc_end FROM fetch WHERE warc IS NOT NULL ORDER BY id DESC LIMIT 1");
    if (!query.executeStep()) return std::nullopt;
    return std::pair(query.getColumn(0).getString(), static_cast<long long>(query.getColumn(1).getInt64()));
  });
}

void Collected::settle(const CollectItem& item, const Settled& settled) {
  guarded(store_.database(), [&] { write_settled(store_.database(), id_, item.id, settled); });
}

void Collected::each_document(const std::string& manifest,
                              const std::function<void(const CollectItem&, const Settled&)>& visit) {
  guarded(store_.database(), [&] {
    SQLite::Statement query(store_.database(),
                            std::string("SELECT ") + kItemColumns + ", " + kSettledColumns +
                                " FROM publication WHERE manifest = ? AND file_count > 0 ORDER BY line");
    query.bind(1, manifest);
    while (query.executeStep()) visit(read_item(query), read_settled(query));
  });
}

std::vector<std::pair<std::string, long long>> Collected::counts(const std::string& manifest) {
  return guarded(store_.database(), [&] {
    SQLite::Statement query(store_.database(),
                            "SELECT coalesce(state, '') AS found, count(*) FROM publication WHERE manifest = ? "
                            "GROUP BY found ORDER BY found");
    query.bind(1, manifest);
    std::vector<std::pair<std::string, long long>> counts;
    while (query.executeStep()) {
      counts.emplace_back(query.getColumn(0).getString(), static_cast<long long>(query.getColumn(1).getInt64()));
    }
    return counts;
  });
}

}  // namespace prongsai::store
