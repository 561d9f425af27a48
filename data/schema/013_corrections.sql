-- What else a reviewer can set right: a report's office, year and item, what an issue says, a score's grade and rank, and
-- findings of the reviewer's own.

-- JSON object: column → what the program read, for every column of the row that a reviewer's value stands in.
ALTER TABLE submission ADD COLUMN corrected_fields TEXT;
ALTER TABLE issue ADD COLUMN corrected_fields TEXT;
ALTER TABLE score ADD COLUMN corrected_fields TEXT;

-- Added by a reviewer; judging anew leaves it. Its words are in `correction`, kind own.
ALTER TABLE finding ADD COLUMN own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1));

-- Further kinds: fact (anchor: the column of submission), issue (issue/k/column), score_part (a score's anchor/column), own.
-- Only the words of the CHECKs change, so the tables are not copied.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '(''cell'', ''score'')', '(''cell'', ''score'', ''fact'', ''issue'', ''score_part'', ''own'')')
WHERE type = 'table' AND name = 'correction';
UPDATE sqlite_schema SET sql = replace(sql, '''score'', ''final_score'')', '''score'', ''final_score'', ''fact'', ''issue'', ''score_part'', ''own'')')
WHERE type = 'table' AND name = 'review_event';
PRAGMA writable_schema = RESET;
