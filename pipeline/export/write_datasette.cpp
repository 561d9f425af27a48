#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/export/export.hpp"

namespace prongsai::exporting {
namespace {

using nlohmann::ordered_json;

ordered_json table_of(const Relation& relation) {
  ordered_json columns = ordered_json::object();
  for (const Column& column : relation.columns)
    if (!column.joined || column.name == "key") columns[column.name] = column.th + ": " + column.en;
  return {{"title", relation.th}, {"description", relation.en}, {"columns", columns}};
}

}  // namespace

void write_datasette_json(const std::vector<Relation>& relations, const std::filesystem::path& database,
                          const std::filesystem::path& file) {
  ordered_json tables = ordered_json::object();
  for (const Relation& relation : relations) {
    if (relation.is_table) tables[relation.name] = table_of(relation);
  }
  tables["submission"]["label_column"] = "agency";
  tables["submission"]["facets"] = {"fiscal_year", "item_code", "layout", "suggested_score"};
  tables["finding"]["facets"] = {"code", "severity", "status", "issue_no"};
  for (const char* inner : {"text_search", "text_search_runs", "finding_tally", "sketch"})
    tables[inner]["hidden"] = true;
  const ordered_json metadata{
      {"title", "รายงานการประเมินคุณธรรมและความโปร่งใส (ITA)"},
      {"description", "What government offices' ITA reports say, read by prongsai; each value names its page and box."},
      {"databases", {{database.stem().string(), {{"tables", tables}}}}}};
  std::ofstream out(file, std::ios::binary);
  out << metadata.dump(2) << '\n';
  out.flush();
  if (!out) throw std::runtime_error(file.string() + ": cannot be written");
}

}  // namespace prongsai::exporting
