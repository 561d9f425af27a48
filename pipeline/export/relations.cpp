#include "pipeline/export/relations.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace prongsai::exporting {
namespace {

using nlohmann::json;

Column column_of(const json& node) {
  Column column;
  column.name = node.at("name");
  column.type = node.at("type");
  column.th = node.at("th");
  column.en = node.at("en");
  column.provenance = node.value("provenance", false);
  column.person = node.value("person", false);
  column.path = node.value("path", false);
  column.joined = node.value("joined", false);
  column.required = node.value("required", false);
  const json allowed = node.value("enum", json::array());
  for (const auto& value : allowed) {
    column.allowed.push_back(value.is_string() ? value.get<std::string>() : value.dump());
  }
  if (node.contains("minimum")) column.minimum = node.at("minimum").get<long>();
  if (node.contains("maximum")) column.maximum = node.at("maximum").get<long>();
  return column;
}

Relation relation_of(const json& node) {
  Relation relation;
  relation.name = node.at("name");
  relation.th = node.at("th");
  relation.en = node.at("en");
  for (const auto& column : node.at("columns")) relation.columns.push_back(column_of(column));
  relation.order = node.at("order").get<std::vector<std::string>>();
  if (!node.at("key").is_null()) relation.key = node.at("key").get<std::vector<std::string>>();
  relation.submission = node.value("submission", "");
  relation.sql = node.value("sql", "");
  relation.is_table = relation.sql.empty() || node.value("table", false);
  relation.derived = node.value("derived", false);
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
  const auto file = data_folder / "export" / "relations.json";
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + ": cannot be read; is the data folder complete?");
  try {
    std::vector<Relation> relations;
    const json root = json::parse(in);
    for (const auto& node : root.at("relations")) relations.push_back(relation_of(node));
    return relations;
  } catch (const json::exception& e) {
    throw std::runtime_error(file.string() + ": " + e.what());
  }
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
