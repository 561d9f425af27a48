-- Words of scans that were read with doubt, so that a reader of the page sees which: a sign of it was hard to tell, or
-- two readings of its figures differ. Documents read before have none until they are read again.
CREATE TABLE doubtful_word (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  text          TEXT NOT NULL,       -- as read
  alternative   TEXT,                -- what the reading of its figures makes of it that was not taken
  page_no       INTEGER NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  source        TEXT NOT NULL CHECK (source IN ('text', 'ocr')),
  confidence    REAL NOT NULL        -- 0 to 1, of its least sure sign
) STRICT;
CREATE INDEX doubtful_word_by_submission ON doubtful_word (submission_id);
