-- A table's issue and what its columns hold can be set right; a row or a whole table dismissed as no part of the report.

-- JSON object: column → what the program read (columns: the whole list), where a reviewer's value stands.
ALTER TABLE table_info ADD COLUMN corrected_fields TEXT;
ALTER TABLE cell ADD COLUMN corrected_fields TEXT;

-- A dismissed row's or table's rows stay as they were read; no check, sum or export looks at them.
ALTER TABLE table_info ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1));
ALTER TABLE cell ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1));
CREATE INDEX table_info_dismissed ON table_info (submission_id, table_no) WHERE dismissed = 1;
CREATE INDEX cell_dismissed ON cell (submission_id, table_no, row_no) WHERE dismissed = 1;

-- Cells of dismissed tables and rows, and the scores that stand in them.
CREATE VIEW dismissed_cell AS
SELECT id, submission_id, table_no, page_no, x0, y0, x1, y1 FROM cell c WHERE dismissed = 1 AND NOT (row_span > 1 AND EXISTS (
  SELECT 1 FROM cell below WHERE below.submission_id = c.submission_id AND below.table_no = c.table_no
    AND below.row_no BETWEEN c.row_no + 1 AND c.row_no + c.row_span - 1 AND below.dismissed = 0))  -- reaches into a row that is kept
UNION ALL
SELECT c.id, c.submission_id, c.table_no, c.page_no, c.x0, c.y0, c.x1, c.y1 FROM table_info t
CROSS JOIN cell c ON c.submission_id = t.submission_id AND c.table_no = t.table_no WHERE t.dismissed = 1 AND c.dismissed = 0;

CREATE VIEW dismissed_score AS
SELECT DISTINCT sc.id, sc.submission_id FROM dismissed_cell d CROSS JOIN score sc ON sc.submission_id = d.submission_id
WHERE sc.from_table = 1 AND sc.page_no = d.page_no AND (sc.x0 + sc.x1) / 2 BETWEEN d.x0 AND d.x1
  AND (sc.y0 + sc.y1) / 2 BETWEEN d.y0 AND d.y1;

-- What is compared between reports leaves a dismissed table out, too.
CREATE TRIGGER sketch_table_dismissed AFTER UPDATE OF dismissed ON table_info BEGIN
  DELETE FROM sketch WHERE submission_id = new.submission_id;
END;

-- One more kind: table (anchor: its number, then issue_no, dismissed, column/n or row/n).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''own'')', '''own'', ''table'')')
WHERE type = 'table' AND name = 'correction';
UPDATE sqlite_schema SET sql = replace(sql, '''second'')', '''second'', ''table'')')
WHERE type = 'table' AND name = 'review_event';
PRAGMA writable_schema = RESET;
