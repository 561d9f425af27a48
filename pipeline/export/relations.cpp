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

// Appends "AND (test(?n) OR test(?n+1) …)"; `test` holds a % where the parameter goes.
template <typename T>
void any_of(Condition& condition, const std::vector<T>& values, const std::string& test) {
  if (values.empty()) return;
  std::string part;
  for (const T& value : values) {
    condition.parameters.emplace_back(value);
    std::string one = test;
    one.replace(one.find('%'), 1, "?" + std::to_string(condition.parameters.size()));
    part += (part.empty() ? "" : " OR ") + one;
  }
  condition.sql += (condition.sql.empty() ? "(" : " AND (") + part + ")";
}

// `before`: parameters that come before these.
Condition findings_of(const Filter& filter, const std::vector<store::Value>& before) {
  Condition condition{"", before};
  any_of(condition, filter.codes, "code = %");
  any_of(condition, filter.severities, "severity = %");
  any_of(condition, filter.statuses, "finding.status = %");
  return condition;
}

}  // namespace

std::vector<Relation> load_relations(const std::filesystem::path& data_folder) {
  const DataNode root = text::read_data_file(data_folder / "export" / "relations.json");
  root.allow_keys({"title", "relations"});
  std::vector<Relation> relations;
  for (const DataNode& node : root.at("relations").items()) relations.push_back(relation_of(node));
  return relations;
}

Condition condition_of(const Filter& filter) {
  Condition condition;
  any_of(condition, filter.agencies, "instr(agency, %) > 0");
  std::vector<std::int64_t> years(filter.fiscal_years.begin(), filter.fiscal_years.end());
  any_of(condition, years, "fiscal_year = %");
  any_of(condition, filter.item_codes, "item_code = %");
  any_of(condition, filter.layouts, "instr(',' || layout || ',', ',' || % || ',') > 0");
  any_of(condition, filter.provinces, "instr(agency, 'จังหวัด' || %) > 0");
  Condition wanted = findings_of(filter, condition.parameters);
  if (wanted.sql.empty()) return condition;
  condition.parameters = std::move(wanted.parameters);
  condition.sql += std::string(condition.sql.empty() ? "" : " AND ") +
                   "EXISTS (SELECT 1 FROM finding WHERE submission_id = submission.id AND " + wanted.sql + ")";
  return condition;
}

Selection selection_of(const Filter& filter) {
  Selection selection{condition_of(filter), std::nullopt};
  if (filter.codes.empty() && filter.severities.empty() && filter.statuses.empty()) return selection;
  selection.findings = findings_of(filter, selection.submissions.parameters);
  selection.findings->sql +=
      " AND submission_id IN (SELECT id FROM submission WHERE " + selection.submissions.sql + ")";
  return selection;
}

std::string select_of(const Relation& relation, const Condition& condition) {
  if (condition.sql.empty()) return select_where(relation, "");
  return select_where(
      relation, relation.submission.empty()
                    ? condition.sql
                    : "\"" + relation.submission + "\" IN (SELECT id FROM submission WHERE " + condition.sql + ")");
}

std::string select_where(const Relation& relation, const std::string& condition) {
  std::string columns;
  for (const Column& column : relation.columns) columns += (columns.empty() ? "\"" : ", \"") + column.name + "\"";
  std::string sql =
      "SELECT " + columns + " FROM " +
      (relation.sql.empty() ? "\"" + relation.name + "\"" : "(" + relation.sql + ") AS \"" + relation.name + "\"");
  if (!condition.empty()) sql += " WHERE " + condition;
  std::string order;
  for (const std::string& column : relation.order) {
    order += (order.empty() ? "" : ", ") + column;
  }
  return sql + " ORDER BY " + order;
}

}  // namespace prongsai::exporting
