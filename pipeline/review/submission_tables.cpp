#include "pipeline/review/submission_tables.hpp"

#include <map>
#include <string>

#include "pipeline/store/queries/report_tables.hpp"
#include "pipeline/store/records/json_archive.hpp"

namespace prongsai::review {
namespace {

using nlohmann::json;
using DismissedRows = std::map<std::int64_t, bool>;  // by number

void add_parts(json& table, const DismissedRows& rows, ReviewMarks& marks) {
  const std::string anchor = table["table_no"].dump() + "/";
  const json kept = table["corrected_fields"];
  const json read = kept.is_string() ? json::parse(kept.get<std::string>()) : json::object();
  marks.add_fields(table, "table", anchor, {"issue_no"});
  const auto add = [&](const std::string& part, bool corrected) -> json& {
    json& field = table["fields"][part];
    field = marks.of("table", anchor + part);
    if (corrected) marks.shows("table", anchor + part);
    return field;
  };
  add("dismissed", table["dismissed"] == 1);
  for (const auto& [row, dismissed] : rows) add("row/" + std::to_string(row), dismissed);
  const json columns = read.value("columns", json::array());
  for (std::size_t i = 0; i < table["columns"].size(); ++i) {
    const bool corrected = i < columns.size() && columns[i]["key"] != table["columns"][i]["key"];
    json& field = add("column/" + std::to_string(i + 1), corrected);
    if (corrected) field["was"] = columns[i]["key"];
  }
}

}  // namespace

json tables_of_submission(store::RelationReader& reader, std::int64_t id, ReviewMarks& marks,
                          std::optional<std::int64_t> page_no) {
  std::map<std::int64_t, DismissedRows> dismissed;  // by table
  for (const store::RowMark& row : store::rows_of_tables(reader, id, page_no))
    dismissed[row.table_no][row.row_no] = row.dismissed;
  json tables = store::json_of(store::tables_of(reader, id));
  for (json& table : tables) {
    table["columns"] = table["columns"].is_string() ? json::parse(table["columns"].get<std::string>()) : json::array();
    add_parts(table, dismissed[table["table_no"]], marks);
  }
  return tables;
}

}  // namespace prongsai::review
