#include "pipeline/store/review/second_readings.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/review/decisions.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

void require_hers(SQLite::Database& database, const std::string& sha256, const std::string& who) {
  SQLite::Statement query(database, "SELECT reviewer, finished_at IS NOT NULL FROM second_reading WHERE sha256 = ?1");
  query.bind(1, sha256);
  if (!query.executeStep() || query.getColumn(0).getString() != who)
    throw NoSuchTarget("this report is not yours to read a second time");
  if (query.getColumn(1).getInt() != 0) throw Conflict("this second reading is finished");
}

void require_unfinished(SQLite::Database& database, const std::string& sha256) {
  SQLite::Statement query(database, "SELECT 1 FROM second_reading WHERE sha256 = ?1 AND finished_at IS NOT NULL");
  query.bind(1, sha256);
  if (query.executeStep()) throw Conflict("this second reading is finished");
}

json read_sample(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(database, "SELECT reviewer FROM second_reading WHERE sha256 = ?1");
  query.bind(1, target.sha256);
  return query.executeStep() ? json(query.getColumn(0).getString()) : json(nullptr);
}

void write_sample(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  SQLite::Statement drop(database, "DELETE FROM second_reading WHERE sha256 = ?1");
  drop.bind(1, target.sha256);
  drop.exec();
  if (value.is_null()) return;
  SQLite::Statement keep(database,
                         "INSERT INTO second_reading VALUES (?1, ?2, ?3, strftime('%Y-%m-%dT%H:%M:%SZ'), NULL)");
  SQLite::bind(keep, target.sha256, value.get<std::string>(), who);
  keep.exec();
}

}  // namespace

json read_second(SQLite::Database& database, const Target& target) {
  if (target.kind == "sample") return read_sample(database, target);
  SQLite::Statement query(database,
                          "SELECT status, coalesce(note, '') FROM second_decision WHERE sha256 = ?1 AND anchor = ?2");
  SQLite::bind(query, target.sha256, target.anchor);
  if (!query.executeStep()) return nullptr;
  return {{"status", query.getColumn(0).getString()}, {"note", query.getColumn(1).getString()}};
}

void write_second(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  require_unfinished(database, target.sha256);
  if (target.kind == "sample") return write_sample(database, target, value, who);
  SQLite::Statement drop(database, "DELETE FROM second_decision WHERE sha256 = ?1 AND anchor = ?2");
  SQLite::bind(drop, target.sha256, target.anchor);
  drop.exec();
  if (value.is_null()) return;
  SQLite::Statement keep(database,
                         "INSERT INTO second_decision VALUES (?1, ?2, ?3, nullif(?4, ''), ?5, "
                         "strftime('%Y-%m-%dT%H:%M:%SZ'), NULL)");
  SQLite::bind(keep, target.sha256, target.anchor, value.at("status").get<std::string>(),
               value.at("note").get<std::string>(), who);
  keep.exec();
}

std::int64_t draw_second_readings(Store& store, const std::vector<DrawnReading>& drawn, const std::string& by) {
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const LoggedWith with{std::nullopt, drawn.size() > 1 ? std::optional(next_change(database)) : std::nullopt};
    std::int64_t fresh = 0;
    for (const auto& [submission_id, reviewer] : drawn) {
      const Target target{"sample", sha256_of(database, submission_id), ""};
      if (target.sha256.empty() || !read_second(database, target).is_null()) continue;
      write_second(database, target, reviewer, by);
      log_change(database, target, nullptr, reviewer, by, with);
      ++fresh;
    }
    transaction.commit();
    return fresh;
  });
}

std::vector<std::string> anchors_to_read(Store& store, std::int64_t submission_id,
                                         const std::optional<Judgement>& as_read) {
  std::vector<std::string> anchors = as_read ? anchors_of(as_read->findings) : std::vector<std::string>();
  SQLite::Statement query(store.database(), std::string("SELECT anchor FROM finding WHERE submission_id = ?1 AND own = "
                                                        "0") +
                                                (as_read ? " AND across = 1" : ""));
  query.bind(1, submission_id);
  while (query.executeStep()) anchors.push_back(query.getColumn(0).getString());
  return anchors;
}

std::int64_t decide_second(Store& store, std::int64_t submission_id, const std::vector<std::string>& anchors,
                           const std::string& status, const std::string& note, const Author& author) {
  if (status != "open" && status != "confirmed" && status != "dismissed")
    throw NoSuchTarget("a finding is open, confirmed or dismissed, not " + status);
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const std::string sha256 = sha256_of(database, submission_id);
    require_hers(database, sha256, author.who);
    const auto finding = std::find_if(anchors.begin(), anchors.end(), [&](const std::string& anchor) {
      return content_key(sha256, "decision", anchor) == author.seen_key;
    });
    if (finding == anchors.end())
      throw Gone("this finding is no longer there: the report was read or judged anew since the page was opened");
    const Target target{"second", sha256, *finding};
    if (version_of(database, target) != author.seen_version)
      throw Conflict("this finding was changed by someone else meanwhile");
    const json before = read_second(database, target);
    const json after = status == "open" ? json(nullptr) : json({{"status", status}, {"note", note}});
    write_second(database, target, after, author.who);
    const std::int64_t version = log_change(database, target, before, after, author.who);
    transaction.commit();
    return version;
  });
}

void finish_second_reading(Store& store, std::int64_t submission_id, const std::vector<std::string>& anchors,
                           const std::string& who) {
  SQLite::Database& database = store.database();
  guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const std::string sha256 = sha256_of(database, submission_id);
    require_hers(database, sha256, who);
    for (const std::string& anchor : anchors) {
      if (read_second(database, {"second", sha256, anchor}).is_null())
        throw NoSuchTarget("findings are still undecided in this second reading");
    }
    SQLite::Statement first(database,
                            "UPDATE second_decision SET first_status = (SELECT d.status FROM decision d WHERE d.sha256 "
                            "= second_decision.sha256 AND d.anchor = second_decision.anchor AND d.status <> 'open') "
                            "WHERE sha256 = ?1");
    first.bind(1, sha256);
    first.exec();
    SQLite::Statement end(database,
                          "UPDATE second_reading SET finished_at = strftime('%Y-%m-%dT%H:%M:%SZ') WHERE sha256 = ?1");
    end.bind(1, sha256);
    end.exec();
    transaction.commit();
  });
}

}  // namespace prongsai::store
