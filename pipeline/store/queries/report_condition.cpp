#include "pipeline/store/queries/report_condition.hpp"

#include <nlohmann/json.hpp>

#include "pipeline/store/queries/report_columns.hpp"

namespace prongsai::store {
namespace {

// Appends what must hold for a value that is given; it stands at each % of `test`.
void ask(Condition& condition, std::string& sql, const std::string& value, std::string test) {
  if (value.empty()) return;
  const std::string parameter = condition.parameter(value);
  for (auto at = test.find('%'); at != std::string::npos; at = test.find('%', at)) test.replace(at, 1, parameter);
  sql += " AND " + test;
}

void ask_of_report(Condition& condition, const ReportFilter& filter) {
  const auto add = [&](const std::string& value, const std::string& test) {
    ask(condition, condition.sql, value, test);
  };
  add(filter.office, "instr(coalesce(s.agency, s.source_path), %) > 0");
  add(filter.file, "instr(lower(s.source_path), lower(%)) > 0");
  add(filter.province, std::string("(") + kProvinceOfAgency + ") = %");
  add(filter.year, "s.fiscal_year = CAST(% AS INTEGER)");
  add(filter.item, "s.item_code = %");
  add(filter.layout, "instr(',' || s.layout || ',', ',' || % || ',') > 0");
  add(filter.status, "s.status = %");
  add(filter.suggested, "coalesce(CAST(s.suggested_score AS TEXT), 'none') = %");
  add(filter.assigned, std::string("coalesce(") + kAssigned + ", 'none') = %");
  add(filter.letter, std::string(kLetterState) + " = %");
  add(filter.reviewer, "s.sha256 IN (SELECT sha256 FROM review_work WHERE who = %)");
  if (filter.offices) add(nlohmann::json(*filter.offices).dump(), "s.agency IN (SELECT value FROM json_each(%))");
}

void ask_for_final_score(Condition& condition, const std::string& given) {
  if (given != "given" && given != "missing") return;
  condition.sql += std::string(" AND ") + (given == "missing" ? "NOT " : "") +
                   "EXISTS (SELECT 1 FROM final_score o WHERE o.sha256 = s.sha256)";
}

std::string asked_of_finding(Condition& condition, const ReportFilter& filter) {
  std::string such;
  ask(condition, such, filter.code, "f.code = %");
  ask(condition, such, filter.severity, "f.severity = %");
  ask(condition, such, filter.evidence, "f.evidence = %");
  return such;
}

std::string is_decided_so(const std::string& decision) {
  if (decision == "open" || decision == "confirmed" || decision == "dismissed")
    return " AND f.status = '" + decision + "'";
  return decision == "done" ? " AND f.status <> 'open'" : "";
}

Condition without_findings(const ReportFilter& filter) {
  Condition condition;
  ask_of_report(condition, filter);
  ask_for_final_score(condition, filter.final_score);
  if (!filter.hidden_from.empty())
    condition.sql +=
        " AND coalesce(s.sha256, '') NOT IN (" + unfinished_by(condition.parameter(filter.hidden_from)) + ")";
  condition.asks_submissions = condition.sql != Condition().sql;
  return condition;
}

}  // namespace

Condition condition_of_reports(const ReportFilter& filter) {
  Condition condition = without_findings(filter);
  const std::string such = asked_of_finding(condition, filter);
  const std::string& decision = filter.decision;
  const auto has = [&such](const std::string& status) {
    return "EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = s.id" + such + status + ")";
  };
  if (decision == "done") condition.sql += " AND NOT " + has(" AND f.status = 'open'");
  if (such.empty() && (decision.empty() || decision == "done")) return condition;
  condition.sql += " AND " + has(decision.empty() ? " AND f.status <> 'dismissed'" : is_decided_so(decision));
  return condition;
}

Condition condition_of_findings(const ReportFilter& filter) {
  Condition condition = without_findings(filter);
  std::string such = asked_of_finding(condition, filter);
  ask(condition, such, filter.submission, "f.submission_id = CAST(% AS INTEGER)");
  condition.sql += such + is_decided_so(filter.decision);
  return condition;
}

Selection selection_of(const ReportFilter& filter) {
  const Condition reports = condition_of_reports(filter);
  Selection selection{{"id IN (SELECT s.id FROM submission s WHERE " + reports.sql + ")", reports.parameters},
                      std::nullopt};
  const Condition findings = condition_of_findings(filter);
  if (findings.sql != reports.sql) {
    selection.findings =
        Kept{"finding.id IN (SELECT f.id FROM finding f JOIN submission s ON s.id = f.submission_id WHERE " +
                 findings.sql + ")",
             findings.parameters};
  }
  return selection;
}

}  // namespace prongsai::store
