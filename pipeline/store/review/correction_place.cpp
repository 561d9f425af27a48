#include "pipeline/store/review/correction_place.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "pipeline/store/records/content_key.hpp"
#include "pipeline/store/review/correctable.hpp"
#include "pipeline/store/review/correctable_table.hpp"

namespace prongsai::store {
namespace {

using nlohmann::json;

constexpr std::ptrdiff_t kTellingBytes = 60;  // some twenty Thai letters: a text that is hardly there twice by chance

std::string text_for(SQLite::Database& database, const std::string& sql, std::int64_t row) {
  SQLite::Statement query(database, sql);
  query.bind(1, row);
  return query.executeStep() && !query.isColumnNull(0) ? query.getColumn(0).getString() : "";
}

// The other cells of its row; "" where all of them are blank.
std::string around_cell(SQLite::Database& database, std::int64_t row) {
  const std::string others = text_for(
      database,
      "SELECT group_concat(words, char(31)) FROM (SELECT coalesce(CASE WHEN o.corrected THEN o.corrected_from ELSE "
      "o.text END, '') AS words FROM cell o JOIN cell c ON o.submission_id = c.submission_id AND o.table_no = "
      "c.table_no AND o.row_no = c.row_no AND o.id <> c.id WHERE c.id = ?1 ORDER BY o.col_no, o.id)",
      row);
  if (others.find_first_not_of(" \x1f.-") == std::string::npos) return "";
  return others + '\x1e' +
         text_for(database, "SELECT " + column_as_read("column_key") + " FROM cell WHERE id = ?1", row);
}

std::string around_score(SQLite::Database& database, std::int64_t row, bool is_part) {
  if (text_for(database, "SELECT quote FROM score WHERE id = ?1", row).empty()) return "";
  std::string all = "quote";
  for (const char* column : {"subject", "subject_no", "fiscal_year", "agency"})
    all += " || char(31) || coalesce(" + column_as_read(column) + ", '')";
  if (is_part) all += " || char(31) || CASE WHEN corrected THEN corrected_from ELSE value END";
  return text_for(database, "SELECT " + all + " FROM score WHERE id = ?1", row);
}

std::string around_issue(SQLite::Database& database, std::int64_t row, const std::string& column) {
  const std::string title = text_for(database, "SELECT " + column_as_read("title") + " FROM issue WHERE id = ?1", row);
  if (title.empty()) return "";
  return text_for(database, "SELECT issue_no FROM issue WHERE id = ?1", row) +
         (column == "title" ? "" : '\x1f' + title);
}

std::string around_table(SQLite::Database& database, std::int64_t row, const std::string& part) {
  std::string headers = text_for(database,
                                 "SELECT group_concat(h.value ->> '$.header', char(31)) FROM table_info t, "
                                 "json_each(coalesce(t.corrected_fields ->> '$.columns', t.columns)) h WHERE t.id = ?1",
                                 row);
  if (headers.find_first_not_of("[]\x1f") == std::string::npos) return "";
  if (part == "issue_no") headers += '\x1e' + machine_part(database, row, "dismissed").get<std::string>();
  return headers;
}

std::string last_part(const std::string& anchor) {
  return anchor.substr(anchor.rfind('/') + 1);
}

// Where several read alike with the same around them, the place decides: a table's columns, the report's own facts.
bool is_told_by_place(const Target& target) {
  return target.kind == "fact" || (target.kind == "table" && target.anchor.find("/column/") != std::string::npos);
}

bool tells_by_itself(const json& machine) {
  if (!machine.is_string()) return false;
  const auto& text = machine.get_ref<const std::string&>();
  return std::count_if(text.begin(), text.end(), [](unsigned char c) { return !std::isdigit(c) && c > ' '; }) >=
         kTellingBytes;
}

}  // namespace

std::string context_of(SQLite::Database& database, const Target& target, std::int64_t row) {
  std::string around;
  if (target.kind == "fact") around = "the report";
  if (target.kind == "cell") around = around_cell(database, row);
  if (target.kind == "score" || target.kind == "score_part")
    around = around_score(database, row, target.kind == "score_part");
  if (target.kind == "issue") around = around_issue(database, row, last_part(target.anchor));
  if (target.kind == "table") around = around_table(database, row, target.anchor.substr(target.anchor.find('/') + 1));
  return around.empty() ? "" : content_key(around, target.kind, "");
}

std::optional<std::string> place_of(SQLite::Database& database, std::int64_t submission_id,
                                    const SoughtCorrection& sought, Bytes bytes) {
  const std::vector<CorrectablePlace> alike = places_reading(database, submission_id, sought.target, sought.machine);
  std::optional<std::string> here;  // where it was
  bool same_around = false;
  std::vector<std::string> equal;  // with the same around them
  for (const CorrectablePlace& place : alike) {
    const std::string around =
        context_of(database, {sought.target.kind, sought.target.sha256, place.anchor}, place.row);
    const bool is_equal = !sought.context.empty() && around == sought.context;
    if (is_equal) equal.push_back(place.anchor);
    if (place.anchor != sought.target.anchor) continue;
    here = place.anchor;
    same_around = is_equal;
  }
  const bool same_bytes = bytes == Bytes::same;
  if (here && same_bytes && (same_around || sought.context.empty())) return here;
  if (equal.size() == 1) return equal.front();
  if (here && same_around && is_told_by_place(sought.target)) return here;
  if (equal.empty() && alike.size() == 1 && tells_by_itself(sought.machine)) return alike.front().anchor;
  if (here && same_bytes && equal.empty() && !sought.machine.is_null()) return here;
  return std::nullopt;
}

bool is_mended(SQLite::Database& database, std::int64_t submission_id, const SoughtCorrection& sought) {
  const auto there = places_reading(database, submission_id, sought.target, sought.value);
  return !sought.value.is_null() && std::any_of(there.begin(), there.end(), [&](const CorrectablePlace& place) {
    return place.anchor == sought.target.anchor;
  });
}

}  // namespace prongsai::store
