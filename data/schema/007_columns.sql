-- A cell knows the place of its column, and how many rows and columns it reaches over; a table's columns keep the levels
-- of their headers apart. Corrections hang on the column's place, not on what the column is taken for.

CREATE TEMP TABLE anchor_before AS
SELECT c.id, s.sha256,
  table_no || '/' || row_no || '/' || column_key || '/' ||
    row_number() OVER (PARTITION BY submission_id, table_no, row_no, column_key ORDER BY c.id) AS anchor
FROM cell c JOIN submission s ON s.id = c.submission_id
WHERE s.sha256 IN (SELECT sha256 FROM correction WHERE kind = 'cell' UNION
                   SELECT sha256 FROM review_event WHERE kind = 'cell');

ALTER TABLE cell ADD COLUMN col_no INTEGER NOT NULL DEFAULT 0;  -- from 1, left to right
ALTER TABLE cell ADD COLUMN row_span INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cell ADD COLUMN col_span INTEGER NOT NULL DEFAULT 1;

-- Texts do not change: the sketches stay.
DROP TRIGGER sketch_cell_changed;
UPDATE cell SET col_no = place.n
FROM (SELECT id, row_number() OVER (PARTITION BY submission_id, table_no, row_no ORDER BY id) AS n FROM cell) AS place
WHERE place.id = cell.id;
CREATE TRIGGER sketch_cell_changed AFTER UPDATE ON cell BEGIN
  DELETE FROM sketch WHERE submission_id IN (old.submission_id, new.submission_id);
END;

CREATE TEMP TABLE anchor_now AS
SELECT b.sha256, b.anchor, min(c.table_no || '/' || c.row_no || '/' || c.col_no) AS place
FROM anchor_before b JOIN cell c ON c.id = b.id GROUP BY b.sha256, b.anchor;
UPDATE correction SET anchor = now.place FROM anchor_now AS now
WHERE kind = 'cell' AND now.sha256 = correction.sha256 AND now.anchor = correction.anchor;
UPDATE review_event SET anchor = now.place FROM anchor_now AS now
WHERE kind = 'cell' AND now.sha256 = review_event.sha256 AND now.anchor = review_event.anchor;
DROP TABLE anchor_before;
DROP TABLE anchor_now;

-- JSON: [{"key": …, "header": [levels from the top down]}, …], one a column.
ALTER TABLE table_info ADD COLUMN columns TEXT;
UPDATE table_info SET columns = (
  SELECT json_group_array(json_object('key', k.value, 'header',
           CASE coalesce(h.value, '') WHEN '' THEN json_array() ELSE json_array(h.value) END))
  FROM json_each(column_keys) AS k LEFT JOIN json_each(headers) AS h ON h.key = k.key)
WHERE column_keys IS NOT NULL;
ALTER TABLE table_info DROP COLUMN column_keys;
ALTER TABLE table_info DROP COLUMN headers;
