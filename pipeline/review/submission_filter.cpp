#include "pipeline/review/submission_filter.hpp"

#include <httplib.h>

#include <array>
#include <utility>

namespace prongsai::review {

Condition submission_filter(const httplib::Request& request) {
  const std::array<std::pair<const char*, std::string>, 7> tests = {{
      {"office", "instr(coalesce(s.agency, s.source_path), %) > 0"},
      {"province", std::string("(") + kProvinceOfAgency + ") = %"},
      {"year", "s.fiscal_year = CAST(% AS INTEGER)"},
      {"item", "s.item_code = %"},
      {"layout", "instr(',' || s.layout || ',', ',' || % || ',') > 0"},
      {"code",
       "EXISTS (SELECT 1 FROM finding f WHERE f.submission_id = s.id AND f.code = % AND f.status <> 'dismissed')"},
      {"status", "s.status = %"},
  }};
  Condition condition;
  for (const auto& [name, test] : tests) {
    const std::string value = request.get_param_value(name);
    if (value.empty()) continue;
    condition.parameters.emplace_back(value);
    std::string one = test;
    one.replace(one.find('%'), 1, "?" + std::to_string(condition.parameters.size()));
    condition.sql += " AND " + one;
  }
  return condition;
}

}  // namespace prongsai::review
