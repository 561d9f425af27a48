#include "pipeline/store/review/letters.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "pipeline/store/review/review.hpp"
#include "pipeline/store/review/review_log.hpp"
#include "pipeline/store/sqlite/guarded.hpp"
#include "pipeline/store/store.hpp"

namespace prongsai::store {
namespace {

bool is_date(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int end = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &end) != 3) return false;
  return end == 10 && text.size() == 10 &&
         std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)).ok();
}

void insert_letter(SQLite::Database& database, const std::string& key, const SentLetter& letter,
                   const std::string& who) {
  SQLite::Statement keep(
      database,
      "INSERT INTO letter (key, agency, fiscal_year, number, sent_on, sent_by, sent_at, text) VALUES "
      "(?1, ?2, ?3, nullif(?4, ''), ?5, ?6, strftime('%Y-%m-%dT%H:%M:%SZ'), ?7)");
  SQLite::bind(keep, key, "", 0, letter.number, letter.sent_on, who, letter.text);
  keep.bind(2);
  keep.bind(3);
  if (letter.agency) keep.bind(2, *letter.agency);
  if (letter.fiscal_year) keep.bind(3, *letter.fiscal_year);
  keep.exec();
  SQLite::Statement of(database, "INSERT OR IGNORE INTO letter_report (sha256, letter_key) VALUES (?1, ?2)");
  for (const std::string& sha256 : letter.of_reports) {
    SQLite::bind(of, sha256, key);
    of.exec();
    of.reset();
  }
}

}  // namespace

std::string keep_sent_letter(Store& store, const SentLetter& letter, const std::string& who) {
  return keep_sent_letters(store, {letter}, who).front();
}

std::vector<std::string> keep_sent_letters(Store& store, const std::vector<SentLetter>& letters,
                                           const std::string& who) {
  for (const SentLetter& letter : letters) {
    if (letter.of_reports.empty()) throw NoSuchTarget("a letter speaks of a report");
    if (!is_date(letter.sent_on)) throw NoSuchTarget("the date of a letter is written as 2026-01-31");
  }
  SQLite::Database& database = store.database();
  return guarded(database, [&] {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const LoggedWith with{std::nullopt, letters.size() > 1 ? std::optional(next_change(database)) : std::nullopt};
    std::vector<std::string> keys;
    for (const SentLetter& letter : letters) {
      keys.push_back(database.execAndGet("SELECT lower(hex(randomblob(8)))").getString());
      insert_letter(database, keys.back(), letter, who);
      const Target target{"letter", letter.of_reports.front(), keys.back()};
      log_change(database, target, nullptr, read_letter(database, target), who, with);
    }
    transaction.commit();
    return keys;
  });
}

nlohmann::json read_letter(SQLite::Database& database, const Target& target) {
  SQLite::Statement query(database,
                          "SELECT number, sent_on, (SELECT count(*) FROM letter_report WHERE letter_key = key) FROM "
                          "letter WHERE key = ?1 AND withdrawn_at IS NULL");
  query.bind(1, target.anchor);
  if (!query.executeStep()) return nullptr;
  const nlohmann::json number =
      query.isColumnNull(0) ? nlohmann::json(nullptr) : nlohmann::json(query.getColumn(0).getString());
  return {{"number", number}, {"sent_on", query.getColumn(1).getString()}, {"reports", query.getColumn(2).getInt()}};
}

void write_letter(SQLite::Database& database, const Target& target, const nlohmann::json& value,
                  const std::string& who) {
  SQLite::Statement mark(database, value.is_null()
                                       ? "UPDATE letter SET withdrawn_by = ?2, withdrawn_at = "
                                         "strftime('%Y-%m-%dT%H:%M:%SZ') WHERE key = ?1"
                                       : "UPDATE letter SET withdrawn_by = nullif(?2, ?2), withdrawn_at = NULL WHERE "
                                         "key = ?1");
  SQLite::bind(mark, target.anchor, who);
  mark.exec();
}

}  // namespace prongsai::store
