-- What a report's office, fiscal year and item might be, and where it says so. Documents read before have none until they
-- are read again; nor do the columns of their tables tell why they were taken for what they are.
CREATE TABLE identity_candidate (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  fact          TEXT NOT NULL CHECK (fact IN ('agency', 'fiscal_year', 'item_code')),
  value         TEXT NOT NULL,
  place         TEXT,                -- of its strongest witness: cover, title, mention, …
  weight        REAL NOT NULL,       -- of all its witnesses
  page_no INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, source TEXT, confidence REAL
) STRICT;
CREATE INDEX identity_candidate_by_submission ON identity_candidate (submission_id);
