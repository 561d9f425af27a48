// Which submissions a request asks for. For this folder only.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/relation_reader.hpp"

namespace httplib {
struct Request;
}

namespace prongsai::review {

struct Condition {
  std::string sql = "1";  // over submission s
  std::vector<store::Value> parameters;
};

// office, province, year, item, layout, code, status of the query; all that are given must hold.
[[nodiscard]] Condition submission_filter(const httplib::Request& request);

// SQL for the province that an office's name tells: the word after จังหวัด ("province"). NULL where it names none.
inline constexpr const char* kProvinceOfAgency =
    "CASE WHEN instr(s.agency, 'จังหวัด') > 0 THEN substr(s.agency || ' ', instr(s.agency, 'จังหวัด') + 7, "
    "instr(substr(s.agency || ' ', instr(s.agency, 'จังหวัด') + 7), ' ') - 1) END";

}  // namespace prongsai::review
