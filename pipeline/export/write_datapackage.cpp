#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "pipeline/export/export.hpp"
#include "version.hpp"

namespace prongsai::exporting {
namespace {

using nlohmann::ordered_json;

ordered_json field_of(const Column& column) {
  ordered_json field{{"name", column.name}, {"type", column.type}, {"title", column.th}, {"description", column.en}};
  ordered_json constraints = ordered_json::object();
  if (column.required) constraints["required"] = true;
  if (column.minimum) constraints["minimum"] = *column.minimum;
  if (column.maximum) constraints["maximum"] = *column.maximum;
  for (const std::string& value : column.allowed) {
    constraints["enum"].push_back(column.type == "string" ? ordered_json(value) : ordered_json(std::stol(value)));
  }
  if (!constraints.empty()) field["constraints"] = constraints;
  return field;
}

ordered_json resource_of(const Feed& feed) {
  ordered_json schema{{"fields", ordered_json::array()}, {"missingValues", {""}}};
  for (const Column& column : feed.columns) schema["fields"].push_back(field_of(column));
  if (!feed.relation.key.empty()) schema["primaryKey"] = feed.relation.key;
  if (!feed.relation.submission.empty()) {
    schema["foreignKeys"] = {
        {{"fields", feed.relation.submission}, {"reference", {{"resource", "submission"}, {"fields", "id"}}}}};
  }
  return {{"name", feed.relation.name},
          {"title", feed.relation.th},
          {"description", feed.relation.en},
          {"path", feed.relation.name + ".csv"},
          {"profile", "tabular-data-resource"},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"dialect", {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"doubleQuote", true}, {"header", true}}},
          {"schema", schema}};
}

}  // namespace

void write_datapackage_json(const std::vector<Feed>& feeds, const std::filesystem::path& folder) {
  ordered_json package{
      {"profile", "tabular-data-package"},
      {"name", "prongsai-ita-reports"},
      {"title", "รายงานการประเมินคุณธรรมและความโปร่งใส (ITA) ในรูปข้อมูล"},
      {"description", "What government offices' ITA reports say, read by prongsai; each value names its page and box."},
      {"version", kVersion},
      // The reports are their offices' own publications; whoever publishes the dataset states its licence.
      {"licenses", {{{"name", "other-open"}, {"title", "To be stated by the publisher of this dataset"}}}},
      {"sources", {{{"title", "ITA reports published by Thai government offices"}}}},
      {"resources", ordered_json::array()}};
  for (const Feed& feed : feeds) package["resources"].push_back(resource_of(feed));
  std::ofstream out(folder / "datapackage.json", std::ios::binary);
  out << package.dump(2) << '\n';
  out.flush();
  if (!out) throw std::runtime_error((folder / "datapackage.json").string() + ": cannot be written");
}

}  // namespace prongsai::exporting
