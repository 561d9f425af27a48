#include "pipeline/store/queries/relation_rows.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

#include "pipeline/store/queries/report_columns.hpp"
#include "pipeline/store/queries/typed_rows.hpp"

namespace prongsai::store {
namespace {

constexpr std::array<std::string_view, 10> kGivenOut = {"submission", "issue", "cell",          "page",  "score",
                                                        "finding",    "link",  "doubtful_word", "aside", "damage"};

struct RelationSelect {
  std::string from;
  std::vector<Value> parameters;
};

RelationSelect rows_asked(const RelationAsked& asked) {
  assert(is_relation(asked.relation));
  const std::string owner = asked.relation == "submission" ? "id" : "submission_id";
  RelationSelect select{" FROM " + asked.relation + " WHERE 1", {}};
  const auto parameter = [&select](Value value) {
    select.parameters.push_back(std::move(value));
    return "?" + std::to_string(select.parameters.size());
  };
  if (asked.submission_id != 0) select.from += " AND " + owner + " = " + parameter(asked.submission_id);
  if (!asked.hidden_from.empty())
    select.from += " AND " + owner + " NOT IN (SELECT id FROM submission WHERE sha256 IN (" +
                   unfinished_by(parameter(asked.hidden_from)) + "))";
  return select;
}

}  // namespace

bool is_relation(const std::string& name) {
  return std::find(kGivenOut.begin(), kGivenOut.end(), name) != kGivenOut.end();
}

PlainRows rows_of_relation(RelationReader& reader, const RelationAsked& asked, const Shown& shown) {
  const RelationSelect select = rows_asked(asked);
  const std::string sql = "SELECT *" + select.from + " ORDER BY id LIMIT " + std::to_string(shown.most) + " OFFSET " +
                          std::to_string(shown.from);
  return {reader.columns(sql), reader.all(sql, select.parameters)};
}

std::int64_t count_rows(RelationReader& reader, const RelationAsked& asked) {
  const RelationSelect select = rows_asked(asked);
  return number_of(reader, "SELECT count(*)" + select.from, select.parameters);
}

}  // namespace prongsai::store
