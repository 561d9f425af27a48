#include "pipeline/export/relations.hpp"

#include "extractors/text/data/data_file.hpp"

namespace prongsai::exporting {
namespace {

using text::DataNode;

bool is_set(const DataNode& node, std::string_view key) {
  const auto value = node.find(key);
  return value && value->boolean();
}

std::string text_or_none(const DataNode& node, std::string_view key) {
  const auto value = node.find(key);
  return value ? value->text() : "";
}

std::optional<long> whole_number(const DataNode& node, std::string_view key) {
  const auto value = node.find(key);
  return value ? std::optional<long>(value->integer()) : std::nullopt;
}

Column column_of(const DataNode& node) {
  node.allow_keys(
      {"name", "type", "th", "en", "provenance", "person", "path", "joined", "required", "enum", "minimum", "maximum"});
  Column column;
  column.name = node.at("name").text();
  column.type = node.at("type").text();
  column.th = node.at("th").text();
  column.en = node.at("en").text();
  column.provenance = is_set(node, "provenance");
  column.person = is_set(node, "person");
  column.path = is_set(node, "path");
  column.joined = is_set(node, "joined");
  column.required = is_set(node, "required");
  column.allowed = node.texts_or_none("enum");
  column.minimum = whole_number(node, "minimum");
  column.maximum = whole_number(node, "maximum");
  return column;
}

Relation relation_of(const DataNode& node) {
  node.allow_keys({"name", "th", "en", "columns", "order", "key", "submission", "sql", "table", "derived"});
  Relation relation;
  relation.name = node.at("name").text();
  relation.th = node.at("th").text();
  relation.en = node.at("en").text();
  for (const DataNode& column : node.at("columns").items()) relation.columns.push_back(column_of(column));
  relation.order = node.at("order").texts();
  if (!node.at("key").is_null()) relation.key = node.at("key").texts();
  relation.submission = text_or_none(node, "submission");
  relation.sql = text_or_none(node, "sql");
  relation.is_table = relation.sql.empty() || is_set(node, "table");
  relation.derived = is_set(node, "derived");
  return relation;
}

}  // namespace

std::vector<Relation> load_relations(const std::filesystem::path& data_folder) {
  const DataNode root = text::read_data_file(data_folder / "export" / "relations.json");
  root.allow_keys({"title", "relations"});
  std::vector<Relation> relations;
  for (const DataNode& node : root.at("relations").items()) relations.push_back(relation_of(node));
  return relations;
}

}  // namespace prongsai::exporting
