// Which submissions, and which of their findings, a request asks for. For this library only.
#pragma once

#include "pipeline/store/queries/report_filter.hpp"
#include "pipeline/store/relation_reader.hpp"

namespace httplib {
struct Request;
}

namespace prongsai::review {

struct Desk;

// The filters of a query; all that are given must hold:
//   office, file (parts of the name), province, kind, year, item, layout, status (extracted, partial, …),
//   suggested (100, 50, 0, none), final (given, missing), reviewer (who changed something of it),
//   assigned (whose work it is, or none), letter (none, sent, changed: what was decided since is not in it)
//   code, severity, evidence (the very words), decision (open, done, confirmed, dismissed), submission: of findings.
// A report that its sender reads a second time and has not finished is in none (store/queries/blind_reading.hpp).
[[nodiscard]] store::ReportFilter submission_filter(Desk& desk, const httplib::Request& request,
                                                    store::RelationReader& reader);

}  // namespace prongsai::review
