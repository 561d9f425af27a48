// Which submissions, and which of their findings, a request asks for. For this library only.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/relation_reader.hpp"

namespace httplib {
struct Request;
}

namespace prongsai::review {

struct Desk;

struct Condition {
  std::string sql = "1";  // over submission s; of findings over finding f, too
  std::vector<store::Value> parameters;
  bool asks_submissions = false;  // something is asked of s
};

// The filters of a query; all that are given must hold:
//   office, file (parts of the name), province, kind, year, item, layout, status (extracted, partial, …),
//   suggested (100, 50, 0, none), final (given, missing), reviewer (who changed something of it),
//   assigned (whose work it is, or none), letter (none, sent, changed: what was decided since is not in it)
//   code, severity, evidence (the very words), decision (open, done, confirmed, dismissed): of one finding. Without a
//   decision it is not dismissed; `done`: no such finding is open.
// A report that its sender reads a second time and has not finished is in none (blindness.hpp).
[[nodiscard]] Condition submission_filter(Desk& desk, const httplib::Request& request, store::RelationReader& reader);

// Findings f of those submissions that are themselves as the query says; `submission`: of that one only.
[[nodiscard]] Condition finding_filter(Desk& desk, const httplib::Request& request, store::RelationReader& reader);

// SQL for the province that an office's name tells: the word after จังหวัด ("province"). NULL where it names none.
inline constexpr const char* kProvinceOfAgency =
    "CASE WHEN instr(s.agency, 'จังหวัด') > 0 THEN substr(s.agency || ' ', instr(s.agency, 'จังหวัด') + 7, "
    "instr(substr(s.agency || ' ', instr(s.agency, 'จังหวัด') + 7), ' ') - 1) END";

// SQL for what became of the letter to the office: none, sent, changed.
inline constexpr const char* kLetterState =
    "SELECT CASE min(l.changed) WHEN 0 THEN 'sent' WHEN 1 THEN 'changed' ELSE 'none' END FROM letter_sent l WHERE "
    "l.sha256 = s.sha256";

}  // namespace prongsai::review
