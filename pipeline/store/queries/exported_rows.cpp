#include "pipeline/store/queries/exported_rows.hpp"

#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

// Rows by which a condition over the relation itself holds; "" keeps all.
std::string select_where(const LeavingRelation& relation, const std::string& condition) {
  std::string columns;
  for (const std::string& column : relation.columns) columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
  std::string sql =
      "SELECT " + columns + " FROM " +
      (relation.sql.empty() ? "\"" + relation.name + "\"" : "(" + relation.sql + ") AS \"" + relation.name + "\"");
  if (!condition.empty()) sql += " WHERE " + condition;
  std::string order;
  for (const std::string& column : relation.order) order += (order.empty() ? "" : ", ") + column;
  return sql + " ORDER BY " + order;
}

// The same by a condition over submission.
std::string select_of_reports(const LeavingRelation& relation, const std::string& condition) {
  if (condition.empty() || relation.submission.empty()) return select_where(relation, condition);
  return select_where(relation,
                      "\"" + relation.submission + "\" IN (SELECT id FROM submission WHERE " + condition + ")");
}

bool narrows_findings(const LeavingRelation& relation, const Selection& selection) {
  return relation.name == "finding" && selection.findings;
}

void hand_over(RelationReader& reader, const std::string& sql, const std::vector<Value>& parameters,
               const TakeRow& take) {
  reader.each(sql, parameters, [&take](const Row& row) {
    take(row);
    return true;
  });
}

// The one text of a SELECT; "" for NULL.
std::string only_text_of(RelationReader& reader, const std::string& sql) {
  std::string text;
  hand_over(reader, sql, {}, [&text](const Row& row) {
    if (const auto* given = std::get_if<std::string>(&row.front())) text = *given;
  });
  return text;
}

}  // namespace

void each_leaving(RelationReader& reader, const LeavingRelation& relation, const Selection& selection,
                  const TakeRow& take) {
  if (narrows_findings(relation, selection))
    return hand_over(reader, select_where(relation, selection.findings->where), selection.findings->parameters, take);
  hand_over(reader, select_of_reports(relation, selection.submissions.where), selection.submissions.parameters, take);
}

void each_leaving(RelationReader& reader, const LeavingRelation& relation, const Selection& selection,
                  std::int64_t submission_id, const TakeRow& take) {
  if (!narrows_findings(relation, selection))
    return hand_over(reader, select_of_reports(relation, "id = ?1"), {submission_id}, take);
  std::vector<Value> parameters = selection.findings->parameters;
  parameters.emplace_back(submission_id);
  hand_over(reader,
            select_where(relation,
                         "submission_id = ?" + std::to_string(parameters.size()) + " AND " + selection.findings->where),
            parameters, take);
}

EndsOfPaths ends_of_whole_paths(RelationReader& reader) {
  const std::string of_whole_paths = "(source_path) FROM submission WHERE source_path GLOB '/*'";
  return {only_text_of(reader, "SELECT min" + of_whole_paths), only_text_of(reader, "SELECT max" + of_whole_paths)};
}

std::map<std::int64_t, std::string> paths_of_reports(RelationReader& reader) {
  std::map<std::int64_t, std::string> paths;
  hand_over(reader, "SELECT id, source_path FROM submission", {},
            [&paths](const Row& row) { paths[std::get<std::int64_t>(row[0])] = std::get<std::string>(row[1]); });
  return paths;
}

std::string identity_of_database(RelationReader& reader) {
  return only_text_of(reader, "SELECT value FROM mark WHERE name = 'database'");
}

std::string last_saved_at(RelationReader& reader) {
  return only_text_of(
      reader,
      "SELECT max(at) FROM (SELECT max(saved_at) AS at FROM submission UNION SELECT max(at) FROM review_event)");
}

}  // namespace prongsai::store
