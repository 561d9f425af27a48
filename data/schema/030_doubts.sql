-- What of a text was read with doubt stands with the text: JSON array of {begin, end, certainty, text, alternative, at};
-- begin and end are bytes of the text (of a score: of raw_figure; of the year: as it is printed at its place), at is the
-- word. NULL: nothing. `doubtful` of cells and scores follows from it; doubtful_word goes on to list the words of a page.
ALTER TABLE paragraph ADD COLUMN doubts TEXT;
ALTER TABLE cell ADD COLUMN doubts TEXT;
ALTER TABLE score ADD COLUMN doubts TEXT;
ALTER TABLE issue ADD COLUMN timeframe_doubts TEXT;
ALTER TABLE issue ADD COLUMN limitation_doubts TEXT;
ALTER TABLE submission ADD COLUMN fiscal_year_doubts TEXT;

-- Texts that were read before are given the words that lie in their box, where the same words stand in the text. A word
-- that the repair changed: its length alone, or, where two readings differ, the whole text.
CREATE TEMP TABLE doubted_text AS
WITH place (relation, id, submission_id, text, page_no, x0, y0, x1, y1) AS (
  SELECT 'paragraph', id, submission_id, text, page_no, x0, y0, x1, y1 FROM paragraph
  UNION ALL SELECT 'cell', id, submission_id, text, page_no, x0, y0, x1, y1 FROM cell
  UNION ALL SELECT 'score', id, submission_id, raw_figure, page_no, x0, y0, x1, y1 FROM score
  UNION ALL SELECT 'timeframe', id, submission_id, timeframe, timeframe_page_no, timeframe_x0, timeframe_y0,
    timeframe_x1, timeframe_y1 FROM issue
  UNION ALL SELECT 'limitation', id, submission_id, limitation, limitation_page_no, limitation_x0, limitation_y0,
    limitation_x1, limitation_y1 FROM issue
  UNION ALL SELECT 'submission', id, id, fiscal_year, fiscal_year_page_no, fiscal_year_x0, fiscal_year_y0,
    fiscal_year_x1, fiscal_year_y1 FROM submission
),
found AS (
  SELECT p.relation, p.id, w.text, w.alternative, w.page_no, w.x0, w.y0, w.x1, w.y1, w.source, w.confidence,
    instr(CAST(p.text AS BLOB), CAST(w.text AS BLOB)) AS begin, length(CAST(w.text AS BLOB)) AS size,
    length(CAST(p.text AS BLOB)) AS whole
  FROM place p JOIN doubtful_word w ON w.submission_id = p.submission_id AND w.page_no = p.page_no
    AND (w.x0 + w.x1) / 2 BETWEEN p.x0 AND p.x1 AND (w.y0 + w.y1) / 2 BETWEEN p.y0 AND p.y1
  WHERE p.text IS NOT NULL AND (p.relation NOT IN ('score', 'submission') OR (w.alternative IS NOT NULL AND (
    instr(w.text, p.text) > 0 OR instr(w.text, replace(replace(replace(replace(replace(replace(replace(replace(replace(
    replace(p.text, '0', '๐'), '1', '๑'), '2', '๒'), '3', '๓'), '4', '๔'), '5', '๕'), '6', '๖'), '7', '๗'), '8', '๘'),
    '9', '๙')) > 0)))
)
SELECT relation, id, json_group_array(json_object(
  'begin', max(begin - 1, 0),
  'end', CASE WHEN begin > 0 THEN begin - 1 + size WHEN alternative IS NULL THEN min(size, whole) ELSE whole END,
  'certainty', CASE WHEN alternative IS NULL THEN 'low_confidence' ELSE 'conflicting' END,
  'text', text, 'alternative', coalesce(alternative, ''),
  'at', json_object('page_no', page_no, 'box', json_array(x0, y0, x1, y1), 'source', source, 'confidence', confidence)
)) AS doubts FROM found GROUP BY relation, id;
CREATE INDEX temp.doubted_text_by_id ON doubted_text (relation, id);

-- The words of cells stay as they are, and so does what they are compared by.
DROP TRIGGER sketch_cell_changed;
UPDATE paragraph SET doubts = d.doubts FROM doubted_text d WHERE d.relation = 'paragraph' AND d.id = paragraph.id;
UPDATE cell SET doubts = d.doubts FROM doubted_text d WHERE d.relation = 'cell' AND d.id = cell.id;
UPDATE score SET doubts = d.doubts FROM doubted_text d WHERE d.relation = 'score' AND d.id = score.id AND doubtful = 1;
UPDATE issue SET timeframe_doubts = d.doubts FROM doubted_text d WHERE d.relation = 'timeframe' AND d.id = issue.id;
UPDATE issue SET limitation_doubts = d.doubts FROM doubted_text d WHERE d.relation = 'limitation' AND d.id = issue.id;
UPDATE submission SET fiscal_year_doubts = d.doubts FROM doubted_text d
WHERE d.relation = 'submission' AND d.id = submission.id;
DROP TABLE temp.doubted_text;

-- What was doubtful for another cause is doubtful as a whole.
UPDATE cell SET doubts = json_insert(coalesce(doubts, '[]'), '$[#]', json_object(
  'begin', 0, 'end', coalesce(length(CAST(text AS BLOB)), 0), 'certainty', 'ambiguous', 'text', coalesce(text, ''),
  'alternative', '', 'at', json_object('page_no', coalesce(page_no, 0), 'box', json_array(coalesce(x0, 0),
  coalesce(y0, 0), coalesce(x1, 0), coalesce(y1, 0)), 'source', coalesce(source, 'text'), 'confidence',
  coalesce(confidence, 1))))
WHERE doubtful = 1;
UPDATE score SET doubts = json_array(json_object(
  'begin', 0, 'end', coalesce(length(CAST(raw_figure AS BLOB)), 0), 'certainty', 'contradicted', 'text',
  coalesce(raw_figure, ''), 'alternative', '', 'at', json_object('page_no', coalesce(page_no, 0), 'box', json_array(
  coalesce(x0, 0), coalesce(y0, 0), coalesce(x1, 0), coalesce(y1, 0)), 'source', coalesce(source, 'text'), 'confidence',
  coalesce(confidence, 1))))
WHERE doubtful = 1 AND doubts IS NULL;
CREATE TRIGGER sketch_cell_changed AFTER UPDATE ON cell BEGIN
  DELETE FROM sketch WHERE submission_id IN (old.submission_id, new.submission_id);
END;
