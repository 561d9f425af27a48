// Scores of a record: from prose, from table cells that hold prose, and from tables of scores.
#pragma once

#include "extractors/layouts/identity/identity.hpp"
#include "models/record.hpp"

namespace prongsai::layouts {

// Adds all scores that the report states; the same score stated twice is one row (its first place kept), different
// values for one thing are all kept. Paragraphs, tables, cells, agency and year must be in the record already.
void add_scores(Record& record, const Identity& identity);

// The parts of it, for tests.
void add_prose_scores(Record& record, const Identity& identity);
void add_table_scores(Record& record, const Identity& identity);
// Pages that name all instruments and hold figures to two places, and from which no score came.
void note_unread_tables(Record& record, const Identity& identity);
void merge_scores(Record& record);

// Marks figures read from pixels that contradict each other (instruments against the total, indicators against their
// instrument), that lost a decimal place, or that are no plausible points.
void doubt_scores(Record& record, const Assessments& assessments);

// Marks a score as a whole.
void doubt_score(ScoreRecord& score, Certainty certainty);

}  // namespace prongsai::layouts
