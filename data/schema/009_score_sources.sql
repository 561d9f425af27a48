-- Where each score's subject, office and year were stated, and how each table of scores was understood.
ALTER TABLE score ADD COLUMN subject_from TEXT
  CHECK (subject_from IN ('row', 'column', 'caption', 'sentence', 'title', 'report'));
ALTER TABLE score ADD COLUMN agency_from TEXT
  CHECK (agency_from IN ('row', 'column', 'caption', 'sentence', 'title', 'report'));
ALTER TABLE score ADD COLUMN year_from TEXT
  CHECK (year_from IN ('row', 'column', 'caption', 'sentence', 'title', 'report'));

CREATE TABLE score_reading (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  table_no      INTEGER,             -- NULL: running text, or a page as a whole
  assignment    TEXT,                -- what runs along rows and columns
  evidence      TEXT,
  runner_up     TEXT,                -- the next best reading that says something else
  margin        REAL,                -- by which the best leads it, in evidence a cell
  unclear       TEXT,                -- why no score comes of it although it speaks of the assessment
  words         TEXT,                -- its title or sentence
  page_no INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, source TEXT, confidence REAL
) STRICT;
CREATE INDEX score_reading_by_submission ON score_reading (submission_id);
