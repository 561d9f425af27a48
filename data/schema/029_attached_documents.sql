-- PDFs that hang on a PDF are documents of their own. Documents read before have none until they are read again.

-- Where it lies: its place among the files attached to a file ("3"), and to that one ("3/1"); NULL: a file. Its
-- canonical_path is that of what it is attached to, "/#" and its name there.
ALTER TABLE submission ADD COLUMN attached_at TEXT;

CREATE TABLE attached_document (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,  -- what it is attached to
  place         INTEGER NOT NULL,    -- from 1, among all files attached to it
  name          TEXT NOT NULL,       -- as in the path
  sha256        TEXT NOT NULL,
  size          INTEGER NOT NULL     -- bytes
) STRICT;
CREATE INDEX attached_document_by_submission ON attached_document (submission_id);
