#include "pipeline/store/review/bulk_decisions.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>
#include <utility>

#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/review/review_targets.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"
#include "pipeline/store/tallies.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

void decide_one(SQLite::Database& database, const Target& target, const BulkDecision& decision, std::int64_t bulk) {
  const json before = read_target(database, target);
  if (before.at("status") != "open" || version_of(database, target) > decision.seen_latest) {
    throw Conflict("some of these findings were changed by someone else meanwhile; nothing was decided");
  }
  json after = before;
  after["status"] = decision.status;
  if (!decision.note.empty()) after["note"] = decision.note;
  write_decision(database, target, after, decision.who);
  log_change(database, target, before, after, decision.who, {std::nullopt, bulk});
}

}  // namespace

std::int64_t decide_findings(Store& store, const std::vector<std::int64_t>& findings, const BulkDecision& decision) {
  if (decision.status != "confirmed" && decision.status != "dismissed") {
    throw NoSuchTarget("findings are confirmed or dismissed together, not " + decision.status);
  }
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const std::int64_t bulk = next_change(database);
    std::set<std::pair<std::string, std::string>> decided;
    for (const std::int64_t id : findings) {
      const auto target = target_of(database, "decision", id);
      if (!target) throw NoSuchTarget("there is no such finding: " + std::to_string(id));
      if (decided.emplace(target->sha256, target->anchor).second) decide_one(database, *target, decision, bulk);
    }
    fill_tallies(database);
    transaction.commit();
    return static_cast<std::int64_t>(findings.size());
  });
}

}  // namespace prongsai::store
