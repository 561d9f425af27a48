#include "pipeline/store/review/added_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/store/review/kept_corrections.hpp"
#include "pipeline/store/sqlite/row_ids.hpp"
#include "pipeline/store/text_index.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

// A relation that rows can be added to. Columns are taken from the kept value by SQLite itself.
struct Grown {
  const char* relation;
  const char* given;   // columns that the value names
  const char* others;  // the rest of a row that is no reading
  const char* unless;  // read meanwhile, over the kept correction `c`: then it is not laid
};
constexpr std::array<Grown, 2> kGrown = {
    {{"score", "subject subject_no value unit grade fiscal_year agency page_no x0 y0 x1 y1",
      "source, confidence, from_table, doubtful) SELECT ?3, ?1, c.anchor, %, 'text', 1, 0, 0", "0"},
     {"issue", "issue_no title item_codes timeframe limitation page_no x0 y0 x1 y1",
      "source, confidence) SELECT ?3, ?1, c.anchor, %, 'text', 1",
      "EXISTS (SELECT 1 FROM issue r WHERE r.submission_id = ?1 AND r.added IS NULL AND r.issue_no = c.value ->> "
      "'issue_no')"}}};

const Grown& grown(const std::string& relation) {
  return relation == kGrown[0].relation ? kGrown[0] : kGrown[1];
}

std::string insert_of(const Grown& into) {
  std::string columns;
  std::string values;
  const std::string given = into.given;
  for (std::size_t from = 0; from < given.size();) {
    const std::size_t end = std::min(given.find(' ', from), given.size());
    const std::string name = given.substr(from, end - from);
    columns += name + ", ";
    values += (values.empty() ? "" : ", ") + std::string("c.value ->> '") + name + "'";
    from = end + 1;
  }
  std::string rest = into.others;
  rest.replace(rest.find('%'), 1, values);
  return "INSERT INTO " + std::string(into.relation) + " (id, submission_id, added, " + columns + rest +
         " FROM correction c WHERE c.kind = 'added' AND c.anchor = ?2 AND c.sha256 = (SELECT sha256 FROM submission "
         "WHERE id = ?1)";
}

std::vector<std::string> texts_of(SQLite::Database& database, const std::string& sql, std::int64_t submission_id) {
  std::vector<std::string> all;
  SQLite::Statement query(database, sql);
  query.bind(1, submission_id);
  while (query.executeStep()) all.push_back(query.getColumn(0).getString());
  return all;
}

bool differs(SQLite::Database& database, const std::string& relation, std::int64_t submission_id) {
  SQLite::Statement query(
      database, "SELECT EXISTS (SELECT 1 FROM " + relation +
                    " WHERE submission_id = ?1 AND added IS NOT NULL) OR EXISTS (SELECT 1 FROM correction c JOIN "
                    "submission s ON s.sha256 = c.sha256 WHERE s.id = ?1 AND c.kind = 'added')");
  query.bind(1, submission_id);
  return query.executeStep() && query.getColumn(0).getInt() != 0;
}

void lay_into(SQLite::Database& database, const Grown& into, std::int64_t submission_id) {
  const std::string relation = into.relation;
  const std::string kept =
      "SELECT c.anchor FROM correction c JOIN submission s ON s.sha256 = c.sha256 WHERE s.id = ?1 AND c.kind = "
      "'added' AND c.anchor GLOB '" +
      relation + "/*'";
  SQLite::Statement remove(
      database,
      "DELETE FROM " + relation + " WHERE submission_id = ?1 AND added IS NOT NULL AND added NOT IN (" + kept + ")");
  remove.bind(1, submission_id);
  remove.exec();
  const std::string missing = kept + " AND NOT EXISTS (SELECT 1 FROM " + relation +
                              " r WHERE r.submission_id = ?1 AND r.added = c.anchor) AND NOT " + into.unless +
                              " ORDER BY c.corrected_at, c.anchor";
  for (const std::string& anchor : texts_of(database, missing, submission_id)) {
    SQLite::Statement insert(database, insert_of(into));
    SQLite::bind(insert, submission_id, anchor, reserve_ids(database, relation, 1));
    insert.exec();
  }
}

// Places, among a submission's rows of a relation, of those for which `which` holds.
std::vector<std::size_t> places_where(SQLite::Database& database, const std::string& relation, const std::string& which,
                                      std::int64_t submission_id) {
  std::vector<std::size_t> places;
  SQLite::Statement query(database, "SELECT n FROM (SELECT row_number() OVER (ORDER BY id) - 1 AS n, " + which +
                                        " AS wanted FROM " + relation +
                                        " WHERE submission_id = ?1) WHERE wanted ORDER BY n DESC");
  query.bind(1, submission_id);
  while (query.executeStep()) places.push_back(static_cast<std::size_t>(query.getColumn(0).getInt64()));
  return places;
}

template <typename Row>
void erase_at(std::vector<Row>& rows, const std::vector<std::size_t>& places) {
  for (const std::size_t place : places) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(place));
}

// What a reviewer wrote is certain; the doubts are those of the reading in its place.
void drop_doubts_of_corrected(SQLite::Database& database, std::int64_t submission_id, Record& record) {
  const auto corrected = [&](const std::string& relation, const std::string& column) {
    const std::string which = column.empty() ? "corrected = 1" : "json_type(corrected_fields, '$." + column + "')";
    return places_where(database, relation, column.empty() ? which : which + " IS NOT NULL", submission_id);
  };
  for (const std::size_t place : corrected("cell", "")) record.cells.at(place).doubts.clear();
  for (const std::size_t place : corrected("score", "")) record.scores.at(place).doubts.clear();
  for (const std::size_t place : corrected("issue", "timeframe")) record.issues.at(place).timeframe_doubts.clear();
  for (const std::size_t place : corrected("issue", "limitation")) record.issues.at(place).limitation_doubts.clear();
  if (!corrected("(SELECT id, id AS submission_id, corrected_fields FROM submission)", "fiscal_year").empty())
    record.fiscal_year_doubts.clear();
}

}  // namespace

Target new_added_row(const std::string& sha256, const std::string& relation) {
  static SQLite::Database random(":memory:", SQLite::OPEN_READWRITE);
  return {"added", sha256, relation + '/' + random.execAndGet("SELECT lower(hex(randomblob(8)))").getString()};
}

std::optional<Target> added_target(SQLite::Database& database, const std::string& relation, std::int64_t row) {
  SQLite::Statement query(database, "SELECT s.sha256, r.added FROM " + std::string(grown(relation).relation) +
                                        " r JOIN submission s ON s.id = r.submission_id WHERE r.id = ?1 AND r.added IS "
                                        "NOT NULL AND s.sha256 IS NOT NULL");
  query.bind(1, row);
  if (!query.executeStep()) return std::nullopt;
  return Target{"added", query.getColumn(0).getString(), query.getColumn(1).getString()};
}

void write_added_row(SQLite::Database& database, const Target& target, const json& value, const std::string& who) {
  drop_value(database, target);
  if (!value.is_null()) keep_value(database, target, {nullptr, value, who, "", ""});
  for (const std::int64_t id : sightings_of(database, target.sha256)) lay_added_rows(database, id);
}

void lay_added_rows(SQLite::Database& database, std::int64_t submission_id) {
  if (!differs(database, "score", submission_id) && !differs(database, "issue", submission_id)) return;
  unindex_texts(database, submission_id);  // an issue's words are searched
  for (const Grown& into : kGrown) lay_into(database, into, submission_id);
  index_texts(database, submission_id);
}

void leave_out_added(SQLite::Database& database, std::int64_t submission_id, Record& record) {
  erase_at(record.scores, places_where(database, "score", "added IS NOT NULL", submission_id));
  erase_at(record.issues, places_where(database, "issue", "added IS NOT NULL", submission_id));
}

void settle_reviewed(SQLite::Database& database, std::int64_t submission_id, Record& record) {
  drop_doubts_of_corrected(database, submission_id, record);
  for (const std::size_t place :
       places_where(database, "score", "added IS NOT NULL OR json_type(corrected_fields, '$.fiscal_year') IS NOT NULL",
                    submission_id))
    record.scores.at(place).year_from = StatedIn::row;
  if (!places_where(database, "issue", "added IS NOT NULL", submission_id).empty())
    std::stable_sort(record.issues.begin(), record.issues.end(),
                     [](const IssueRecord& a, const IssueRecord& b) { return a.issue_no < b.issue_no; });
}

}  // namespace prongsai::store
