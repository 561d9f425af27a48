// Whose report it is, of which fiscal year, and which item it answers: decided by place, not by count.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/layouts/identity/name_places.hpp"
#include "extractors/layouts/reading.hpp"
#include "extractors/text/agencies/agencies.hpp"
#include "models/record.hpp"
#include "models/submission.hpp"

namespace prongsai::layouts {

// What a report is about: measures planned, results reported, or an announcement of scores; unknown: no layout tells.
enum class ReportKind { unknown, measures, results, scores };

struct Identity {
  const Reading& reading;
  const Knowledge& knowledge;
  const text::Agencies& agencies;
  const Submission& submission;
  ReportKind kind = ReportKind::unknown;
  std::vector<NamePlace> places;  // in reading order
};

// Each of the three sets the record's value, where it was read (Record::agency_from …) and the candidates; the office's
// and the year's also its place on the page. What a place of the document's own says comes before the manifest; the
// manifest before mere mentions.

// The reporting office, by the places of name_places.hpp; never an office above it when its own is there.
void set_agency(Record& record, const Identity& identity);

// The year of the measures (or, of a results report, of the results): the places first, then timeframes, the heads of
// tables and the years that the text speaks of; a year whose results are analysed speaks for the next one. Issues and
// tables must be in the record already.
void set_fiscal_year(Record& record, const Identity& identity);

// The item that the report answers: one that its typed title names, else the manifest's, else one named anywhere, else
// the one that that year's checklist asks for where that is certain. Agency and year must be set already.
void set_item_code(Record& record, const Identity& identity);

}  // namespace prongsai::layouts
