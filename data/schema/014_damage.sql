-- What was amiss with a file while it was read: the libraries' own words, page by page, and what each costs. Documents
-- read before have none until they are read again.
CREATE TABLE damage (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  page_no       INTEGER NOT NULL,    -- from 1; 0: the file as a whole
  effect        TEXT NOT NULL CHECK (effect IN ('harmless', 'rebuilt', 'lost', 'unseen', 'unpainted')),
  words         TEXT NOT NULL,
  times         INTEGER NOT NULL     -- how often it was said
) STRICT;
CREATE INDEX damage_by_submission ON damage (submission_id);
