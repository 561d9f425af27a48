#include "pipeline/store/queries/export_filter.hpp"

#include <cstdint>

namespace prongsai::store {
namespace {

// Appends "AND (test(?n) OR test(?n+1) …)"; `test` holds a % where the parameter goes.
template <typename T>
void any_of(Kept& kept, const std::vector<T>& values, const std::string& test) {
  if (values.empty()) return;
  std::string part;
  for (const T& value : values) {
    kept.parameters.emplace_back(value);
    std::string one = test;
    one.replace(one.find('%'), 1, "?" + std::to_string(kept.parameters.size()));
    part += (part.empty() ? "" : " OR ") + one;
  }
  kept.where += (kept.where.empty() ? "(" : " AND (") + part + ")";
}

// `before`: parameters that come before these.
Kept kept_findings(const ExportFilter& filter, const std::vector<Value>& before) {
  Kept kept{"", before};
  any_of(kept, filter.codes, "code = %");
  any_of(kept, filter.severities, "severity = %");
  any_of(kept, filter.statuses, "finding.status = %");
  return kept;
}

Kept kept_submissions(const ExportFilter& filter) {
  Kept kept;
  any_of(kept, filter.agencies, "instr(agency, %) > 0");
  any_of(kept, std::vector<std::int64_t>(filter.fiscal_years.begin(), filter.fiscal_years.end()), "fiscal_year = %");
  any_of(kept, filter.item_codes, "item_code = %");
  any_of(kept, filter.layouts, "instr(',' || layout || ',', ',' || % || ',') > 0");
  any_of(kept, filter.provinces, "instr(agency, 'จังหวัด' || %) > 0");
  Kept wanted = kept_findings(filter, kept.parameters);
  if (wanted.where.empty()) return kept;
  kept.parameters = std::move(wanted.parameters);
  kept.where += std::string(kept.where.empty() ? "" : " AND ") +
                "EXISTS (SELECT 1 FROM finding WHERE submission_id = submission.id AND " + wanted.where + ")";
  return kept;
}

}  // namespace

Selection selection_of(const ExportFilter& filter) {
  Selection selection{kept_submissions(filter), std::nullopt};
  if (filter.codes.empty() && filter.severities.empty() && filter.statuses.empty()) return selection;
  selection.findings = kept_findings(filter, selection.submissions.parameters);
  selection.findings->where +=
      " AND submission_id IN (SELECT id FROM submission WHERE " + selection.submissions.where + ")";
  return selection;
}

bool takes_any_report(RelationReader& reader, const ExportFilter& filter) {
  const Kept kept = kept_submissions(filter);
  const std::string where = kept.where.empty() ? "" : " WHERE " + kept.where;
  return !reader.all("SELECT 1 FROM submission" + where + " LIMIT 1", kept.parameters).empty();
}

}  // namespace prongsai::store
