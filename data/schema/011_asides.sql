-- What stands on a page beside its text and is no part of it: footnote marks, text that the page does not show or strikes
-- out, watermarks and stamps, pictures that were not read, attached files. Documents read before have none until they
-- are read again.
CREATE TABLE aside (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  page_no       INTEGER,             -- NULL: the document as a whole
  kind          TEXT NOT NULL CHECK (kind IN ('mark', 'hidden', 'struck', 'overlay', 'woven', 'unread', 'attached')),
  text          TEXT,                -- as the file has it
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
) STRICT;
CREATE INDEX aside_by_submission ON aside (submission_id);
