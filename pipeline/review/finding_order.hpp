// The order of one report's findings, wherever they are listed or gone through. For this folder only.
#pragma once

namespace prongsai::review {

// SQL, of rows `f` of finding: worst first, then as they stand in the report.
inline constexpr const char* kFindingOrder =
    "CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, coalesce(f.page_no, 1000000), "
    "coalesce(f.y0, 0), f.id";

}  // namespace prongsai::review
