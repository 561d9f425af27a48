#include "pipeline/review/submission_filter.hpp"

#include <httplib.h>

#include <array>
#include <utility>

#include "pipeline/review/blindness.hpp"
#include "pipeline/review/changes.hpp"
#include "pipeline/review/desk.hpp"

namespace prongsai::review {
namespace {

// A name of the query and what must hold for its value, `%`.
using Test = std::pair<const char*, std::string>;

const std::array<Test, 11>& tests_of_submissions() {
  static const std::array<Test, 11> kTests = {{
      {"office", "instr(coalesce(s.agency, s.source_path), %) > 0"},
      {"file", "instr(lower(s.source_path), lower(%)) > 0"},
      {"province", std::string("(") + kProvinceOfAgency + ") = %"},
      {"year", "s.fiscal_year = CAST(% AS INTEGER)"},
      {"item", "s.item_code = %"},
      {"layout", "instr(',' || s.layout || ',', ',' || % || ',') > 0"},
      {"status", "s.status = %"},
      {"suggested", "coalesce(CAST(s.suggested_score AS TEXT), 'none') = %"},
      {"assigned", "coalesce((SELECT a.reviewer FROM assignment a WHERE a.submission_id = s.id), 'none') = %"},
      {"letter", std::string("(") + kLetterState + ") = %"},
      {"reviewer", "s.sha256 IN (SELECT sha256 FROM review_work WHERE who = %)"},
  }};
  return kTests;
}

const std::array<Test, 3>& tests_of_findings() {
  static const std::array<Test, 3> kTests = {
      {{"code", "f.code = %"}, {"severity", "f.severity = %"}, {"evidence", "f.evidence = %"}}};
  return kTests;
}

std::string with_number(std::string test, std::size_t number) {
  const std::string parameter = "?" + std::to_string(number);
  for (auto at = test.find('%'); at != std::string::npos; at = test.find('%', at)) test.replace(at, 1, parameter);
  return test;
}

template <std::size_t size>
void add(Condition& condition, std::string& sql, const httplib::Request& request, const std::array<Test, size>& tests) {
  for (const auto& [name, test] : tests) {
    const std::string value = request.get_param_value(name);
    if (value.empty()) continue;
    condition.parameters.emplace_back(value);
    sql += " AND " + with_number(test, condition.parameters.size());
  }
}

std::string is_decided_so(const std::string& decision) {
  if (decision == "open" || decision == "confirmed" || decision == "dismissed")
    return " AND f.status = '" + decision + "'";
  return decision == "done" ? " AND f.status <> 'open'" : "";
}

void add_kind_and_final(Condition& condition, const httplib::Request& request, store::RelationReader& reader,
                        OfficeKinds& kinds) {
  if (const std::string kind = request.get_param_value("kind"); !kind.empty()) {
    condition.parameters.emplace_back(kinds.offices_of(reader, kind));
    condition.sql += with_number(" AND s.agency IN (SELECT value FROM json_each(%))", condition.parameters.size());
  }
  const std::string given = request.get_param_value("final");
  if (given == "given" || given == "missing") {
    condition.sql += std::string(" AND ") + (given == "missing" ? "NOT " : "") +
                     "EXISTS (SELECT 1 FROM final_score o WHERE o.sha256 = s.sha256)";
  }
}

Condition filter_without_findings(Desk& desk, const httplib::Request& request, store::RelationReader& reader) {
  Condition condition;
  add(condition, condition.sql, request, tests_of_submissions());
  add_kind_and_final(condition, request, reader, desk.kinds);
  if (const std::string who = author_of(desk, request); reads_blind(reader, who)) {
    condition.parameters.emplace_back(who);
    condition.sql +=
        " AND coalesce(s.sha256, '') NOT IN (" + blind_for("?" + std::to_string(condition.parameters.size())) + ")";
  }
  condition.asks_submissions = condition.sql != Condition().sql;
  return condition;
}

}  // namespace

Condition submission_filter(Desk& desk, const httplib::Request& request, store::RelationReader& reader) {
  Condition condition = filter_without_findings(desk, request, reader);
  std::string such;
  add(condition, such, request, tests_of_findings());
  const std::string decision = request.get_param_value("decision");
  const auto has = [&such](const std::string& status) {
    return "EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = s.id" + such + status + ")";
  };
  if (decision == "done") condition.sql += " AND NOT " + has(" AND f.status = 'open'");
  if (such.empty() && (decision.empty() || decision == "done")) return condition;
  condition.sql += " AND " + has(decision.empty() ? " AND f.status <> 'dismissed'" : is_decided_so(decision));
  return condition;
}

Condition finding_filter(Desk& desk, const httplib::Request& request, store::RelationReader& reader) {
  Condition condition = filter_without_findings(desk, request, reader);
  std::string such;
  add(condition, such, request, tests_of_findings());
  add(condition, such, request, std::array<Test, 1>{{{"submission", "f.submission_id = CAST(% AS INTEGER)"}}});
  condition.sql += such + is_decided_so(request.get_param_value("decision"));
  return condition;
}

}  // namespace prongsai::review
