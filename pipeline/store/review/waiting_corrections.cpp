#include "pipeline/store/review/waiting_corrections.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <optional>

#include "pipeline/store/review/correctable.hpp"
#include "pipeline/store/review/kept_corrections.hpp"
#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

constexpr std::size_t kDigitsOfBytes = 12;

json json_of_waiting(const RememberedCorrection& correction) {
  const SoughtCorrection& sought = correction.sought;
  return {{"kind", sought.target.kind}, {"place", sought.target.anchor}, {"machine", sought.machine},
          {"value", sought.value},      {"context", sought.context},     {"who", correction.who},
          {"at", correction.at},        {"made_on", correction.made_on}, {"kept", correction.kept}};
}

// What the page named by its key, among those that wait in the submission's bytes.
std::optional<Target> waiting_named(SQLite::Database& database, std::int64_t submission_id, const std::string& key) {
  SQLite::Statement query(
      database,
      "SELECT w.sha256, w.anchor FROM waiting_correction w JOIN submission s ON s.sha256 = w.sha256 "
      "WHERE s.id = ?1 AND content_key(w.sha256, 'waiting', w.anchor) = ?2");
  SQLite::bind(query, submission_id, key);
  if (!query.executeStep()) return std::nullopt;
  return Target{"waiting", query.getColumn(0).getString(), query.getColumn(1).getString()};
}

void require_page(SQLite::Database& database, std::int64_t submission_id, const json& own) {
  if (!own.contains("page_no")) return;
  SQLite::Statement page(database, "SELECT 1 FROM page WHERE submission_id = ?1 AND page_no = ?2");
  SQLite::bind(page, submission_id, own["page_no"].get<int>());
  if (!page.executeStep()) throw Gone("the page of what was added is no longer there");
}

// Puts its value in its place of the present reading. Returns the number of that change.
std::int64_t apply_waiting(SQLite::Database& database, std::int64_t submission_id, const std::string& sha256,
                           const json& waiting, const std::string& who, std::int64_t stroke) {
  const Target target{waiting["kind"], sha256, waiting["place"]};
  if (!is_correctable(target.kind)) {
    require_page(database, submission_id, waiting["value"]);
  } else if (rows_in(database, submission_id, target).empty()) {
    throw Gone("what this correction was made on is not in this reading; correct it by hand, or discard it");
  }
  if (kept_value(database, target)) throw Conflict("something else was set right there meanwhile");
  const json before = read_target(database, target);
  write_target(database, target, waiting["value"], who);
  return log_change(database, target, before, waiting["value"], who, {std::nullopt, stroke});
}

}  // namespace

Target waiting_target(const std::string& sha256, const RememberedCorrection& correction) {
  const Target& made = correction.sought.target;
  return {"waiting", sha256, made.kind + '|' + made.anchor + '|' + correction.made_on.substr(0, kDigitsOfBytes)};
}

json read_waiting(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(
      database,
      "SELECT kind, place, machine_value, value, context, coalesce(corrected_by, ''), corrected_at, "
      "made_on, kept FROM waiting_correction WHERE sha256 = ?1 AND anchor = ?2");
  SQLite::bind(query, target.sha256, target.anchor);
  if (!query.executeStep()) return nullptr;
  const auto text = [&](int column) { return query.getColumn(column).getString(); };
  return json_of_waiting({{{text(0), target.sha256, text(1)}, json::parse(text(2)), json::parse(text(3)), text(4)},
                          text(5),
                          text(6),
                          text(7),
                          true,
                          query.getColumn(8).getInt() != 0});
}

void write_waiting(SQLite::Database& database, const Target& target, const json& value) {
  SQLite::Statement drop(database, "DELETE FROM waiting_correction WHERE sha256 = ?1 AND anchor = ?2");
  SQLite::bind(drop, target.sha256, target.anchor);
  drop.exec();
  if (value.is_null()) return;
  SQLite::Statement keep(database,
                         "INSERT INTO waiting_correction (sha256, anchor, kind, place, machine_value, value, context, "
                         "corrected_by, corrected_at, made_on, kept) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, "
                         "''), ?9, ?10, ?11)");
  const auto text = [&](const char* name) { return value.at(name).get<std::string>(); };
  SQLite::bind(keep, target.sha256, target.anchor, text("kind"), text("place"), value.at("machine").dump(),
               value.at("value").dump(), text("context"), text("who"), text("at"), text("made_on"),
               value.at("kept").get<bool>() ? 1 : 0);
  keep.exec();
}

void let_wait(SQLite::Database& database, const std::string& sha256, const RememberedCorrection& correction) {
  const Target target = waiting_target(sha256, correction);
  if (version_of(database, target) != 0 && !read_waiting(database, target).is_null()) return;
  const json value = json_of_waiting(correction);
  write_waiting(database, target, value);
  log_change(database, target, nullptr, value, kProgram);
}

std::optional<json> present_at(Store& store, std::int64_t submission_id, const std::string& kind,
                               const std::string& place) {
  if (!is_correctable(kind)) return std::nullopt;
  SQLite::Database& database = store.database();
  const Target target{kind, "", place};
  const auto rows = rows_in(database, submission_id, target);
  if (rows.empty()) return std::nullopt;
  return present_value(database, target, rows.front());
}

std::int64_t settle_correction(Store& store, std::int64_t submission_id, Settle settle, const Author& author) {
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto target = waiting_named(database, submission_id, author.seen_key);
    if (!target) throw Gone("this correction waits no longer");
    if (version_of(database, *target) != author.seen_version)
      throw Conflict("this waiting was changed by someone else meanwhile");
    const json before = read_waiting(database, *target);
    LoggedWith with;
    if (settle == Settle::apply) {
      with.bulk = next_change(database);
      apply_waiting(database, submission_id, target->sha256, before, author.who, *with.bulk);
    }
    json after = nullptr;
    if (settle == Settle::keep) {
      after = before;
      after["kept"] = true;
    }
    write_waiting(database, *target, after);
    const std::int64_t version = log_change(database, *target, before, after, author.who, with);
    transaction.commit();
    return version;
  });
}

}  // namespace prongsai::store
