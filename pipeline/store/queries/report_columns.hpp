// SQL expressions about one report, a row `s` of submission, that several questions ask for. For this library only.
#pragma once

#include <string>

namespace prongsai::store {

// The province that the office's name tells: the word after จังหวัด ("province"). NULL where it names none.
inline constexpr const char* kProvinceOfAgency =
    "CASE WHEN instr(s.agency, 'จังหวัด') > 0 THEN substr(s.agency || ' ', instr(s.agency, 'จังหวัด') + 7, "
    "instr(substr(s.agency || ' ', instr(s.agency, 'จังหวัด') + 7), ' ') - 1) END";

// What became of the letter to the office: none, sent, changed.
inline constexpr const char* kLetterState =
    "(SELECT CASE min(l.changed) WHEN 0 THEN 'sent' WHEN 1 THEN 'changed' ELSE 'none' END FROM letter_sent l WHERE "
    "l.sha256 = s.sha256)";

inline constexpr const char* kFinalScore = "(SELECT o.score FROM final_score o WHERE o.sha256 = s.sha256)";

inline constexpr const char* kAssigned = "(SELECT a.reviewer FROM assignment a WHERE a.submission_id = s.id)";

// A SELECT of the bytes of the reports that a second reader has not finished; `who` is a parameter, "?1".
[[nodiscard]] inline std::string unfinished_by(const std::string& who) {
  return "SELECT sha256 FROM second_reading WHERE reviewer = " + who + " AND finished_at IS NULL";
}

// The order of one report's findings, rows `f` of finding, wherever they are listed or gone through: worst first, then
// as they stand in the report.
inline constexpr const char* kFindingOrder =
    "CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, coalesce(f.page_no, 1000000), "
    "coalesce(f.y0, 0), f.id";

}  // namespace prongsai::store
