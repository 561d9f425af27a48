// Whose report it is, of which fiscal year, and which item it answers. Witnesses in the text vote; the manifest breaks
// ties and speaks where the text says nothing, but does not overrule what the text says.
#pragma once

#include <optional>
#include <string>

#include "extractors/layouts/reading.hpp"
#include "extractors/text/agencies.hpp"
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
};

// The reporting office: the memo's head, then the report's title or cover, then its signature, then the majority of
// all mentions; never an office above it when its own is there. Issues must be in the record already.
void set_agency(Record& record, const Identity& identity);

// The year of the measures (or, of a results report, of the results): the title first, then timeframes, then the
// years that the text speaks of; a year whose results are analysed speaks for the next one.
void set_fiscal_year(Record& record, const Identity& identity);

// The manifest's item, else one named in title, memo or preface, else the one that year's checklist asks for where
// that is certain. Agency and year must be set already.
void set_item_code(Record& record, const Identity& identity);

}  // namespace prongsai::layouts
